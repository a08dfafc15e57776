"""Rows of the tidy table ``official_count`` from the published tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wardwise.domain.errors import ExtractError
from wardwise.domain.period import Month, Period
from wardwise.sources.ons_csp.areas import PublishedArea
from wardwise.sources.ons_csp.table import (
    HOUSEHOLDS,
    PER_HOUSEHOLD,
    RESIDENTS,
    TOTAL,
    Line,
    PublishedTable,
    Value,
)


SOURCE = "ons_csp_tables"
NOTHING = Value(None, None)
ROUNDED_TO = 100
"""Residents and households are printed in hundreds."""
Row = dict[str, str | int | float | None]


@dataclass(frozen=True)
class Year:
    """The published tables of one year, by area: counts, and what else was published."""

    last_month: Month
    counts: Mapping[PublishedArea, Line]
    columns: PublishedTable
    rates: Mapping[PublishedArea, Line]
    changes: Mapping[PublishedArea, Line]
    notes: Mapping[int, str]
    area_notes: Mapping[str, str]
    file: str


def official_rows(year: Year) -> Iterator[Row]:
    """A row for every area and offence."""
    period = Period.ending(year.last_month)
    for area, line in year.counts.items():
        for offence in year.columns.column_notes:
            yield _names(area, offence, period) | _numbers(year, area, line, offence)


def _names(area: PublishedArea, offence: str, period: Period) -> Row:
    return {
        "source": SOURCE,
        "level": area.level,
        "force_code": area.force_code,
        "force_name": area.force_name,
        "csp_code": area.csp_code,
        "csp_name": area.csp_name,
        "district_code": area.district_code,
        "offence": None if offence == TOTAL else offence,
        "first_month": str(period.first),
        "last_month": str(period.last),
    }


def _numbers(year: Year, area: PublishedArea, line: Line, offence: str) -> Row:
    count = line.values[offence]
    rates = year.rates[area].values if area in year.rates else {}
    changes = year.changes[area].values if area in year.changes else {}
    rate, change = rates.get(offence, NOTHING), changes.get(offence, NOTHING)
    symbols = [value.symbol for value in (count, change, rate) if value.symbol]
    residents = _whole(year.file, line, RESIDENTS, rates.get(RESIDENTS, NOTHING))
    households = _whole(year.file, line, HOUSEHOLDS, rates.get(HOUSEHOLDS, NOTHING))
    return {
        "offences": _whole(year.file, line, offence, count),
        "residents": _unrounded(residents, line.values, rates, per=""),
        "households": _unrounded(households, line.values, rates, per=PER_HOUSEHOLD),
        "rate_per_1000_residents": rate.number,
        "rate_per_1000_households": rates.get(PER_HOUSEHOLD + offence, NOTHING).number,
        "change_percent": change.number,
        "symbol": " ".join(dict.fromkeys(symbols)) or None,
        "note": _note(year, area, line, offence),
    }


def _whole(file: str, line: Line, column: str, value: Value) -> int | None:
    if value.number is None:
        return None
    if value.number != int(value.number):
        raise ExtractError(
            file=file,
            row=line.row,
            column=column or "Total recorded crime (excluding fraud)",
            problem=f"found {value.number}, expected a whole number.",
            remedy="Get the workbook again from ONS; a cell has been overwritten.",
        )
    return int(value.number)


def _unrounded(
    printed: int | None, counts: Mapping[str, Value], rates: Mapping[str, Value], *, per: str
) -> int | None:
    """The residents or households that ONS divided by, of which it prints hundreds.

    The published rates have all their digits, so the largest count over its rate gives them back.
    """
    if printed is None:
        return None
    pairs = [
        (count.number, rates.get(per + name, NOTHING).number) for name, count in counts.items()
    ]
    known = [(count, rate) for count, rate in pairs if count and rate]
    if not known:
        return printed
    count, rate = max(known)
    whole = round(1000 * count / rate)
    return whole if abs(whole - printed) <= ROUNDED_TO / 2 else printed


def _note(year: Year, area: PublishedArea, line: Line, offence: str) -> str | None:
    rated = year.rates.get(area)
    numbers = line.notes + (rated.notes if rated else ()) + year.columns.column_notes[offence]
    said = [year.notes[number] for number in dict.fromkeys(numbers) if number in year.notes]
    here = year.area_notes.get(area.csp_name or "")
    return " ".join([here, *said] if here else said) or None
