"""What stood out in the last quarter: weeks or months above what is usual, of all looked at."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from wardwise.document.words import day_in_words
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Ask, Figure, Json, Recipe
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import Chosen, PeopleRecorded
from wardwise.domain.period import Month, Period
from wardwise.figures.desk import Desk
from wardwise.figures.equal_months import EqualMonths, equal_months
from wardwise.figures.offences import offences_figure
from wardwise.figures.people_selected import Selected
from wardwise.figures.series import usable_series
from wardwise.measures.hot_spots.false_discovery import false_discovery
from wardwise.measures.time.early_alarms import EarlyAlarms, early_alarms
from wardwise.measures.time.exceedance import Exceedance, exceedance
from wardwise.measures.time.weekly_alarms import WeeklyAlarms, weekly_alarms


FALSE = 0.05
"""Share of the alarms that may be false, on average over many quarters."""
QUARTER = 3  # months
WEEKLY, MONTHLY = "week", "month"
FARRINGTON, XMR = "Farrington's test", "XmR limits of the months before"
EARS = "EARS C2 on square roots, baseline of 26 weeks"
ONE_WEEK = 0.99
"""Level of the bound of one week, printed beside its count."""


@dataclass(frozen=True)
class Alarm:
    """A week or month above what is usual: the count, and the usual with its upper bound."""

    offence: str
    when: str
    count: Figure
    usual: Figure


@dataclass(frozen=True)
class Alarms:
    """What alarmed, of how many looked at.

    ``step`` is 'week' or 'month', ``why_monthly`` says why it is not by week, ``groups`` are the
    series judged and ``looked_at`` their weeks or months. ``early`` are those of the groups whose
    weeks do not reach back far enough for Farrington's test and are judged by EARS.
    """

    step: str
    period: Period
    alarms: tuple[Alarm, ...]
    groups: tuple[str, ...]
    looked_at: int
    why_monthly: str = ""
    early: tuple[str, ...] = ()

    @property
    def method(self) -> str:
        """Which test."""
        return FARRINGTON if self.step == WEEKLY else XMR


@dataclass(frozen=True, eq=False)
class _Judged:
    """One series' weeks or months of the quarter with their p-values."""

    offence: str
    p_values: Sequence[float]
    alarm: Callable[[int], Alarm]

    def made(self, n: int) -> Alarm:
        """The n-th as an alarm."""
        return self.alarm(n)


def alarms(desk: Desk) -> Alarms:
    """By week where a partner's extract holds three years of days, otherwise by month."""
    weekly = _by_week(desk)
    if not isinstance(weekly, NotKnown):
        return weekly
    period = Period.ending(desk.latest.last, months=QUARTER)
    judged = tuple(_by_month(desk))
    return _called(MONTHLY, period, judged, why_monthly=weekly.reason)


def _called(
    step: str, period: Period, judged: Sequence[_Judged], *, why_monthly: str = ""
) -> Alarms:
    """Those that stand when it is allowed for how many were looked at."""
    sizes = [len(one.p_values) for one in judged]
    found: list[Alarm] = []
    if judged:
        adjusted = false_discovery(p_values=np.concatenate([one.p_values for one in judged]))
        parts = np.split(adjusted, np.cumsum(sizes)[:-1])
        for one, part in zip(judged, parts, strict=True):
            found += [one.made(int(n)) for n in np.flatnonzero(part <= FALSE)]
    names = tuple(one.offence for one in judged)
    return Alarms(step, period, tuple(found), names, sum(sizes), why_monthly)


def _by_week(desk: Desk) -> Alarms | NotKnown:
    held = desk.evidence.recorded_people
    if isinstance(held, NotHeld):
        return NotKnown("no extract with days is held")
    whole = Period(held.period.first, held.period.last)
    names = [name for name in desk.offences if name in held.crimes.offences]
    of_years = {name: _weeks_of(desk, held, whole, name) for name in names}
    if not any(of_years.values()):
        return NotKnown("three years of dates are not held")
    short = {name: _early_weeks_of(desk, held, whole, name) for name in names if not of_years[name]}
    judged = [one for name in names if (one := of_years[name] or short[name])]
    called = _called(WEEKLY, Period.ending(whole.last, months=QUARTER), judged)
    return replace(called, early=tuple(name for name, one in short.items() if one))


def _weeks_of(desk: Desk, held: PeopleRecorded, whole: Period, name: str) -> _Judged | None:
    """By earlier years, where the group's weeks reach back to them."""
    chosen = Selected(desk, held, name, Chosen(desk.area.code, whole, (name,)))
    first, last = f"{_usable_since(desk, held, name)}-01", held.last_day
    found = weekly_alarms(starts=held.crimes.starts[chosen.crimes], first=first, last=last)
    if isinstance(found, NotKnown):
        return None
    made = _WeekMaker(chosen, first, last, found, "found.", FARRINGTON)
    return _Judged(name, np.where(found.found.alarm, found.found.p_value, 1.0).tolist(), made)


