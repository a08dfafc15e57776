"""What a supplier's file says of a person that must not come through the door."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.demo.land import Land
from wardwise.demo.names import STREET_KINDS, STREETS
from wardwise.demo.partners.crimes import HOME_DISTRICT
from wardwise.demo.partners.persons import Persons
from wardwise.demo.partners.text import day_text, joined, picked, whole
from wardwise.demo.partners.words import FORENAMES_F, FORENAMES_M, MAIL, SURNAMES, TELEPHONE
from wardwise.demo.points import A_LSOA, SnapPoints
from wardwise.demo.randomness import stream


Ints = NDArray[np.int64]

AREA = "XZ"
"""No real postcode begins with these letters."""
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
_WARDS_A_DISTRICT = 2  # postcode districts, which are not council districts
A_THOUSAND, MOST_PEOPLE = 1000, 10**7


@dataclass(frozen=True, eq=False)
class Identities:
    """Text. Shape: persons."""

    forename: pa.Array
    surname: pa.Array
    born: pa.Array
    born_iso: pa.Array
    nominal: pa.Array
    address: pa.Array
    postcode: pa.Array
    telephone: pa.Array
    mail: pa.Array

    @property
    def name(self) -> pa.Array:
        """Forename and surname."""
        return joined(self.forename, " ", self.surname)


@dataclass(frozen=True, eq=False)
class Addresses:
    """Streets and postcodes. Shape: LSOAs of the force × snap points, in one row."""

    street: NDArray[np.str_]
    postcode: NDArray[np.str_]

    def at(self, lsoa: Ints, point: Ints, house: Ints) -> pa.Array:
        """House and street."""
        return joined(whole(house), " ", picked(self.street, lsoa * A_LSOA + point))

    def postcode_at(self, lsoa: Ints, point: Ints) -> pa.Array:
        """The whole postcode."""
        return picked(self.postcode, lsoa * A_LSOA + point)


def make_addresses(land: Land, points: SnapPoints, *, seed: int) -> Addresses:
    """A street and a postcode for every snap point of the force's area."""
    random = stream(seed, "addresses")
    lsoas = np.flatnonzero(land.in_midshire)
    streets = np.char.replace(points.street[lsoas], "On or near ", "")
    # the first point of an LSOA is a building: people live in a street
    name = np.array(STREETS)[random.integers(len(STREETS), size=len(lsoas))]
    kind = np.array(STREET_KINDS)[random.integers(len(STREET_KINDS), size=len(lsoas))]
    streets[:, 0] = np.char.add(np.char.add(name, " "), kind)
    codes = [
        f"{outward_of(land, int(lsoa))} {_inward(land, int(lsoa), point)}"
        for lsoa in lsoas
        for point in range(A_LSOA)
    ]
    return Addresses(street=streets.ravel(), postcode=np.array(codes))


def outward_of(land: Land, lsoa: int) -> str:
    """The outward postcode of an LSOA: two wards share one."""
    return f"{AREA}{1 + int(land.ward_of[lsoa]) // _WARDS_A_DISTRICT}"


def _inward(land: Land, lsoa: int, point: int) -> str:
    first = np.searchsorted(land.ward_of, land.ward_of[lsoa] // _WARDS_A_DISTRICT * 2)
    number = (lsoa - int(first)) * A_LSOA + point
    letters = len(_LETTERS)
    digit, second = number // letters**2 % 10, _LETTERS[number // letters % letters]
    return f"{digit}{second}{_LETTERS[number % letters]}"


def make_identities(persons: Persons, addresses: Addresses, *, seed: int) -> Identities:
    """Names, births, addresses, telephones and mail of all persons."""
    random, n = stream(seed, "identities"), len(persons)
    women = random.integers(len(FORENAMES_F), size=n)
    men = len(FORENAMES_F) + random.integers(len(FORENAMES_M), size=n)
    forename = picked([*FORENAMES_F, *FORENAMES_M], np.where(persons.is_female, women, men))
    surname = picked(SURNAMES, random.integers(len(SURNAMES), size=n))
    number = random.permutation(n)
    return Identities(
        forename=forename,
        surname=surname,
        born=day_text(persons.born),
        born_iso=day_text(persons.born, "{y}-{m}-{d}"),
        nominal=joined("NM", whole((number * 7919 + 1_000_003) % MOST_PEOPLE, digits=7)),
        address=addresses.at(persons.lsoa, persons.point, persons.house),
        postcode=addresses.postcode_at(persons.lsoa, persons.point),
        telephone=joined(TELEPHONE, whole(random.integers(A_THOUSAND, size=n), digits=3)),
        mail=pc.utf8_lower(joined(forename, ".", surname, whole(number), f"@{MAIL}")),
    )


def postcode_lookup(land: Land, addresses: Addresses) -> str:
    """The partnership's own lookup, as a CSV file."""
    lsoas = np.flatnonzero(land.in_midshire)
    codes = land.lsoa_code[np.repeat(lsoas, A_LSOA)]
    rows = [f"{code},{lsoa}" for code, lsoa in zip(addresses.postcode, codes, strict=True)]
    return "\n".join(["postcode,lsoa_code", *rows]) + "\n"


def district_outwards(land: Land) -> list[str]:
    """Outward postcodes of the district, in order."""
    home = np.flatnonzero(land.district_of == HOME_DISTRICT)
    return list(dict.fromkeys(outward_of(land, int(lsoa)) for lsoa in home))
