"""An indicator's readings laid out in order, and what the engine's measures make of them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from wardwise.domain.nothing import NotKnown, Value, Withheld
from wardwise.domain.period import Month, Period
from wardwise.domain.verdict import Verdict
from wardwise.measures.targets.direction_of_travel import Direction, direction_of_travel
from wardwise.measures.targets.roll_up import roll_up
from wardwise.measures.time.average_month import average_month
from wardwise.measures.time.control_chart import Stretch, charted
from wardwise.measures.time.control_limits import ControlLimits
from wardwise.measures.time.signals import Signal
from wardwise_web.performance.choices import Kind
from wardwise_web.performance.models import Break, Definition, Reading
from wardwise_web.performance.periods import month_of, period_from
from wardwise_web.plan.models import Indicator


@dataclass(frozen=True)
class Point:
    """One period with its reading, if one came."""

    period: Period
    reading: Reading | None

    @property
    def numerator(self) -> float | None:
        """None where it is not known or withheld."""
        held = self.reading.numerator if self.reading else None
        return None if held is None else float(held)

    @property
    def denominator(self) -> float | None:
        """None where there is none."""
        held = self.reading.denominator if self.reading else None
        return None if held is None else float(held)


@dataclass(frozen=True)
class Series:
    """Every period from the first reading to the last, gaps among them. ``phi`` is the build's."""

    indicator: Indicator
    definition: Definition
    points: tuple[Point, ...]
    breaks: tuple[Break, ...]
    phi: float = 1.0

    def between(self, period: Period) -> tuple[Point, ...]:
        """The points that lie in a period."""
        return tuple(one for one in self.points if period.first <= one.period.first <= period.last)

    def breaks_between(self, first: Month, last: Month) -> list[Break]:
        """Breaks after a month, up to another."""
        return [one for one in self.breaks if first < month_of(one.month) <= last]

    @property
    def last_known(self) -> Point | None:
        """The last point with a number."""
        return next((one for one in reversed(self.points) if one.numerator is not None), None)


def laid_out(definition: Definition, readings: list[Reading]) -> tuple[Point, ...]:
    """The latest reading of each period, in order, with the gaps between them."""
    latest = {month_of(one.first): one for one in readings}
    if not latest:
        return ()
    months, last = min(latest), max(latest)
    points = []
    while months <= last:
        points.append(Point(period_from(months, definition), latest.get(months)))
        months = months.plus(definition.months)
    return tuple(points)


def value_of(points: tuple[Point, ...], definition: Definition) -> Value:
    """What several periods come to together, in the definition's unit."""
    if not points:
        return NotKnown("no reading")
    withheld = next((one.reading for one in points if _is_withheld(one)), None)
    if withheld is not None and len(points) == 1:
        return Withheld(withheld.reason)
    if len(points) == 1 and points[0].reading is not None and points[0].numerator is None:
        return NotKnown(points[0].reading.reason)
    return roll_up(
        numerators=[one.numerator for one in points],
        denominators=[one.denominator for one in points] if _is_ratio(definition) else None,
        per=float(definition.per),
        of="mean" if definition.kind == Kind.VALUE else "total",
    )


def _is_withheld(point: Point) -> bool:
    return point.reading is not None and point.reading.state == "withheld"


def _is_ratio(definition: Definition) -> bool:
    return definition.kind in (Kind.RATE, Kind.SHARE)


@dataclass(frozen=True)
class YearRow:
    """A year of the three-year table, and how it stands to the year before."""

    period: Period
    value: Value
    change: float | None  # in per cent; of a share in percentage points
    direction: Direction | None
    why_not: str  # why the two are not compared


def three_years(series: Series) -> list[YearRow]:
    """The last three runs of twelve months that end with the last known period."""
    last = series.last_known
    if last is None:
        return []
    years = [Period.ending(last.period.last).earlier(12 * n) for n in (2, 1, 0)]
    rows: list[YearRow] = []
    for n, year in enumerate(years):
        before = years[n - 1] if n else None
        rows.append(_row(series, year, before))
    return rows


