"""What the kernel takes and gives, and the same as types of machine code."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import types
from numpy.typing import NDArray

from wardwise.sources.police_uk.compiled import Bytes


Words = NDArray[np.uint64]
Numbers = NDArray[np.int64]


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
    by_digits: Numbers  # see ``PlaceNumbers.by_digits``
    by_ending: NDArray[np.int8]  # length and last two letters of a crime type to its number
    type_words: Words
    type_masks: Words


class Found(NamedTuple):
    """Where the kernel writes. Nothing in it needs to be cleared between files."""

    totals: Numbers  # rows, repeats, cells, whether a byte is beyond ASCII
    counts: NDArray[np.int32]  # of this file, by place and type; nought before and after
    is_counted: NDArray[np.bool_]  # places with a count; none before and after
    seen: Words  # fingerprints of Crime IDs, a power of two of them
    starts: Numbers  # of the rows
    repeats: Numbers  # rows whose ID may have come before, and the rows before
    cells: Numbers  # place, offence, records


_TEXT = types.NamedTuple((types.uint8[::1], types.int64, types.int64), Text)
_ALIKE = types.NamedTuple((types.uint64[::1], types.int64), Alike)
_WORDS_OF_TYPES = types.uint64[:, ::1]
_LISTS = types.NamedTuple(
    (types.int64, types.int64[:, ::1], types.int8[::1], _WORDS_OF_TYPES, _WORDS_OF_TYPES), Lists
)
_FOUND = types.NamedTuple(
    (
        types.int64[::1],
        types.int32[::1],
        types.boolean[::1],
        types.uint64[::1],
        types.int64[::1],
        types.int64[::1],
        types.int64[:, ::1],
    ),
    Found,
)

SIGNATURE = types.boolean(_TEXT, _ALIKE, _LISTS, _FOUND)
