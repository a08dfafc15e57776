"""The sheet of figures: every number that the paper prints, once."""

from __future__ import annotations

from wardwise.document.section import Document
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.render.sheets.model import Amount, Sheet, SheetCell
from wardwise.render.sheets.tables import ONE_TABLE


HEADER = (
    "Figure",
    "Measure",
    "Offence",
    "Detail",
    "Area code",
    "Area",
    "First month",
    "Last month",
    "Value",
    "Unit",
    "Lower limit",
    "Upper limit",
    "Method",
    "Status",
    "Reason",
    "Sources",
)


def figures_sheet(document: Document) -> Sheet:
    """One row per figure, in order of its id."""
    figures = {f.figure_id: f for section in document.sections for f in section.figures}
    return Sheet(
        name="Figures",
        title="Every number printed in the paper",
        lines=(
            ONE_TABLE,
            "Value and limits are unrounded. [x] not known, [c] withheld, [z] not applicable.",
        ),
        header=HEADER,
        rows=tuple(_row(figure) for _, figure in sorted(figures.items())),
    )


def _row(figure: Figure) -> tuple[SheetCell, ...]:
    interval = figure.interval
    return (
        figure.figure_id,
        figure.measure,
        figure.offence or ALL_RECORDED_CRIME,
        figure.detail or "[z]",
        figure.area.code,
        figure.area.name,
        str(figure.period.first),
        str(figure.period.last),
        _value(figure),
        str(figure.unit),
        _amount(interval.lower) if interval else "[z]",
        _amount(interval.upper) if interval else "[z]",
        figure.method or "[z]",
        figure.status,
        figure.value.reason if isinstance(figure.value, NotKnown | Withheld) else "[z]",
        ", ".join(figure.sources),
    )


def _value(figure: Figure) -> SheetCell:
    match figure.value:
        case NotKnown():
            return "[x]"
        case Withheld():
            return "[c]"
        case number:
            return _amount(number)


def _amount(value: float) -> Amount:
    return Amount(value, places=0 if value == int(value) else 3)
