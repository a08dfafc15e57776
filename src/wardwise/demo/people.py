"""Who lives in the made-up country: residents, households, deprivation, ethnicity, age."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from wardwise.demo.land import Land
from wardwise.demo.names import DISTRICTS
from wardwise.demo.randomness import stream


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ETHNIC_GROUPS = (
    "Asian, Asian British or Asian Welsh",
    "Black, Black British, Black Welsh, Caribbean or African",
    "Mixed or Multiple ethnic groups",
    "White",
    "Other ethnic group",
)
PEOPLE_A_HOUSEHOLD = 2.35


@dataclass(frozen=True, eq=False)
class People:
    """Shapes: LSOAs, or LSOAs × groups. ``deprivation`` and ``town`` are standard scores."""

    residents: Ints
    households: Ints
    deprivation: Floats
    town: Floats  # how much of a town centre the LSOA is
    households_by_dimensions: Ints  # 0 to 4 dimensions of deprivation
    ethnicity: Ints  # in the order of ETHNIC_GROUPS
    ages: Ints  # single year, 0 to 90 and over


def make_people(land: Land, seed: int) -> People:
    """People every LSOA of the country."""
    random = stream(seed, "people")
    residents = _residents(random, land)
    households = np.round(residents / random.normal(PEOPLE_A_HOUSEHOLD, 0.12, land.lsoas))
    town, deprivation = _town(land), _deprivation(random, land)
    ages = _ages(deprivation)
    return People(
        residents=residents,
        households=households.astype(np.int64),
        deprivation=deprivation,
        town=town,
        households_by_dimensions=_dimensions(random, households.astype(np.int64), deprivation),
        ethnicity=random.multinomial(residents, _ethnic_shares(random, land, deprivation)),
        ages=random.multinomial(residents, ages),
    )


def _residents(random: np.random.Generator, land: Land) -> Ints:
    weight = random.gamma(40, 1 / 40, land.lsoas)
    people = np.zeros(land.lsoas, dtype=np.int64)
    for district, (_, _, wanted, _) in enumerate(DISTRICTS):
        own = land.district_of == district
        people[own] = random.multinomial(wanted, weight[own] / weight[own].sum())
    return people


def _town(land: Land) -> Floats:
    score = np.zeros(land.lsoas)
    for district in range(len(DISTRICTS)):
        own = np.flatnonzero(land.district_of == district)
        # The middle of the town is where LSOAs are smallest
        gap = cKDTree(land.centre[own]).query(land.centre[own], k=min(8, len(own)))[0].mean(axis=1)
        middle = land.centre[own[np.argmin(gap)]]
        away = np.linalg.norm(land.centre[own] - middle, axis=1)
        nearness = -np.log(away / np.median(away) + 0.25)
        score[own] = (nearness - nearness.mean()) / nearness.std()
    return score


def _deprivation(random: np.random.Generator, land: Land) -> Floats:
    """Neighbours are alike: noise smoothed over the nearest eight, and the district's own level."""
    noise = random.normal(0, 1, land.lsoas)
    nearest = cKDTree(land.centre).query(land.centre, k=8)[1]
    level = random.normal(0, 0.45, len(DISTRICTS))
    level[0] = 0.35
    rough = 1.9 * noise[nearest].mean(axis=1) + 0.35 * _town(land) + level[land.district_of]
    rough += random.normal(0, 0.3, land.lsoas)
    standard: Floats = (rough - rough.mean()) / rough.std()
    return standard


def _dimensions(random: np.random.Generator, households: Ints, deprivation: Floats) -> Ints:
    share = 1 / (1 + np.exp(1.35 - 0.55 * deprivation))  # of being deprived in any one dimension
    powers = np.arange(5)
    ways = np.array([1, 4, 6, 4, 1])
    shares = ways * share[:, None] ** powers * (1 - share[:, None]) ** (4 - powers)
    drawn: Ints = random.multinomial(households, shares)
    return drawn


def _ethnic_shares(random: np.random.Generator, land: Land, deprivation: Floats) -> Floats:
    usual = np.array([0.085, 0.035, 0.028, 0.835, 0.017])
    mixed = random.dirichlet(usual * 30, len(DISTRICTS))
    mixed[0] = [0.11, 0.045, 0.032, 0.795, 0.018]
    tilt = np.array([0.25, 0.3, 0.2, -0.05, 0.2])
    weights = mixed[land.district_of] * np.exp(deprivation[:, None] * tilt)
    shares: Floats = weights / weights.sum(axis=1, keepdims=True)
    return shares


def _ages(deprivation: Floats) -> Floats:
    age = np.arange(91)
    shape = 1.15 - 0.12 * np.cos(age / 12) - 1 / (1 + np.exp(-(age - 78) / 6))
    tilted = shape * np.exp(-0.004 * deprivation[:, None] * (age - 40))
    shares: Floats = tilted / tilted.sum(axis=1, keepdims=True)
    return shares
