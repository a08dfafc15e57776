"""Codes, flags and groups: a supplier's words to ours, by the list in the mapping."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc

from wardwise.domain.errors import MappingError
from wardwise.domain.mapping import ColumnMapping
from wardwise.sources.partner_files.cells import Cells, Fault, Read, blank_where, by_distinct
from wardwise.sources.partner_files.joins import LISTED
from wardwise.sources.partner_files.labels import why_no_label


NOT_IN_LIST = "the code is not in the mapping's list"
NOT_A_FLAG = "the mapping reads it neither as yes nor as no"
NO_SEX = "the code is not in the mapping's list, and is neither male nor female"
MOST_KEPT = 500
_SEX = {"f": "F", "female": "F", "w": "F", "woman": "F", "m": "M", "male": "M", "man": "M"}


def read_codes(
    text: pa.Array,
    column: ColumnMapping,
    *,
    field: str,
    strays: Mapping[str, str] | None = None,
    counts: bool = False,
) -> Cells:
    """The mapping's word for each code; others kept as they are only if it says 'keep'.

    ``strays`` are labels that are not to be kept for where they stand (``labels.strays``).
    """
    codes = {key.strip().casefold(): value for key, value in column.codes.items()}
    keep = column.otherwise == "keep"

    def other(cell: str) -> str | Fault:
        if not keep:
            return Fault(NOT_IN_LIST)
        why = why_no_label(cell, counts=counts) or (strays or {}).get(cell)
        return Fault(why) if why else cell

    cells = blank_where(text, column.not_known)
    found = by_distinct(cells, partial(_code, codes=codes, other=other), pa.string())
    if keep and _unlisted(cells, codes) > MOST_KEPT:
        raise MappingError(
            f"columns.{field}: the column holds more than {MOST_KEPT} different values, so it is"
            " text and not a code. List the codes, or leave the column out."
        )
    return found


def _unlisted(cells: pa.Array, codes: Mapping[str, str]) -> int:
    """How many different cells are not blank and not in the list."""
    distinct = pc.unique(cells).to_pylist()
    return sum(cell != "" and cell.casefold() not in codes for cell in distinct)


def read_sex(text: pa.Array, column: ColumnMapping) -> Cells:
    """F or M."""
    codes = {key.strip().casefold(): value for key, value in column.codes.items()}

    def read(cell: str) -> object:
        return _SEX.get(codes.get(cell.casefold(), cell).casefold(), Fault(NO_SEX))

    return by_distinct(blank_where(text, column.not_known), read, pa.string())


def read_flag(text: pa.Array, column: ColumnMapping) -> Cells:
    """True, False, or null where not known. A list of codes is yes if one of them is."""
    yes = {one.strip().casefold() for one in column.yes}
    no = {one.strip().casefold() for one in column.no}

    def read(cell: str) -> object:
        parts = {part.casefold() for part in cell.split(LISTED)}
        if parts & yes:
            return True
        if parts <= no or column.otherwise == "no":
            return False
        return Fault(NOT_A_FLAG)

    blank = False if column.blank == "no" else None
    return by_distinct(blank_where(text, column.not_known), read, pa.bool_(), blank=blank)


def _code(cell: str, *, codes: dict[str, str], other: Read) -> object:
    if cell.casefold() in codes:
        return codes[cell.casefold()]
    parts = [part for part in cell.split(LISTED) if part]
    if len(parts) > 1 and all(part.casefold() in codes for part in parts):
        return LISTED.join(dict.fromkeys(codes[part.casefold()] for part in parts))
    return other(cell)


def read_free_text(text: pa.Array) -> Cells:
    """Free text as it is; it comes this far only where the settings ask for it."""
    read: Read = str
    return by_distinct(text, read, pa.string())
