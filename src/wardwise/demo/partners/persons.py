"""Made-up persons: when born, sex, ethnic group, and where they live."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from wardwise.demo import truths_people as planted
from wardwise.demo.land import Land
from wardwise.demo.partners.ages import born, drawn_ages
from wardwise.demo.partners.crimes import HOME_DISTRICT
from wardwise.demo.people import People
from wardwise.demo.points import SnapPoints


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Random = np.random.Generator

NEAR_HOME, FROM_OUTSIDE = 3_500.0, 9_000.0
"""How fast homes thin out with distance from the place. Unit: metres."""
MOST_APART = 45
"""How far apart the births of two may be for one to be taken for the other. Unit: days."""


@dataclass(frozen=True, eq=False)
class Persons:
    """Shape: persons. ``born``: days since 1970; ``lsoa`` and ``point``: of the home."""

    born: Ints
    is_female: Bools
    ethnicity: Ints
    lsoa: Ints
    point: Ints
    house: Ints

    def __len__(self) -> int:
        return len(self.born)

    def at(self, which: Ints) -> Persons:
        """Those persons, in that order."""
        return Persons(**{field.name: getattr(self, field.name)[which] for field in fields(self)})

    def and_then(self, others: Persons) -> Persons:
        """These, followed by the others."""
        both = {
            field.name: np.concatenate([getattr(self, field.name), getattr(others, field.name)])
            for field in fields(self)
        }
        return Persons(**both)


@dataclass(frozen=True, eq=False)
class Begun:
    """The first event of each person: when and where, what rate by age, whether at home."""

    day: Ints
    lsoa: Ints
    point: Ints
    house: Ints
    rate: Floats  # 91 ages
    female: float  # share
    at_home: float  # share whose home is where it happened
    outside: float = 0.0  # share whose home is in another district


@dataclass(frozen=True, eq=False)
class Country:
    """Who lives where, and how likely an event in one LSOA is to be of someone from another."""

    land: Land
    people: People
    points: SnapPoints
    near: Floats  # cumulative: LSOAs of the district × LSOAs of the district
    far: Floats  # cumulative: LSOAs of the district × LSOAs of the force's other districts

    @property
    def residents(self) -> Ints:
        """Residents of the district by single year. Shape: 91 ages."""
        ages: Ints = self.people.ages[self.land.district_of == HOME_DISTRICT].sum(axis=0)
        return ages


def make_country(land: Land, people: People, points: SnapPoints) -> Country:
    """Homes thin out with distance, and there are more where more people live."""
    home = np.flatnonzero(land.district_of == HOME_DISTRICT)
    others = np.flatnonzero(land.in_midshire & (land.district_of != HOME_DISTRICT))
    return Country(
        land,
        people,
        points,
        near=_pull(land, people, home, home, NEAR_HOME),
        far=_pull(land, people, home, others, FROM_OUTSIDE),
    )


def _pull(land: Land, people: People, here: Ints, there: Ints, reach: float) -> Floats:
    apart = np.linalg.norm(land.centre[here][:, None] - land.centre[there][None], axis=2)
    weight = people.residents[there] * np.exp(-apart / reach)
    cumulative: Floats = np.cumsum(weight / weight.sum(axis=1, keepdims=True), axis=1)
    return cumulative


def make_persons(random: Random, country: Country, begun: Begun) -> Persons:
    """One person for each first event."""
    n = len(begun.day)
    ages = drawn_ages(random, rate=begun.rate, residents=country.residents, people=n)
    at_home = random.random(n) < begun.at_home
    lsoa, point = _homes(random, country, begun, at_home)
    return Persons(
        born=born(random, day=begun.day, age=ages),
        is_female=random.random(n) < begun.female,
        ethnicity=_ethnicity(random, country, lsoa),
        lsoa=lsoa,
        point=point,
        house=np.where(at_home, begun.house, random.integers(1, 140, n)),
    )


def _homes(random: Random, country: Country, begun: Begun, at_home: Bools) -> tuple[Ints, Ints]:
    land = country.land
    home = np.flatnonzero(land.district_of == HOME_DISTRICT)
    others = np.flatnonzero(land.in_midshire & (land.district_of != HOME_DISTRICT))
    row = np.searchsorted(home, begun.lsoa)
    drawn = random.random((3, len(row)))
    near = home[_picked(country.near[row], drawn[0])]
    far = others[_picked(country.far[row], drawn[0])]
    lsoa = np.where(drawn[1] < begun.outside, far, near)
    lsoa = np.where(at_home, begun.lsoa, lsoa)
    point = random.integers(country.points.weight.shape[1], size=len(row))
    return lsoa, np.where(at_home, begun.point, point)


def _picked(cumulative: Floats, drawn: Floats) -> Ints:
    picked: Ints = (drawn[:, None] > cumulative[:, :-1]).sum(axis=1)
    return picked


def _ethnicity(random: Random, country: Country, lsoa: Ints) -> Ints:
    groups = country.people.ethnicity
    cumulative = np.cumsum(groups / groups.sum(axis=1, keepdims=True), axis=1)
    return _picked(cumulative[lsoa], random.random(len(lsoa)))


def same_persons(random: Random, victims: Persons, suspects: Persons) -> Ints:
    """For each suspect the victim who is the same person; −1 where there is none.

    Both are of the same sex and were born within MOST_APART days of each other.
    """
    found = np.full(len(suspects), -1)
    wanted = random.random(len(suspects)) < planted.BOTH
    for sex in (False, True):
        these = np.flatnonzero(victims.is_female == sex)
        these = these[np.argsort(victims.born[these], kind="stable")]
        own = np.flatnonzero(wanted & (suspects.is_female == sex))
        at = np.clip(np.searchsorted(victims.born[these], suspects.born[own]), 0, len(these) - 1)
        apart = np.abs(victims.born[these[at]] - suspects.born[own])
        _, first = np.unique(at, return_index=True)  # each victim once
        first = first[apart[first] <= MOST_APART]
        found[own[first]] = these[at[first]]
    return found
