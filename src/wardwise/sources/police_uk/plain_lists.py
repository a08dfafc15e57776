"""Codes and crime types as the kernel looks them up."""

from __future__ import annotations

import numpy as np

from wardwise.domain.offences import POLICE_UK_OFFENCES
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.plain_forms import Lists
from wardwise.sources.police_uk.plain_kernel import LONGEST, NOT_PLAIN


def make_lists(places: PlaceNumbers) -> Lists:
    """The lists for these places; workers share them."""
    names = [name.encode() for name in POLICE_UK_OFFENCES]
    by_ending = np.full(LONGEST << 16, NOT_PLAIN, dtype=np.int8)
    for number, name in enumerate(names):
        # No two crime types share their length and their last two letters
        by_ending[len(name) << 16 | int.from_bytes(name[-2:], "little")] = number
    return Lists(
        codes=len(places.codes),
        by_digits=places.by_digits,
        by_ending=by_ending,
        type_words=np.array([_words(name) for name in names], dtype=np.uint64),
        type_masks=np.array([_words(b"\xff" * len(name)) for name in names], dtype=np.uint64),
    )


def _words(text: bytes) -> list[int]:
    """A text of up to 32 bytes as four words, the last eight bytes first."""
    padded = text.rjust(LONGEST, b"\0")
    return [int.from_bytes(padded[at : at + 8], "little") for at in (24, 16, 8, 0)]
