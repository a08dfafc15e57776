"""Charts of shares, counts, rates, lots and gaps, and run charts: worked by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from wardwise.measures.time.attribute_limits import attribute_limits
from wardwise.measures.time.rare_event_limits import rare_event_limits
from wardwise.measures.time.run_chart import run_chart
from wardwise.measures.time.signals import Rule, signals
from wardwise.measures.time.subgroup_limits import subgroup_limits


def test_limits_of_a_share_are_wider_for_a_small_lot() -> None:
    # 30 of 200: 0.15; √(0.15 × 0.85 / 50) = 0.050498 and / 150 = 0.029155
    found = attribute_limits(chart="p", counts=[10, 20], sizes=[50, 150])
    assert found.mean == pytest.approx(0.15)
    assert found.upper == pytest.approx((0.301493, 0.237464), abs=1e-6)
    assert found.lower == pytest.approx((0, 0.062536), abs=1e-6)
    assert found.near_upper == pytest.approx((0.250995, 0.208310), abs=1e-6)
    assert (found.trial, found.points, found.widening) == (True, 2, 1)


def test_a_share_is_never_above_one() -> None:
    assert attribute_limits(chart="p", counts=[9, 10], sizes=[10, 10]).upper == (1, 1)


def test_limits_of_a_count_and_of_a_rate() -> None:
    # mean 9, √9 = 3; 27 events in 90 days: 0.3, √(0.3 / 30) = 0.1
    counted = attribute_limits(chart="c", counts=[9, 12, 6])
    rated = attribute_limits(chart="u", counts=[9, 12, 6], sizes=[30, 30, 30])
    assert (counted.lower[0], counted.upper[0]) == (0, 18)
    assert (rated.mean, rated.upper[0]) == pytest.approx((0.3, 0.6))


def test_what_is_not_known_or_left_out_does_not_move_the_limits() -> None:
    plain = attribute_limits(chart="c", counts=[9, 12, 6])
    found = attribute_limits(chart="c", counts=[9, math.nan, 12, 6, 60], leave_out=[4])
    assert (found.mean, found.upper[0], found.points) == (plain.mean, plain.upper[0], 3)
    # a point that is left out is judged all the same
    assert [s.index for s in signals(values=[9, math.nan, 12, 6, 60], limits=found)] == [4]


def test_limits_widen_as_the_points_themselves_move() -> None:
    # c of mean 100: standardised 2, -2, 2, -2; ranges 4 each; 4 / 1.128 = 3.5461
    found = attribute_limits(chart="c", counts=[120, 80, 120, 80], widen=True)
    assert found.widening == pytest.approx(4 / 1.128)
    assert found.upper[0] == pytest.approx(100 + 3 * 10 * 4 / 1.128)
    assert signals(values=[120, 80, 120, 80], limits=found) == ()


def test_rules_speak_with_limits_of_each_point() -> None:
    sizes = [50] * 12 + [5_000]
    counts = [10] * 12 + [1_300]  # 26% of a large lot, where 24.6% is usual... and 20% of small
    found = attribute_limits(chart="p", counts=counts, sizes=sizes, leave_out=[12])
    spoken = signals(values=[c / s for c, s in zip(counts, sizes, strict=True)], limits=found)
    assert [(one.index, one.rule) for one in spoken] == [(12, Rule.OUTSIDE)]


@pytest.mark.parametrize(
    ("asked", "match"),
    [
        ({"chart": "p", "counts": [1]}, "needs sizes"),
        ({"chart": "c", "counts": [1], "sizes": [2]}, "c chart has none"),
        ({"chart": "u", "counts": [1], "sizes": [0]}, "nought or below"),
        ({"chart": "p", "counts": [3], "sizes": [2]}, "up to 1"),
        ({"chart": "u", "counts": [3], "sizes": [2, 3]}, "shape"),
        ({"chart": "c", "counts": [math.nan]}, "No point is known"),
        ({"chart": "c", "counts": [3], "widen": True}, "No two neighbouring"),
        ({"chart": "x", "counts": [3]}, "'x' is not a valid"),
    ],
)
def test_limits_that_cannot_be(asked: dict[str, object], match: str) -> None:
    with pytest.raises(ValueError, match=match):
        attribute_limits(**asked)  # type: ignore[arg-type]


def test_runs_and_crossings_by_hand() -> None:
    # middle 5.5 of 1..10; five below and then five above: one crossing, longest run 5.
    # log2(10) + 3 = 6.3, so 6; of nine tosses P(at most 1) = 0.0195, at most 2 = 0.0898
    found = run_chart(values=range(1, 11))
    assert (found.centre, found.longest_run, found.longest_usual) == (5.5, 5, 6)
    assert (found.crossings, found.fewest_usual, found.signal) == (1, 2, True)


def test_a_value_on_the_line_neither_ends_a_run_nor_counts() -> None:
    found = run_chart(values=[6, 5, 6, math.nan, 6, 4, 4, 4], centre=5)
    assert (found.useful, found.longest_run, found.crossings) == (6, 3, 1)


def test_alternating_values_do_not_signal() -> None:
    assert not run_chart(values=[4, 6] * 10).signal


@pytest.mark.parametrize(("values", "match"), [([math.nan], "No value"), ([3, 3], "on the centre")])
def test_run_charts_that_cannot_be(values: list[float], match: str) -> None:
    with pytest.raises(ValueError, match=match):
        run_chart(values=values)


def test_limits_of_lots_by_hand() -> None:
    # lots 1 3 and 2 4: s = 1.41421 each; c4(2) = 0.797885; 3 × 1.41421 / 0.797885 / √2 = 3.75994
    found = subgroup_limits(lots=[[1, 3], [2, 4, math.nan]])
    assert found.upper == pytest.approx((6.25994, 6.25994), abs=1e-5)
    # 1.41421 × (1 + 3 √(1 − 0.797885²) / 0.797885) = 4.61957
    assert found.deviation_upper[0] == pytest.approx(4.61957, abs=1e-4)
    assert found.deviation_lower == (0, 0)


def test_a_lot_of_one_has_a_mean_and_no_spread() -> None:
    found = subgroup_limits(lots=[[1, 3], [2], []])
    assert found.means[:2] == (2, 2)
    assert np.isnan([found.means[2], found.deviations[1], found.upper[1]]).all()
    with pytest.raises(ValueError, match="No lot has two"):
        subgroup_limits(lots=[[1], [2]])


def test_gaps_between_rare_events() -> None:
    # 2 ** 3.6 = 12.1257 and 3 ** 3.6 = 52.1959: roots 2, 3, 2, 3; mean 2.5, mean range 1
    found = rare_event_limits(gaps=[2**3.6, 3**3.6, 2**3.6, 3**3.6])
    assert found.centre == pytest.approx(2.5**3.6)
    assert found.upper == pytest.approx(5.16**3.6)
    assert (found.lower, found.trial) == (0, True)
    with pytest.raises(ValueError, match="below nought"):
        rare_event_limits(gaps=[3, -1])
