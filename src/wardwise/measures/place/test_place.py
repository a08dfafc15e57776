"""Concentration in place: published values, by hand, and against slow twins."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import spearmanr

from wardwise.domain.errors import PopulationMissing
from wardwise.measures.place.concentration_quotient import concentration_quotient
from wardwise.measures.place.gini import generalised_gini, gini, without_small_sample_bias
from wardwise.measures.place.lorenz_curve import lorenz_curve
from wardwise.measures.place.share_of_places import share_of_places_holding
from wardwise.measures.place.stable_places import stable_places


@pytest.mark.parametrize(
    ("counts", "plain", "generalised"),
    [  # Bernasco and Steenbeek, lorenzgini vignette; 0.58 there is a slip of the caption
        ([10, 8, 2] + [0] * 7, 0.78, 0.78),
        ([5, 2, 1] + [0] * 7, 0.80, 0.75),
        ([3, 1, 1] + [0] * 7, 0.78, 0.56),
    ],
)
def test_published_ginis(counts: list[int], plain: float, generalised: float) -> None:
    assert round(gini(counts=counts), 2) == plain
    assert round(generalised_gini(counts=counts), 2) == generalised


def test_the_published_gini_of_a_thousand_places() -> None:
    counts = np.repeat([0, 1, 2, 3, 4, 5], [433, 325, 169, 58, 11, 4])
    # 901 offences in 1,000 places: the fewer of the two corrects for small samples
    found = without_small_sample_bias(gini=generalised_gini(counts=counts), units=counts.sum())
    assert found == pytest.approx(0.5255617, abs=1e-7)


def test_gini_is_the_mean_difference_over_twice_the_mean() -> None:
    counts = np.random.default_rng(1).poisson(3, 30).astype(float)
    slow = np.abs(np.subtract.outer(counts, counts)).mean() / (2 * counts.mean())
    assert gini(counts=counts) == pytest.approx(slow)


def test_a_gini_of_one_place_cannot_be_corrected() -> None:
    with pytest.raises(ValueError, match="two or more"):
        without_small_sample_bias(gini=0, units=1)


def test_the_curve_worked_by_hand_and_its_area_is_the_gini() -> None:
    curve = lorenz_curve(counts=[1, 0, 3, 4])
    assert list(curve.places_percent) == [0, 25, 50, 75, 100]
    assert list(curve.offences_percent) == [0, 50, 87.5, 100, 100]
    heights = np.array(curve.offences_percent)
    area = float((heights[1:] + heights[:-1]).sum()) / 2 * 25 / 10_000
    assert 2 * area - 1 == pytest.approx(gini(counts=[1, 0, 3, 4]))


def test_half_of_offences_worked_by_hand() -> None:
    # 100 offences: the first two places hold 30 + 20 = 50, just half; 2 of 8 is 25%
    found = share_of_places_holding(counts=[30, 20, 15, 10, 10, 5, 5, 5], seed=1)
    assert (found.places, found.of, found.places_percent) == (2, 8, 25.0)


def test_chance_alone_is_not_called_concentrated_and_a_heap_is() -> None:
    even = np.random.default_rng(2).multinomial(400, np.full(100, 0.01))
    assert share_of_places_holding(counts=even, seed=3).p_value > 0.05
    heaped = np.r_[[100, 90, 60], np.ones(97)]
    found = share_of_places_holding(counts=heaped, seed=3)
    assert found.p_value == 0.001
    assert found.places_percent < found.chance_lower < found.chance_percent < found.chance_upper


def test_chance_follows_the_residents_where_these_are_given() -> None:
    residents = np.r_[np.full(10, 5000), np.full(90, 100)]
    counts = np.r_[np.full(10, 50), np.ones(90)]
    by_people = share_of_places_holding(counts=counts, weights=residents, seed=4)
    by_place = share_of_places_holding(counts=counts, seed=4)
    assert by_people.p_value > 0.05
    assert by_place.p_value == 0.001


def test_the_same_seed_gives_the_same_chance() -> None:
    counts = [30, 20, 15, 10, 10, 5, 5, 5]
    once = share_of_places_holding(counts=counts, seed=7)
    assert once == share_of_places_holding(counts=counts, seed=7)


@pytest.mark.parametrize(
    "wrong",
    [
        {"counts": [0, 0]},
        {"counts": [1, float("nan")]},
        {"counts": [1, -1]},
        {"share": 0},
        {"weights": [1]},
        {"weights": [0, 0]},
    ],
)
def test_places_that_cannot_be_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"offence|known|negative|share is|weights"):
        share_of_places_holding(**({"counts": [1, 2], "seed": 1} | wrong))  # type: ignore[arg-type]


@pytest.mark.parametrize(("people", "quotient"), [(8, 2.125), (7, 2.4286)])
def test_impact_areas(people: int, quotient: float) -> None:
    # Dudley: 17% of crime in 8% of people and 7% of land
    found = concentration_quotient(
        offences_inside=17, offences_total=100, people_inside=people, people_total=100
    )
    assert found.value == pytest.approx(quotient, abs=1e-4)
    assert found.lower < quotient < found.upper


@pytest.mark.parametrize(("inside", "total"), [(0, 100), (None, 100), (5, None), (-5, 100)])
def test_a_quotient_needs_people(inside: float | None, total: float | None) -> None:
    with pytest.raises(PopulationMissing, match="there is no quotient"):
        concentration_quotient(
            offences_inside=1, offences_total=2, people_inside=inside, people_total=total
        )


def test_rank_correlation_agrees_with_scipy_ties_and_all() -> None:
    rng = np.random.default_rng(5)
    before = rng.poisson(4, 60).astype(float)
    after = rng.poisson(before).astype(float)
    found = stable_places(before=before, after=after, seed=1)
    assert found.rank_correlation == pytest.approx(spearmanr(before, after).statistic)
    assert found.p_value == 0.001
    assert (found.top, found.chance_percent) == (6, 10.0)


def test_places_in_no_order_are_not_called_stable() -> None:
    rng = np.random.default_rng(6)
    found = stable_places(before=rng.poisson(5, 80), after=rng.poisson(5, 80), seed=2)
    assert found.p_value > 0.05


def test_overlap_worked_by_hand() -> None:
    # top 2 of 4: {0, 1} before and {0, 3} after; one of two in both
    found = stable_places(before=[9, 7, 1, 2], after=[9, 1, 2, 7], seed=1, top_percent=50)
    assert (found.in_both, found.top, found.overlap_percent, found.new) == (1, 2, 50.0, (3,))


def test_the_places_of_both_years_must_be_the_same() -> None:
    with pytest.raises(ValueError, match="3 and 4 places"):
        stable_places(before=[1, 2, 3], after=[1, 2, 3, 4], seed=1)
