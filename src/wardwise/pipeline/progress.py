"""Stages of a run, timed and told. The only clock of the engine is here."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


def quiet(_: str) -> None:
    """Says nothing: in a pipe, in a test."""


@dataclass
class Stages:
    """Seconds by stage, in order; ``tell`` is given the name of each as it starts."""

    tell: Callable[[str], None] = quiet
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time one stage."""
        self.tell(name)
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = round(time.perf_counter() - start, 3)
