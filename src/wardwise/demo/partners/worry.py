"""How many people of each ward feel unsafe: more where there is more violence, but for one ward."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.demo import truths_people as planted
from wardwise.demo.partners.crimes import HOME_DISTRICT
from wardwise.demo.partners.text import picked
from wardwise.demo.partners.world import World


Floats = NDArray[np.float64]

VIOLENCE = "Violence and sexual offences"
YEAR = 12
SLOPE = 0.55
"""Of the log odds of feeling unsafe, for each standard deviation of the log rate of violence."""


def felt(
    random: np.random.Generator, world: World, lsoa: NDArray[np.int64], answers: Mapping[str, float]
) -> pa.Array:
    """An answer of each reply, from 'Very safe' to 'Very unsafe', by the ward of its LSOA."""
    unsafe = unsafe_by_ward(world, sum(list(answers.values())[2:]))
    share = np.array(list(answers.values()))
    own = unsafe[world.made.land.ward_of[lsoa]]
    drawn = random.random((2, len(lsoa)))
    is_unsafe = drawn[0] < own
    # of the two answers of each side, the first as often as in the whole
    first = np.where(is_unsafe, share[2] / share[2:].sum(), share[0] / share[:2].sum())
    answer = 2 * is_unsafe + (drawn[1] >= first)
    return picked(list(answers), answer.astype(np.int64))


def unsafe_by_ward(world: World, usual: float) -> Floats:
    """Share of a ward's people who feel unsafe after dark. Shape: wards."""
    land, crimes = world.made.land, world.made.crimes
    wards = len(land.ward_name)
    offence = crimes.offences.index(VIOLENCE)
    violence = np.bincount(
        land.ward_of[crimes.lsoas], crimes.counts[:, -YEAR:, offence].sum(axis=1), minlength=wards
    )
    residents = np.bincount(land.ward_of, world.country.people.residents, minlength=wards)
    home = np.flatnonzero(land.ward_district == HOME_DISTRICT)
    rate = np.log(violence[home] / residents[home])
    shares = np.full(wards, usual)
    score = (rate - rate.mean()) / rate.std()
    shares[home] = 1 / (1 + np.exp(-(np.log(usual / (1 - usual)) + SLOPE * score)))
    shares[land.ward_named(planted.WORRIED_WARD)] = planted.WORRIED_SHARE
    return shares
