"""Where a partnership's evidence lies on the disk: below ``settings.HOME/evidence/<slug>``."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from wardwise_web.people.models import Partnership


DATA, PARTNERS = "data", "partners"


def shelf(partnership: Partnership) -> Path:
    """The partnership's own folder; the settings of each run are written here too."""
    return Path(settings.HOME) / "evidence" / partnership.slug


def store_of(partnership: Partnership) -> Path:
    """Where the engine keeps what it read of the partnership's files, beside the builds."""
    return Path(settings.RUNS) / partnership.slug / ".wardwise"


def put(partnership: Partnership, chunks: Iterable[bytes], *, to: str) -> tuple[str, int]:
    """Write a file whole or not at all; its hash and size.

    It is written under a name that no run reads and moved into its place once it is on the
    disk: a process that is killed leaves the old file, or none, and never half of one.
    """
    place = shelf(partnership) / to
    place.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    handle, beside = tempfile.mkstemp(prefix=".incoming-", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as written:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                written.write(chunk)
            written.flush()
            os.fsync(written.fileno())
        os.replace(beside, place)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    return digest.hexdigest(), size


def hashed(chunks: Iterable[bytes]) -> str:
    """SHA-256 of what was handed in, before it is kept."""
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


def free_name(partnership: Partnership, *, folder: str, name: str) -> str:
    """A path below the shelf that nothing has yet: the name itself, or with a number."""
    stem, _, suffix = name.rpartition(".")
    candidates = (name, *(f"{stem}-{n}.{suffix}" for n in range(2, 1000)))
    return next(
        f"{DATA}/{PARTNERS}/{folder}/{one}"
        for one in candidates
        if not (shelf(partnership) / DATA / PARTNERS / folder / one).exists()
    )


def take_away(partnership: Partnership, path: str) -> None:
    """The bytes are gone; the row that tells of them stays."""
    (shelf(partnership) / path).unlink(missing_ok=True)


def roots() -> tuple[Path, ...]:
    """Folders below which an analyst may point at data: whoever runs the server names them."""
    return tuple(Path(one).resolve() for one in settings.EVIDENCE_ROOTS)


def is_below_a_root(path: Path) -> bool:
    """Whether the folder, with every link followed, lies below an allowed one."""
    place = path.resolve()
    return any(place.is_relative_to(root) for root in roots())
