"""Everything from which the partners' files are written, made once."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.demo.files.street import Made
from wardwise.demo.partners.crimes import PartnerCrimes, make_partner_crimes
from wardwise.demo.partners.flags import Flags, make_flags
from wardwise.demo.partners.identities import (
    Addresses,
    Identities,
    make_addresses,
    make_identities,
)
from wardwise.demo.partners.persons import Country, make_country
from wardwise.demo.partners.roles import Roles, make_roles
from wardwise.demo.partners.text import joined, picked, whole
from wardwise.demo.people import People
from wardwise.demo.vintage import Lsoa2011, code_of_point


Ints = NDArray[np.int64]

AWAY_FROM_HOME = ("Violence and sexual offences", "Public order", "Robbery", "Other theft",
                  "Theft from the person", "Bicycle theft", "Vehicle crime")  # fmt: skip


@dataclass(frozen=True, eq=False)
class World:
    """The model of the partners' files. ``reference``: the force's number of each crime."""

    made: Made
    vintage: Lsoa2011
    country: Country
    crimes: PartnerCrimes
    roles: Roles
    flags: Flags
    addresses: Addresses
    identities: Identities
    reference: pa.Array
    seed: int

    @property
    def lsoa_2011(self) -> pa.Array:
        """The LSOA 2011 code of each crime."""
        codes = code_of_point(self.made.land, self.made.points, self.vintage)
        crimes = self.crimes
        return picked(codes.ravel(), crimes.lsoa * codes.shape[1] + crimes.point)


def make_world(made: Made, people: People, vintage: Lsoa2011, *, seed: int) -> World:
    """Crimes, then who was in them, then what is said of them."""
    crimes = make_partner_crimes(made, seed=seed)
    country = make_country(made.land, people, made.points)
    roles = make_roles(made, crimes, country, seed=seed)
    crimes = at_the_same_address(crimes, roles)
    addresses = make_addresses(made.land, made.points, seed=seed)
    return World(
        made=made,
        vintage=vintage,
        country=country,
        crimes=crimes,
        roles=roles,
        flags=make_flags(made, crimes, roles, seed=seed),
        addresses=addresses,
        identities=make_identities(roles.persons, addresses, seed=seed),
        reference=_references(crimes),
        seed=seed,
    )


def at_the_same_address(crimes: PartnerCrimes, roles: Roles) -> PartnerCrimes:
    """Domestic abuse, burglary and damage come back to the address, if to the same LSOA."""
    first = first_of_each(roles.victim, crimes.start_day[roles.victim_crime])
    before, after = roles.victim_crime[first], roles.victim_crime
    again = ~np.isin(roles.victim_group, AWAY_FROM_HOME)
    again &= (before != after) & (crimes.lsoa[before] == crimes.lsoa[after])
    before, after = before[again], after[again]
    point, house = crimes.point.copy(), crimes.house.copy()
    position = crimes.position.copy()
    point[after], house[after] = crimes.point[before], crimes.house[before]
    position[after] = crimes.position[before]
    return replace(crimes, point=point, house=house, position=position)


def first_of_each(person: Ints, day: Ints) -> Ints:
    """The row of each person's first event. Shape: rows."""
    order = np.lexsort((day, person))
    _, starts, back = np.unique(person[order], return_index=True, return_inverse=True)
    first = np.empty(len(person), np.int64)
    first[order] = order[starts][back]
    return first


def _references(crimes: PartnerCrimes) -> pa.Array:
    """As 47/0012345/24: numbered in order of recording, with the year."""
    year = crimes.recorded.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 70
    order = np.empty(len(crimes), np.int64)
    order[np.argsort(crimes.recorded, kind="stable")] = np.arange(len(crimes))
    return joined("47/", whole(order * 3 + 1207, digits=7), "/", whole(year % 100, digits=2))