def _early_weeks_of(desk: Desk, held: PeopleRecorded, whole: Period, name: str) -> _Judged | None:
    """By the half-year before each week, where it begins at a break or a gap of late."""
    chosen = Selected(desk, held, name, Chosen(desk.area.code, whole, (name,)))
    first, last = f"{_usable_since(desk, held, name)}-01", held.last_day
    found = early_alarms(starts=held.crimes.starts[chosen.crimes], first=first, last=last)
    if isinstance(found, NotKnown):
        return None
    return _Judged(name, found.p_value.tolist(), _WeekMaker(chosen, first, last, found, "", EARS))


def _usable_since(desk: Desk, held: PeopleRecorded, name: str) -> Month:
    """The first month after the last that the extract leaves out, or of the last break."""
    end = Month.parse(held.last_day[:7])  # may break off, and is held to its last day
    covered = set(held.months)
    after = [month.plus(1) for month in held.period.months if month not in covered and month < end]
    breaks = [month for month, group, _ in desk.evidence.breaks if group in ("", name)]
    return max([held.period.first, *after, *(month for month in breaks if month <= end)])


@dataclass(frozen=True, eq=False)
class _WeekMaker:
    """``at`` is where the measure's answer keeps what is usual; ``method`` is its name."""

    chosen: Selected
    first: str
    last: str
    found: WeeklyAlarms | EarlyAlarms
    at: str
    method: str

    def __call__(self, n: int) -> Alarm:
        """The n-th of the judged weeks beside what is usual."""
        monday = self.found.mondays[n].astype("datetime64[D]").item()
        usual_of = self.found if isinstance(self.found, EarlyAlarms) else self.found.found
        usual = self._figure(f"{self.at}expected[{n}]", usual_of.expected[n], "usual", monday)
        interval = Interval(0.0, float(usual_of.upper[n]), ONE_WEEK, self.method)
        return Alarm(
            self.chosen.name,
            f"week of {day_in_words(monday)}",
            self._figure(f"counts[{n}]", self.found.counts[n], "counted", monday),
            replace(usual, interval=interval),
        )

    def _figure(self, take: str, value: float, what: str, monday: datetime.date) -> Figure:
        measure = "early_alarms" if isinstance(self.found, EarlyAlarms) else "weekly_alarms"
        arguments: dict[str, Ask | Recipe | Json] = {
            "starts": self.chosen.ask("partner_crime_starts"),
            "first": self.first,
            "last": self.last,
        }
        made = self.chosen.figure(
            Recipe(measure, arguments, take),
            float(value),
            unit=self.chosen.chosen.unit,
            detail=f"{what}, week of {monday.isoformat()}",
        )
        month = Month(monday.year, monday.month)
        return replace(made, period=Period(month, month), method=self.method)


def _by_month(desk: Desk) -> Iterator[_Judged]:
    for name in desk.offences:
        equal = equal_months(desk, area=desk.area, offence=name)
        series = usable_series(desk, area=desk.area, offence=name)
        values = equal.values(series.months, series.values)
        found = exceedance(
            values=values, judged=QUARTER, screen=desk.settings.measures.screen_moving_ranges
        )
        if isinstance(found, Exceedance):
            known = list(zip(series.months, (~np.isnan(values)).tolist(), strict=True))
            yield _Judged(name, found.p_value.tolist(), _MonthMaker(equal, found, known))


@dataclass(frozen=True, eq=False)
class _MonthMaker:
    equal: EqualMonths
    found: Exceedance
    known: list[tuple[Month, bool]]

    def __call__(self, n: int) -> Alarm:
        """The n-th of the last months, made equal, beside the mean and limit before them."""
        desk, limits = self.equal.desk, self.found.limits
        month = self.known[len(self.known) - QUARTER + n][0]
        period = Period(month, month)
        raw = offences_figure(desk, area=self.equal.area, period=period, offence=self.equal.offence)
        usual = Figure(
            measure="exceedance",
            offence=self.equal.offence,
            area=self.equal.area,
            period=period,
            value=limits.mean,
            unit=desk.unit,
            sources=(desk.source,),
            recipe=Recipe(
                "exceedance",
                {
                    "values": self.equal.recipe(self.known),
                    "judged": QUARTER,
                    "screen": desk.settings.measures.screen_moving_ranges,
                },
                "limits.mean",
            ),
            method=XMR,
            interval=Interval(max(0.0, limits.lower), limits.upper, 0.0, "XmR process limits"),
            detail="usual",
            marking=desk.marking,
        )
        return Alarm(self.equal.offence or "", month.label, self.equal.figure(raw), usual)
