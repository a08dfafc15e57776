"""The tables: every group's year, the quarters of the largest, and which rule was chosen."""

from __future__ import annotations

from collections.abc import Callable

from wardwise.chapters.looking_ahead.findings import AheadFindings, GroupAhead
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.sources import source_line
from wardwise.document.text import say
from wardwise.document.words import between, percent, whole
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.domain.period import NAMES as MONTHS
from wardwise.domain.period import Period
from wardwise.measures.time.forecast import Forecast


TOP = 5
"""Groups whose quarters are printed."""


def group_table(found: AheadFindings) -> Table:
    """Last twelve months, the next, both ranges, and a direction if the range says so."""
    return Table(
        name="year-ahead",
        caption=f"What to expect in {found.area.name}, {found.year.label}, if nothing changes",
        columns=(
            Column("Group", Align.LEFT),
            Column("Last 12 months"),
            Column("Next 12"),
            Column("80% range", quiet=True),
            Column("95% range"),
            Column("Direction", Align.LEFT),
        ),
        rows=tuple(_row(one) for one in (found.whole, *found.groups)),
        emphasis=(0,),
        source=source_line(found.source, found.latest),
    )


def _name(one: GroupAhead) -> str:
    return one.offence or ALL_RECORDED_CRIME


def _row(one: GroupAhead) -> tuple[Cell, ...]:
    ahead = one.outlook
    made = ahead.forecast
    return (
        _name(one),
        whole(one.latest),
        whole(ahead.figure),
        between(ahead.narrow),
        between(ahead.figure),
        str(made.direction) if isinstance(made, Forecast) else "no forecast",
    )


def quarter_table(found: AheadFindings) -> tuple[Table, ...]:
    """Four quarters of all crime and of the largest groups; none without a forecast."""
    shown = [one for one in (found.whole, *found.groups) if one.outlook.quarters][: TOP + 1]
    if not shown:
        return ()
    periods = [figure.period for figure in shown[0].outlook.quarters]
    return (
        Table(
            name="quarters-ahead",
            caption="The next four quarters, with 95% ranges",
            columns=(
                Column("Group", Align.LEFT),
                *(Column(_short(period)) for period in periods),
            ),
            rows=tuple(
                (
                    _name(one),
                    *(
                        say("{n} ({limits})", n=whole(figure), limits=between(figure))
                        for figure in one.outlook.quarters
                    ),
                )
                for one in shown
            ),
            emphasis=(0,) if shown[0].offence is None else (),
            source=source_line(found.source, found.latest),
        ),
    )


def _short(period: Period) -> str:
    first, last = MONTHS[period.first.number][:3], MONTHS[period.last.number][:3]
    return f"{first} to {last} {period.last.year}"


def rule_table(found: AheadFindings) -> Table:
    """The rule of each, and how it did here beside the seasonal naive."""
    every = (found.whole, *found.groups)
    tried = {str(made.backtest.origins) for one in every if (made := _forecast(one))}
    repeats = all(
        str(whole(one.outlook.naive)) == str(whole(one.latest))
        for one in every
        if one.outlook.naive is not None
    )
    columns: tuple[tuple[Column, Callable[[GroupAhead], Cell]], ...] = (
        (Column("Group", Align.LEFT), _name),
        (Column("Rule", Align.LEFT), _used),
        (Column("Error less than repeating last year"), _better),
        *(() if repeats else ((Column("As a year before would give"), _naive),)),
        *(() if len(tried) == 1 else ((Column("Tried from (months)"), _origins),)),
    )
    return Table(
        name="forecast-rules",
        caption="Which rule was chosen, and how it did",
        columns=tuple(column for column, _ in columns),
        rows=tuple(tuple(cell(one) for _, cell in columns) for one in every),
        source=source_line(found.source, found.latest),
        notes=tuple(say("Rules were tried from {n} months.", n=n) for n in tried - {"0"})
        if len(tried) == 1
        else (),
        appendix=True,
        off_paper=True,
    )


def _forecast(one: GroupAhead) -> Forecast | None:
    made = one.outlook.forecast
    return made if isinstance(made, Forecast) else None


def _used(one: GroupAhead) -> Cell:
    made = _forecast(one)
    return "–" if made is None else made.method


def _better(one: GroupAhead) -> Cell:
    if _forecast(one) is None:
        return "–"
    return percent(one.outlook.better) if one.outlook.better else "not tried here"


def _naive(one: GroupAhead) -> Cell:
    return whole(one.outlook.naive) if one.outlook.naive else "–"


def _origins(one: GroupAhead) -> Cell:
    made = _forecast(one)
    return "–" if made is None else str(made.backtest.origins or "none")
