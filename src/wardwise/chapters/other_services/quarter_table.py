"""Admissions and calls by quarter, listed."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.chapters.other_services.withheld_note import few_note
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.sources import source_line
from wardwise.document.text import say
from wardwise.document.words import whole
from wardwise.domain.figure import Figure
from wardwise.domain.period import NAMES, Period
from wardwise.figures.services import Service


def quarters_table(found: Sequence[Service]) -> Table:
    """A row for each quarter, the latest last."""
    held = [{one.period: one for one in service.quarters} for service in found]
    periods = sorted({period for one in held for period in one}, key=lambda one: one.first.ordinal)
    rows = tuple((quarter_name(one), *(_cell(of.get(one)) for of in held)) for one in periods)
    is_hidden = any(one.status == "withheld" for of in held for one in of.values())
    least = found[0].selected.desk.settings.people.least_count
    return Table(
        name="service-quarters",
        caption="Admissions and calls by quarter",
        columns=(
            Column("Quarter", Align.LEFT),
            *(Column(service.selected.name) for service in found),
        ),
        rows=rows,
        notes=(
            say("[x] is a quarter that the file does not hold whole."),
            *([few_note(least)] if is_hidden else []),
        ),
        source="; ".join(source_line(service.source) for service in found),
        appendix=True,
        off_paper=True,  # the pictures have the latest eight quarters
    )


def _cell(figure: Figure | None) -> Cell:
    return "–" if figure is None else whole(figure)


def quarter_name(period: Period) -> str:
    """``Oct to Dec 2025``."""
    first, last = period.first, period.last
    year = "" if first.year == last.year else f" {first.year}"
    return f"{NAMES[first.number][:3]}{year} to {NAMES[last.number][:3]} {last.year}"
