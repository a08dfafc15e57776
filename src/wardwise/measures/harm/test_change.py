"""Changes of harm, worked by hand."""

from __future__ import annotations

import math

import pytest

from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.measures.change.change_percent import change_percent
from wardwise.measures.harm.change import harm_change_percent


def test_a_change_of_grave_offences_moves_the_harm_and_hardly_the_count() -> None:
    # before 400 × 1 + 100 × 16 = 2,000; after 400 + 225 × 16 = 4,000: +100%
    # variance before (400 + 256 × 100) / 2,000² = 26,000 / 4,000,000 = 0.0065;
    # after (400 + 256 × 225) / 4,000² = 58,000 / 16,000,000 = 0.003625
    change = harm_change_percent(
        before=[400, 100], after=[400, 225], weights=[1.0, 16.0], phi=[1.0, 1.0]
    )
    reach = 1.959964 * math.sqrt(0.0065 + 0.003625)
    assert change.value == 100.0
    assert change.lower == pytest.approx(100 * (2 * math.exp(-reach) - 1), rel=1e-5)
    assert change.upper == pytest.approx(100 * (2 * math.exp(reach) - 1), rel=1e-5)
    assert change.verdict is Verdict.ROSE


def test_of_one_group_the_change_of_harm_is_the_change_of_the_count() -> None:
    harm = harm_change_percent(before=[500], after=[430], weights=[37.0], phi=[2.5])
    count = change_percent(before=500, after=430, phi=2.5)
    assert (harm.value, harm.verdict) == (count.value, count.verdict)
    assert (harm.lower, harm.upper) == pytest.approx((count.lower, count.upper))


def test_a_leap_year_is_no_change() -> None:
    change = harm_change_percent(
        before=[365_000], after=[366_000], weights=[2.0], phi=[1.0], days_after=366
    )
    assert change.lower is not None
    assert change.upper is not None
    assert isinstance(change.value, float)
    assert change.lower < change.value < change.upper
    assert change.verdict is Verdict.NO_CLEAR_CHANGE


def test_nothing_before_has_no_percentage() -> None:
    change = harm_change_percent(before=[0, 0], after=[1, 2], weights=[1.0, 2.0], phi=[1.0, 1.0])
    assert isinstance(change.value, NotKnown)


def test_a_dispersion_is_one_or_more() -> None:
    with pytest.raises(ValueError, match="one φ of 1 or more"):
        harm_change_percent(before=[1], after=[1], weights=[1.0], phi=[0.5])
