"""Rates of people beside the made-up residents: 100 of every age, 55 of them females."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from wardwise.domain.figure import Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.people_age_years import OLDEST
from wardwise.figures.people_ages import AgeCurve
from wardwise.figures.people_found import PeopleFound, found_of
from wardwise.figures.people_groups import Groups
from wardwise.figures.people_hidden_years import hidden_years
from wardwise.figures.people_rated import Rated
from wardwise.figures.people_selected import select_every


@pytest.fixture(scope="module")
def found(extract_desk: Desk) -> PeopleFound:
    every = select_every(extract_desk)
    assert not isinstance(every, NotKnown)
    return found_of(every)


def rated(found: PeopleFound, role: str) -> Rated:
    rates = found.roles[role].rated
    assert isinstance(rates, Rated)
    return rates


def test_a_rate_is_people_over_the_residents_of_their_group(found: PeopleFound) -> None:
    part, rates = found.roles["victim"], rated(found, "victim")
    by_name = {group.name: n for n, group in enumerate(part.groups["sex"].groups)}
    sexes, people = rates.by["sex"].rates, part.groups["sex"].true_counts
    # 91 ages of 55 females are 5,005; of 45 males 4,095
    for name, residents in (("Female", 5005), ("Male", 4095)):
        n = by_name[name]
        assert sexes[n].number == pytest.approx(1000 * people[n] / residents)
        assert sexes[n].unit is Unit.PEOPLE_PER_1000
        assert sexes[n].method.startswith("people ÷ mid-2020 residents × 1,000")
        assert sexes[n].sources[-1] == "mid_2020"
        assert sexes[n].interval is not None
    ages = part.groups["age band"]
    for group, rate, n in zip(
        ages.groups, rates.by["age band"].rates, ages.true_counts, strict=True
    ):
        if group.name == "26 to 35":
            # ten ages of 100
            assert rate.number == pytest.approx(1000 * n / 1000)


def test_a_group_that_the_census_does_not_know_has_no_rate(found: PeopleFound) -> None:
    groups, rates = found.roles["victim"].groups["ethnicity"], rated(found, "victim")
    base = rates.by["ethnicity"].base
    people = dict(zip(groups.keys, base.residents, strict=True))
    # 60% of the Census residents are White; no group of the Census is called 'Asian' alone
    assert people["White"]
    assert people["Asian"] is None
    assert base.called == "Census 2021 residents"
    shown = {
        group.name: rate
        for group, rate in zip(groups.groups, rates.by["ethnicity"].rates, strict=True)
        if rate.status != "withheld"
    }
    assert shown["Asian"].status == "not_known"


def test_what_is_withheld_as_a_count_is_withheld_as_a_rate(found: PeopleFound) -> None:
    for part in found.roles.values():
        assert isinstance(part.rated, Rated)
        for by, rates in part.rated.by.items():
            for group, rate in zip(part.groups[by].groups, rates.rates, strict=True):
                assert (group.count.status == "withheld") == (rate.status == "withheld")


def test_every_year_of_age_has_its_rate_and_the_usual_one(found: PeopleFound) -> None:
    curve = rated(found, "victim").curve
    assert isinstance(curve, AgeCurve)
    assert [year.age for year in curve.years] == list(range(OLDEST + 1))
    known = [year for year in curve.years if year.rate.status == "known"]
    assert known
    for year in known:
        assert year.residents.number == 100
        assert year.rate.number == pytest.approx(year.people.number * 10)
        if year.usual.status == "known":
            # every crime is chosen, so the usual rates are its own
            assert year.usual.number == pytest.approx(year.rate.number)
    ids = [
        figure.figure_id
        for year in curve.years
        for figure in (year.people, year.residents, year.rate, year.usual)
    ]
    assert len(ids) == len(set(ids))


def test_few_people_have_bands_and_no_curve(found: PeopleFound) -> None:
    # 300 people are suspected, and ages go by sevens from 10 to 49: most years have fewer than 5
    assert isinstance(rated(found, "suspect").curve, NotKnown)
    assert rated(found, "suspect").peak.group.count.status == "known"


def test_the_peak_of_every_crime_is_that_of_every_crime(found: PeopleFound) -> None:
    rates = rated(found, "victim")
    assert not isinstance(rates.usual, NotKnown)
    assert rates.usual.group.name == rates.peak.group.name
    assert not rates.is_unusual


def test_a_part_of_a_district_has_no_rates(extract_desk: Desk) -> None:
    place, code = extract_desk.evidence.place, extract_desk.area.code
    wider = replace(place, districts_of={**place.districts_of, code: (code, "E06999992")})
    desk = Desk(replace(extract_desk.evidence, place=wider), extract_desk.settings)
    every = select_every(desk)
    assert not isinstance(every, NotKnown)
    rates = found_of(every).roles["victim"].rated
    assert isinstance(rates, NotKnown)
    assert "only a part of one" in rates.reason


def bands(*given: tuple[int, int | None, int, str]) -> Groups:
    """Bands with their numbers and whether each is printed."""
    made: Any = SimpleNamespace(
        bands=tuple((low, high) for low, high, _, _ in given),
        groups=tuple(SimpleNamespace(count=SimpleNamespace(status=status)) for *_, status in given),
        true_counts=tuple(n for _, _, n, _ in given),
    )
    groups: Groups = made
    return groups


def test_a_year_is_hidden_with_what_would_give_it_away() -> None:
    # of 25 in the band, 3 are told of neither year: 25 − 6 − 7 − 9 = 3, so the last year goes too
    known = bands((10, 12, 25, "known"), (13, 14, 12, "withheld"))
    assert hidden_years([6, 7, 9, 6, 6], youngest=10, bands=known, least=5) == {2, 3, 4}
    # nobody is left over, and no year is small: all are shown, but for those of the hidden band
    whole = bands((10, 12, 22, "known"), (13, 14, 12, "withheld"))
    assert hidden_years([6, 7, 9, 6, 6], youngest=10, bands=whole, least=5) == {3, 4}


def test_a_year_in_no_printed_band_is_hidden() -> None:
    assert hidden_years([6, 7], youngest=10, bands=bands((10, 10, 6, "known")), least=5) == {1}
