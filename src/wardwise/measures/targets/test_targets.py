"""Sums of plans and targets: by hand, and by slow second ways."""

from __future__ import annotations

import math
from fractions import Fraction
from math import comb
from typing import Any

import numpy as np
import pytest

from wardwise.domain.nothing import NotKnown
from wardwise.measures.targets.against_time import Pace, against_time
from wardwise.measures.targets.direction_of_travel import direction_of_travel
from wardwise.measures.targets.luck_of_count import luck_of_count
from wardwise.measures.targets.luck_of_share import luck_of_share
from wardwise.measures.targets.luck_within_limits import luck_within_limits
from wardwise.measures.targets.roll_up import roll_up
from wardwise.measures.targets.target_light import Light, target_light
from wardwise.measures.targets.target_progress import target_progress_percent
from wardwise.measures.targets.target_to_date import target_to_date


YEAR: Any = {"starts_on": "2026-01-01", "due_on": "2026-04-11"}  # a hundred days


@pytest.mark.parametrize(
    ("on", "done", "pace"),
    [
        # day 50 of 100: 45% is 90% of what time asks, 35% is 70%
        ("2026-02-20", 45, Pace.ON_TRACK),
        ("2026-02-20", 44, Pace.WATCH),
        ("2026-02-20", 36, Pace.WATCH),
        ("2026-02-20", 35, Pace.OFF_TRACK),
        ("2025-12-01", 0, Pace.NOT_BEGUN),
        ("2025-12-01", 5, Pace.ON_TRACK),
        ("2026-06-01", 100, Pace.ON_TRACK),
        ("2026-06-01", 70, Pace.OFF_TRACK),
        ("2026-06-01", 99, Pace.ON_TRACK),  # 99% of what is asked
    ],
)
def test_percent_complete_is_set_against_the_time_that_has_run(
    on: str, done: float, pace: Pace
) -> None:
    assert against_time(**YEAR, on=on, percent_complete=done).pace is pace


def test_a_day_s_work_is_due_on_its_day() -> None:
    one: Any = {"starts_on": "2026-01-01", "due_on": "2026-01-01"}
    assert against_time(**one, on="2025-12-31", percent_complete=0).expected_percent == 0
    assert against_time(**one, on="2026-01-01", percent_complete=0).expected_percent == 100


@pytest.mark.parametrize(
    "given", [{"due_on": "2025-01-01"}, {"percent_complete": 101}, {"percent_complete": -1}]
)
def test_work_that_cannot_be_is_refused(given: Any) -> None:
    with pytest.raises(ValueError, match=r"before it starts|expected 0 to 100"):
        against_time(**{**YEAR, "on": "2026-02-01", "percent_complete": 5, **given})


def test_direction_agrees_with_a_binomial_sum_in_fractions() -> None:
    # 6 before, 16 after, equal days: twice P(X >= 16 | 22, 1/2)
    tail = Fraction(sum(comb(22, k) for k in range(16, 23)), 2**22)
    said = direction_of_travel(before=(6, 365), after=(16, 365))
    assert said.p_value == pytest.approx(float(2 * tail))
    assert str(said.verdict) == "no clear change"  # 5.2%
    assert str(direction_of_travel(before=(5, 365), after=(17, 365)).verdict) == "rose"


def test_direction_of_shares_agrees_with_fisher_in_fractions() -> None:
    # 3 of 12 before, 9 of 11 after: of 12 events among 23 cases, 9 or more in the later 11
    chances = [Fraction(comb(11, k) * comb(12, 12 - k), comb(23, 12)) for k in range(12)]
    said = direction_of_travel(before=(3, 12), after=(9, 11), of="share")
    assert said.p_value == pytest.approx(float(2 * sum(chances[9:])))
    assert str(said.verdict) == "rose"


def test_dispersion_makes_a_word_rarer_and_never_commoner() -> None:
    plain = direction_of_travel(before=(400, 365), after=(340, 365))
    wide = direction_of_travel(before=(400, 365), after=(340, 365), phi=3)
    assert str(plain.verdict) == "fell"
    assert str(wide.verdict) == "no clear change"
    assert wide.p_value > plain.p_value


def test_two_equal_rates_never_go_anywhere() -> None:
    assert direction_of_travel(before=(0, 10), after=(0, 10)).p_value == 1
    assert str(direction_of_travel(before=(50, 100), after=(5, 10)).verdict) == "no clear change"


@pytest.mark.parametrize(
    "given", [{"before": (1, 0)}, {"before": (-1, 5)}, {"after": (9, 5), "of": "share"}]
)
def test_a_direction_of_nothing_is_refused(given: Any) -> None:
    with pytest.raises(ValueError, match=r"expected|no share"):
        direction_of_travel(**{"before": (1, 5), "after": (2, 5), **given})


def test_luck_of_a_count_is_the_sum_of_its_negative_binomial() -> None:
    # shape 8.5, equal exposure: P(k) = gamma(k + 8.5) / (k! gamma(8.5)) / 2**(k + 8.5)
    chances = [
        math.exp(math.lgamma(k + 8.5) - math.lgamma(k + 1) - math.lgamma(8.5)) / 2 ** (k + 8.5)
        for k in range(6)
    ]
    found = luck_of_count(baseline=8, target=5.9, lower_is_better=True)
    assert found == pytest.approx(sum(chances))
    more = luck_of_count(baseline=8, target=6, lower_is_better=False)
    assert more == pytest.approx(1 - sum(chances))


