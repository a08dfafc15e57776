"""The partnership beside its force month by month: picture and table."""

from __future__ import annotations

from wardwise.chapters.comparison.findings import ComparisonFindings, Recorded
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.phrases import verdict_of
from wardwise.document.pictures import ControlCharts
from wardwise.document.sources import source_line
from wardwise.document.words import decimal, whole
from wardwise.domain.figure import Figure
from wardwise.domain.period import Period
from wardwise.domain.verdict import Verdict
from wardwise.figures.control import Control
from wardwise.figures.control_pictures import charted, control_alt


def trend_picture(
    found: ComparisonFindings, recorded: Recorded, ours: Figure, force: Figure
) -> ControlCharts:
    """Two control charts, each on its own scale: ours and the force area's."""
    series = tuple(one.series for one in recorded.charts)
    window = Period(series[0].months[0], series[0].months[-1])
    return ControlCharts(
        name="comparison-months",
        title=_title(found, ours, force),
        subtitle=f"Offences {charted(series)}; own scales, process limits; {window.label}",
        source=source_line(recorded.source, window),
        alt=" ".join(control_alt(one) for one in series),
        table=_table(recorded.charts, source_line(recorded.source, window)),
        series=series,
    )


def _title(found: ComparisonFindings, ours: Figure, force: Figure) -> str:
    here, there = verdict_of(ours), verdict_of(force)
    # published tables are of another year, and may say otherwise a page before
    name, year = found.area.name, ours.period.label
    if Verdict.NOT_COMPARABLE in (here, there):
        return f"{name} and the force area: the two years cannot be compared"
    if here is there:
        return f"Recorded crime, {year}: {here} in {name}, as in the force area"
    return f"Recorded crime, {year}: {here} in {name}, {there} in the force area"


def _table(charts: tuple[Control, ...], source: str) -> Table:
    months = charts[0].months
    rows: list[tuple[Cell, ...]] = [
        (
            month.period.label,
            *(
                cell
                for one in charts
                for cell in (whole(one.months[n]), decimal(one.equal_months[n]))
            ),
        )
        for n, month in enumerate(months)
    ]
    return Table(
        name="comparison-months-table",
        caption="All recorded crime month by month",
        columns=(
            Column("Month", Align.LEFT),
            *(
                Column(one.series.name + made)
                for one in charts
                for made in ("", ", in an average month")
            ),
        ),
        rows=tuple(rows),
        source=source,
        appendix=True,
    )
