"""How far a build is."""

from __future__ import annotations

from enum import StrEnum


class BuildState(StrEnum):
    """A build waits for a worker, runs, and then stands or has failed; it is never run again."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


FINAL = (BuildState.DONE, BuildState.FAILED)
