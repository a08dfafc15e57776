"""Scales and labels, worked by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wardwise.render.pictures.scales import (
    Scale,
    close_range,
    label_places,
    round_range,
    said,
    spread,
    step_of,
    tick_labels,
    ticks,
)


def test_a_value_half_way_falls_half_way() -> None:
    # 150 is half of the way from 100 to 200; half of the way from 40 to 20 is 30
    assert Scale(100, 200, 40, 20)(150) == 30


@pytest.mark.parametrize(
    ("span", "about", "step"), [(100, 4, 25), (9, 4, 2.5), (1, 5, 0.2), (7300, 4, 2000)]
)
def test_steps_are_round(span: float, about: int, step: float) -> None:
    assert step_of(span, about=about) == step


def test_ticks_stay_inside_the_range() -> None:
    assert ticks(12, 104, about=4) == [25, 50, 75, 100]
    assert ticks(-0.3, 0.3, about=3) == [-0.2, 0, 0.2]


def test_a_range_starts_at_nought_where_nought_is_near() -> None:
    assert round_range([30, 96]) == (0, 100)
    # 91 to 112 lies far from nought: whole steps of 10 round it
    assert round_range([91, 112], about=4) == (90, 120)


def test_a_range_of_nothing_can_still_be_drawn() -> None:
    assert round_range([]) == (0, 1)
    assert close_range([]) == (0, 1.07)
    low, high = close_range([0, 0])
    assert low == 0 < high


@settings(deadline=None)  # a shared machine may stall
@given(st.lists(st.floats(-1e6, 1e6), min_size=1))
def test_a_range_holds_every_value(values: list[float]) -> None:
    for low, high in (round_range(values), close_range(values)):
        assert low < high
        unseen = 1e-6 * (high - low)  # far less than a pixel of any sheet
        assert low <= min(values) + unseen
        assert high >= max(values) - unseen


def test_one_axis_has_one_precision() -> None:
    assert tick_labels([0, 2.5, 5]) == ["0.0", "2.5", "5.0"]
    assert tick_labels([0, 0.025, 0.05]) == ["0.000", "0.025", "0.050"]
    assert tick_labels([-1000, 0, 1000]) == ["−1,000", "0", "1,000"]


def test_a_label_is_as_exact_as_it_is_large() -> None:
    assert [said(v) for v in (1234.6, 99.96, 7, 0.25)] == ["1,235", "100.0", "7", "0.3"]


def test_labels_of_one_chart_share_their_decimals() -> None:
    assert label_places([412.0, 155.0, -18.0]) == 0  # counts
    assert label_places([112.4, 96.0]) == 1  # rates
    assert label_places([0.31, 0.02]) == 2
    assert label_places([5_712_345.0, 12.5]) == 0
    assert label_places([]) == 0


@settings(deadline=None)  # a shared machine may stall
@given(st.lists(st.floats(0, 200), max_size=6))
def test_labels_never_stand_nearer_than_the_gap(wanted: list[float]) -> None:
    placed = sorted(spread(wanted, gap=11, low=0, high=200))
    assert all(b - a >= 11 - 1e-9 for a, b in pairwise(placed))
    assert all(place <= 200 for place in placed)
