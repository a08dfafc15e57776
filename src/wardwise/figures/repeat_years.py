"""How soon those who come again come again, and whether fewer do than of the year before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_selected import Arguments
from wardwise.figures.people_withheld import hidden_groups, is_few
from wardwise.figures.repeat_events import FEWEST, Events
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.repeat_change import RepeatChange, repeat_change
from wardwise.measures.people.repeat_course import RepeatCourse, repeat_course


WITHIN, YEAR = (7, 28, 90, 180), 365  # days
FEWEST_REPEATS = 20
"""Who came again; of fewer, how soon is chance."""


@dataclass(frozen=True)
class CourseLine:
    """The share of a year's repeats that came within so many days, and if days were alike."""

    days: int
    share: Figure
    even: Figure
    is_sooner: bool


@dataclass(frozen=True)
class YearAgainstYear:
    """The share who come again of two years of people, and the difference in points.

    ``until`` is the last day on which somebody of the later year was first seen.
    """

    until: date
    before: Figure
    after: Figure
    points: Figure
    is_distinguishable: bool


def course_lines(events: Events) -> tuple[CourseLine, ...] | NotKnown:
    """Within a week, four weeks, a quarter and half a year."""
    try:
        found = repeat_course(
            person_keys=events.keys,
            days=events.days,
            last_day=events.last_day,
            within_days=WITHIN,
            level=events.whole.desk.level,
        )
    except ValueError:
        return NotKnown("nobody who could be followed for twelve months came again")
    if found.repeated < FEWEST_REPEATS:
        return NotKnown("too few came again to say how soon")
    arguments: Arguments = {**events.arguments, "within_days": list(WITHIN)}
    hidden = _hidden(found, least=events.least)

    def figure(take: str, value: float | Estimate, detail: str, few: bool) -> Figure:
        return events.figure(
            Recipe("repeat_course", arguments, take),
            value,
            unit=Unit.PERCENT,
            detail=f"of those again within 365 days, within {detail}",
            few=few,
        )

    return tuple(
        CourseLine(
            days,
            figure(f"within[{n}].value", found.within[n], f"{days}", n in hidden),
            figure(f"if_even[{n}]", found.if_even[n], f"{days}, if days were alike", False),
            found.is_sooner[n] and n not in hidden,
        )
        for n, days in enumerate(found.days)
    )


def _hidden(found: RepeatCourse, *, least: int) -> set[int]:
    """Lengths whose sum would give away a number between two of them that is too small."""
    between = np.diff([0, *found.repeats, found.repeated]).tolist()
    # the shortest times last: what has to be hidden beside a small number is a time next to it
    few = {len(between) - 1 - at for at in hidden_groups(between[::-1], least=least)}
    return {n for n in range(len(found.days)) if 0 < sum(at <= n for at in few) < len(few)}


def year_against_year(events: Events) -> YearAgainstYear | NotKnown:
    """Those first seen in the last year that can be followed, and in the year before it."""
    try:
        found = repeat_change(
            person_keys=events.keys,
            days=events.days,
            first_day=events.first_day,
            last_day=events.last_day,
            level=events.whole.desk.level,
        )
    except ValueError:
        return NotKnown("two years of people to follow for a year each need three years of files")
    if min(found.followed) < FEWEST:
        return NotKnown("too few could be followed for twelve months in one of the two years")
    few = _is_few(found, least=events.least)

    def figure(name: str, detail: str, unit: Unit) -> Figure:
        arguments: Arguments = {**events.arguments, "first_day": events.first_day}
        return events.figure(
            Recipe("repeat_change", arguments, f"{name}.value"),
            getattr(found, name),
            unit=unit,
            detail=f"again within 365 days, {detail}",
            few=few,
        )

    return YearAgainstYear(
        until=date.fromisoformat(events.last_day) - timedelta(days=YEAR),
        before=figure("before", "first seen in the year before", Unit.PERCENT),
        after=figure("after", "first seen in the last year to be followed", Unit.PERCENT),
        points=figure("points", "the one year less the other", Unit.PERCENTAGE_POINTS),
        is_distinguishable=found.is_distinguishable and not few,
    )


def _is_few(found: RepeatChange, *, least: int) -> bool:
    pairs = zip(found.repeated, found.followed, strict=True)
    return any(is_few(part, whole, least=least) for part, whole in pairs)
