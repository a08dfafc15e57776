"""Pieces of work shared out over threads, their answers in the order of the pieces."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar


Done = TypeVar("Done")


def in_threads(work: Callable[[int], Done], pieces: Sequence[int]) -> Iterator[Done]:
    """Each piece's answer; the loops inside let other threads run on."""
    with ThreadPoolExecutor(max_workers=min(len(pieces), os.cpu_count() or 1)) as pool:
        yield from pool.map(work, pieces)
