"""Where a partnership's evidence lies on the disk: below ``settings.HOME/evidence/<slug>``."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, count
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


@dataclass(frozen=True)
class Incoming:
    """A file on the disk under a name that no run reads, not yet in its place."""

    beside: Path
    sha256: str
    size: int

    def keep(self, place: Path) -> None:
        """Put it into its place, whole."""
        place.parent.mkdir(parents=True, exist_ok=True)
        os.replace(self.beside, place)


@contextmanager
def incoming(partnership: Partnership, chunks: Iterable[bytes]) -> Iterator[Incoming]:
    """Write a file aside; gone again unless it is kept.

    It is moved into its place once it is on the disk: a process that is killed leaves the old
    file, or none, and never half of one.
    """
    own = shelf(partnership)
    own.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    handle, name = tempfile.mkstemp(prefix=".incoming-", dir=own)
    try:
        with os.fdopen(handle, "wb") as written:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                written.write(chunk)
            written.flush()
            os.fsync(written.fileno())
        yield Incoming(Path(name), digest.hexdigest(), size)
    finally:
        Path(name).unlink(missing_ok=True)


def put(partnership: Partnership, chunks: Iterable[bytes], *, to: str) -> tuple[str, int]:
    """Write a file whole or not at all; its hash and size."""
    with incoming(partnership, chunks) as came:
        came.keep(shelf(partnership) / to)
    return came.sha256, came.size


def free_name(partnership: Partnership, *, folder: str, name: str) -> str:
    """A path below the shelf that nothing has yet: the name itself, or with a number."""
    stem, _, suffix = name.rpartition(".")
    names = chain([name], (f"{stem}-{n}.{suffix}" for n in count(2)))
    paths = (f"{DATA}/{PARTNERS}/{folder}/{one}" for one in names)
    return next(path for path in paths if not (shelf(partnership) / path).exists())


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
