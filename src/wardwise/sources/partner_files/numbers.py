"""Numbers, and ages in years and in bands."""

from __future__ import annotations

import re

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.domain.mapping import ColumnMapping
from wardwise.sources.partner_files.cells import Cells, Fault, blank_where, by_distinct


NOT_A_NUMBER = "not a number"
TOO_LARGE = "a number of nine digits and more, which no count has"
NOT_AN_AGE = "not an age in whole years"
NEGATIVE_AGE = "an age below nought"
TOO_OLD = "an age above 110"
NOT_A_BAND = "not an age group"
BAND_ROUND = "an age group that ends before it begins"
OLDEST = 110
MOST_COUNTED = 1e8
_NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$"
_BAND = re.compile(r"(\d{1,3})\s*(?:-|–|to|until)\s*(\d{1,3})")
_OVER = re.compile(r"(\d{1,3})\s*(?:\+|and over|and above|or over|plus|years and over)")
_OLDER = re.compile(r"(?:over|>)\s*(\d{1,3})")
_UNDER = re.compile(r"(?:<|under|below)\s*(\d{1,3})")
_ONE = re.compile(r"\d{1,3}")


def read_numbers(text: pa.Array, column: ColumnMapping) -> Cells:
    """Numbers as the computer writes them; a comma, % or £ is a fault and not guessed away."""
    cells = blank_where(text, column.not_known)
    good = pc.match_substring_regex(cells, _NUMBER)
    values = pc.cast(pc.if_else(good, cells, pa.scalar(None, pa.string())), pa.float64())
    bad = pc.and_(pc.invert(good), pc.not_equal(cells, ""))
    return Cells(values, bad.to_numpy(zero_copy_only=False).astype(np.int16), (NOT_A_NUMBER,))


def read_counts(text: pa.Array, column: ColumnMapping) -> Cells:
    """Counts and weights: what is as long as a telephone number is not one."""
    found = read_numbers(text, column)
    large = pc.greater_equal(pc.abs(found.values), MOST_COUNTED).fill_null(False)
    values = pc.if_else(large, pa.scalar(None, pa.float64()), found.values)
    faults = np.where(large.to_numpy(zero_copy_only=False), np.int16(2), found.fault)
    return Cells(values, faults, (*found.reasons, TOO_LARGE))


def read_ages(text: pa.Array, column: ColumnMapping) -> Cells:
    """Completed years, 0 to 110. A code of the mapping may stand for a year."""
    codes = {key.strip().casefold(): value for key, value in column.codes.items()}

    def read(cell: str) -> object:
        return _age(codes.get(cell.casefold(), cell))

    return by_distinct(blank_where(text, column.not_known), read, pa.int32())


def read_bands(text: pa.Array, column: ColumnMapping) -> tuple[Cells, pa.Array]:
    """Lower ends (with the faults) and upper ends; an upper end is empty for 'and over'."""
    codes = {key.strip().casefold(): value for key, value in column.codes.items()}

    def read(cell: str) -> object:
        return _band(codes.get(cell.casefold(), cell))

    kind = pa.struct([("low", pa.int32()), ("high", pa.int32())])
    both = by_distinct(blank_where(text, column.not_known), read, kind)
    low, high = (pc.struct_field(both.values, name) for name in ("low", "high"))
    return Cells(low, both.fault, both.reasons), high


def _age(cell: str) -> object:
    if re.fullmatch(r"-\d+(\.0+)?", cell):
        return Fault(NEGATIVE_AGE)
    whole = re.fullmatch(r"(\d{1,9})(\.0+)?", cell)
    if whole is None:
        return Fault(NOT_AN_AGE)
    years = int(whole[1])
    return Fault(TOO_OLD) if years > OLDEST else years


def _band(cell: str) -> object:
    text = cell.casefold().removesuffix("years").strip()
    if found := _BAND.fullmatch(text):
        low, high = int(found[1]), int(found[2])
        if low > OLDEST:
            return Fault(NOT_A_BAND)
        return {"low": low, "high": high} if low <= high else Fault(BAND_ROUND)
    if (found := _OVER.fullmatch(text)) and int(found[1]) <= OLDEST:
        return {"low": int(found[1]), "high": None}
    if (found := _OLDER.fullmatch(text)) and int(found[1]) < OLDEST:
        return {"low": int(found[1]) + 1, "high": None}
    if (found := _UNDER.fullmatch(text)) and 0 < int(found[1]) <= OLDEST:
        return {"low": 0, "high": int(found[1]) - 1}
    if _ONE.fullmatch(text) and int(text) <= OLDEST:
        return {"low": int(text), "high": int(text)}
    return Fault(NOT_A_BAND)
