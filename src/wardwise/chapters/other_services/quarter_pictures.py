"""Each service by quarter, drawn."""

from __future__ import annotations

from wardwise.chapters.other_services.quarter_table import quarter_name
from wardwise.document.blocks import Table
from wardwise.document.phrases import verdict_of
from wardwise.document.pictures import Bar, Bars
from wardwise.document.sources import source_line
from wardwise.document.words import whole
from wardwise.domain.figure import Figure
from wardwise.domain.verdict import Verdict
from wardwise.figures.services import Service


DRAWN = 8
"""Quarters in a picture; the table has them all."""
WORD = {
    Verdict.ROSE: "rose on the year before",
    Verdict.FELL: "fell on the year before",
    Verdict.NO_CLEAR_CHANGE: "show no clear change on the year before",
}


def quarters_picture(found: Service, table: Table) -> Bars:
    shown = found.quarters[-DRAWN:]
    return Bars(
        name=f"quarters-{found.selected.chosen.dataset.replace('_', '-')}",
        title=_title(found),
        subtitle=f"{found.selected.name} by quarter, with 95% intervals; "
        f"{shown[0].period.first.label} to {shown[-1].period.last.label}",
        source=source_line(found.source),
        alt=" ".join(f"{quarter_name(one.period)}: {whole(one).text}." for one in shown),
        table=table,
        bars=tuple(_bar(one) for one in shown),
        unit="a quarter",
    )


def _title(found: Service) -> str:
    """What the test of the year says, or that it cannot."""
    said = WORD.get(verdict_of(found.change), "cannot be compared with the year before")
    when = "" if found.is_whole else f", {found.compared.label}"
    return f"{found.selected.name} {said}{when}"


def _bar(figure: Figure) -> Bar:
    name = quarter_name(figure.period)
    if figure.status != "known":
        few = figure.status == "withheld"
        return Bar(name, None, ours=True, why_not="too few to show" if few else "not supplied")
    span = figure.interval
    lower, upper = (span.lower, span.upper) if span else (None, None)
    return Bar(name, figure.number, lower, upper, ours=True)
