"""Rates by single year of age, worked by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from wardwise.domain.errors import PopulationMissing
from wardwise.measures.levels.byar import byar_interval
from wardwise.measures.people.age_rates import AgeRates, age_rates_per_1000_residents


def rates(
    *,
    people_of_all: Sequence[float] = (100, 200, 100),
    residents: Sequence[float] = (1000, 2000, 500),
) -> AgeRates:
    return age_rates_per_1000_residents(
        people=[5, 20, 15], people_of_all=people_of_all, residents=residents, youngest=13
    )


def test_a_rate_is_of_its_own_age() -> None:
    found = rates()
    # 5 / 1,000; 20 / 2,000; 15 / 500
    assert [rate.value for rate in found.rates] == [5.0, 10.0, 30.0]
    byar = byar_interval(count=20)
    assert found.rates[1].lower == pytest.approx(byar.lower / 2)
    assert found.rates[1].upper == pytest.approx(byar.upper / 2)


def test_usual_rates_keep_the_number_of_people_and_the_ages_of_all_crime() -> None:
    found = rates()
    # 40 people over 100, 200, 100 of 400: 10, 20, 10; per 1,000 of 1,000, 2,000 and 500
    assert found.usual == pytest.approx((10.0, 10.0, 20.0))
    people = [rate * base / 1000 for rate, base in zip(found.usual, found.residents, strict=True)]
    assert sum(people) == pytest.approx(40)


def test_an_age_without_residents_has_no_rate() -> None:
    with pytest.raises(PopulationMissing):
        rates(residents=[1000, 0, 500])


def test_lists_of_other_lengths_and_nobody_are_refused() -> None:
    with pytest.raises(ValueError, match="2 of residents"):
        rates(residents=[1000, 2000])
    with pytest.raises(ValueError, match="Nobody"):
        rates(people_of_all=[0, 0, 0])
