"""What is expected in Exampleshire and Midshire, and counts drawn from it seed by seed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from wardwise.demo.crimes import Crimes, make_crimes, overdispersed
from wardwise.demo.land import MIDSHIRE, Land, make_land
from wardwise.demo.model_table import model_table
from wardwise.demo.people import People, make_people
from wardwise.demo.randomness import stream
from wardwise.demo.records import UNLOCATED
from wardwise.demo.settings import SEED
from wardwise.demo.truths import Truths


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Scene:
    """The places and people of the demo with truths of one size planted in them."""

    land: Land
    people: People
    crimes: Crimes

    @cached_property
    def wards(self) -> Ints:
        """Positions of Exampleshire's wards."""
        return np.flatnonzero(self.land.ward_district == 0)

    @cached_property
    def ward_residents(self) -> Ints:
        """Residents by ward of Exampleshire. Unit: people."""
        counted = np.bincount(self.land.ward_of, self.people.residents.astype(float))
        residents: Ints = counted[self.wards].astype(np.int64)
        return residents

    def expected_by_partnership(self, offence: str) -> Floats:
        """Shape: partnerships of the force × months. Unit: offences with a place."""
        return self._summed(offence, self.land.district_of[self.crimes.lsoas], MIDSHIRE)

    def expected_by_ward(self, offence: str) -> Floats:
        """Shape: wards of Exampleshire × months. Unit: offences with a place."""
        of = self.land.ward_of[self.crimes.lsoas]
        return self._summed(offence, of, len(self.land.ward_name))[self.wards]

    def _summed(self, offence: str, group: Ints, groups: int) -> Floats:
        column = self.crimes.offences.index(offence)
        sums = np.zeros((groups, len(self.crimes.months)))
        np.add.at(sums, group, self.crimes.expected[:, :, column])
        return sums * (1 - UNLOCATED)


def make_scene(truths: Truths) -> Scene:
    """The demo's places and people; only the noise differs from seed to seed."""
    land = make_land(SEED)
    people = make_people(land, SEED)
    return Scene(land, people, make_crimes(land, people, truths=truths, seed=SEED))


def draws(expected: Floats, *, offence: str, seeds: int) -> Ints:
    """Counts as the archive would hold them. Shape: seeds × the shape of ``expected``.

    Sums of the model's counts are again negative binomial with the same φ, and offences
    without a place are a random share, which takes φ − 1 down by that share.
    """
    table = model_table("offence")
    of_model = table["phi"].to_numpy(float)[list(table["offence"]).index(offence)]
    phi = 1 + (of_model - 1) * (1 - UNLOCATED)
    name = f"detection of {offence}"
    return np.stack([overdispersed(stream(n, name), expected, phi=phi) for n in range(seeds)])
