"""Blaker's interval: by hand at the ends, and against the definition on a fine grid."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from wardwise.measures.people.proportion import proportion_percent


def acceptance(part: int, whole: int, shares: np.ndarray) -> np.ndarray:
    """Blaker's function by its definition: the chance of a count as odd as this, or odder."""
    counts = np.arange(whole + 1)
    chances = binom.pmf(counts[None, :], whole, shares[:, None])
    at_most = chances.cumsum(axis=1)
    at_least = chances[:, ::-1].cumsum(axis=1)[:, ::-1]
    smaller = np.minimum(at_most, at_least)
    # a hair for rounding
    odd = smaller <= smaller[:, [part]] * (1 + 1e-9)
    summed: np.ndarray = (chances * odd).sum(axis=1)
    return summed


def test_at_the_ends_by_hand() -> None:
    # one of one: P(1) = p, and no other count is as unlikely until p reaches a half: p > 0.05
    all_of_one = proportion_percent(part=1, whole=1)
    assert (all_of_one.lower, all_of_one.upper) == pytest.approx((5, 100))
    # none of 20: under the rule of three's 16.8% (Clopper and Pearson), as the grid says
    none = proportion_percent(part=0, whole=20)
    assert (none.value, none.lower) == (0, 0)
    assert none.upper == pytest.approx(16.0131, abs=1e-4)
    assert none.method == "exact (Blaker)"


@settings(deadline=None)  # the grid is slow
@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_limits_are_the_outermost_shares_that_are_not_refused(case: tuple[int, int]) -> None:
    part, whole = case
    found = proportion_percent(part=part, whole=whole)
    assert found.lower <= found.value <= found.upper
    grid = np.arange(0, 1.0005, 0.0005)
    outside = grid[(100 * grid < found.lower) | (100 * grid > found.upper)]
    assert (acceptance(part, whole, outside) <= 0.05).all()
    # just inside either limit nothing is refused
    edges = np.array([found.lower, found.upper]) / 100 + np.array([1e-7, -1e-7])
    assert (acceptance(part, whole, edges) > 0.05).all()


def test_a_limit_that_falls_on_a_half_holds_it() -> None:
    # of 100 at a half P(40 or fewer) = P(60 or more) = 0.0284: together above 0.05
    assert proportion_percent(part=60, whole=100).lower <= 50
    assert proportion_percent(part=40, whole=100).upper >= 50


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_what_has_it_and_what_has_it_not_are_mirror_images(case: tuple[int, int]) -> None:
    part, whole = case
    one, other = (proportion_percent(part=p, whole=whole) for p in (part, whole - part))
    assert one.lower == pytest.approx(100 - other.upper, abs=1e-9)


@pytest.mark.parametrize(
    ("part", "whole", "says"),
    [(0, 0, "not known"), (3, 2, "larger"), (-1, 2, "0 or more"), (1.5, 2, "whole number")],
)
def test_refusals(part: float, whole: float, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        proportion_percent(part=part, whole=whole)