def _row(series: Series, year: Period, before: Period | None) -> YearRow:
    now = _whole(series, year)
    if before is None:
        return YearRow(year, now, None, None, "")
    was = _whole(series, before)
    broken = series.breaks_between(before.first, year.last)
    if broken:
        why = f"not comparable: {broken[0].what} ({month_of(broken[0].month).label})"
        return YearRow(year, now, None, None, why)
    if not isinstance(now, int | float) or not isinstance(was, int | float):
        return YearRow(year, now, None, None, "a year is not whole")
    return YearRow(year, now, _change(series, was, now), _direction(series, before, year), "")


def _change(series: Series, was: float, now: float) -> float | None:
    """A share that goes from 50% to 60% is up ten points, and not "20%"."""
    if series.definition.kind == Kind.SHARE:
        return 100 * (now - was) / series.definition.per
    return 100 * (now - was) / was if was else None


def _whole(series: Series, year: Period) -> Value:
    points = series.between(year)
    asked = 12 // series.definition.months
    if len(points) < asked:
        return NotKnown(f"{asked - len(points)} of {asked} periods not held")
    return value_of(points, series.definition)


def _direction(series: Series, before: Period, year: Period) -> Direction | None:
    """By the exact conditional test; None for values that no count stands behind."""
    kind = series.definition.kind
    if kind == Kind.VALUE:
        return None
    pairs = [_pair(series, one) for one in (before, year)]
    return direction_of_travel(
        before=pairs[0],
        after=pairs[1],
        of="share" if kind == Kind.SHARE else "rate",
        phi=series.phi,
    )


def _pair(series: Series, year: Period) -> tuple[float, float]:
    points = series.between(year)
    events = sum(one.numerator or 0 for one in points)
    if series.definition.kind == Kind.COUNT:
        return events, year.days
    return events, sum(one.denominator or 0 for one in points)


def tested(direction: Direction) -> str:
    """The test and its p; no p is ever nought."""
    p = "p < 0.001" if direction.p_value < 0.001 else f"p = {direction.p_value:.3f}"
    return f"{direction.method}, {p}"


def direction_now(series: Series) -> tuple[Verdict | None, str]:
    """The word for the last year against the one before, and how it was found."""
    rows = three_years(series)
    if not rows:
        return None, "no reading"
    last = rows[-1]
    if last.why_not:
        return Verdict.NOT_COMPARABLE if "comparable" in last.why_not else None, last.why_not
    if last.direction is None:
        return None, "no test: see the control chart"
    return last.direction.verdict, tested(last.direction)


@dataclass(frozen=True)
class Charted:
    """What a control chart is drawn from."""

    months: tuple[Month, ...]
    values: tuple[float, ...]
    stretches: tuple[Stretch, ...]
    signals: tuple[Signal, ...]

    @property
    def current(self) -> ControlLimits | None:
        """The limits of the last stretch."""
        return self.stretches[-1].limits if self.stretches else None


def charted_series(series: Series) -> Charted | None:
    """Limits and signals, begun again at each break; None with nothing to chart."""
    if len(series.points) < 2:
        return None
    months = tuple(one.period.first for one in series.points)
    values = [_plotted(one, series.definition) for one in series.points]
    if series.definition.kind == Kind.COUNT and series.definition.months == 1:
        values = average_month(months=months, values=values).tolist()
    new = {month_of(one.month) for one in series.breaks}
    starts = [
        n
        for n, point in enumerate(series.points)
        if any(point.period.first <= month <= point.period.last for month in new)
    ]
    stretches, signals = charted(values=np.asarray(values, dtype=float), starts=starts)
    return Charted(months, tuple(values), stretches, signals)


def _plotted(point: Point, definition: Definition) -> float:
    value = value_of((point,), definition)
    return float(value) if isinstance(value, int | float) else math.nan


def is_trial(series: Series) -> bool:
    """Fewer than twelve points since the last break: limits are for trial."""
    if series.definition.months == 12:
        return False  # nobody has twelve years of one definition; no chart is drawn either
    found = charted_series(series)
    limits = found.current if found else None
    return limits is None or limits.trial
