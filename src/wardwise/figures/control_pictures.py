"""Control charts as pictures: titles that say the finding, alt text from the same data."""

from __future__ import annotations

from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.phrases import listed
from wardwise.document.pictures import ControlChart, ControlCharts, ControlSeries
from wardwise.document.sources import NAMES, counted_in
from wardwise.document.text import say
from wardwise.document.words import between, decimal, in_words, opening_some_of, rounded, whole
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.domain.period import Month, Period
from wardwise.figures.control import Control


EQUAL = "a month, made equal for the days in it"
SEASON = " and for its season"
IN_FULL = {
    "seven on one side": "seven months running {side} the mean, to {month}",
    "seven rising": "seven months rising in a row, to {month}",
    "seven falling": "seven months falling in a row, to {month}",
    "two of three near a limit": "two of three months near a limit, {month}",
}
"""Rule, as the key of a chart names it → the same where there is room."""


def control_chart_picture(found: Control, *, name: str, source: str) -> ControlChart:
    """One control chart with its table."""
    series = found.series
    return ControlChart(
        name=name,
        title=control_title(series),
        subtitle=f"{series.name}: {counted_in(source, series.name)} {charted((series,))}, "
        f"with process limits; {_window(series)}",
        source=NAMES.get(source, source),
        alt=control_alt(series),
        table=control_table((found,), name=name, source=source),
        series=series,
        unit=f"{counted_in(source, series.name)} a month",
    )


def control_charts_picture(found: tuple[Control, ...], *, name: str, source: str) -> ControlCharts:
    """Small multiples, in order of size, with one table for all."""
    series = tuple(one.series for one in found)
    marked = [one for one in series if one.signals]
    title = (
        f"{opening_some_of(len(marked), len(series), 'groups')} left their usual range at some time"
        if marked
        else "Every group stayed within its usual range"
    )
    return ControlCharts(
        name=name,
        title=title,
        subtitle=f"By group, each on its own scale: {counted_in(source)} {charted(series)}; "
        f"{_window(series[0])}",
        source=NAMES.get(source, source),
        alt=" ".join(control_alt(one) for one in series),
        table=control_table(found, name=name, source=source),
        series=series,
    )


def charted(series: tuple[ControlSeries, ...]) -> str:
    """What the dots are, and of which series the season is taken out."""
    seasonal = [one.name for one in series if one.season_out]
    if not seasonal:
        return EQUAL
    if len(seasonal) == len(series):
        return EQUAL + SEASON
    return f"{EQUAL}{SEASON} where a test finds one ({listed(seasonal)})"


def control_title(series: ControlSeries) -> str:
    """What the chart shows, as its own rules allow."""
    recent = [signal for signal in series.signals if signal.month in series.months[-12:]]
    if any(stretch.trial for stretch in series.stretches[-1:]):
        return f"{series.name}: too few months for more than trial limits"
    usual = "range usual for the season" if series.season_out else "usual range"
    if not recent:
        return f"{series.name} stayed within the {usual} over the last year"
    last = max(recent, key=lambda signal: signal.month)
    told = IN_FULL.get(last.rule, last.rule + ", {month}")
    told = told.format(month=last.month.label, side=_side(series, last.month))
    return f"{series.name} left the {usual}: {told}"


def _side(series: ControlSeries, month: Month) -> str:
    """``above`` or ``below`` the mean of the stretch that the month is in."""
    value = dict(zip(series.months, series.values, strict=True))[month]
    mean = next(one.mean for one in series.stretches if one.first <= month <= one.last)
    return "above" if value is not None and value > mean else "below"


def control_alt(series: ControlSeries) -> str:
    """The range, the extremes and the signals in words."""
    known = [
        (value, month)
        for value, month in zip(series.values, series.months, strict=True)
        if value is not None
    ]
    if not known:
        return f"{series.name}: no month is known."
    low, high = min(known), max(known)
    noun = "offences" if series.name == ALL_RECORDED_CRIME else "records"
    return (
        f"{series.name}: from {rounded(low[0], 0)} {noun} in {low[1].label} to "
        f"{rounded(high[0], 0)} in {high[1].label}, by a month of average length"
        f"{', its season taken out' if series.season_out else ''}; "
        f"{_signalled(len(series.signals))}."
    )


def _signalled(months: int) -> str:
    """``no month signalled``, ``one month signalled``, ``12 months signalled``."""
    return f"{in_words(months)} month{'s' if months > 1 else ''} signalled"


def control_table(found: tuple[Control, ...], *, name: str, source: str) -> Table:
    """Month by month, the same numbers as the picture."""
    return Table(
        name=f"{name}-table",
        caption=f"{found[0].series.name} month by month"
        if len(found) == 1
        else "Every group month by month",
        columns=(
            Column("Month", Align.LEFT),
            Column("Offence group", Align.LEFT),
            Column(counted_in(source).capitalize()),
            Column("In an average month"),
            Column("Mean"),
            Column("Process limits", quiet=True),
            Column("Signal", Align.LEFT),
        ),
        rows=tuple(row for one in found for row in _month_rows(one)),
        notes=(say("Mean, limits and signals are of {what}.", what=_made_equal(found)),),
        source=NAMES.get(source, source),
        appendix=True,
    )


def _made_equal(found: tuple[Control, ...]) -> str:
    seasonal = any(one.series.season_out for one in found)
    told = "months made equal for the days in them"
    return f"{told}, and for their season where a test finds one" if seasonal else told


def _month_rows(found: Control) -> list[tuple[Cell, ...]]:
    rules = {signal.month: signal.rule for signal in found.series.signals}
    rows: list[tuple[Cell, ...]] = []
    for month, equal in zip(found.months, found.equal_months, strict=True):
        limits = next((one for one in found.limits if month.period.first in one.period), None)
        rows.append(
            (
                month.period.label,
                found.series.name,
                whole(month),
                decimal(equal),
                decimal(limits) if limits else "–",
                between(limits, 1) if limits else "–",
                rules.get(month.period.first, ""),
            )
        )
    return rows


def _window(series: ControlSeries) -> str:
    return Period(series.months[0], series.months[-1]).label
