"""Stop and search, and outcomes: worked by hand."""

from __future__ import annotations

import math

import pytest

from wardwise.domain.errors import PopulationMissing
from wardwise.measures.people.disparity_ratio import disparity_ratio
from wardwise.measures.people.find_rate import find_rate_percent
from wardwise.measures.people.outcome_share import outcome_share_percent
from wardwise.measures.people.search_rate import search_rate_per_1000_residents


def test_disparity_worked_by_hand() -> None:
    # 90/15,000 = 6 and 300/150,000 = 2 a thousand: 3 times
    # √(1/90 + 1/300) = 0.12019; × 1.95996 = 0.23556; 3 ÷ and × 1.26562
    found = disparity_ratio(searches_a=90, residents_a=15_000, searches_b=300, residents_b=150_000)
    assert found.value == pytest.approx(3)
    assert (found.lower, found.upper) == pytest.approx((2.37038, 3.79686), abs=1e-4)
    rate = search_rate_per_1000_residents(searches=90, residents=15_000)
    assert rate.value == 6


def test_few_searches_take_the_exact_limits() -> None:
    found = disparity_ratio(searches_a=4, residents_a=1000, searches_b=40, residents_b=10_000)
    assert found.method == "exact conditional"
    assert found.value == pytest.approx(1)
    # given 44 searches of which 4 were of a tenth of the people … the limits hold 1
    assert found.lower < 1 < found.upper
    none = disparity_ratio(searches_a=0, residents_a=1000, searches_b=40, residents_b=10_000)
    assert (none.value, none.lower) == (0, 0)
    # P(none of 40 | ratio r) = (1 / (1 + r/10))^40 = 0.025 at r = 10 (0.025^(-1/40) - 1)
    assert none.upper == pytest.approx(10 * (0.025 ** (-1 / 40) - 1))


def test_a_ratio_to_none_is_not_known() -> None:
    with pytest.raises(ValueError, match="not known"):
        disparity_ratio(searches_a=4, residents_a=1000, searches_b=0, residents_b=1000)


@pytest.mark.parametrize("residents", [None, 0, -3, math.nan])
def test_a_ratio_needs_residents(residents: float | None) -> None:
    with pytest.raises(PopulationMissing, match="there is no ratio"):
        disparity_ratio(searches_a=4, residents_a=residents, searches_b=4, residents_b=10)


def test_finds_and_outcomes_are_shares() -> None:
    # Wilson for 20 of 100: 13.3367 to 28.8829
    for share in (
        find_rate_percent(finds=20, searches=100),
        outcome_share_percent(outcomes=20, offences=100),
    ):
        assert (share.value, share.method) == (20, "Wilson")
        assert (share.lower, share.upper) == pytest.approx((13.3367, 28.8829), abs=1e-4)
