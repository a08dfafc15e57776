"""Codes, flags and groups: a supplier's words to ours, by the list in the mapping."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import partial

import pyarrow as pa

from wardwise.domain.errors import MappingError
from wardwise.domain.mapping import ColumnMapping
from wardwise.sources.partner_files.cells import Cells, Fault, Read, blank_where, by_distinct
from wardwise.sources.partner_files.joins import LISTED


NOT_IN_LIST = "the code is not in the mapping's list"
NOT_A_FLAG = "the mapping reads it neither as yes nor as no"
FORMULA = "the cell begins like a spreadsheet formula"
PERSONAL = "the cell looks like a person's details, and not like a code"
TOO_LONG = "the cell is too long for a code"
NO_SEX = "the code is not in the mapping's list, and is neither male nor female"
LONGEST_CODE = 80
MOST_KEPT = 500
LONG_COLUMN = 20  # cells from which on a code that stands once is no code
_WORDS = re.compile(r"[^\W\d_]{3,}([ .,'’-]+[^\W\d_]+)*")
_SEX = {"f": "F", "female": "F", "w": "F", "woman": "F", "m": "M", "male": "M", "man": "M"}
_FORMULA = re.compile(r"[=+@]|-\D")
_PERSONAL = re.compile(
    r"\S+@\S+\.\S+"  # an address of electronic mail
    r"|\b0\d{3,4}[ -]?\d{3}[ -]?\d{3,4}\b"  # a telephone number
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"  # a whole postcode
    r"|\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"  # a National Insurance number
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-](19|20)\d{2}\b",  # a date of birth
    re.IGNORECASE,
)


def read_codes(text: pa.Array, column: ColumnMapping, *, field: str) -> Cells:
    """The mapping's word for each code; others kept as they are only if it says 'keep'."""
    codes = {key.strip().casefold(): value for key, value in column.codes.items()}
    keep = column.otherwise == "keep"
    cells = blank_where(text, column.not_known)
    found = by_distinct(cells, partial(_code, codes=codes, keep=keep), pa.string())
    if keep and found.values.filter(found.values.is_valid()).unique().__len__() > MOST_KEPT:
        raise MappingError(
            f"columns.{field}: the column holds more than {MOST_KEPT} different values, so it is"
            " text and not a code. List the codes, or leave the column out."
        )
    return found


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


def _code(cell: str, *, codes: dict[str, str], keep: bool) -> object:
    if cell.casefold() in codes:
        return codes[cell.casefold()]
    parts = [part for part in cell.split(LISTED) if part]
    if len(parts) > 1 and all(part.casefold() in codes for part in parts):
        return LISTED.join(dict.fromkeys(codes[part.casefold()] for part in parts))
    return _kept(cell) if keep else Fault(NOT_IN_LIST)


def may_be_kept(cell: str) -> bool:
    """Whether a supplier's own label may be shown and kept as it is."""
    return not isinstance(_kept(cell), Fault)


def lone_words(cells: Iterable[str]) -> frozenset[str]:
    """Words that stand once in a long column: a code comes again, a name that strayed does not."""
    counted = Counter(cell for cell in cells if cell)
    if counted.total() < LONG_COLUMN:
        return frozenset()
    return frozenset(cell for cell, n in counted.items() if n == 1 and _WORDS.fullmatch(cell))


def _kept(cell: str) -> object:
    """A supplier's own label, unless it is something that a label is not."""
    if _FORMULA.match(cell):
        return Fault(FORMULA)
    if _PERSONAL.search(cell):
        return Fault(PERSONAL)
    return Fault(TOO_LONG) if len(cell) > LONGEST_CODE else cell


def read_free_text(text: pa.Array) -> Cells:
    """Free text as it is; it comes this far only where the settings ask for it."""
    read: Read = str
    return by_distinct(text, read, pa.string())
