"""Numbers of a return that the supplier withholds: a star, [c], or 'fewer than five'."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from wardwise.sources.partner_files.account import Mask
from wardwise.sources.partner_files.cells import by_distinct
from wardwise.sources.partner_files.extract import Extract
from wardwise.sources.partner_files.numbers import read_counts


WITHHELD = "withheld by the supplier"
_MARK = re.compile(r"\*+|\[?c\]?|suppressed|withheld|\[?supp\]?", re.IGNORECASE)
_BELOW = re.compile(r"(?:<|less than|fewer than|under|below)\s*(\d+)", re.IGNORECASE)
_UP_TO = re.compile(r"(?:<=|≤|up to|at most|1\s*(?:-|–|to))\s*(\d+)", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Numbers:
    """Values, null where not known or withheld; which are withheld, and at most how large."""

    values: pa.Array
    withheld: Mask
    at_most: pa.Array


def read_withheld(extract: Extract, field: str) -> Numbers:
    """The numbers of a field; a withheld one is no fault, and is not nought."""
    if not extract.has(field):
        none = pa.nulls(extract.rows, pa.float64())
        return Numbers(none, np.zeros(extract.rows, dtype=bool), none)
    text, column = extract.text(field), extract.columns[field]
    marks = by_distinct(text, most_of, pa.float64())
    withheld = by_distinct(text, is_withheld, pa.bool_(), blank=False)
    hidden: Mask = withheld.values.to_numpy(zero_copy_only=False).astype(bool)
    cells = read_counts(text, column)
    faults = {reason: where & ~hidden for reason, where in cells.faults().items()}
    known = cells.values.is_valid().to_numpy(zero_copy_only=False) | hidden
    extract.settle(field, faults, known=known)
    extract.account.check(WITHHELD, hidden, field=field)
    return Numbers(cells.values, hidden, marks.values)


def is_withheld(cell: str) -> bool:
    """Whether the cell says that there is a number and does not say which.

    >>> is_withheld("*"), is_withheld("<5"), is_withheld("5"), is_withheld("n/a")
    (True, True, False, False)
    """
    return any(pattern.fullmatch(cell.strip()) for pattern in (_MARK, _BELOW, _UP_TO))


def most_of(cell: str) -> float | None:
    """The most that a withheld number can be; None where the mark does not say.

    >>> most_of("<5"), most_of("1 to 4"), most_of("*")
    (4.0, 4.0, None)
    """
    if found := _UP_TO.fullmatch(cell.strip()):
        return float(found[1])
    if found := _BELOW.fullmatch(cell.strip()):
        return float(found[1]) - 1
    return None
