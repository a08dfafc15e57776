"""Counts, rates and shares, worked by hand and against published values."""

from __future__ import annotations

import math

import pytest

from wardwise.domain.errors import PopulationMissing
from wardwise.measures.levels.byar import byar_interval, byar_limits, exact_limits
from wardwise.measures.levels.offences import offences
from wardwise.measures.levels.rate import rate_per_1000_households, rate_per_1000_residents
from wardwise.measures.levels.share import share_percent


@pytest.mark.parametrize(
    ("count", "level", "lower", "upper"),
    [  # PHEindicatormethods, tests/testthat, sheet of Byar limits
        (65, 0.95, 50.163188, 82.849139),
        (1045, 0.95, 982.593202, 1110.331213),
        (65, 0.998, 42.880261, 94.000291),
        (1, 0.95, 0.013072, 5.563756),
    ],
)
def test_byar_limits_agree_with_the_published_ones(
    count: int, level: float, lower: float, upper: float
) -> None:
    assert byar_limits(count=count, level=level) == pytest.approx((lower, upper), abs=1e-5)


@pytest.mark.parametrize(
    ("count", "lower", "upper"), [(1, 0.02531781, 5.57164339), (5, 1.62348639, 11.66833208)]
)
def test_exact_limits_agree_with_the_published_ones(count: int, lower: float, upper: float) -> None:
    assert exact_limits(count=count, level=0.95) == pytest.approx((lower, upper), abs=1e-7)


def test_the_exact_limit_of_no_events_is_minus_the_log_of_the_tail() -> None:
    # P(0 events | mean m) = exp(-m) = 0.025 at m = 3.6889
    limits = byar_interval(count=0)
    assert limits.lower == 0
    assert limits.upper == pytest.approx(-math.log(0.025))
    assert byar_limits(count=0, level=0.95)[0] == 0


def test_the_method_changes_at_ten() -> None:
    assert [byar_interval(count=n).method for n in (9, 10)] == ["exact", "Byar"]


def test_a_count_is_itself_with_a_range() -> None:
    figure = offences(count=65)
    assert (figure.value, figure.method) == (65.0, "Byar")
    assert figure.interval == byar_interval(count=65)


def test_rate_worked_by_hand() -> None:
    # 412 / 103,000 = 0.004 offences a head, which is 4 for every 1,000 people
    assert rate_per_1000_residents(offences=412, residents=103_000).value == 4.0
    # Dudley, year to December 2024 as published by ONS: 24,959 and 76.80 per 1,000
    assert round(rate_per_1000_residents(offences=24_959, residents=324_969).value, 1) == 76.8


def test_a_rate_takes_the_range_of_its_count() -> None:
    # 65 events: 50.163 to 82.849; for every 1,000 of 10,000 households a tenth of that
    rate = rate_per_1000_households(offences=65, households=10_000)
    assert (rate.lower, rate.upper) == pytest.approx((5.0163188, 8.2849139), abs=1e-6)


@pytest.mark.parametrize("base", [0, None, -5, math.nan])
def test_a_rate_is_not_known_without_residents_or_households(base: float | None) -> None:
    with pytest.raises(PopulationMissing, match="number of residents is not known"):
        rate_per_1000_residents(offences=5, residents=base)
    with pytest.raises(PopulationMissing, match="number of households is not known"):
        rate_per_1000_households(offences=5, households=base)


@pytest.mark.parametrize(
    ("part", "whole", "lower", "upper"),
    [  # PHEindicatormethods, tests/testthat, sheet of Wilson limits
        (65, 100, 55.2544433, 73.6357518),
        (20, 100, 13.3366933, 28.8829167),
        (1045, 5000, 19.7955, 22.0491),
    ],
)
def test_wilson_limits_agree_with_the_published_ones(
    part: int, whole: int, lower: float, upper: float
) -> None:
    share = share_percent(part=part, whole=whole)
    assert (share.lower, share.upper) == pytest.approx((lower, upper), abs=1e-4)


def test_shares_of_none_and_of_all_stay_within_nought_and_a_hundred() -> None:
    assert share_percent(part=0, whole=7).lower == 0
    assert share_percent(part=7, whole=7).upper == 100


def test_seed_shares() -> None:
    # Dudley: 3,150 serious acquisitive crimes, 60 / 30.5 / 9.5% are 1,890, 961 and 299
    assert [round(share_percent(part=n, whole=3150).value, 1) for n in (1890, 961, 299)] == [
        60.0,
        30.5,
        9.5,
    ]


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (3, 2), (-1, 2), (math.nan, 2)])
def test_a_share_that_cannot_be_is_refused(part: float, whole: float) -> None:
    with pytest.raises(ValueError, match=r"whole|part"):
        share_percent(part=part, whole=whole)


@pytest.mark.parametrize("level", [95, 1.0, 0.2])
def test_a_level_that_is_not_a_share_is_refused(level: float) -> None:
    with pytest.raises(ValueError, match="level is"):
        byar_interval(count=5, level=level)
