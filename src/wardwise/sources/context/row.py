"""One row of a context file: what each column may hold."""

from __future__ import annotations

import datetime
import difflib
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.domain.period_words import FORMS, period_of
from wardwise.reference.load import load_table


COLUMNS = (
    "indicator",
    "area_code",
    "period",
    "value",
    "lower",
    "upper",
    "unit",
    "england",
    "region",
    "published_by",
    "published_on",
)
NUMBERS = ("value", "lower", "upper", "england", "region")
REQUIRED = ("indicator", "area_code", "period", "unit", "published_by")
Row = dict[str, str | float | None]


@dataclass(frozen=True)
class Fault:
    """What is wrong with one cell."""

    row: int
    column: str
    problem: str
    remedy: str


def read_row(cells: Mapping[str, str], *, row: int) -> tuple[Row, list[Fault]]:
    """The row's values, and every fault in it. An empty number is not known, not nought."""
    values: Row = {"source": "context"}
    faults: list[Fault] = []
    for column in COLUMNS:
        text = cells[column].strip()
        if column in NUMBERS:
            values[column] = _number(text)
            faults += _number_fault(text, row, column)
        else:
            values[column] = text or None
            faults += _text_fault(text, row, column)
    return values, faults or [
        *_end_fault(values, row),
        *_order_fault(values, row),
        *_percent_fault(values, row),
        *_early_fault(values, row),
    ]


def _number(text: str) -> float | None:
    try:
        found = float(text)
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def _number_fault(text: str, row: int, column: str) -> list[Fault]:
    if text == "" or _number(text) is not None:
        return []
    return [
        Fault(
            row,
            column,
            f"found '{text[:40]}', expected a number or nothing.",
            "Write the number alone, with a point for the decimals and no % or comma.",
        )
    ]


def _text_fault(text: str, row: int, column: str) -> list[Fault]:
    if text == "" and column in REQUIRED:
        return [Fault(row, column, "found nothing, expected a value.", "Fill the cell.")]
    checks = {
        "area_code": _code,
        "indicator": _indicator,
        "published_on": _date,
        "period": _period,
    }
    said = checks[column](text) if column in checks else None
    return [Fault(row, column, *said)] if said else []


def _code(text: str) -> tuple[str, str] | None:
    if re.fullmatch(r"[A-Z]\d{8}", text):
        return None
    return f"found '{text[:40]}', expected a code such as E08000027.", "Give the area's code."


def _date(text: str) -> tuple[str, str] | None:
    try:
        if text:
            datetime.date.fromisoformat(text)
    except ValueError:
        return (
            f"found '{text[:40]}', expected a date as YYYY-MM-DD.",
            "Write the date so; a spreadsheet may have turned it round.",
        )
    return None


def _period(text: str) -> tuple[str, str] | None:
    if text == "" or period_of(text):
        return None
    return (
        f"found '{text[:40]}', expected a period in words such as {FORMS}.",
        "Write the months that the value is about.",
    )


def _indicator(text: str) -> tuple[str, str] | None:
    """A name that is nearly an expected one is a slip; any other is an indicator of their own."""
    expected = [str(row["indicator"]) for row in load_table("context_indicator_expected").rows]
    near = difflib.get_close_matches(text, expected, n=1, cutoff=0.85)
    if text in expected or not near:
        return None
    return f"found '{text}', which is nearly '{near[0]}'.", "Write the name exactly so."


def _percent_fault(values: Row, row: int) -> list[Fault]:
    """A share of people or households is between none and all of them."""
    if str(values["unit"]).casefold() not in ("percent", "%", "per cent"):
        return []
    for column in NUMBERS:
        number = values[column]
        if isinstance(number, float) and not 0 <= number <= 100:
            problem = f"found {number:g}, expected a percentage from 0 to 100."
            return [Fault(row, column, problem, "Check the number, or the unit beside it.")]
    return []


def _end_fault(values: Row, row: int) -> list[Fault]:
    """An interval has two ends; one alone would be printed as none."""
    ends = {column: values[column] for column in ("lower", "upper")}
    empty = [column for column, number in ends.items() if number is None]
    if len(empty) != 1:
        return []
    (other,) = (column for column in ends if column not in empty)
    problem = f"found nothing, expected a number because '{other}' holds {ends[other]:g}."
    return [Fault(row, empty[0], problem, "Give both ends of the interval, or neither.")]


def _early_fault(values: Row, row: int) -> list[Fault]:
    """Nobody publishes what has not begun."""
    period, published = period_of(str(values["period"])), values["published_on"]
    if period is None or not published or str(published)[:7] >= str(period.first):
        return []
    problem = f"found {published}, which is before {values['period']} begins."
    return [Fault(row, "published_on", problem, "Check the date and the period.")]


def _order_fault(values: Row, row: int) -> list[Fault]:
    lower, value, upper = (values[column] for column in ("lower", "value", "upper"))
    known = [number for number in (lower, value, upper) if isinstance(number, float)]
    if known == sorted(known):
        return []
    return [
        Fault(
            row,
            "value",
            f"found {value} outside the range {lower} to {upper}.",
            "Check the three cells: the value lies between lower and upper.",
        )
    ]
