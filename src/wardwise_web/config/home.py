"""The folder in which an installation keeps what is not in its database."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def home() -> Path:
    """Where uploads, builds and the audit's witness are: ``WARDWISE_HOME`` or ./wardwise-home."""
    return Path(os.environ.get("WARDWISE_HOME", "wardwise-home")).resolve()


def secret_key(folder: Path) -> str:
    """``DJANGO_SECRET_KEY``, or the installation's own, made at the first start and kept."""
    given = os.environ.get("DJANGO_SECRET_KEY")
    if given:
        return given
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "secret_key"
    try:
        # O_EXCL: of two processes that start at once, one makes the key and the other reads it
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return file.read_text("utf-8")
    with os.fdopen(handle, "w", encoding="utf-8") as written:
        made = secrets.token_urlsafe(64)
        written.write(made)
    return made
