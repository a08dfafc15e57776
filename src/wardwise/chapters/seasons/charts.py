"""Control charts of other kinds, each of what it is the right chart for."""

from __future__ import annotations

from wardwise.chapters.seasons.findings import SeasonsFindings
from wardwise.document.blocks import Align, Cell, Column, Paragraph, Table
from wardwise.document.initials import capital, small
from wardwise.document.phrases import listed
from wardwise.document.pictures import ControlCharts
from wardwise.document.section import Section
from wardwise.document.sources import NAMES, source_line
from wardwise.document.text import Number, Text, say
from wardwise.document.words import in_words, rounded, whole
from wardwise.domain.period import Period
from wardwise.figures.other_chart import OtherChart
from wardwise.figures.other_charts import WHY


CALLED = {"p": "p (share)", "c": "c (count)", "u": "u (rate)", "run": "Run"}


def charts_section(found: SeasonsFindings) -> tuple[Section, ...]:
    """A sentence, small multiples, and a line for each that says why that kind."""
    if not found.charts:
        return ()
    blocks = (Paragraph(_answer(found), lead=True), _picture(found), charts_table(found))
    return (Section("Other control charts", "when-charts", blocks),)


def _answer(found: SeasonsFindings) -> Text:
    spoke = [f"{small(one.what)} ({one.said})" for one in found.charts if one.speaks]
    if not spoke:
        return say(
            "Of {n} series for which XmR is the wrong chart, none shows a signal in the last year.",
            n=in_words(len(found.charts)),
        )
    return say(
        "Of {n} series for which XmR is the wrong chart, {m} {speaks}: {which}.",
        n=in_words(len(found.charts)),
        m=in_words(len(spoke)),
        speaks="shows a signal" if len(spoke) == 1 else "show signals",
        which=listed(spoke),
    )


def _picture(found: SeasonsFindings) -> ControlCharts:
    spoke = sum(one.speaks for one in found.charts)
    title = f"{capital(in_words(spoke))} of {in_words(len(found.charts))} left the usual"
    return ControlCharts(
        name="other-charts",
        title=title if spoke else "None left the usual",
        subtitle="Each with the kind of chart, limits and unit that fit it; season left in; "
        f"{_months(found).label}",
        source=NAMES.get(found.source, found.source),
        alt=" ".join(_alt(one) for one in found.charts),
        table=charts_table(found, name="other-charts-drawn", appendix=True),
        series=tuple(one.series for one in found.charts),
        unit="each in its own unit",
    )


def _months(found: SeasonsFindings) -> Period:
    series = [one.series.months for one in found.charts]
    return Period(min(months[0] for months in series), max(months[-1] for months in series))


def _alt(one: OtherChart) -> str:
    known = [value for value in one.series.values if value is not None]
    places = 3 if max(known) < 10 else 0
    return (
        f"{one.series.name}: from {rounded(min(known), places)} to {rounded(max(known), places)}; "
        f"{one.said}."
    )


def charts_table(
    found: SeasonsFindings, *, name: str = "seasons-charts", appendix: bool = False
) -> Table:
    """Kind, why that kind, the middle, the last month's limits and what it says."""
    return Table(
        name=name,
        sheet="Other charts drawn" if appendix else "Other charts",
        caption="Other control charts, and why that kind",
        columns=(
            Column("Chart", Align.LEFT),
            Column("Of", Align.LEFT),
            Column("Why this kind", Align.LEFT),
            Column("Middle"),
            Column("Limits, last month", quiet=True),
            Column("Last year", Align.LEFT),
        ),
        rows=tuple(_row(one) for one in found.charts),
        source=source_line(found.source, _months(found)),
        appendix=appendix,
    )


def _row(one: OtherChart) -> tuple[Cell, ...]:
    return (
        CALLED[one.kind],
        f"{one.what}, {one.unit}",
        capital(WHY[one.kind]),
        _middle(one),
        _limits(one),
        capital(one.said),
    )


def _middle(one: OtherChart) -> Cell:
    if one.kind == "run":
        return whole(one.centre)
    return Number(_written(one, one.centre.number), one.centre)


def _limits(one: OtherChart) -> str:
    limits = one.centre.interval
    if limits is None:
        return "none"
    return f"{_written(one, limits.lower)} to {_written(one, limits.upper)}"


def _written(one: OtherChart, value: float) -> str:
    return f"{rounded(100 * value, 1)}%" if one.kind == "p" else rounded(value, 2)
