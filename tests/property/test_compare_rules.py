"""What must always be true of places, neighbours, funnels and harm scores."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardwise.measures.compare.funnel import funnel_limits
from wardwise.measures.compare.most_similar import most_similar
from wardwise.measures.compare.rank import rank_position
from wardwise.measures.harm.category_weight import category_weight
from wardwise.measures.harm.score import harm_score


counts = st.lists(st.integers(0, 5000), min_size=2, max_size=12)
weights = st.lists(st.floats(0.5, 8000), min_size=1, max_size=10)


@given(counts=counts, phi=st.floats(1, 9))
def test_a_place_lies_in_its_interval_and_in_the_list(counts: list[int], phi: float) -> None:
    of = len(counts)
    for ours in range(of):
        place = rank_position(counts=counts, denominators=[1000.0] * of, ours=ours, phi=phi)
        assert 1 <= place.lower <= place.position <= place.upper <= of == place.of


@given(counts=counts)
def test_a_higher_count_never_has_a_worse_place(counts: list[int]) -> None:
    bases = [1000.0] * len(counts)
    more = [counts[0] + 50, *counts[1:]]
    before = rank_position(counts=counts, denominators=bases, ours=0)
    after = rank_position(counts=more, denominators=bases, ours=0)
    assert after.position <= before.position


@given(counts=counts, seed=st.integers(0, 99))
def test_the_order_of_the_others_does_not_matter(counts: list[int], seed: int) -> None:
    others = np.random.default_rng(seed).permutation(counts[1:]).tolist()
    bases = [1000.0] * len(counts)
    assert rank_position(counts=counts, denominators=bases, ours=0) == rank_position(
        counts=[counts[0], *others], denominators=bases, ours=0
    )


@given(
    features=st.lists(
        st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=3, max_size=9, unique=True
    ),
    times=st.floats(0.1, 100),
    plus=st.floats(-100, 100),
)
def test_units_of_a_variable_do_not_matter(
    features: list[tuple[int, int]], times: float, plus: float
) -> None:
    codes = [f"P{number}" for number in range(len(features))]
    moved = [(first * times + plus, second) for first, second in features]
    plain = most_similar(features=features, codes=codes, ours="P0", count=20)
    other = most_similar(features=moved, codes=codes, ours="P0", count=20)
    assert sorted(other.distances) == pytest.approx(sorted(plain.distances), abs=1e-6)


@given(expected=st.floats(0.5, 1e5), phi=st.floats(1, 20), level=st.sampled_from([0.95, 0.998]))
def test_a_funnel_holds_its_target_and_dispersion_widens_it(
    expected: float, phi: float, level: float
) -> None:
    plain = funnel_limits(expected=[expected], level=level)
    wide = funnel_limits(expected=[expected], level=level, phi=phi)
    assert 0 <= plain.lower[0] < 1 < plain.upper[0]
    assert wide.lower[0] <= plain.lower[0] + 1e-9
    assert wide.upper[0] >= plain.upper[0] - 1e-9


@given(weights=weights, data=st.data())
def test_a_mean_weight_lies_in_its_range_and_gives_the_score_back(
    weights: list[float], data: st.DataObject
) -> None:
    number = st.integers(1, 500)
    offences = data.draw(st.lists(number, min_size=len(weights), max_size=len(weights)))
    mean = category_weight(counts_by_code=offences, weights_by_code=weights)
    assert mean.lower <= mean.value <= mean.upper
    assert mean.typical in weights
    score = harm_score(counts=offences, weights=weights).value
    assert mean.value * sum(offences) == pytest.approx(score)


@given(weights=weights, times=st.integers(1, 50))
def test_a_score_grows_with_its_counts(weights: list[float], times: int) -> None:
    once = harm_score(counts=[1] * len(weights), weights=weights)
    many = harm_score(counts=[times] * len(weights), weights=weights)
    assert many.value == pytest.approx(once.value * times)
