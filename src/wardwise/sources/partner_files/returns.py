"""Aggregate and cohort returns: a month, quarter or year, an item and how many."""

from __future__ import annotations

import re

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.domain.period import Month
from wardwise.sources.partner_files.account import Mask
from wardwise.sources.partner_files.cells import Fault, blank_where, by_distinct
from wardwise.sources.partner_files.extract import Extract
from wardwise.sources.partner_files.moments import month_text, read_moments
from wardwise.sources.partner_files.records import tidy_table
from wardwise.sources.partner_files.withheld import read_withheld


NO_PERIOD = "not a month, quarter or year"
BELOW_NOUGHT = "a count below nought"
MORE_THAN_ALL = "a count above its own denominator"
_QUARTER = re.compile(
    r"(\d{4})(?:[/-]\d{2,4})?\s*[- ]?\s*Q([1-4])|Q([1-4])\s+(\d{4})(?:[/-]\d{2,4})?"
)
_YEAR = re.compile(r"(\d{4})[/-](\d{2}|\d{4})")
_APRIL = 4


def read_returns(extract: Extract) -> pa.Table:
    """The tidy table ``partner_return``."""
    first, last = _periods(extract)
    numbers = {name: read_withheld(extract, name) for name in ("value", "of")}
    value, of = numbers["value"].values, numbers["of"].values
    below = pc.less(value, 0).fill_null(False).to_numpy(zero_copy_only=False)
    extract.account.fault(below, field="value", reason=BELOW_NOUGHT)
    extract.account.put_aside(below, f"value: {BELOW_NOUGHT}")
    above = pc.greater(value, of).fill_null(False).to_numpy(zero_copy_only=False)
    extract.account.fault(above, field="value", reason=MORE_THAN_ALL)
    names = {"area": "area_code", "item": "item", "category": "category", "cohort": "cohort"}
    values = {
        "first_month": first,
        "last_month": last,
        **{ours: extract.plain(field) for field, ours in names.items()},
        "value": value,
        "of": of,
        "withheld": _named({name: one.withheld for name, one in numbers.items()}),
        "at_most": numbers["value"].at_most,
    }
    extract.put_repeats_aside()
    return tidy_table("partner_return", extract, values)


def _named(masks: dict[str, Mask]) -> pa.Array:
    """Which of the fields are withheld in each row."""
    rows = zip(*(masks[name].tolist() for name in masks), strict=True)
    told = [";".join(name for name, on in zip(masks, row, strict=True) if on) for row in rows]
    return pa.array([text or None for text in told], pa.string())


def _periods(extract: Extract) -> tuple[pa.Array, pa.Array]:
    column, text = extract.columns["period"], extract.text("period")
    kind = pa.struct([("first", pa.string()), ("last", pa.string())])
    cells = by_distinct(blank_where(text, column.not_known), _period, kind)
    moments = read_moments(text, column, times=extract.part.times)
    months = month_text(moments.at)
    first, last = (
        pc.coalesce(pc.struct_field(cells.values, name), months) for name in ("first", "last")
    )
    known = first.is_valid().to_numpy(zero_copy_only=False)
    fault = (cells.fault > 0) & ~known
    extract.settle("period", {NO_PERIOD: np.asarray(fault)}, known=known)
    return first, last


def _period(cell: str) -> object:
    """Financial quarters and years, which begin in April; None where a format is to read it."""
    if found := _QUARTER.fullmatch(cell):
        year, quarter = int(found[1] or found[4]), int(found[2] or found[3])
        return _months(year, _APRIL + 3 * (quarter - 1), 3)
    if (found := _YEAR.fullmatch(cell)) and (int(found[1]) + 1) % 100 == int(found[2]) % 100:
        return _months(int(found[1]), _APRIL, 12)
    return Fault(NO_PERIOD)


def _months(year: int, month: int, length: int) -> dict[str, str]:
    start = Month.parse(f"{year:04d}-01").plus(month - 1)
    return {"first": str(start), "last": str(start.plus(length - 1))}
