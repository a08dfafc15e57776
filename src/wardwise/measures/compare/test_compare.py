"""Places, neighbours and funnels, worked by hand."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from wardwise.domain.errors import PopulationMissing, ReferenceDataError
from wardwise.measures.compare.funnel import funnel_events, funnel_limits
from wardwise.measures.compare.most_similar import most_similar
from wardwise.measures.compare.overdispersion import overdispersion_ratio
from wardwise.measures.compare.pairwise import pair_p_values, rejected_by_holm
from wardwise.measures.compare.rank import rank_position
from wardwise.measures.compare.similarity_features import VARIABLES, similarity_features


def test_a_place_is_counted_from_the_highest_rate_and_not_the_highest_count() -> None:
    # rates 10, 20 and 30 per 1,000: ours (200 in 10,000) is second though its count is first
    place = rank_position(counts=[100, 200, 150], denominators=[10_000, 10_000, 5_000], ours=1)
    assert (place.position, place.of) == (2, 3)


def test_areas_far_apart_have_a_place_without_doubt() -> None:
    place = rank_position(counts=[4000, 2000, 1000], denominators=[1000] * 3, ours=1)
    assert (place.lower, place.upper, place.clearly_above, place.clearly_below) == (2, 2, 1, 1)


def test_areas_that_cannot_be_told_apart_may_hold_any_place() -> None:
    place = rank_position(counts=[101, 100, 99], denominators=[1000] * 3, ours=0)
    assert (place.position, place.lower, place.upper) == (1, 1, 3)


def test_more_dispersion_widens_the_place_and_never_moves_it() -> None:
    counts, bases = [560, 500, 440], [1000] * 3
    sure = rank_position(counts=counts, denominators=bases, ours=0, level=0.9)
    unsure = rank_position(counts=counts, denominators=bases, ours=0, level=0.9, phi=9.0)
    assert sure.position == unsure.position == 1
    # 560 against 500 and 440: z = 60/√1,060 = 1.84 and 120/√1,000 = 3.79, both clear at 90%
    # by Holm (p 0.066 ≤ 0.10, 0.0001 ≤ 0.05); widened threefold, z = 0.61 and 1.26 are not
    assert (sure.upper, unsure.upper) == (1, 3)


def test_an_area_that_is_not_known_is_left_out_and_counted() -> None:
    place = rank_position(
        counts=[10, math.nan, 30], denominators=[1000, 1000, 1000], ours=0, level=0.95
    )
    assert (place.of, place.left_out) == (2, 1)


def test_no_denominator_of_ours_is_a_refusal() -> None:
    with pytest.raises(PopulationMissing, match="no rank"):
        rank_position(counts=[1, 2], denominators=[math.nan, 10], ours=0)
    with pytest.raises(ValueError, match="count is not known"):
        rank_position(counts=[math.nan, 2], denominators=[10, 10], ours=0)


def test_the_pair_test_of_few_events_is_the_exact_one() -> None:
    # 0 of 6 events with half of the denominator: 2 × (1/2)^6 = 0.03125; the normal test says
    # 2 × Φ(−3 / √1.5) = 0.0143, which is less cautious
    p_values = pair_p_values(
        count=0, base=1, other_counts=np.array([6.0]), other_bases=np.array([1.0]), phi=1.0
    )
    assert p_values == pytest.approx([0.03125])


def test_no_events_at_all_tell_nothing() -> None:
    none = np.array([0.0])
    assert pair_p_values(count=0, base=1, other_counts=none, other_bases=none + 1, phi=1.0) == 1


def test_a_dispersion_below_one_is_refused() -> None:
    one = np.array([1.0])
    with pytest.raises(ValueError, match="phi"):
        pair_p_values(count=1, base=1, other_counts=one, other_bases=one, phi=0.5)


def test_holm_stops_at_the_first_that_falls() -> None:
    # three tests at 0.05: 0.01 ≤ 0.05/3; 0.03 > 0.05/2, so 0.03 falls and 0.04 with it
    stands = rejected_by_holm(np.array([0.04, 0.01, 0.03]), level=0.95)
    assert stands.tolist() == [False, True, False]


@pytest.mark.parametrize("phi", [1.0, 3.0])
def test_the_rank_interval_holds_the_true_place_as_often_as_it_says(phi: float) -> None:
    # fifteen areas whose true rates differ by a ten-thousandth: the hardest case for a rank
    random = np.random.default_rng(20241101)
    means = 500 * (1 + 1e-4 * np.arange(15)[::-1])
    held = []
    for _ in range(300):
        drawn = (
            random.poisson(means)
            if phi == 1
            else random.negative_binomial(means / (phi - 1), 1 / phi)
        )
        place = rank_position(counts=drawn, denominators=[1000] * 15, ours=0, phi=phi)
        held.append(place.lower <= 1 <= place.upper)
    assert np.mean(held) >= 0.94  # 95% or more, less the noise of 300 trials


def test_distance_is_in_standard_deviations() -> None:
    # one variable with values 0, 1, 2: its standard deviation is 1, so the distances are 1 and 2
    like = most_similar(features=[[0.0], [1.0], [2.0]], codes=["a", "b", "c"], ours="a")
    assert like.codes == ("b", "c")
    assert like.distances == pytest.approx((1.0, 2.0))


def test_a_weight_says_which_variable_matters() -> None:
    features = [[0.0, 0.0], [1.0, 9.0], [9.0, 1.0]]
    first = most_similar(features=features, codes="abc", ours="a", count=1, weights=[1, 0])
    second = most_similar(features=features, codes="abc", ours="a", count=1, weights=[0, 1])
    assert (first.codes, second.codes) == (("b",), ("c",))


def test_an_area_with_a_figure_missing_is_left_out_by_name() -> None:
    like = most_similar(features=[[0.0], [math.nan], [2.0]], codes="abc", ours="a")
    assert (like.codes, like.left_out, like.compared) == (("c",), ("b",), 2)


@pytest.mark.parametrize(("ours", "says"), [("z", "not among the 2"), ("b", "not known")])
def test_nothing_is_measured_from_an_area_that_is_not_held(ours: str, says: str) -> None:
    with pytest.raises(ReferenceDataError, match=says):
        most_similar(features=[[0.0], [math.nan]], codes=["a", "b"], ours=ours)


def test_weights_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="expected 1 weights"):
        most_similar(features=[[0.0], [1.0]], codes="ab", ours="a", weights=[1, 1])


def test_a_variable_that_is_the_same_everywhere_tells_nothing() -> None:
    like = most_similar(features=[[5.0, 0.0], [5.0, 1.0]], codes="ab", ours="a")
    # the second variable's standard deviation is 1/√2, so z differs by √2; half the weight: 1
    assert like.distances == pytest.approx((1.0,))


LSOA = pd.DataFrame(
    {
        "csp_code": ["P1", "P1", "P2"],
        "csp_name": ["First", "First", "Second"],
        "residents": [1000, 3000, 2000],
        "households": [500, 1000, 1000],
        "households_deprived": [100, 400, 100],
        "rural_urban": [
            "Urban: Nearer to a major town or city",
            "Smaller rural: Further from a major town or city",
            "Urban: Nearer to a major town or city",
        ],
        "latitude": [52.0, 52.0, 53.0],
        "longitude": [0.0, 0.01, 0.0],
    }
)
DISTRICT = pd.DataFrame(
    {
        "district_code": ["D1", "D2"],
        "csp_code": ["P1", "P2"],
        "residents": [4000, 2000],
        "younger": [1000, 300],
        "older": [400, None],
    }
)
ETHNICITY = pd.DataFrame(
    {
        "district_code": ["D1", "D1", "D2"],
        "ethnic_group": ["White", "Asian, Asian British or Asian Welsh", "White"],
        "people": [3000, 1000, 2000],
    }
)


def test_the_features_of_two_small_partnerships_worked_by_hand() -> None:
    made = similarity_features(lsoa=LSOA, district=DISTRICT, ethnicity=ETHNICITY)
    first = dict(zip([v.name for v in VARIABLES], made.plain[0], strict=True))
    assert made.codes == ("P1", "P2")
    assert first["residents"] == 4000
    assert first["rural"] == 0.75  # 3,000 of 4,000
    assert first["household_size"] == pytest.approx(4000 / 1500)
    assert first["deprived"] == pytest.approx(500 / 1500)
    assert first["most_deprived"] == 0.75  # the LSOA with 40% deprived is alone in the top tenth
    assert first["younger"] == 0.25
    assert first["asian"] == 0.25
    # 0.01° of longitude at 52° north: 0.01 × π/180 × 6,371,000 m × cos 52° = 684.6 m
    assert first["spacing"] == pytest.approx(684.6, abs=0.1)


def test_an_age_that_is_not_held_is_not_known_and_never_nought() -> None:
    made = similarity_features(lsoa=LSOA, district=DISTRICT, ethnicity=ETHNICITY)
    older = [v.name for v in VARIABLES].index("older")
    assert np.isnan(made.values[:, older]).tolist() == [False, True]


def test_a_neighbourhood_without_a_class_leaves_its_partnership_not_known() -> None:
    unclassed = LSOA.assign(rural_urban=[np.nan, "Larger rural: Nearer", "Urban: Nearer"])
    made = similarity_features(lsoa=unclassed, district=DISTRICT, ethnicity=ETHNICITY)
    rural = [v.name for v in VARIABLES].index("rural")
    assert np.isnan(made.plain[:, rural]).tolist() == [True, False]


def test_every_domain_weighs_the_same() -> None:
    made = similarity_features(lsoa=LSOA, district=DISTRICT, ethnicity=ETHNICITY)
    totals: dict[str, float] = {}
    for variable, weight in zip(made.variables, made.weights, strict=True):
        totals[variable.domain] = totals.get(variable.domain, 0.0) + weight
    assert list(totals.values()) == pytest.approx([0.2] * 5)


def test_a_funnel_is_centred_on_its_target_and_narrows() -> None:
    limits = funnel_limits(expected=[10.0, 1000.0], target=50.0)
    assert np.all(limits.lower < 50)
    assert np.all(limits.upper > 50)
    assert limits.upper[1] - limits.lower[1] < limits.upper[0] - limits.lower[0]


def test_a_dispersed_funnel_is_that_of_fewer_events() -> None:
    wide = funnel_limits(expected=[400.0], phi=4.0)
    plain = funnel_limits(expected=[100.0])
    assert (wide.lower[0], wide.upper[0]) == pytest.approx((plain.lower[0], plain.upper[0]))


def test_a_funnel_needs_something_expected() -> None:
    with pytest.raises(ValueError, match="over 0"):
        funnel_limits(expected=[0.0])


def test_funnel_events_are_the_exact_limits_of_the_count() -> None:
    # seen 1: a mean of −ln(1 − 0.025) = 0.0253 makes one or more as rare as 2.5%
    assert funnel_events(events=[1.0]).upper[0] == pytest.approx(-math.log(0.975))


def test_outliers_are_pulled_in_before_the_overdispersion_is_judged() -> None:
    counts, expected = [100.0] * 9 + [400.0], [100.0] * 10
    plain = overdispersion_ratio(counts=counts, expected=expected)
    # only the outlier speaks: (10 × ln 4)² / 10
    assert plain == pytest.approx((10 * math.log(4)) ** 2 / 10)
    assert overdispersion_ratio(counts=counts, expected=expected, winsorise_percent=12) == 0
