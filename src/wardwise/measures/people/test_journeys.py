"""Distances from home, worked by hand along a meridian and a parallel."""

from __future__ import annotations

import math

import numpy as np
import pytest

from wardwise.measures.people.journeys import EARTH_RADIUS_KM, Journeys, distances_from_home


DEGREE = math.pi * EARTH_RADIUS_KM / 180  # 111.195 km of a meridian


def along_a_meridian(*kilometres: float) -> Journeys:
    north = 52 + np.array(kilometres) / DEGREE
    zeros = [0.0] * len(kilometres)
    return distances_from_home(
        home_longitudes=zeros,
        home_latitudes=north,
        offence_longitudes=zeros,
        offence_latitudes=[52.0] * len(kilometres),
    )


def test_the_middle_and_the_quarters_of_nine_journeys() -> None:
    found = along_a_meridian(8, 1, 0, 2, 0, 3, 5, 13, 21)
    # in order 0 0 1 2 3 5 8 13 21: the fifth; quarters at the third and the seventh
    assert found.median.value == pytest.approx(3)
    assert (found.lower_quartile, found.upper_quartile) == pytest.approx((1, 8))
    # P(X ≤ 1) of nine halves is 10 ÷ 512 = 0.0195, P(X ≤ 2) is 46 ÷ 512: the second of each end
    assert (found.median.lower, found.median.upper) == pytest.approx((0, 13))
    assert found.at_home.value == pytest.approx(200 / 9)
    assert found.people == 9


def test_along_a_parallel_a_degree_is_as_long_as_the_cosine_says() -> None:
    found = distances_from_home(
        home_longitudes=[0.0] * 6,
        home_latitudes=[60.0] * 6,
        offence_longitudes=[0.01] * 6,
        offence_latitudes=[60.0] * 6,
    )
    # at 60° a degree of longitude is half of one of latitude
    assert found.median.value == pytest.approx(0.01 * DEGREE / 2, rel=1e-6)


def test_a_median_of_five_has_no_interval_of_that_level() -> None:
    # the whole list of five misses the median in 2 of 32, which is more than one in twenty
    with pytest.raises(ValueError, match="Of 5 people"):
        along_a_meridian(1, 2, 3, 4, 5)


def test_an_end_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="An end is not known"):
        along_a_meridian(1, 2, float("nan"), 4, 5, 6)
    with pytest.raises(ValueError, match="expected one length"):
        distances_from_home(
            home_longitudes=[0.0],
            home_latitudes=[0.0, 1.0],
            offence_longitudes=[0.0],
            offence_latitudes=[0.0],
        )
