"""Blaker's interval: by hand at the ends, and against the definition on a fine grid."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from wardwise.measures.people.proportion import proportion_percent


def accepted(part: int, whole: int, *, step: float = 0.0005) -> np.ndarray:
    """The shares on a grid that the definition does not refuse at 95%."""
    shares = np.arange(0, 1 + step, step).clip(max=1)
    counts = np.arange(whole + 1)
    chances = binom.pmf(counts[None, :], whole, shares[:, None])
    at_most = chances.cumsum(axis=1)
    at_least = chances[:, ::-1].cumsum(axis=1)[:, ::-1]
    smaller = np.minimum(at_most, at_least)
    # as unlikely as what was seen, or more so; a hair for rounding
    odd = smaller <= smaller[:, [part]] * (1 + 1e-9)
    kept: np.ndarray = shares[(chances * odd).sum(axis=1) > 0.05]
    return kept


def test_at_the_ends_by_hand() -> None:
    # one of one: P(1) = p, and no other count is as unlikely until p reaches a half: p > 0.05
    all_of_one = proportion_percent(part=1, whole=1)
    assert (all_of_one.lower, all_of_one.upper) == pytest.approx((5, 100))
    # none of 20: under the rule of three's 16.8% (Clopper and Pearson), as the grid says
    none = proportion_percent(part=0, whole=20)
    assert (none.value, none.lower) == (0, 0)
    assert none.upper == pytest.approx(100 * accepted(0, 20, step=0.00005).max(), abs=0.01)
    assert none.method == "exact (Blaker)"


@settings(deadline=None)  # the grid is slow
@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_limits_are_the_outermost_shares_that_are_not_refused(case: tuple[int, int]) -> None:
    part, whole = case
    grid = accepted(part, whole)
    found = proportion_percent(part=part, whole=whole)
    assert found.lower == pytest.approx(100 * grid.min(), abs=0.06)
    assert found.upper == pytest.approx(100 * grid.max(), abs=0.06)
    assert found.lower <= found.value <= found.upper


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
