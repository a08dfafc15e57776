"""Exponential smoothing: by hand, against a slow second working, and refusals."""

from __future__ import annotations

import numpy as np
import pytest

from wardwise.measures.time import ets_loops
from wardwise.measures.time.ets import ets, numbered


def slowly(
    values: list[float], form: str, weights: list[float], start: list[float]
) -> tuple[list[float], list[float]]:
    """Hyndman and others (2008), table 2.2, a value at a time, in plain words."""
    alpha, beta, gamma, phi = weights
    level, growth, seasons = start[0], start[1], list(start[2:])
    errors = []
    for value in values:
        if form[1] == "N":
            straight, grown = level, growth
        elif form[1] == "A":
            grown = phi * growth
            straight = level + grown
        else:
            grown = growth**phi
            straight = level * grown
        index = seasons[-1] if seasons else 0.0
        forecast = straight
        if form[2] == "A":
            forecast = straight + index
        elif form[2] == "M":
            forecast = straight * index
        errors.append(value - forecast if form[0] == "A" else (value - forecast) / forecast)
        plain = value
        if form[2] == "A":
            plain = value - index
        elif form[2] == "M":
            plain = value / index
        new = straight + alpha * (plain - straight)
        if form[1] == "A":
            growth = grown + beta / alpha * (new - level - grown)
        elif form[1] == "M":
            growth = grown + beta / alpha * (new / level - grown)
        level = new
        if seasons:
            now = value - straight if form[2] == "A" else value / straight
            seasons = [index + gamma * (now - index), *seasons[:-1]]
    return errors, [level, growth, *seasons]


@pytest.mark.parametrize("loops", ["compiled", "as written"])
@pytest.mark.parametrize("form", [e + t + s for e in "AM" for t in "NAM" for s in "NAM"])
def test_the_recursion_is_that_of_a_slow_working(form: str, loops: str) -> None:
    rng = np.random.default_rng(5)
    values = 50 + rng.normal(0, 3, 30)
    season = {"N": [], "A": [2.0, -1.0, -1.0], "M": [1.1, 0.9, 1.0]}[form[2]]
    start = [50.0, {"N": 0.0, "A": 0.3, "M": 1.01}[form[1]], *season]
    weights = [0.3, 0.1, 0.2, 0.9]
    states, errors = np.zeros((31, len(start))), np.empty(30)
    states[0] = start
    smooth = ets_loops.smooth
    (smooth if loops == "compiled" else smooth.py_func)(  # type: ignore[attr-defined]
        values, numbered(form), np.array(weights), states, errors
    )
    by_hand, last = slowly(values.tolist(), form, weights, start)
    assert errors == pytest.approx(by_hand, rel=1e-12)
    assert states[-1] == pytest.approx(last, rel=1e-12)


def test_forecasts_worked_by_hand() -> None:
    # level 10, growth 2 damped by a half: 10 + 2 (1/2), + 2 (1/2 + 1/4); seasons 1 then -1
    state = np.array([10.0, 2.0, -1.0, 1.0])
    for ahead in (ets_loops.ahead, ets_loops.ahead.py_func):  # type: ignore[attr-defined]
        assert ahead(state, numbered("AAA"), 0.5, 3).tolist() == [12.0, 10.5, 12.75]
        # 10 × 2^(1/2), 10 × 2^(3/4), times the seasons
        found = ahead(np.array([10.0, 2.0, 3.0, 0.5]), numbered("MMM"), 0.5, 2)
        assert found == pytest.approx([5 * 2**0.5, 30 * 2**0.75])


def test_the_best_first_state_solves_least_squares() -> None:
    rng = np.random.default_rng(6)
    values, form = 5 + rng.normal(0, 1, 20), numbered("AAA")
    weights = np.array([0.3, 0.05, 0.1, 0.9])
    for unstarted in (ets_loops.unstarted, ets_loops.unstarted.py_func):  # type: ignore[attr-defined]
        least, start = unstarted(values, form, weights, 4, 0.0)
        assert start[2:].sum() == pytest.approx(0, abs=1e-9)
        states, errors = np.zeros((21, 6)), np.empty(20)
        for nudge in [np.zeros(6), *(0.05 * rng.normal(size=(30, 6)))]:
            nudge[2:] -= nudge[2:].mean()
            states[0] = start + nudge
            ets_loops.smooth(values, form, weights, states, errors)
            assert (errors**2).sum() >= least - 1e-6


def test_seasons_are_drawn_to_nought() -> None:
    values = np.tile([1.0, -1.0], 6) + np.random.default_rng(7).normal(0, 0.1, 12)
    free = ets(values=values, cycle=2).states[0][2]
    drawn = ets(values=values, cycle=2, pull=50.0).states[0][2]
    assert abs(drawn) < abs(free)


def test_the_search_finds_what_a_grid_finds() -> None:
    values = np.cumsum(np.random.default_rng(8).normal(0, 1, 60))
    found = ets(values=values, form="ANN")
    form = numbered("ANN")
    grid = np.linspace(0.001, 0.999, 400)
    sizes = [ets_loops.unstarted(values, form, np.array([a, 0, 0, 1.0]), 12, 0.0)[0] for a in grid]
    assert (found.errors**2).sum() <= min(sizes) + 1e-6
    assert found.log_likelihood == pytest.approx(-30 * np.log((found.errors**2).sum()))


def test_the_search_as_it_is_written_gives_what_is_compiled() -> None:
    values = 5 + np.random.default_rng(9).normal(0, 1, 14)
    for form in ("ANN", "AAA"):
        compiled = ets_loops.fit(values, numbered(form), 3, 1.0, 40)
        written = ets_loops.fit.py_func(values, numbered(form), 3, 1.0, 40)  # type: ignore[attr-defined]
        for one, other in zip(compiled, written, strict=True):
            assert one == pytest.approx(other, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize(
    ("values", "form", "said"),
    [
        ([1.0] * 30, "MAM", "form"),
        ([1.0, np.nan] * 15, "ANN", "missing"),
        ([1.0] * 12, "ANA", "round of 12"),
    ],
)
def test_what_cannot_be_is_refused(values: list[float], form: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        ets(values=values, form=form)
