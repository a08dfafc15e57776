"""Cells of one field: text to value, each distinct text read once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.domain.mapping import ColumnMapping
from wardwise.sources.partner_files.raw_table import RawTable


@dataclass(frozen=True)
class Fault:
    """Why a cell's text is not a value."""

    reason: str


@dataclass(frozen=True, eq=False)
class Cells:
    """Values, null where not known; and for each row the number of its fault, 0 for none.

    Blank cells, and those that the mapping reads as not known, are no fault.
    """

    values: pa.Array
    fault: NDArray[np.int16]
    reasons: tuple[str, ...]

    def faults(self) -> dict[str, NDArray[np.bool_]]:
        """Reason → rows."""
        return {reason: self.fault == n for n, reason in enumerate(self.reasons, start=1)}


Read = Callable[[str], object | Fault]


def text_of(raw: RawTable, column: ColumnMapping) -> pa.Array:
    """The field's text: one column, several with a blank between them, or the same for all."""
    if column.value is not None:
        return pa.repeat(pa.scalar(column.value, pa.string()), len(raw.lines))
    parts = [unwrapped(raw.columns[name]) for name in column.column]
    if len(parts) == 1:
        return parts[0]
    return pc.utf8_trim_whitespace(pc.binary_join_element_wise(*parts, " "))


def unwrapped(cells: pa.Array) -> pa.Array:
    """Some exports write ``="00123"`` to keep the noughts in a spreadsheet."""
    return pc.replace_substring_regex(cells, r'^="([^"]*)"$', r"\1")


def by_distinct(text: pa.Array, read: Read, kind: pa.DataType, *, blank: object = None) -> Cells:
    """Every distinct text read once; the reader gives a value, None or a Fault."""
    coded = pc.dictionary_encode(text)
    if isinstance(coded, pa.ChunkedArray):
        coded = coded.combine_chunks()
    found = [blank if cell == "" else read(cell) for cell in coded.dictionary.to_pylist()]
    reasons = list(dict.fromkeys(one.reason for one in found if isinstance(one, Fault)))
    numbers: Mapping[str, int] = {reason: n for n, reason in enumerate(reasons, start=1)}
    values = pa.array([None if isinstance(one, Fault) else one for one in found], kind)
    faults = np.array(
        [numbers[one.reason] if isinstance(one, Fault) else 0 for one in found], dtype=np.int16
    )
    at = coded.indices.to_numpy()
    return Cells(values.take(coded.indices), faults[at], tuple(reasons))


def blank_where(text: pa.Array, not_known: tuple[str, ...]) -> pa.Array:
    """The same text, empty where the mapping reads it as not known."""
    if not not_known:
        return text
    said = pc.is_in(pc.utf8_lower(text), pa.array([one.strip().lower() for one in not_known]))
    return pc.if_else(said, "", text)
