"""Which days an extract covers: the months that it fills, and not the month of a stray row.

One offence of 1995 that was reported last year, or one year typed wrongly, does not make an
extract of thirty years. A month is *filled* when the extract holds at least a quarter as many
rows in it as in its typical month; half of its rows lie in months at least as full as that
one. Filled months are one span as long as no more than three months between them are not
filled. A span runs from its first row to its last, and the days between spans are not
covered.

A quarter, because an extract by the day of the event holds a few events of the months before
it that came to be known late (about one in ten of the month before), and because a month of
which only the last week is in the extract is hardly covered by it. In an extract of few rows
every month is filled, and a stray row covers its own day alone. Whatever is not covered is
kept: an earlier row that should be gone is a smaller mistake than a year that is lost.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.sources.partner_files.account import Mask


LEAST_SHARE = 0.25
"""Of the rows of the typical month that a month has to have."""
LONGEST_GAP = 3
"""Months that are not filled, between two of one span."""
Days = NDArray[np.datetime64]


@dataclass(frozen=True, eq=False)
class Covered:
    """First and last days of the spans. Shape of both: spans."""

    first: Days
    last: Days

    def holds(self, days: Days) -> Mask:
        """Which days lie in a span; a day that is not known lies in none."""
        inside = np.zeros(len(days), dtype=bool)
        for first, last in zip(self.first, self.last, strict=True):
            inside |= (days >= first) & (days <= last)
        return inside


def covered_by(days: Days) -> Covered:
    """The spans of an extract whose rows have these days, NaT where not known. Shape: rows."""
    known = np.sort(days[~np.isnat(days)])
    months, rows = np.unique(known.astype("datetime64[M]"), return_counts=True)
    if not len(months):
        return Covered(known, known)
    filled = months[rows >= LEAST_SHARE * _typical(rows)]
    breaks = np.flatnonzero(np.diff(filled).astype(np.int64) > LONGEST_GAP + 1)
    starts, ends = filled[np.r_[0, breaks + 1]], filled[np.r_[breaks, -1]]
    after_the_end = (ends + 1).astype("datetime64[D]")
    first = known[np.searchsorted(known, starts.astype("datetime64[D]"))]
    last = known[np.searchsorted(known, after_the_end) - 1]
    return Covered(first, last)


def days_from(text: pa.ChunkedArray | pa.Array) -> Days:
    """Days written YYYY-MM-DD, with or without a time after them; NaT where there is none."""
    coded = pc.dictionary_encode(pc.utf8_slice_codeunits(text, 0, 10))
    coded = coded.combine_chunks() if isinstance(coded, pa.ChunkedArray) else coded
    days = np.array([*coded.dictionary.to_pylist(), "NaT"], dtype="datetime64[D]")
    found: Days = days[coded.indices.fill_null(len(days) - 1).to_numpy()]
    return found


def _typical(rows: NDArray[np.int64]) -> int:
    """Rows of the month in which the middle row lies, the fullest months first."""
    fullest = np.sort(rows)[::-1]
    return int(fullest[np.searchsorted(fullest.cumsum(), rows.sum() / 2)])
