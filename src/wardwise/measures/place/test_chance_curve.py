"""Offences dealt out at random, worked by hand."""

from __future__ import annotations

import pytest

from wardwise.measures.place.chance_curve import chance_curve


def test_one_offence_over_two_places_is_always_in_the_first() -> None:
    # whichever place is dealt it, that place comes first: 0, 100, 100
    curve = chance_curve(counts=[1, 0], weights=[1, 1], seed=1)
    assert curve.places_percent == (0.0, 50.0, 100.0)
    assert curve.offences_percent == (0.0, 100.0, 100.0)


def test_two_offences_over_two_places_are_together_half_of_the_time() -> None:
    # together 100, apart 50, each with probability ½: 75 on average
    curve = chance_curve(counts=[2, 0], weights=[1, 1], seed=1, draws=20_000)
    assert curve.offences_percent[1] == pytest.approx(75, abs=0.5)


def test_chance_follows_the_residents() -> None:
    # 9 in 10 residents live in the first place
    curve = chance_curve(counts=[5000, 5000], weights=[9, 1], seed=1)
    assert curve.offences_percent[1] == pytest.approx(90, abs=0.2)


@pytest.mark.parametrize("weights", [[1], [0, 0], [1, -1], [1, float("nan")]])
def test_weights_must_fit_the_places(weights: list[float]) -> None:
    with pytest.raises(ValueError, match="for 2 places"):
        chance_curve(counts=[1, 1], weights=weights, seed=1)
