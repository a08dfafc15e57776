"""The tables: every group's year, the quarters of the largest, and which rule was chosen."""

from __future__ import annotations

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
    return Table(
        name="forecast-rules",
        caption="Which rule was chosen, and how it did",
        columns=(
            Column("Group", Align.LEFT),
            Column("Rule", Align.LEFT),
            Column("Error below that of as a year before"),
            Column("As a year before would give"),
            Column("Tried from (months)"),
        ),
        rows=tuple(_rule_row(one) for one in (found.whole, *found.groups)),
        source=source_line(found.source, found.latest),
        appendix=True,
        off_paper=True,
    )


def _rule_row(one: GroupAhead) -> tuple[Cell, ...]:
    ahead = one.outlook
    made = ahead.forecast
    if not isinstance(made, Forecast):
        return (_name(one), "–", "–", "–", "–")
    return (
        _name(one),
        made.method,
        percent(ahead.better) if ahead.better else "not tried here",
        whole(ahead.naive) if ahead.naive else "–",
        str(made.backtest.origins) if made.backtest.origins else "none",
    )
