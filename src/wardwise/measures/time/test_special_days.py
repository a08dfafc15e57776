"""Special days and dark evenings: planted, none, and against a general regression."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from wardwise.domain.nothing import NotKnown
from wardwise.measures.time.dark_evenings import DarkEvenings, dark_evenings
from wardwise.measures.time.special_days import SpecialDays, special_days


FIRST, LAST = "2023-01-01", "2024-12-31"
DAYS = np.arange(np.datetime64(FIRST), np.datetime64(LAST) + 1)
SOME = DAYS[np.random.default_rng(9).choice(len(DAYS), 30, replace=False)]
HALF_TERMS = DAYS[(DAYS.astype(int) // 7) % 9 == 4]


def events(mean: np.ndarray, seed: int) -> np.ndarray:
    random = np.random.default_rng(seed)
    days = np.repeat(DAYS, random.poisson(mean))
    moments: np.ndarray = days.astype("M8[m]") + random.integers(0, 1440, len(days))
    return moments


def asked(starts: np.ndarray, ends: np.ndarray | None = None, **more: Any) -> Any:
    given: dict[str, Any] = {
        "starts": starts,
        "ends": starts if ends is None else ends,
        "between": (FIRST, LAST),
        "special": SOME.astype(str).tolist(),
    }
    return special_days(**given | more)


def test_a_planted_difference_is_found_whatever_the_weekday_and_the_month() -> None:
    weekday = 20 + 10 * np.sin(DAYS.astype(int) % 7)
    season = 1 + 0.4 * np.cos(np.arange(len(DAYS)) / 58)
    found = asked(events(weekday * season * np.where(np.isin(DAYS, SOME), 1.5, 1), 1))
    assert isinstance(found, SpecialDays)
    assert found.change.lower < 50 < found.change.upper
    assert found.p_value < 0.001
    assert (found.days, found.without_day) == (30, 0)


def test_nothing_planted_is_nothing() -> None:
    found = asked(events(np.full(len(DAYS), 20.0), 2))
    assert found.change.holds(0)
    assert found.p_value > 0.05
    assert found.phi < 1.2


def test_another_kind_of_day_is_allowed_for() -> None:
    # half-terms alone are busier; the days in question are taken from among them more than not
    busy = np.where(np.isin(DAYS, HALF_TERMS), 40.0, 20.0)
    days = [*HALF_TERMS[::3].astype(str), *SOME.astype(str)]
    alone = asked(events(busy, 3), special=days)
    beside = asked(
        events(busy, 3), special=SOME.astype(str).tolist(), other=HALF_TERMS.astype(str).tolist()
    )
    assert alone.change.lower > 5
    assert abs(beside.change.value) < 20


def test_the_same_as_a_general_regression() -> None:
    import pandas as pd
    import statsmodels.api as sm

    starts = events(15 + 5.0 * (DAYS.astype(int) % 7 == 2), 4)
    found = asked(starts)
    counts = np.bincount((starts.astype("M8[D]") - DAYS[0]).astype(int), minlength=len(DAYS))
    frame = pd.DataFrame(
        {"month": DAYS.astype("M8[M]").astype(str), "weekday": DAYS.astype(int) % 7}
    )
    columns = pd.get_dummies(frame.astype(str), drop_first=True).astype(float)
    columns["special"] = np.isin(DAYS, SOME).astype(float)
    slow = sm.GLM(counts, sm.add_constant(columns), family=sm.families.Poisson()).fit(scale="X2")
    assert np.log1p(found.change.value / 100) == pytest.approx(slow.params["special"], abs=1e-6)
    assert found.phi == pytest.approx(max(1, slow.scale))


def test_an_event_of_more_than_a_day_has_no_day() -> None:
    starts = events(np.full(len(DAYS), 20.0), 5)
    ends = starts + np.where(np.arange(len(starts)) % 10 == 0, 2_000, 60)
    found = asked(starts, ends)
    assert (found.used, found.without_day) == (len(starts) - len(starts[::10]), len(starts[::10]))


def test_months_without_other_days_or_without_events_tell_nothing() -> None:
    every = events(np.full(len(DAYS), 20.0), 6)
    whole = DAYS[(DAYS.astype("M8[M]").astype(int) % 12) == 7].astype(str).tolist()
    assert asked(every, special=whole) == NotKnown("no month has such days and others")
    gone = every[every.astype("M8[M]") != np.datetime64("2023-05")]
    assert isinstance(asked(gone), SpecialDays)


def test_too_few_are_not_judged() -> None:
    few = events(np.full(len(DAYS), 0.5), 7)
    assert asked(few) == NotKnown("too few of them fall on such days")
    assert asked(few, special=SOME[:3].astype(str)) == NotKnown("the period holds only 3 such days")
    with pytest.raises(ValueError, match="before it starts"):
        asked(few, between=(LAST, FIRST))
    with pytest.raises(ValueError, match="shape"):
        asked(few, few[1:])


BACK, FORWARD = ["2023-10-29", "2024-10-27"], ["2023-03-26", "2024-03-31"]


def evenings(in_the_dark: float, seed: int) -> np.ndarray:
    """Events at every hour, the evening hours made more frequent while they are dark."""
    random = np.random.default_rng(seed)
    hours = np.arange(np.datetime64(FIRST, "h"), np.datetime64("2025-01-01", "h"))
    day, hour = hours.astype("M8[D]"), hours.astype(int) % 24
    light = np.zeros(len(hours), bool)
    for forward, back in zip(FORWARD, BACK, strict=True):
        light |= (day >= np.datetime64(forward)) & (day < np.datetime64(back))
    season = 1 + 0.3 * np.cos(2 * np.pi * np.arange(len(hours)) / 8766)
    mean = 1.2 * season * np.where(~light & (hour >= 17) & (hour < 20), in_the_dark, 1)
    moments: np.ndarray = np.repeat(hours, random.poisson(mean)).astype("M8[m]") + 20
    return moments


def after_dark(starts: np.ndarray, ends: np.ndarray | None = None, **more: Any) -> Any:
    given: dict[str, Any] = {"between": (FIRST, LAST), "back": BACK, "forward": FORWARD}
    return dark_evenings(starts=starts, ends=starts if ends is None else ends, **given | more)


def test_darker_evenings_are_found_in_autumn_and_in_spring() -> None:
    found = after_dark(evenings(1.5, 1))
    assert isinstance(found, DarkEvenings)
    assert found.changes == 4
    assert found.change.lower < 50 < found.change.upper
    assert found.p_value < 0.001


def test_a_season_alone_is_not_the_dark() -> None:
    found = after_dark(evenings(1, 2))
    assert found.change.holds(0)


def test_only_events_known_to_the_hour_take_part() -> None:
    starts = evenings(1.5, 3)
    ends = starts + np.where(np.arange(len(starts)) % 2 == 0, 40, 41)  # 20 past, up to the hour
    half = after_dark(starts, ends)
    assert half.dark + half.light == pytest.approx(
        (after_dark(starts).dark + after_dark(starts).light) / 2, rel=0.05
    )


def test_what_is_not_covered_or_too_few_is_not_known() -> None:
    starts = evenings(1, 4)
    away = after_dark(starts, between=("2023-05-01", "2023-09-30"))
    assert away == NotKnown("no change of the clocks has four weeks on both sides")
    few = after_dark(starts[::200])
    assert isinstance(few, NotKnown)
    with pytest.raises(ValueError, match="shape"):
        after_dark(starts, starts[1:])
