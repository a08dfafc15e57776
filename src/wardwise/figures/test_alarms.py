"""Alarms by week from an extract with days, worked from a made-up one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.builders import desk_with
from wardwise.domain.people_recorded import CrimeRows, PeopleRecorded
from wardwise.domain.period import Month, Period
from wardwise.figures.alarms import EARS, alarms
from wardwise.figures.desk import Desk
from wardwise.measures.time.weekly_alarms import WeeklyAlarms, weekly_alarms


FIRST, WEEKS = np.datetime64("2021-06-07"), 187
LAST = FIRST + np.timedelta64(7 * WEEKS - 1, "D")
MONTHLY = {"Burglary": [43] * 36, "Drugs": [43] * 36}


def days(counts: list[int]) -> np.ndarray:
    """Each week's events, one a day from its Monday and round again."""
    found = [
        FIRST + np.timedelta64(7 * week + n % 7, "D")
        for week, count in enumerate(counts)
        for n in range(count)
    ]
    made: np.ndarray = np.array(found, dtype="M8[m]")
    return made


def desk(burglary: list[int], drugs: list[int]) -> Desk:
    starts = np.concatenate([days(burglary), days(drugs)])
    size = len(starts)
    month = starts.astype("M8[M]").astype(int) + 1970 * 12
    nothing = np.zeros(size, dtype=np.int32)
    rows = CrimeRows(
        record=np.arange(size, dtype=np.int32),
        month=month.astype(np.int32),
        offence=np.repeat([0, 1], [sum(burglary), sum(drugs)]).astype(np.int32),
        category=nothing - 1,
        code=nothing - 1,
        offences=("Burglary", "Drugs"),
        categories=(),
        codes=(),
        starts=starts,
        ends=starts,
        is_set={},
        is_answered={},
    )
    last = str(starts.max().astype("M8[D]"))
    period = Period(Month(2021, 6), Month(int(last[:4]), int(last[5:7])))
    held = PeopleRecorded(
        crimes=rows,
        people={},
        period=period,
        months=period.months,
        last_day=str(LAST),
        marking="OFFICIAL",
        suppliers={},
    )
    made = desk_with(MONTHLY)
    return Desk(replace(made.evidence, recorded_people=held), made.settings)


def level(seed: int) -> list[int]:
    drawn: list[int] = np.random.default_rng(seed).poisson(10, WEEKS).tolist()
    return drawn


def test_a_week_far_above_the_same_weeks_alarms() -> None:
    counts = level(1)
    counts[-2] = 40
    found = alarms(desk(counts, level(2)))
    assert (found.step, found.looked_at, found.groups) == ("week", 26, ("Burglary", "Drugs"))
    (alarm,) = found.alarms
    monday = str(FIRST + np.timedelta64(7 * (WEEKS - 2), "D"))
    assert alarm.offence == "Burglary"
    assert alarm.count.number == 40
    assert alarm.count.detail == f"counted, week of {monday}"
    assert alarm.usual.interval is not None
    assert 5 < alarm.usual.number < 13  # a trend by chance is allowed for
    assert alarm.usual.number < alarm.usual.interval.upper < 25
    assert alarm.count.sources == ("partner:recorded_crime",)


def test_an_alarm_names_how_it_is_made_again() -> None:
    counts = level(1)
    counts[-2] = 40
    (alarm,) = alarms(desk(counts, level(2))).alarms
    recipe = alarm.usual.recipe
    assert recipe is not None
    again = weekly_alarms(
        starts=days(counts),
        first=str(recipe.arguments["first"]),
        last=str(recipe.arguments["last"]),
    )
    assert isinstance(again, WeeklyAlarms)
    assert again.years == 3
    position = int(str(recipe.take).partition("[")[2][:-1])
    assert again.found.expected[position] == pytest.approx(alarm.usual.number)


def test_nothing_planted_is_mostly_silent() -> None:
    loud = [seed for seed in range(20) if alarms(desk(level(seed), level(seed + 50))).alarms]
    assert len(loud) <= 4


def test_too_short_an_extract_is_judged_by_month() -> None:
    short = desk([0] * 100 + level(1)[100:], [0] * 100 + level(2)[100:])
    held = short.evidence.recorded_people
    assert isinstance(held, PeopleRecorded)
    later = replace(held, period=Period(Month(2023, 6), held.period.last))
    found = alarms(Desk(replace(short.evidence, recorded_people=later), short.settings))
    assert found.step == "month"
    assert found.why_monthly == "three years of dates are not held"


def test_weeks_of_months_that_are_not_covered_are_no_weeks_of_nought() -> None:
    """Five months were never supplied: the weeks after them are too few, so it is by month."""
    gap = [0 if 60 <= week < 82 else 10 for week in range(WEEKS)]
    whole = desk(gap, gap)
    held = whole.evidence.recorded_people
    assert isinstance(held, PeopleRecorded)
    left_out = Period(Month(2022, 8), Month(2022, 12)).months
    months = tuple(month for month in held.months if month not in left_out)
    found = alarms(
        Desk(replace(whole.evidence, recorded_people=replace(held, months=months)), whole.settings)
    )
    assert found.step == "month"


BOTH = ("Burglary", "Drugs")


@pytest.mark.parametrize(
    ("broken", "groups", "early"),
    [
        (Month(2021, 8), BOTH, ()),  # three years are left: Farrington's test
        (Month(2023, 8), BOTH, ("Drugs",)),  # over a year: the half-year before each week
        (Month(2024, 8), ("Burglary",), ()),  # half a year and nothing to hold it against
    ],
)
def test_weeks_begin_at_a_break_of_the_group(
    broken: Month, groups: tuple[str, ...], early: tuple[str, ...]
) -> None:
    whole = desk(level(1), level(2))
    evidence = replace(whole.evidence, breaks=((broken, "Drugs", "a new rule"),))
    found = alarms(Desk(evidence, whole.settings))
    assert (found.groups, found.early) == (groups, early)
    assert found.looked_at == 13 * len(groups)


def test_a_group_with_a_late_break_alarms_by_the_half_year_before() -> None:
    counts = level(2)
    counts[-2] = 40
    whole = desk(level(1), counts)
    evidence = replace(whole.evidence, breaks=((Month(2023, 8), "Drugs", "a new rule"),))
    found = alarms(Desk(evidence, whole.settings))
    (alarm,) = found.alarms
    assert (alarm.offence, alarm.count.number, alarm.usual.method) == ("Drugs", 40, EARS)
    recipe = alarm.usual.recipe
    assert recipe is not None
    assert recipe.measure == "early_alarms"
    assert recipe.arguments["first"] == "2023-08-01"


def test_a_month_in_which_the_extract_breaks_off_is_held_to_its_last_day() -> None:
    whole = desk(level(1), level(2))
    held = whole.evidence.recorded_people
    assert isinstance(held, PeopleRecorded)
    broken_off = replace(held, months=held.months[:-1])
    again = Desk(replace(whole.evidence, recorded_people=broken_off), whole.settings)
    assert alarms(again).step == "week"
