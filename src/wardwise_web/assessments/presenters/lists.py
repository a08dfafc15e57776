"""Lists of figures as they are shown a page at a time, and as they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from wardwise_web.assessments.comparison import Moved
from wardwise_web.assessments.findings import Printed
from wardwise_web.assessments.presenters.figures import (
    interval_in_words,
    period_in_words,
    shown,
    unit_in_words,
    what_in_words,
)
from wardwise_web.assessments.presenters.measure_words import measure_in_words
from wardwise_web.core.exports.sheet import Sheet


A_PAGE = 100
T = TypeVar("T")


@dataclass(frozen=True)
class Paged(Generic[T]):
    """Some rows of a list, and where they stand in it."""

    rows: Sequence[T]
    number: int
    last: int
    of: int


def page_of(rows: Sequence[T], number: str) -> Paged[T]:
    """The page asked for; the nearest that there is."""
    last = max(1, -(-len(rows) // A_PAGE))
    wanted = min(max(int(number) if number.isdecimal() else 1, 1), last)
    return Paged(rows[(wanted - 1) * A_PAGE : wanted * A_PAGE], wanted, last, len(rows))


@dataclass(frozen=True)
class FigureRow:
    """One line of a list of figures."""

    figure: Printed
    value: str
    interval: str
    what: str
    measure: str
    period: str
    unit: str


def figure_row(figure: Printed) -> FigureRow:
    """A figure in words."""
    return FigureRow(
        figure,
        shown(figure),
        interval_in_words(figure),
        what_in_words(figure),
        measure_in_words(figure.measure),
        period_in_words(figure),
        unit_in_words(figure),
    )


HEADINGS = (
    "Figure",
    "Chapter",
    "Measure",
    "Offence",
    "Detail",
    "Area code",
    "Area",
    "First month",
    "Last month",
    "Value",
    "Unit",
    "Lower",
    "Upper",
    "Method",
    "Sources",
    "Status",
    "Reason",
    "Marking",
)


def figures_sheet(figures: Sequence[Printed], *, marking: str) -> Sheet:
    """The figures unrounded, as ``findings.json`` holds them."""
    return Sheet(
        "Figures",
        marking,
        HEADINGS,
        [
            (
                one.figure_id,
                one.chapter,
                one.measure,
                one.offence,
                one.detail,
                one.area_code,
                one.area_name,
                one.period_start,
                one.period_end,
                one.value,
                one.unit,
                one.lower,
                one.upper,
                one.method,
                ", ".join(one.sources),
                one.status,
                one.reason,
                one.marking,
            )
            for one in figures
        ],
    )


@dataclass(frozen=True)
class MovedRow:
    """One line of a comparison."""

    figure: Printed
    then: str
    now: str
    what: str
    measure: str
    period: str
    reasons: tuple[str, ...]


def moved_row(moved: Moved) -> MovedRow:
    """A figure that moved, in words."""
    one = moved.figure
    return MovedRow(
        one,
        shown(moved.then) if moved.then else "not printed",
        shown(moved.now) if moved.now else "not printed",
        what_in_words(one),
        measure_in_words(one.measure),
        period_in_words(one),
        moved.reasons,
    )


def moved_sheet(rows: Sequence[Moved], *, marking: str) -> Sheet:
    """Everything that moved, unrounded."""
    return Sheet(
        "Figures that moved",
        marking,
        ("Figure", "Chapter", "Measure", "What", "Area", "Period", "Then", "Now", "Unit", "Why"),
        [
            (
                moved.figure.figure_id,
                moved.figure.chapter,
                moved.figure.measure,
                what_in_words(moved.figure),
                moved.figure.area_name,
                period_in_words(moved.figure),
                _number(moved.then),
                _number(moved.now),
                moved.figure.unit,
                "; ".join(moved.reasons),
            )
            for moved in rows
        ],
    )


def _number(figure: Printed | None) -> object:
    if figure is None:
        return "not printed"
    return figure.value if figure.status == "known" else figure.status.replace("_", " ")
