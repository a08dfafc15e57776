"""Who is at work in a store: many may build from it at once, and whoever erases has it alone.

The lock is the system's own (flock on a file of the store), so that it goes with the process
that holds it, however that ends. Beside it each holder leaves a note for whoever is refused.
"""

from __future__ import annotations

import datetime
import fcntl
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from wardwise.domain.errors import StoreError
from wardwise.store.tidy import is_alive


LOCK, NOTE = ".lock", ".at-work-"


@dataclass(frozen=True)
class Work:
    """What is done in a store, and who does it."""

    command: str
    by: str
    process: int

    def told(self, since: datetime.datetime) -> str:
        """For whoever has to wait."""
        return (
            f"'wardwise {self.command}' (process {self.process}, by {self.by}, since"
            f" {since:%Y-%m-%d %H:%M} UTC)"
        )


@contextmanager
def sharing(root: Path, command: str, *, by: str) -> Iterator[None]:
    """Work in a store beside others; StoreError while somebody has it alone."""
    with _holding(root, Work(command, by, os.getpid()), fcntl.LOCK_SH):
        yield


@contextmanager
def alone(root: Path, command: str, *, by: str) -> Iterator[None]:
    """Have a store alone; StoreError while anybody else works in it."""
    with _holding(root, Work(command, by, os.getpid()), fcntl.LOCK_EX):
        yield


@contextmanager
def _holding(root: Path, work: Work, kind: int) -> Iterator[None]:
    try:
        root.mkdir(parents=True, exist_ok=True)
        lock = (root / LOCK).open("a")
    except OSError as error:
        raise StoreError(
            f"{root.name}: the store cannot be written ({error.strerror})."
            " Free some space or give another folder with --store."
        ) from error
    with lock:
        _take(lock, kind, root, work)
        note = _note(root, work)
        try:
            yield
        finally:
            note.unlink(missing_ok=True)


def _take(lock: IO[str], kind: int, root: Path, work: Work) -> None:
    try:
        fcntl.flock(lock, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        holders = ", ".join(at_work(root)) or "another process"
        raise StoreError(
            f"{root.name}: {holders} is at work in this store, and 'wardwise {work.command}'"
            " cannot run beside it. Nothing was changed. Wait until it has finished, and run again;"
            " if it hangs, stop that process, and the store is free."
        ) from None
    except OSError as error:
        raise StoreError(
            f"{root.name}: the store cannot be locked ({error.strerror}), and an erasure could meet"
            " a run. Give a folder on a local disk with --store."
        ) from error


def at_work(root: Path) -> list[str]:
    """Everybody who is at work in a store; notes of processes that are gone are removed."""
    found = []
    for note in sorted(root.glob(f"{NOTE}*")):
        try:
            work = Work(**json.loads(note.read_text("utf-8")))
            since = datetime.datetime.fromtimestamp(note.stat().st_mtime, datetime.UTC)
        except (OSError, ValueError, TypeError):
            continue  # it was finished, or begun, in this moment
        if is_alive(work.process):
            found.append(work.told(since))
        else:
            note.unlink(missing_ok=True)
    return found


def _note(root: Path, work: Work) -> Path:
    handle, name = tempfile.mkstemp(prefix=NOTE, dir=root)
    with os.fdopen(handle, "w", encoding="utf-8") as note:
        json.dump(asdict(work), note)
    return Path(name)
