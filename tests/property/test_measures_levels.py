"""What is always true of counts, rates and shares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardwise.measures.levels.byar import byar_interval
from wardwise.measures.levels.offences import offences
from wardwise.measures.levels.rate import rate_per_1000_residents
from wardwise.measures.levels.share import share_percent


counts = st.integers(0, 10**6)


@given(count=counts, level=st.sampled_from([0.95, 0.998]))
def test_a_count_lies_within_its_limits(count: int, level: float) -> None:
    figure = offences(count=count, level=level)
    assert 0 <= figure.lower <= figure.value <= figure.upper


@given(count=counts)
def test_more_sureness_is_a_wider_range(count: int) -> None:
    usual, wide = byar_interval(count=count), byar_interval(count=count, level=0.998)
    assert wide.lower <= usual.lower
    assert usual.upper <= wide.upper


@given(fewer=counts, more=counts)
def test_more_offences_never_lower_the_limits(fewer: int, more: int) -> None:
    fewer, more = sorted((fewer, more))
    if fewer < 10 <= more:  # where the method changes the two may cross by a hair
        return
    low, high = byar_interval(count=fewer), byar_interval(count=more)
    assert low.lower <= high.lower
    assert low.upper <= high.upper


@given(offences=counts, residents=st.integers(1, 10**7), k=st.integers(1, 50))
def test_a_rate_does_not_change_when_both_parts_grow_together(
    offences: int, residents: int, k: int
) -> None:
    once = rate_per_1000_residents(offences=offences, residents=residents)
    grown = rate_per_1000_residents(offences=offences * k, residents=residents * k)
    assert grown.value == pytest.approx(once.value)
    assert grown.upper - grown.lower <= once.upper - once.lower + 1e-9


@given(part=counts, rest=counts)
def test_a_share_and_what_is_left_are_a_hundred(part: int, rest: int) -> None:
    if part + rest == 0:
        return
    share = share_percent(part=part, whole=part + rest)
    left = share_percent(part=rest, whole=part + rest)
    assert share.value + left.value == pytest.approx(100)
    assert share.lower + left.upper == pytest.approx(100)
    assert 0 <= share.lower <= share.value <= share.upper <= 100
