"""A number for every place that a row can name, so that the fast pass groups on integers.

A code in the LSOA 2021 list is LSOA 2021. Of the LSOA 2011 codes that are not (the two
lists share a code only where the area is the same), the official lookup carries unchanged
and merged ones; a split one needs the record's point; an irregular one cannot be carried.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.sources.places import Places


NO_LSOA = "no LSOA in the file"
IRREGULAR = "LSOA 2011 redrawn irregularly: it cannot be carried to LSOA 2021"
SPLIT = "LSOA 2011 split: its point lies in none of the new LSOAs, or no outline is held"
OUTSIDE = "the code is not of England or Wales"

_WHOLE = re.compile(r"[EW]01[0-9]{6}")

# Data zones of Scotland and small areas of Northern Ireland, which border forces place rows in
ELSEWHERE = re.compile(r"S01[0-9]{6}|N[0-9]{8}|95[0-9A-Z]{6}")


@dataclass(frozen=True, eq=False)
class PlaceNumbers:
    """Numbers 0 and up are LSOA 2021 in ``codes``; after them come split and irregular ones."""

    places: Places

    NO_CODE: ClassVar[int] = -1
    UNKNOWN: ClassVar[int] = -2
    IRREGULAR: ClassVar[int] = -3
    SPLIT: ClassVar[int] = -4
    OUTSIDE: ClassVar[int] = -5

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """LSOA 2021 codes in order; the position is the number."""
        return tuple(sorted(self.places.codes))

    @cached_property
    def number(self) -> dict[str, int]:
        """LSOA 2021 code → number."""
        return {code: number for number, code in enumerate(self.codes)}

    @cached_property
    def splits(self) -> tuple[str, ...]:
        """LSOA 2011 codes that were split, in order; the first has number ``len(codes)``."""
        return tuple(sorted(set(self.places.split) - self.places.codes))

    @cached_property
    def known(self) -> dict[str, int]:
        """Code as a file may write it → number."""
        known = dict(self.number)
        for old, new in self.places.carried.items():
            if old not in known and new in self.number:
                known[old] = self.number[new]
        known |= {code: len(self.codes) + n for n, code in enumerate(self.splits)}
        return known | {code: self.IRREGULAR for code in self.places.irregular if code not in known}

    @cached_property
    def by_digits(self) -> NDArray[np.int32]:
        """Place number by country and the six last digits of an LSOA code.

        Shape: 2 (England, Wales) × 1,000,000. Only what is or was carried to an LSOA 2021 whole;
        every other code is UNKNOWN here and has to be looked up by its text.
        """
        found = np.full((2, 1_000_000), self.UNKNOWN, dtype=np.int32)
        for code, number in self.known.items():
            digits = code[3:]
            if 0 <= number < len(self.codes) and _WHOLE.fullmatch(code):
                found[int(code[0] == "W"), int(digits)] = number
        return found

    def prepare(self) -> None:
        """Make every look-up now, so that threads find them made."""
        self.known.get("")
        self.by_digits.any()

    def number_of(self, code: str) -> int:
        """The number of a code; OUTSIDE and UNKNOWN are numbers too."""
        number = self.known.get(code)
        if number is not None:
            return number
        return self.OUTSIDE if ELSEWHERE.fullmatch(code) else self.UNKNOWN

    def are_split(self, numbers: NDArray[np.signedinteger]) -> NDArray[np.bool_]:
        """Whether each number is of an LSOA 2011 that was split. Shape: numbers."""
        return numbers >= len(self.codes)

    def is_unknown(self, code: str) -> bool:
        """Whether a code is in neither list and does not say that it is of another country."""
        return self.number_of(code) == self.UNKNOWN

    def reasons(self, numbers: NDArray[np.int64]) -> pa.Array:
        """Why there is no LSOA 2021, empty where there is one. Shape: numbers."""
        names = pa.array([NO_LSOA, IRREGULAR, SPLIT, OUTSIDE])
        order = {self.NO_CODE: 0, self.IRREGULAR: 1, self.SPLIT: 2, self.OUTSIDE: 3}
        unlocated = numbers < 0
        at = np.zeros(len(numbers), dtype=np.int64)
        for number, position in order.items():
            at[numbers == number] = position
        return names.take(pa.array(at, mask=~unlocated))

    def lsoa_codes(self, numbers: NDArray[np.signedinteger]) -> pa.Array:
        """LSOA 2021 code of each number, empty where there is none. Shape: numbers."""
        return pa.array(self.codes, pa.string()).take(pa.array(numbers, mask=numbers < 0))
