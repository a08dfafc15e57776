"""Victims and suspects of Exampleshire as two files that know nobody by the same number."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.demo.crimes import make_crimes
from wardwise.demo.files.street import Made, make_identity
from wardwise.demo.land import make_land
from wardwise.demo.linkage.errors import Mistyped
from wardwise.demo.partners.police_people import NO_BIRTH, NO_HOME, SEX_UNKNOWN
from wardwise.demo.partners.world import World, make_world
from wardwise.demo.people import make_people
from wardwise.demo.points import make_points
from wardwise.demo.randomness import stream
from wardwise.demo.records import make_records
from wardwise.demo.truths import DEFAULT
from wardwise.demo.vintage import make_lsoa_2011


Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class File:
    """What is said of a person in each row, and who it truly is. Shape: rows."""

    name: str
    said: pd.DataFrame
    truth: Ints


def exampleshire(seed: int) -> World:
    """The model behind the partners' files, without the files."""
    land = make_land(seed)
    people, points = make_people(land, seed), make_points(land, seed)
    crimes = make_crimes(land, people, truths=DEFAULT, seed=seed)
    records = make_records(crimes, points, seed=seed)
    identity = make_identity(crimes, records, seed=seed)
    made = Made(land=land, points=points, crimes=crimes, records=records, identity=identity)
    return make_world(made, people, make_lsoa_2011(land, seed), seed=seed)


def two_files(world: World, *, errors: float) -> tuple[File, File]:
    """Victims with gaps as in their workbook, suspects without; ``errors`` of each are mistyped."""
    victims, suspects = world.roles.victim, world.roles.suspect
    gaps = {"born_on": NO_BIRTH, "home_lsoa": NO_HOME, "sex": SEX_UNKNOWN}
    return (
        _file(world, "victims", victims, gaps, errors=errors),
        _file(world, "suspects", suspects, {}, errors=errors),
    )


def _file(world: World, name: str, person: Ints, gaps: dict[str, float], *, errors: float) -> File:
    random = stream(world.seed, f"linkage {name} {errors}")
    told, at = world.identities, pa.array(person)
    homes = world.made.land.lsoa_code[world.roles.persons.lsoa[person]]
    said = pd.DataFrame(
        {
            "surname": told.surname.take(at).to_pandas().str.upper(),
            "forename": told.forename.take(at).to_pandas().str.upper(),
            "born_on": told.born_iso.take(at).to_pandas(),
            "sex": np.where(world.roles.persons.is_female[person], "F", "M"),
            "home_lsoa": homes.astype(str),
        },
        dtype=object,
    )
    mistyped = Mistyped(random, errors)
    said["surname"], said["forename"] = (
        mistyped.names(said["surname"]),
        mistyped.names(said["forename"]),
    )
    said["born_on"], said["home_lsoa"] = (
        mistyped.births(said["born_on"]),
        mistyped.homes(said["home_lsoa"]),
    )
    for column, share in gaps.items():
        said.loc[random.random(len(said)) < share, column] = None
    return File(name, said, person)
