"""Whether the process that took a job still lives: a lock of the system's own, gone with it."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AtWorkElsewhere(Exception):
    """Another process has this job."""


@contextmanager
def holding(lock: Path) -> Iterator[None]:
    """Hold the lock for as long as the work lasts, however it ends."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AtWorkElsewhere(f"{lock.name} is held by another process.") from None
        yield
    lock.unlink(missing_ok=True)


def is_held(lock: Path) -> bool:
    """Whether somebody holds it now."""
    try:
        with lock.open("r+") as tried:
            fcntl.flock(tried, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False
