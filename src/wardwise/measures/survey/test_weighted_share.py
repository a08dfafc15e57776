"""Weighted shares worked by hand."""

from __future__ import annotations

import pytest

from wardwise.measures.levels.share import share_percent
from wardwise.measures.survey.weighted_share import weighted_share_percent


def test_replies_of_one_weight_are_a_plain_share() -> None:
    found = weighted_share_percent(weights=[0.5] * 100, marks=[True] * 30 + [False] * 70)
    plain = share_percent(part=30, whole=100)
    assert (found.value, found.lower, found.upper) == pytest.approx(
        (plain.value, plain.lower, plain.upper)
    )


def test_weights_move_the_share_and_widen_the_interval() -> None:
    # 50 replies of weight 3 say so, 150 of weight 1 do not: 150 of 300, and as much is told as
    # by 300² ÷ (50 × 9 + 150) = 150 replies of one weight
    found = weighted_share_percent(
        weights=[3.0] * 50 + [1.0] * 150, marks=[True] * 50 + [False] * 150
    )
    plain = share_percent(part=75, whole=150)
    assert found.value == 50.0
    assert (found.lower, found.upper) == pytest.approx((plain.lower, plain.upper))


@pytest.mark.parametrize(
    ("weights", "marks"), [([1.0], []), ([0.0, 0.0], [True, False]), ([-1.0], [True])]
)
def test_what_has_no_share(weights: list[float], marks: list[bool]) -> None:
    with pytest.raises(ValueError, match=r"weights|nought|negative"):
        weighted_share_percent(weights=weights, marks=marks)
