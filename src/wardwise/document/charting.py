"""Pictures made from series: titles that say the finding, alt text from the same data."""

from __future__ import annotations

from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.pictures import ControlChart, ControlCharts, ControlSeries
from wardwise.document.sources import NAMES
from wardwise.document.words import rounded
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.domain.period import Period


def control_chart_picture(series: ControlSeries, *, name: str, source: str) -> ControlChart:
    """One control chart with its table."""
    return ControlChart(
        name=name,
        title=control_title(series),
        subtitle=f"{series.name}: offences a month, with process limits; {_window(series)}",
        source=NAMES.get(source, source),
        alt=control_alt(series),
        table=control_table((series,), name=name, source=source),
        series=series,
    )


def control_charts_picture(
    series: tuple[ControlSeries, ...], *, name: str, source: str
) -> ControlCharts:
    """Small multiples, in order of size, with one table for all."""
    marked = [one for one in series if one.signals]
    title = (
        f"{len(marked)} of {len(series)} groups left their usual range at some time"
        if marked
        else "Every group stayed within its usual range"
    )
    return ControlCharts(
        name=name,
        title=title,
        subtitle=f"Offences a month by group, each on its own scale; {_window(series[0])}",
        source=NAMES.get(source, source),
        alt=" ".join(control_alt(one) for one in series),
        table=control_table(series, name=name, source=source),
        series=series,
    )


def control_title(series: ControlSeries) -> str:
    """What the chart shows, as its own rules allow."""
    recent = [signal for signal in series.signals if signal.month in series.months[-12:]]
    if any(stretch.trial for stretch in series.stretches[-1:]):
        return f"{series.name}: too few months for more than trial limits"
    if not recent:
        return f"{series.name} stayed within its usual range over the last year"
    last = max(recent, key=lambda signal: signal.month)
    return f"{series.name} left its usual range: {last.rule}, {last.month.label}"


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
        f"{rounded(high[0], 0)} in {high[1].label}; {len(series.signals)} months signalled."
    )


def control_table(series: tuple[ControlSeries, ...], *, name: str, source: str) -> Table:
    """Month by month, the same numbers as the picture."""
    rows: list[tuple[Cell, ...]] = []
    for one in series:
        rules: dict[str, str] = {}
        for signal in one.signals:
            rules[str(signal.month)] = signal.rule
        for value, month in zip(one.values, one.months, strict=True):
            part = next((s for s in one.stretches if s.first <= month <= s.last), None)
            rows.append(
                (
                    month.label,
                    one.name,
                    "[x]" if value is None else rounded(value, 0),
                    rounded(part.mean, 1) if part else "–",
                    f"{rounded(part.lower, 1)} to {rounded(part.upper, 1)}" if part else "–",
                    rules.get(str(month), ""),
                )
            )
    return Table(
        name=f"{name}-table",
        caption="Month by month: " + (series[0].name if len(series) == 1 else "every group"),
        columns=(
            Column("Month", Align.LEFT),
            Column("Offence group", Align.LEFT),
            Column("Offences"),
            Column("Mean", quiet=True),
            Column("Limits", quiet=True),
            Column("Signal", Align.LEFT),
        ),
        rows=tuple(rows),
        source=NAMES.get(source, source),
        appendix=True,
    )


def _window(series: ControlSeries) -> str:
    return Period(series.months[0], series.months[-1]).label
