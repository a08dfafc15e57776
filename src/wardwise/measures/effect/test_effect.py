"""Did it work: worked by hand, and against slow second workings."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.stats import poisson

from wardwise.domain.nothing import NotKnown
from wardwise.measures.effect.called import Effect, effect_called
from wardwise.measures.effect.cost_per_crime import cost_per_crime_prevented
from wardwise.measures.effect.cumulative_difference import cumulative_difference
from wardwise.measures.effect.displacement_difference import weighted_displacement_difference
from wardwise.measures.effect.e_test import exact_difference_p_value
from wardwise.measures.effect.level_weights import level_weights
from wardwise.measures.effect.maryland import maryland_level
from wardwise.measures.effect.selection import WithoutSelection, effect_without_selection
from wardwise.measures.effect.visible import difference_visible, months_until_visible
from wardwise.measures.estimate import Estimate


PAPER = [[207, 110], [308, 318], [178, 157], [150, 140]]


def test_the_published_example_worked_by_hand() -> None:
    # (110 − 207) − (318 − 308) = −107; (157 − 178) − (140 − 150) = −11; together −118
    # variance: 207 + 110 + 308 + 318 + 178 + 157 + 150 + 140 = 1568
    found = weighted_displacement_difference(counts=PAPER)
    assert found.displacement is not None
    assert (found.local.value, found.displacement.value, found.total.value) == (-107, -11, -118)
    assert found.standard_error == pytest.approx(math.sqrt(1568))
    assert found.total.lower == pytest.approx(-118 - 1.959964 * math.sqrt(1568), abs=1e-4)


def test_dispersion_widens_the_limits_and_moves_nothing() -> None:
    plain = weighted_displacement_difference(counts=PAPER)
    wide = weighted_displacement_difference(counts=PAPER, phi=4)
    assert wide.total.value == plain.total.value
    assert wide.standard_error == pytest.approx(2 * plain.standard_error)


def test_dispersion_of_each_offence_by_hand() -> None:
    # offence 1: 10 → 6 against 10 → 10, φ 2, weight 3; offence 2: 8 → 8 against 8 → 4, φ 1
    counts = [[[10, 8], [6, 8]], [[10, 8], [10, 4]]]
    found = weighted_displacement_difference(counts=counts, harm_weights=[3, 1], phi=[2, 1])
    assert found.total.value == 3 * -4 + 1 * 4
    # 9 × 2 × (10 + 6 + 10 + 10) + 1 × (8 + 8 + 8 + 4) = 648 + 28
    assert found.standard_error**2 == pytest.approx(676)


def test_one_control_for_both_is_counted_once() -> None:
    # area 100 → 60, next door 50 → 90, control 200 → 180 at twice and four times their level
    found = weighted_displacement_difference(
        counts=[[100, 60], [200, 180], [50, 90]], area_weights=[1, 2, 1, 4]
    )
    assert found.displacement is not None
    assert found.local.value == -40 + 10
    assert found.displacement.value == 40 + 5
    assert found.total.value == 15
    # 160 + 140 + 380 × (1/2 + 1/4)²
    assert found.standard_error**2 == pytest.approx(300 + 380 * 0.5625)


def test_nothing_anywhere_is_nought() -> None:
    found = weighted_displacement_difference(counts=[[0, 0], [0, 0]])
    assert (found.total.value, found.z) == (0, 0)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"counts": [[1, 2]]}, "two to four areas"),
        ({"counts": [[1, 2, 3], [1, 2, 3]]}, "two to four areas"),
        ({"counts": [[1, np.nan], [1, 2]]}, "not known"),
        ({"counts": [[1, -2], [1, 2]]}, "negative"),
        ({"counts": PAPER, "phi": 0.5}, "dispersion is 1 or more"),
        ({"counts": PAPER, "time_weights": [1, 0]}, "time_weights"),
        ({"counts": PAPER, "area_weights": [1, 1]}, "area_weights"),
        ({"counts": PAPER, "harm_weights": [1, 1]}, "harm_weights"),
    ],
)
def test_differences_that_cannot_be_are_refused(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        weighted_displacement_difference(**wrong)  # type: ignore[arg-type]


def test_level_weights_bring_a_common_movement_to_nothing() -> None:
    # everything falls by a tenth: area 400 → 360, control 100 → 90
    weights = level_weights(before=[400, 100])
    assert not isinstance(weights, NotKnown)
    counts = [[400, 360], [100, 90]]
    assert weighted_displacement_difference(counts=counts).total.value == -30
    found = weighted_displacement_difference(counts=counts, area_weights=weights)
    assert found.total.value == pytest.approx(0)
    assert level_weights(before=[10, 20, 5, 15]) == (1, 2, 1, 3)


def test_level_weights_of_nothing_are_not_known() -> None:
    assert isinstance(level_weights(before=[0, 10]), NotKnown)
    with pytest.raises(ValueError, match="two to four"):
        level_weights(before=[1])


def test_the_e_test_against_every_pair_of_counts() -> None:
    for first, second, n1, n2, d in [(0, 3, 1, 1, 0), (7, 2, 3, 1, 0), (9, 4, 2, 1, 0.5)]:
        rate = (first + second - d * n1) / (n1 + n2)
        seen = abs(first / n1 - second / n2 - d) / math.sqrt(first / n1**2 + second / n2**2)
        p = 0.0
        for x in range(60):
            for y in range(60):
                if x + y == 0:  # as far as can be if a difference is expected, else not at all
                    p += (d > 0) * poisson.pmf(0, n1 * (rate + d)) * poisson.pmf(0, n2 * rate)
                    continue
                far = abs(x / n1 - y / n2 - d) / math.sqrt(x / n1**2 + y / n2**2)
                if far >= seen - 1e-12:
                    p += poisson.pmf(x, n1 * (rate + d)) * poisson.pmf(y, n2 * rate)
        found = exact_difference_p_value(
            first=first, second=second, exposure_first=n1, exposure_second=n2, difference=d
        )
        assert found == pytest.approx(p, abs=1e-9)


def test_the_e_test_of_nothing_and_of_what_cannot_be() -> None:
    assert exact_difference_p_value(first=0, second=0) == 1
    assert isinstance(exact_difference_p_value(first=10_001, second=3), NotKnown)
    with pytest.raises(ValueError, match="exposures above 0"):
        exact_difference_p_value(first=1, second=2, exposure_first=0)
    with pytest.raises(ValueError, match="expected a count"):
        exact_difference_p_value(first=-1, second=2)


def test_a_place_picked_at_its_height_falls_back() -> None:
    # its own level is 100; in the year of choosing it had 160, then 104; the control stays
    found = effect_without_selection(counts=[[100, 160, 104], [400, 400, 400]], area_weights=[1, 4])
    assert isinstance(found, WithoutSelection)
    assert (found.height.value, found.since_earlier.value) == (60, 4)
    assert found.was_high
    assert not found.holds
    fell = effect_without_selection(counts=[[100, 160, 30], [400, 400, 400]], area_weights=[1, 4])
    assert isinstance(fell, WithoutSelection)
    assert fell.holds


def test_without_an_earlier_year_the_choice_is_not_known() -> None:
    counts = [[np.nan, 160, 104], [np.nan, 400, 400]]
    assert isinstance(effect_without_selection(counts=counts), NotKnown)
    with pytest.raises(ValueError, match="areas × 3 periods"):
        effect_without_selection(counts=PAPER)


def test_power_by_hand_and_by_simulation() -> None:
    # 240 expected, 20% less is 48; variance 240 × 1.8 + 2 × 240² ÷ 1200 = 432 + 96
    found = difference_visible(treated=[20], control=[90, np.nan, 110], fall_percent=20, months=12)
    by_hand = 0.5 * math.erfc(-(48 / math.sqrt(528) - 1.959964) / math.sqrt(2))
    assert found.power == pytest.approx(by_hand, abs=1e-6)
    random = np.random.default_rng(3)
    treated, control = random.poisson([240, 192], (4000, 2)), random.poisson(1200, (4000, 2))
    seen = [
        weighted_displacement_difference(counts=[t, c], area_weights=[1, 5]).total.upper < 0
        for t, c in zip(treated, control, strict=True)
    ]
    assert np.mean(seen) == pytest.approx(found.power, abs=0.025)


def test_the_least_fall_is_the_one_whose_power_is_as_asked() -> None:
    asked = {"treated": [15.0], "control": [60.0], "months": 10, "phi": 1.8}
    least = difference_visible(**asked, fall_percent=10).least_percent  # type: ignore[arg-type]
    again = difference_visible(**asked, fall_percent=least)  # type: ignore[arg-type]
    assert again.power == pytest.approx(0.8)


def test_months_until_visible_is_the_first_with_the_power() -> None:
    asked = {"treated": [20.0], "control": [100.0], "fall_percent": 20.0}
    months = months_until_visible(**asked)  # type: ignore[arg-type]
    assert isinstance(months, int)
    powers = [
        difference_visible(**asked, months=m).power  # type: ignore[arg-type]
        for m in (months - 1, months)
    ]
    assert powers[0] < 0.8 <= powers[1]
    tiny = months_until_visible(treated=[0, 1], control=[5], fall_percent=10)
    assert isinstance(tiny, NotKnown)


@pytest.mark.parametrize("wrong", [{"treated": [0.0]}, {"fall_percent": 0}, {"phi": 0.9}])
def test_power_of_what_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    asked = {"treated": [5.0], "control": [5.0], "fall_percent": 20.0, "months": 12}
    with pytest.raises(ValueError, match="expected"):
        difference_visible(**asked | wrong)  # type: ignore[arg-type]


def test_a_cost_stands_only_where_crimes_were_prevented() -> None:
    found = cost_per_crime_prevented(cost=1000, difference=-50, lower=-80, upper=-20)
    assert isinstance(found, Estimate)
    assert (found.value, found.lower, found.upper) == (20, 12.5, 50)
    assert isinstance(
        cost_per_crime_prevented(cost=1000, difference=-50, lower=-110, upper=10), NotKnown
    )
    with pytest.raises(ValueError, match="does not lie between"):
        cost_per_crime_prevented(cost=1, difference=5, lower=-1, upper=1)


def test_the_scale_of_designs() -> None:
    levels = [
        maryland_level(has_control=False),
        maryland_level(has_control=True),
        maryland_level(has_control=True, areas=3),
        maryland_level(has_control=True, is_random=True),
    ]
    assert levels == [2, 3, 4, 5]
    with pytest.raises(ValueError, match="0 areas"):
        maryland_level(has_control=True, areas=0)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ({"local": (-9, -1), "total": (-9, -1)}, Effect.REDUCED),
        ({"local": (-9, 0), "total": (-9, 0)}, Effect.NOT_SHOWN),
        ({"local": (1, 9), "total": (1, 9)}, Effect.MORE),
        ({"local": (-9, -1), "total": (-9, 3), "displacement": (-5, 6)}, Effect.NOT_SHOWN),
        ({"local": (-9, -1), "total": (-9, 3), "displacement": (1, 6)}, Effect.MOVED),
        ({"local": (-9, -1), "total": (-9, -1), "was_picked_high": True}, Effect.NOT_SHOWN),
        (
            {
                "local": (-9, -1),
                "total": (-9, -1),
                "was_picked_high": True,
                "since_earlier": (-8, 2),
            },
            Effect.RETURNED,
        ),
        (
            {
                "local": (-9, -1),
                "total": (-9, -1),
                "was_picked_high": True,
                "since_earlier": (-8, -2),
            },
            Effect.REDUCED,
        ),
    ],
)
def test_the_word_is_as_hard_to_come_by_as_it_should_be(
    arguments: dict[str, object], word: Effect
) -> None:
    assert effect_called(**arguments) is word  # type: ignore[arg-type]


def test_limits_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(ValueError, match="the lower first"):
        effect_called(local=(3, 1), total=(1, 3))


def test_the_cumulative_difference_by_hand() -> None:
    found = cumulative_difference(treated=[0, 4], control=[2, 4], phi=2)
    assert found.difference.tolist() == [-2, -2]
    assert found.standard_error.tolist() == pytest.approx([2, math.sqrt(20)])
    assert np.isnan(found.ratio[0])
    assert found.ratio[1] == pytest.approx(2 / 3)
    with pytest.raises(ValueError, match="expected known counts"):
        cumulative_difference(treated=[1], control=[1, 2])
    with pytest.raises(ValueError, match="dispersion"):
        cumulative_difference(treated=[1], control=[1], phi=0)
