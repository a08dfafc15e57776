"""Weights and scores, worked by hand."""

from __future__ import annotations

import math

import pytest

from wardwise.domain.errors import PopulationMissing, ReferenceDataError
from wardwise.measures.harm.category_weight import category_weight
from wardwise.measures.harm.score import harm_score, severity_rate_per_1000


def test_a_score_is_the_sum_of_counts_times_weights() -> None:
    # 10 × 5 + 2 × 100 = 250
    score = harm_score(counts=[10, 2], weights=[5.0, 100.0])
    assert (score.value, score.lower, score.upper) == (250.0, 250.0, 250.0)


def test_the_range_of_a_score_adds_the_weights_in_quadrature() -> None:
    # downwards 10 × 3 = 30 and 2 × 20 = 40, together 50; upwards 10 × 12 = 120 and 2 × 25 = 50,
    # together 130
    score = harm_score(
        counts=[10, 2], weights=[5.0, 100.0], lower_weights=[2.0, 80.0], upper_weights=[17.0, 125.0]
    )
    assert (score.lower, score.upper) == (200.0, 380.0)


def test_offences_without_a_weight_are_never_taken_as_harmless() -> None:
    with pytest.raises(ReferenceDataError, match="1 of 2 groups have offences and no weight"):
        harm_score(counts=[10, 2], weights=[5.0, math.nan])


def test_a_group_without_offences_needs_no_weight() -> None:
    assert harm_score(counts=[10, 0], weights=[5.0, math.nan]).value == 50.0


def test_counts_and_weights_must_match() -> None:
    with pytest.raises(ValueError, match="one weight for each count"):
        harm_score(counts=[1, 2], weights=[5.0])
    with pytest.raises(ValueError, match="0 or more"):
        harm_score(counts=[-1], weights=[5.0])


def test_the_severity_rate_is_the_score_for_a_thousand_residents() -> None:
    rate = severity_rate_per_1000(counts=[10, 2], weights=[5.0, 100.0], residents=2000)
    assert rate.value == 125.0


@pytest.mark.parametrize("residents", [None, 0, math.nan])
def test_no_severity_rate_without_residents(residents: float | None) -> None:
    with pytest.raises(PopulationMissing, match="no rate"):
        severity_rate_per_1000(counts=[1], weights=[1.0], residents=residents)


def test_a_category_weighs_the_mean_of_its_offences_and_not_of_its_codes() -> None:
    # 90 at 10 and 10 at 200: (900 + 2,000) / 100 = 29, where the codes' mean would be 105;
    # the 50th of the 100 offences weighs 10
    weight = category_weight(counts_by_code=[90, 10], weights_by_code=[10.0, 200.0])
    assert (weight.value, weight.typical, weight.offences) == (29.0, 10.0, 100.0)


def test_the_range_of_a_mean_weight_without_quarters() -> None:
    # Σ n(w − 29)² = 90 × 19² + 10 × 171² = 32,490 + 292,410 = 324,900; its root is 570, and
    # 570 / 100 = 5.7; 1.959964 × 5.7 = 11.17
    weight = category_weight(counts_by_code=[90, 10], weights_by_code=[10.0, 200.0])
    assert (weight.lower, weight.upper) == pytest.approx((29 - 11.172, 29 + 11.172), abs=1e-3)


def test_quarters_that_differ_widen_the_range() -> None:
    # with a quarter left out in turn the means are 10 and 48: jackknife ½ × (19² + 19²) = 361,
    # whose root, 19, is more than the 5.7 of chance: 29 ± 37.2, cut at the lightest code
    weight = category_weight(counts_by_code=[[40, 10], [50, 0]], weights_by_code=[10.0, 200.0])
    assert weight.value == 29.0
    assert (weight.lower, weight.upper) == pytest.approx((10.0, 29 + 1.959964 * 19), abs=1e-3)


def test_a_quarter_with_everything_in_it_leaves_the_variance_of_chance() -> None:
    split = category_weight(counts_by_code=[[90, 10], [0, 0]], weights_by_code=[10.0, 200.0])
    whole = category_weight(counts_by_code=[90, 10], weights_by_code=[10.0, 200.0])
    assert split == whole


def test_other_forces_that_differ_widen_the_range() -> None:
    # the others' means are 10 and 200·½ + 10·½ = 105: variance 95²/2 = 4,512.5
    weight = category_weight(
        counts_by_code=[900, 100], weights_by_code=[10.0, 200.0], other_forces=[[50, 0], [5, 5]]
    )
    half = 1.959964 * math.sqrt(324_900 / 100_000 + 4512.5)
    assert weight.upper == pytest.approx(29 + half)
    assert weight.lower == 10.0


def test_one_other_force_says_nothing_of_how_forces_differ() -> None:
    one = category_weight(
        counts_by_code=[90, 10], weights_by_code=[10.0, 200.0], other_forces=[[1, 1]]
    )
    none = category_weight(counts_by_code=[90, 10], weights_by_code=[10.0, 200.0])
    assert (one.lower, one.upper) == (none.lower, none.upper)


def test_codes_without_a_weight_stretch_the_range_and_are_owned_up_to() -> None:
    # a fifth of the offences has no weight: the mean stays 29; each end is four fifths of the
    # old one and one fifth of the lightest tenth (10) or the gravest (200)
    weight = category_weight(counts_by_code=[90, 10, 25], weights_by_code=[10.0, 200.0, None])
    assert (weight.value, weight.coverage_percent) == (29.0, 80.0)
    assert weight.lower == pytest.approx(0.8 * (29 - 11.172) + 0.2 * 10, abs=1e-3)
    assert weight.upper == pytest.approx(0.8 * (29 + 11.172) + 0.2 * 200, abs=1e-3)


def test_a_group_of_one_code_has_no_range() -> None:
    weight = category_weight(counts_by_code=[500], weights_by_code=[799.6])
    assert (weight.lower, weight.value, weight.upper) == (799.6, 799.6, 799.6)


def test_equal_weights_never_put_the_mean_outside_its_range() -> None:
    for count in range(1, 400):
        weight = category_weight(counts_by_code=[count, 7, 3], weights_by_code=[465.3814732] * 3)
        assert weight.lower <= weight.value <= weight.upper


@pytest.mark.parametrize(("counts", "weights"), [([5], [None]), ([0], [3.0])])
def test_a_group_without_any_weight_is_refused(counts: list[int], weights: list[float]) -> None:
    with pytest.raises(ReferenceDataError, match="none of the 1 offence codes"):
        category_weight(counts_by_code=counts, weights_by_code=weights)
