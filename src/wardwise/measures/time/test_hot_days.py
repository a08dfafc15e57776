"""Hot days: weather that does nothing is seldom called, and 15% more is found."""

from __future__ import annotations

import numpy as np

from wardwise.measures.time.special_days import SpecialDays, special_days


DAYS = np.arange("2023-10-01", "2026-10-01", dtype="M8[D]")
OF_YEAR = (DAYS - DAYS.astype("M8[Y]")).astype(int)
SUMMER = np.cos(2 * np.pi * (OF_YEAR - 197) / 365.25)
WEEK = np.array([1, 1, 1, 1, 1.1, 1.2, 1.1])[(DAYS.astype(int) + 3) % 7]
SEEDS = 60


def called(times: float, *, spells: float = 0.0) -> int:
    """Seeds in which hot days differ, of 25 events a day with a summer and a weekend.

    Warm weather lasts; with ``spells`` so do ups and downs of the events themselves.
    """
    found = 0
    for seed in range(SEEDS):
        random = np.random.default_rng(seed)
        hot = 14.5 + 8.5 * SUMMER + lasting(random, 0.7, 2.0) >= 25
        own = lasting(random, spells, 0.1) if spells else np.zeros(len(DAYS))
        mean = 25 * WEEK * np.exp(0.1 * SUMMER + own) * np.where(hot, times, 1)
        starts = np.repeat(DAYS, random.poisson(mean)).astype("M8[s]")
        answer = special_days(
            starts=starts,
            ends=starts,
            between=(str(DAYS[0]), str(DAYS[-1])),
            special=DAYS[hot].astype(str).tolist(),
        )
        assert isinstance(answer, SpecialDays)
        found += answer.p_value < 0.05
    return found


def lasting(random: np.random.Generator, memory: float, spread: float) -> np.ndarray:
    new = random.normal(0, spread, len(DAYS))
    kept = np.zeros(len(DAYS))
    for n in range(1, len(DAYS)):
        kept[n] = memory * kept[n - 1] + new[n]
    return kept


def test_a_summer_alone_is_seldom_called_heat() -> None:
    assert called(1.0) <= 8  # a true 5% gives 0 to 8 of 60 in all but one study in a hundred
    assert called(1.0, spells=0.5) <= 8


def test_fifteen_percent_more_on_hot_days_is_found() -> None:
    assert called(1.15) == SEEDS
