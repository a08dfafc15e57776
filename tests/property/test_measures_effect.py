"""What always holds of evaluations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardwise.measures.effect.called import Effect, effect_called
from wardwise.measures.effect.displacement_difference import weighted_displacement_difference
from wardwise.measures.effect.e_test import exact_difference_p_value
from wardwise.measures.effect.level_weights import level_weights


count = st.integers(0, 5000)
pair = st.tuples(count, count)
areas = st.lists(pair, min_size=2, max_size=4)
limits = st.tuples(st.floats(-100, 100), st.floats(0, 100)).map(lambda one: (one[0], sum(one)))


@given(counts=areas)
def test_nothing_that_moves_is_a_difference_of_nought(counts: list[tuple[int, int]]) -> None:
    still = [(before, before) for before, _ in counts]
    assert weighted_displacement_difference(counts=still).total.value == 0


@given(first=pair, second=pair)
def test_area_and_control_exchanged_turn_the_sign(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    one = weighted_displacement_difference(counts=[first, second])
    other = weighted_displacement_difference(counts=[second, first])
    assert one.total.value == -other.total.value
    assert one.standard_error == pytest.approx(other.standard_error)


@given(counts=areas, phi=st.floats(1, 20))
def test_dispersion_widens_and_never_moves(counts: list[tuple[int, int]], phi: float) -> None:
    plain = weighted_displacement_difference(counts=counts)
    wide = weighted_displacement_difference(counts=counts, phi=phi)
    assert wide.total.value == plain.total.value
    assert wide.total.lower <= plain.total.lower
    assert wide.total.upper >= plain.total.upper


@given(
    before=st.lists(st.integers(1, 5000), min_size=2, max_size=3),
    factor=st.fractions(min_value=0, max_value=3),
)
def test_what_moves_everything_alike_is_no_effect(before: list[int], factor: float) -> None:
    counts = [(n, float(n * factor)) for n in before]
    weights = level_weights(before=before)
    found = weighted_displacement_difference(counts=counts, area_weights=weights)  # type: ignore[arg-type]
    assert found.total.value == pytest.approx(0, abs=1e-6)


@given(first=st.integers(0, 60), second=st.integers(0, 60))
def test_the_exact_p_is_a_chance_and_the_same_either_way(first: int, second: int) -> None:
    p = exact_difference_p_value(first=first, second=second)
    assert isinstance(p, float)
    assert 0 <= p <= 1
    assert p == pytest.approx(exact_difference_p_value(first=second, second=first))


@given(
    local=limits,
    total=limits,
    displacement=st.none() | limits,
    since=st.none() | limits,
    high=st.booleans(),
)
def test_reduced_is_never_said_where_nought_may_be(
    local: tuple[float, float],
    total: tuple[float, float],
    displacement: tuple[float, float] | None,
    since: tuple[float, float] | None,
    high: bool,
) -> None:
    said = effect_called(
        local=local,
        total=total,
        displacement=displacement,
        since_earlier=since,
        was_picked_high=high,
    )
    if said is Effect.REDUCED:
        assert local[1] < 0
        assert total[1] < 0
        assert displacement is None or displacement[0] <= 0
        assert not high or (since is not None and since[1] < 0)
