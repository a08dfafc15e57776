"""A folder in which the user of this run, and nobody else, can put files."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def own_cache_folder() -> Path | None:
    """Of ours in the user's cache folder; None where the system names no such folder."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    cache = Path(named if os.path.isabs(named) else os.path.expanduser("~/.cache"))
    # without a home "~" stays as it is, and would be a folder of wherever one works
    return cache / "wardwise" if cache.is_absolute() else None


def is_own_alone(folder: Path) -> bool:
    """Whether the folder is there, is this user's, and is closed to all others.

    Never so where a system does not say whose a folder is (Windows).
    """
    if os.name == "nt":
        return False
    try:
        found = folder.lstat()
    except OSError:
        return False
    closed = not found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and closed
