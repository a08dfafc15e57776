"""Check every cell of a table of counts, and give each its month, place and offence number."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.domain.errors import ExtractError, ReferenceDataError
from wardwise.domain.offences import POLICE_UK_FIRST_MONTH, POLICE_UK_OFFENCES
from wardwise.sources.area_counts.columns import AGAIN
from wardwise.sources.area_counts.files import CountFile
from wardwise.sources.place_numbers import ELSEWHERE, PlaceNumbers
from wardwise.sources.sum_by_key import are_distinct


_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_LSOA = re.compile(rf"[EW]01[0-9]{{6}}|{ELSEWHERE.pattern}")

Numbers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class CountCells:
    """Cells by number. Shape: cells. ``months`` names the month numbers."""

    month: Numbers
    place: Numbers
    offence: Numbers
    offences: Numbers
    months: tuple[str, ...]


def check_cells(
    file: CountFile, *, places: PlaceNumbers, this_month: str = "9999-12"
) -> CountCells:
    """Every cell, or an error that names the first that is wrong and how many are."""
    month_at, months = _coded(file, "month")
    code_at, codes = _coded(file, "lsoa_code")
    type_at, types = _coded(file, "crime_type")
    _refuse(file, "month", month_at, months, wrong=[not _is_month(m, this_month) for m in months])
    known_types = {name: number for number, name in enumerate(POLICE_UK_OFFENCES)}
    _refuse(file, "crime_type", type_at, types, wrong=[t not in known_types for t in types])
    number_of = _place_numbers(file, code_at, codes, places)
    offences = _offences(file)
    _check_each_once(file, (month_at * len(codes) + code_at) * len(types) + type_at)
    return CountCells(
        month=month_at,
        place=number_of[code_at],
        offence=np.array([known_types[name] for name in types], dtype=np.int64)[type_at],
        offences=offences,
        months=tuple(months),
    )


def _is_month(text: str, this_month: str) -> bool:
    return bool(_MONTH.fullmatch(text)) and POLICE_UK_FIRST_MONTH <= text <= this_month


def _coded(file: CountFile, column: str) -> tuple[Numbers, list[str]]:
    """Position of each cell's text among the distinct texts, an empty cell being ''."""
    array = file.cells[column]
    if not pa.types.is_dictionary(array.type):
        if not (pa.types.is_string(array.type) or pa.types.is_large_string(array.type)):
            raise ExtractError(
                file=file.shown,
                column=column,
                problem=f"the column holds {array.type}; expected text.",
                remedy=AGAIN,
            )
        array = array.dictionary_encode()
    encoded = array.unify_dictionaries().combine_chunks()
    texts = [(text or "").strip() for text in encoded.dictionary.to_pylist()] + [""]
    at = encoded.indices.fill_null(len(texts) - 1).to_numpy(zero_copy_only=False)
    # A dictionary may hold texts that no cell uses
    used = np.flatnonzero(np.bincount(at, minlength=len(texts))).tolist()
    distinct = sorted({texts[number] for number in used})
    order = {text: number for number, text in enumerate(distinct)}
    return np.array([order.get(text, -1) for text in texts], dtype=np.int64)[at], distinct


def _refuse(
    file: CountFile, column: str, at: Numbers, texts: list[str], *, wrong: list[bool]
) -> None:
    rows = np.flatnonzero(np.array(wrong, dtype=bool)[at])
    if not len(rows):
        return
    expected = {
        "month": f"a month as YYYY-MM, from {POLICE_UK_FIRST_MONTH} to the present one",
        "crime_type": "one of the 14 crime types of data.police.uk",
        "lsoa_code": "an LSOA code such as E01017540, or nothing",
    }[column]
    found = sorted({texts[number] for number in np.unique(at[rows])})
    listed = ", ".join(f"'{text[:40]}'" for text in found[:3])
    more = f" and {len(found) - 3:,} other values" if len(found) > 3 else ""
    raise ExtractError(
        file=file.shown,
        row=int(rows[0]) + file.first_row,
        column=column,
        problem=f"found {listed}{more} in {len(rows):,} rows; expected {expected}.",
        remedy=AGAIN,
    )


def _place_numbers(file: CountFile, at: Numbers, codes: list[str], places: PlaceNumbers) -> Numbers:
    """Place number by position in ``codes``; a split LSOA 2011 has no point to go by."""
    _refuse(file, "lsoa_code", at, codes, wrong=[bool(c) and not _LSOA.fullmatch(c) for c in codes])
    unknown = [bool(code) and places.is_unknown(code) for code in codes]
    if any(unknown):
        rows = np.flatnonzero(np.array(unknown)[at])
        raise ReferenceDataError(
            f"{file.shown}, row {int(rows[0]) + file.first_row:,}, column 'lsoa_code':"
            f" '{codes[at[rows[0]]]}' is in neither the LSOA 2021 list nor the LSOA 2011 list"
            f" ({sum(unknown):,} such codes). Check the edition of the lookup in geography/."
        )
    numbers = [places.number_of(code) if code else PlaceNumbers.NO_CODE for code in codes]
    return np.array(
        [PlaceNumbers.SPLIT if n >= len(places.codes) else n for n in numbers], dtype=np.int64
    )


def _offences(file: CountFile) -> Numbers:
    """The counts, which must be whole and not below nought."""
    column = file.cells["crime_count"]
    try:
        numbers = pc.cast(column, pa.float64()).fill_null(np.nan)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        numbers = pa.chunked_array([[_number(text) for text in column.to_pylist()]], pa.float64())
    values = numbers.to_numpy()
    wrong = np.flatnonzero(~((values >= 0) & (values == np.floor(values)) & np.isfinite(values)))
    if len(wrong):
        found = column[int(wrong[0])].as_py()
        raise ExtractError(
            file=file.shown,
            row=int(wrong[0]) + file.first_row,
            column="crime_count",
            problem=f"found {'nothing' if found in (None, '') else repr(found)} in"
            f" {len(wrong):,} rows; expected a whole number, nought or more.",
            remedy=AGAIN,
        )
    whole: Numbers = values.astype(np.int64)
    return whole


def _number(text: str | None) -> float:
    try:
        return float(text or "nan")
    except ValueError:
        return float("nan")


def _check_each_once(file: CountFile, keys: Numbers) -> None:
    if are_distinct(keys):
        return
    in_order = np.sort(keys)
    twice = in_order[1:][in_order[1:] == in_order[:-1]]
    rows = np.flatnonzero(keys == twice[0])
    raise ExtractError(
        file=file.shown,
        row=int(rows[1]) + file.first_row,
        column="crime_count",
        problem=f"the same month, LSOA and crime type already stand in row"
        f" {int(rows[0]) + file.first_row:,} ({len(twice):,} such rows).",
        remedy="Ask for the table with one row for each month, LSOA and crime type.",
    )
