"""What the kernel takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wardwise.sources.police_uk.plain_bytes import Bytes


Words = NDArray[np.uint64]
Numbers = NDArray[np.int64]
Counts = NDArray[np.int32]


class Text(NamedTuple):
    """A file in memory, with bytes of nought after it."""

    data: Bytes
    start: int  # of the first row
    size: int


class Alike(NamedTuple):
    """What follows the Crime ID in every row: month and force, with the commas around them."""

    words: Words  # the last one ends with the text and may overlap the one before
    length: int


class Lists(NamedTuple):
    """Codes and crime types to numbers."""

    codes: int  # how many LSOAs 2021 there are
    by_digits: Counts  # see ``PlaceNumbers.by_digits``
    by_ending: NDArray[np.int8]  # length and last two letters of a crime type to its number
    type_words: Words
    type_masks: Words


class Found(NamedTuple):
    """Where the kernel writes. Nothing in it needs to be cleared between files."""

    totals: Numbers  # rows, repeats, cells, whether a byte is beyond ASCII
    counts: Counts  # of this file, by place and type; nought before and after
    is_counted: NDArray[np.bool_]  # places with a count; none before and after
    seen: Words  # fingerprints of Crime IDs, a power of two of them
    starts: Numbers  # of the rows
    repeats: Numbers  # rows whose ID may have come before, and the rows before
    cells: Counts  # place, offence, records


Walk = Callable[[Text, Alike, Lists, Found], bool]
