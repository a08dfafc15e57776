"""Changes of level: planted and none, and the best steps against a peer and every possible one."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import ruptures

from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.measures.time.change_null import by_chance, chance_of, without_months
from wardwise.measures.time.change_points import ChangePoints, change_points
from wardwise.measures.time.steps import best_steps, levels_of


MONTHS = Period.parse("2021-01", "2024-12").months
DAYS = np.array([month.days for month in MONTHS], dtype=float)


def found(values: np.ndarray, **asked: object) -> ChangePoints:
    got = change_points(months=MONTHS[: len(values)], values=values, **asked)  # type: ignore[arg-type]
    assert isinstance(got, ChangePoints)
    return got


def squares_about(values: np.ndarray, starts: tuple[int, ...]) -> float:
    parts = np.split(values, starts)
    return sum(float(((part - part.mean()) ** 2).sum()) for part in parts)


@pytest.mark.parametrize("seed", range(5))
def test_the_best_steps_are_the_best_of_all(seed: int) -> None:
    values = np.random.default_rng(seed).normal(size=18)
    squares, changes = best_steps(values[None, :], most=2)
    for count in (1, 2):
        every = {
            starts: squares_about(values, starts)
            for starts in itertools.combinations(range(4, 15), count)
            if all(b - a >= 4 for a, b in itertools.pairwise(starts))
        }
        best = min(every, key=lambda starts: every[starts])
        assert tuple(changes[0, count, :count]) == best
        assert squares[0, count] == pytest.approx(every[best])


@pytest.mark.parametrize("seed", range(5))
def test_ruptures_finds_the_same_steps(seed: int) -> None:
    random = np.random.default_rng(seed)
    values = random.normal(size=60) + 1.5 * (np.arange(60) > 25) - (np.arange(60) > 44)
    squares, changes = best_steps(values[None, :])
    for count in (1, 2, 3):
        peer = ruptures.KernelCPD(kernel="linear", min_size=4).fit(values[:, None])
        starts = tuple(peer.predict(n_bkps=count)[:-1])
        assert tuple(changes[0, count])[:count] == starts
        assert squares[0, count] == pytest.approx(squares_about(values, starts))


def test_levels_are_means_between_changes() -> None:
    levels = levels_of(np.array([[1.0, 3, 5, 7], [2, 2, 8, 8]]), np.array([[2], [0]]))
    assert levels.tolist() == [[2, 2, 6, 6], [5, 5, 5, 5]]


def test_a_series_too_short_for_so_many_levels() -> None:
    squares, _ = best_steps(np.arange(10.0)[None, :])
    assert np.isfinite(squares[0]).tolist() == [True, True, False, False]


def test_a_planted_change_is_found_where_it_is() -> None:
    random = np.random.default_rng(1)
    level = np.where(np.arange(48) < 30, 100, 150)
    got = found(random.poisson(level * DAYS / 30))
    (point,) = got.points
    assert (point.index, point.month) == (30, Month(2023, 7))
    assert point.change.lower < 50 < point.change.upper
    assert got.p_value < 0.01
    assert not got.is_drift


def test_two_changes_up_and_back() -> None:
    level = np.where((np.arange(48) >= 14) & (np.arange(48) < 26), 180, 100)
    got = found(np.random.default_rng(2).poisson(level * DAYS / 30))
    assert [one.index for one in got.points] == [14, 26]
    assert [one.change.value > 0 for one in got.points] == [True, False]


def test_a_summer_is_no_change() -> None:
    number = np.array([month.number for month in MONTHS])
    wave = 200 * (1 + 0.35 * np.cos(2 * np.pi * (number - 7) / 12))
    random = np.random.default_rng(3)
    assert found(random.poisson(wave * DAYS / 30), seasonal=True).points == ()
    stepped = wave * np.where(np.arange(48) < 27, 1, 1.5)
    assert [
        one.index for one in found(random.poisson(stepped * DAYS / 30), seasonal=True).points
    ] == [27]


def test_a_steady_rise_names_no_month() -> None:
    level = 100 * 1.25 ** (np.arange(48) / 12)
    got = found(np.random.default_rng(4).poisson(level * DAYS / 30))
    assert got.points == ()
    assert got.is_drift


def test_months_before_a_gap_are_not_looked_at() -> None:
    values = np.where(np.arange(48) < 12, 50.0, 200.0) * DAYS
    values[13] = np.nan
    got = found(values)
    assert (got.months, got.points) == (34, ())
    assert got.p_value > 0.9


def test_what_cannot_be_judged() -> None:
    short = change_points(months=MONTHS[:23], values=[50] * 23)
    few = change_points(months=MONTHS, values=[5] * 48)
    assert short == NotKnown("a change is looked for in 24 months or more; found 23")
    assert few == NotKnown("too few offences to look for a change (5.0 a month)")


def test_the_same_seed_gives_the_same_chance() -> None:
    by_chance.cache_clear()
    first = by_chance(30, False, 3, 5)[0]
    by_chance.cache_clear()
    assert (first == by_chance(30, False, 3, 5)[0]).all()
    assert chance_of(first[-1] + 1, first) == 1 / 1000
    assert chance_of(0, first) == 1


def test_month_effects_go_and_a_step_stays() -> None:
    wave = np.tile(np.sin(np.arange(12)), 4)
    step = (np.arange(48) >= 20) * 2.0
    left = without_months((wave + step)[None, :])[0]
    assert left - left.mean() == pytest.approx(step - step.mean(), abs=0.05)
