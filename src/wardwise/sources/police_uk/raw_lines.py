"""Look at every line of a standard file as bytes, fast, before any reader sees it.

Three things are settled here with a few vector operations, because the same checks row by
row would cost more than the reading itself: how many records there are, whether each line
begins as a police.uk line of that month and force must begin, and which lines *may* repeat
a Crime ID (equal first eight characters; ``repeats.py`` decides from the whole line).
A file that looks odd here is not refused here: ``faults.py`` reads it row by row and says
what is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


ID_LENGTH = 64
NEWLINE, RETURN, COMMA = 10, 13, 44

Bytes = NDArray[np.uint8]
Positions = NDArray[np.int64]


@dataclass(frozen=True)
class Lines:
    """Start of each record's line, and whether every one begins as it should."""

    starts: Positions
    ends: Positions
    is_odd: bool

    @property
    def records(self) -> int:
        """Number of lines after the header, blank ones at the end left out."""
        return len(self.starts)


def find_lines(data: Bytes) -> Lines:
    """Where the lines after the first one start and end; odd if a blank one lies between."""
    ends = np.flatnonzero(data == NEWLINE)
    if len(ends) == 0 or ends[-1] != len(data) - 1:
        ends = np.append(ends, len(data))
    starts = np.empty_like(ends)
    starts[0], starts[1:] = 0, ends[:-1] + 1
    starts, ends = starts[1:], ends[1:]
    is_blank = (ends - starts) < 2
    if not is_blank.any():
        return Lines(starts, ends, is_odd=False)
    last = int(np.flatnonzero(~is_blank)[-1]) + 1 if not is_blank.all() else 0
    return Lines(starts[:last], ends[:last], is_odd=bool(is_blank[:last].any()))


def every_eight(data: Bytes) -> NDArray[np.uint64]:
    """A view in which item n is the eight bytes that start at byte n."""
    return np.ndarray(shape=(len(data) - 7,), dtype=np.uint64, buffer=data.data, strides=(1,))


def begin_alike(data: Bytes, lines: Lines, *, after_id: bytes) -> bool:
    """Whether each line is an id or nothing, a comma, and then ``after_id``."""
    if lines.records == 0:
        return True
    has_id = data[lines.starts] != COMMA
    after = lines.starts + has_id * ID_LENGTH
    if int(after[-1]) + 1 + len(after_id) > len(data):
        return False  # the last line is too short to be whole
    return bool((data[after] == COMMA).all()) and _match(data, after + 1, after_id)


def _match(data: Bytes, at: Positions, expected: bytes) -> bool:
    eights = every_eight(data)
    # The last eight bytes overlap the ones before, so that any length of 8 or more is covered
    offsets = [*range(0, len(expected) - 7, 8), len(expected) - 8]
    wanted = np.frombuffer(b"".join(expected[n : n + 8] for n in offsets), dtype=np.uint64)
    return all(
        bool((eights[at + offset] == eight).all())
        for offset, eight in zip(offsets, wanted, strict=True)
    )


def possible_repeats(data: Bytes, lines: Lines) -> Positions:
    """Numbers of the lines that share the beginning of their Crime ID with another line.

    Eight characters are compared, 32 bits of the fingerprint: enough that few lines are named
    for nothing, and cheap, because the whole line is looked at afterwards.
    """
    with_id = np.flatnonzero(data[lines.starts] != COMMA)
    beginnings = every_eight(data)[lines.starts[with_id]]
    in_order = np.sort(beginnings)
    twice = in_order[1:][in_order[1:] == in_order[:-1]]
    if len(twice) == 0:
        return np.empty(0, dtype=np.int64)
    return with_id[np.flatnonzero(np.isin(beginnings, twice))]
