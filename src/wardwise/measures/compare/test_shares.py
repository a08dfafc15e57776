"""Shares beside one another, worked by hand."""

from __future__ import annotations

import math

import pytest

from wardwise.measures.compare.reconciled import reconciled_percent
from wardwise.measures.compare.shares import median_share_percent, share_difference_points


def test_the_middle_share_takes_each_area_once_whatever_its_size() -> None:
    # 10%, 30% and 2%: the middle is 10%, though the largest area has 2%
    assert median_share_percent(parts=[10, 30, 20], wholes=[100, 100, 1_000]) == 10.0


def test_the_middle_of_an_even_number_lies_half_way() -> None:
    assert median_share_percent(parts=[10, 30], wholes=[100, 100]) == 20.0


def test_an_area_that_is_not_known_is_left_out_of_the_middle() -> None:
    assert median_share_percent(parts=[10, math.nan], wholes=[100, 100]) == 10.0
    with pytest.raises(ValueError, match="No area is known"):
        median_share_percent(parts=[math.nan], wholes=[100])


def test_a_difference_is_in_points_and_turns_its_sign_with_the_two() -> None:
    # 30% less 10% is 20 points; the other way round −20
    ours = {"part": 30, "whole": 100, "other_part": 20, "other_whole": 200}
    theirs = {"part": 20, "whole": 200, "other_part": 30, "other_whole": 100}
    assert share_difference_points(**ours) == -share_difference_points(**theirs) == 20.0


def test_a_count_against_a_published_one_may_exceed_it() -> None:
    # Luton, 2023: 17,917 located of 18,991 published; Dudley, 2024: 25,759 of 24,959
    assert reconciled_percent(held=17_917, published=18_991) == pytest.approx(94.3447, abs=1e-4)
    assert reconciled_percent(held=25_759, published=24_959) == pytest.approx(103.2053, abs=1e-4)
    with pytest.raises(ValueError, match="Nothing was published"):
        reconciled_percent(held=1, published=0)
