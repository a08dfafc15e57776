"""What is always true of a change."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wardwise.domain.verdict import Verdict
from wardwise.measures.change.change_percent import change_percent
from wardwise.measures.change.contributions import contributions
from wardwise.measures.change.dispersion import dispersion


counts = st.integers(0, 50_000)
phis = st.floats(1, 40)
OPPOSITE = {
    Verdict.ROSE: Verdict.FELL,
    Verdict.FELL: Verdict.ROSE,
    Verdict.NO_CLEAR_CHANGE: Verdict.NO_CLEAR_CHANGE,
}


@given(before=counts, after=counts, phi=phis)
def test_swapping_the_years_turns_the_word_about(before: int, after: int, phi: float) -> None:
    forth = change_percent(before=before, after=after, phi=phi)
    back = change_percent(before=after, after=before, phi=phi)
    assert back.verdict == OPPOSITE[forth.verdict]
    assert back.p_value == pytest.approx(forth.p_value)


@given(before=st.integers(1, 50_000), after=counts, phi=phis)
def test_the_value_lies_within_its_limits_and_the_word_agrees(
    before: int, after: int, phi: float
) -> None:
    change = change_percent(before=before, after=after, phi=phi)
    assert isinstance(change.value, float)
    assert change.lower is not None
    assert change.upper is not None
    assert change.lower - 1e-9 <= change.value <= change.upper + 1e-9
    assert (change.verdict == Verdict.ROSE) == (change.lower > 0)
    assert (change.verdict == Verdict.FELL) == (change.upper < 0)


@given(before=counts, after=counts, phi=phis)
def test_the_word_and_the_p_value_agree(before: int, after: int, phi: float) -> None:
    change = change_percent(before=before, after=after, phi=phi)
    assert change.p_value is not None
    assume(abs(change.p_value - 0.05) > 1e-9)
    assert (change.verdict != Verdict.NO_CLEAR_CHANGE) == (change.p_value < 0.05)


@given(before=counts, after=counts, phi=phis, more=st.floats(0, 10))
def test_more_dispersion_never_makes_a_change_clearer(
    before: int, after: int, phi: float, more: float
) -> None:
    if change_percent(before=before, after=after, phi=phi).verdict == Verdict.NO_CLEAR_CHANGE:
        wider = change_percent(before=before, after=after, phi=phi + more)
        assert wider.verdict == Verdict.NO_CLEAR_CHANGE


@given(before=counts, after=counts)
def test_what_is_clear_at_99_8_is_clear_at_95(before: int, after: int) -> None:
    strict = change_percent(before=before, after=after, level=0.998).verdict
    if strict != Verdict.NO_CLEAR_CHANGE:
        assert change_percent(before=before, after=after).verdict == strict


@given(same=counts, phi=phis)
def test_no_change_is_never_called_one(same: int, phi: float) -> None:
    assert change_percent(before=same, after=same, phi=phi).verdict == Verdict.NO_CLEAR_CHANGE


@given(pairs=st.lists(st.tuples(counts, counts), min_size=1, max_size=20))
def test_contributions_add_up_to_the_change_of_the_whole(pairs: list[tuple[int, int]]) -> None:
    before, after = (list(part) for part in zip(*pairs, strict=True))
    assume(sum(before) > 0)
    total = contributions(before=before, after=after).sum()
    assert total == pytest.approx(100 * (sum(after) / sum(before) - 1), abs=1e-6)


@given(seed=st.integers(0, 10**6), areas=st.integers(1, 6), mean=st.sampled_from([0.2, 3, 80]))
def test_dispersion_is_at_least_one_and_does_not_ask_which_year_was_first(
    seed: int, areas: int, mean: float
) -> None:
    before, after = np.random.default_rng(seed).poisson(mean, (2, areas, 12)).astype(float)
    days = np.array([31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31, 30])
    forth = dispersion(before=before, after=after, days_before=days, days_after=days)
    back = dispersion(before=after, after=before, days_before=days, days_after=days)
    assert 1 <= forth.phi < np.inf
    assert back.phi == pytest.approx(forth.phi)
    assert back.areas == forth.areas <= areas


@given(seed=st.integers(0, 10**6), order=st.permutations(range(4)))
def test_dispersion_does_not_ask_which_area_comes_first(seed: int, order: list[int]) -> None:
    before, after = np.random.default_rng(seed).poisson(30, (2, 4, 12)).astype(float)
    days = np.full(12, 30)
    once = dispersion(before=before, after=after, days_before=days, days_after=days)
    again = dispersion(before=before[order], after=after[order], days_before=days, days_after=days)
    assert again.phi == pytest.approx(once.phi)