def test_luck_of_a_count_is_how_often_years_without_change_meet_it() -> None:
    chance = np.random.default_rng(20261120)
    rate = chance.gamma(100.5, 1.0, 200_000)
    met = (chance.poisson(rate * 1.5) <= 140).mean()
    found = luck_of_count(baseline=100, target=140, lower_is_better=True, exposure_ratio=1.5)
    assert found == pytest.approx(met, abs=0.005)


def test_luck_with_dispersion_is_how_often_clumped_years_meet_it() -> None:
    # series of four at a time: a quarter of the clumps, each counting four; phi = 4
    chance = np.random.default_rng(20261120)
    met = (4 * chance.poisson(chance.gamma(100.5, 1.0, 200_000)) <= 360).mean()
    found = luck_of_count(baseline=400, target=360, lower_is_better=True, phi=4)
    assert found == pytest.approx(met, abs=0.005)
    assert found > luck_of_count(baseline=400, target=360, lower_is_better=True)


def test_a_target_below_nought_is_never_met_and_one_of_nought_or_more_always() -> None:
    assert luck_of_count(baseline=5, target=0, lower_is_better=False) == 1
    with pytest.raises(ValueError, match="target"):
        luck_of_count(baseline=5, target=-1, lower_is_better=True)
    with pytest.raises(ValueError, match="ratio"):
        luck_of_count(baseline=5, target=1, lower_is_better=True, exposure_ratio=0)
    with pytest.raises(ValueError, match="phi"):
        luck_of_count(baseline=5, target=1, lower_is_better=True, phi=0.5)


def test_luck_of_a_share_is_how_often_years_without_change_meet_it() -> None:
    chance = np.random.default_rng(20261120)
    share = chance.beta(40.5, 60.5, 200_000)
    met = (chance.binomial(80, share) >= 36).mean()  # 45% of 80
    found = luck_of_share(baseline=(40, 100), target_percent=45, cases=80, lower_is_better=False)
    assert found == pytest.approx(met, abs=0.005)


def test_luck_of_a_share_counts_the_edge_itself() -> None:
    # of one case, 50% or fewer means no event
    of_one = luck_of_share(baseline=(0, 1), target_percent=50, cases=1, lower_is_better=True)
    assert of_one == pytest.approx(1.5 / 2)
    whole = luck_of_share(baseline=(3, 10), target_percent=100, cases=10, lower_is_better=True)
    assert whole == pytest.approx(1)
    for wrong in ({"baseline": (5, 3)}, {"cases": 0}, {"target_percent": 101}):
        given: Any = {"baseline": (1, 3), "target_percent": 5, "cases": 2, **wrong}
        with pytest.raises(ValueError, match="expected"):
            luck_of_share(**given, lower_is_better=True)


def test_luck_within_limits_of_four_values_is_that_of_half_the_spread() -> None:
    one = luck_within_limits(mean=50, upper=65, target=45, points=1, lower_is_better=True)
    four = luck_within_limits(mean=50, upper=65, target=47.5, points=4, lower_is_better=True)
    assert one == pytest.approx(four)
    other = luck_within_limits(mean=50, upper=65, target=55, points=1, lower_is_better=False)
    assert other == pytest.approx(one)
    with pytest.raises(ValueError, match="width"):
        luck_within_limits(mean=5, upper=5, target=4, points=1, lower_is_better=True)


@pytest.mark.parametrize(
    ("actual", "lower", "light"),
    [
        (100, True, Light.GREEN),
        (110, True, Light.AMBER),
        (110.1, True, Light.RED),
        (100, False, Light.GREEN),
        (90, False, Light.AMBER),
        (89.9, False, Light.RED),
    ],
)
def test_the_colour_at_each_side_of_its_edge(actual: float, lower: bool, light: Light) -> None:
    found = target_light(actual=actual, target=100, tolerance_percent=10, lower_is_better=lower)
    assert found.light is light


def test_a_negative_tolerance_is_refused() -> None:
    with pytest.raises(ValueError, match="tolerance"):
        target_light(actual=1, target=1, tolerance_percent=-1, lower_is_better=True)


@pytest.mark.parametrize("profile", [[50, 40, 100], [50, 90], []])
def test_a_profile_that_does_not_lead_to_the_target_is_refused(
    profile: list[float],
) -> None:
    with pytest.raises(ValueError, match="profile"):
        target_to_date(target=1, baseline=0, profile=profile, done=1, of="total")


def test_a_profile_has_no_period_after_its_last() -> None:
    with pytest.raises(ValueError, match="periods"):
        target_to_date(target=1, baseline=0, profile=[100], done=2, of="total")
    assert target_to_date(target=9, baseline=5, profile=[50, 100], done=2, of="level") == 9


def test_progress_the_other_way_is_below_nought() -> None:
    assert target_progress_percent(actual=500, baseline=480, target=400) == -25
    assert isinstance(target_progress_percent(actual=1, baseline=2, target=2), NotKnown)


def test_months_are_added_up_and_a_missing_one_leaves_the_year_unknown() -> None:
    assert roll_up(numerators=[3, 4]) == 7
    assert roll_up(numerators=[3, 4], of="mean") == 3.5
    assert roll_up(numerators=[1, 1], denominators=[100, 300], per=1000) == 5
    for unknown in (
        roll_up(numerators=[3, None]),
        roll_up(numerators=[3, 4], denominators=[3, None]),
        roll_up(numerators=[0], denominators=[0]),
    ):
        assert isinstance(unknown, NotKnown)
    with pytest.raises(ValueError, match="No period"):
        roll_up(numerators=[])
    with pytest.raises(ValueError, match="denominators"):
        roll_up(numerators=[1], denominators=[1, 2])
