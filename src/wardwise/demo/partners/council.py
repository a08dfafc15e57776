"""The council's own: anti-social behaviour, environmental crime, racial incidents, and so on."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.demo import truths_people as planted
from wardwise.demo.partners.blue_light import Files
from wardwise.demo.partners.faults import Spoiler
from wardwise.demo.partners.happened import (
    Kind,
    chosen,
    happened,
    places_written,
    references,
    ward_names,
    ward_names_then,
    yes_or_no,
)
from wardwise.demo.partners.police_crimes import grid_text
from wardwise.demo.partners.text import csv_text, day_text, joined, picked, quoted
from wardwise.demo.partners.words import SURNAMES
from wardwise.demo.partners.workbook import SheetOf, workbook
from wardwise.demo.partners.world import World
from wardwise.demo.randomness import stream


ASB_FILE = "council/ASB case export.xlsx"
ENVIRONMENT_FILE = "council/envirocrime.csv"
RACIAL_FILE = "council/racial_incidents_log.csv"
EXCLUSIONS_FILE = "council/Exclusions 3yr.xlsx"
COLLISIONS_FILE = "council/collisions_stats19.csv"
ASB, ENVIRONMENT = Kind(1750, "evening", 0.5, 0.2, 0.15), Kind(2400, "day", 0.5, 0.1, 0.05, 0.2)
RACIAL, EXCLUSIONS = Kind(110, "day"), Kind(380, "day", 0.7, 0.0, -0.5)
COLLISIONS = Kind(430, "day", 0.1, 0.3)
BEHAVIOUR = {"Noise": 30, "Rowdy or inconsiderate": 24, "Neighbour dispute": 18, "Vehicles": 9,
             "Dogs": 7, "Drugs": 8, "Hate": 4}  # fmt: skip
WASTE = {"FLYTIP": 58, "GRAFFITI": 14, "FLYPOST": 5, "ABANDVEH": 16, "DOGFOUL": 7}
REASONS = {"PP": 16, "PA": 5, "VP": 11, "VA": 12, "DB": 38, "DA": 6, "OW": 4, "OT": 8}
"""The school census' codes: physical assault of a pupil or an adult, threats, disruption, drugs."""


def council_files(world: World) -> Files:
    """Every file of the council, and the faults planted in them."""
    made = [
        _asb(world), _environment(world), _racial(world), _exclusions(world), _collisions(world)
    ]  # fmt: skip
    files = {name: data for found, _ in made for name, data in found.items()}
    return files, [one for _, faults in made for one in faults]


def _asb(world: World) -> Files:
    """Dates are real dates of the workbook, and wards those of the time."""
    random = stream(world.seed, "council asb")
    found = happened(random, world, ASB)
    ward = ward_names_then(world, found)
    columns = {
        "Case ref": references("ASB/", len(found)),
        "Opened": pa.array(found.day),
        "Case type": chosen(random, BEHAVIOUR, len(found)),
        "Ward": ward,
        "Complainant": picked(SURNAMES, random.integers(len(SURNAMES), size=len(found))),
        "Property": places_written(world, found),
        "Outcome": chosen(random, {"Advice": 5, "Warning": 3, "Acceptable behaviour contract": 1,
                                   "Community protection notice": 1, "Open": 1}, len(found)),
        **_asb_people(world, len(found)),
    }  # fmt: skip
    spoiler = Spoiler.of(ASB_FILE, "council_asb", columns, random)
    spoiler.cells(columns, "Case type", ["", ""], told=("category", "not given"), aside=True)
    old = int(pc.sum(pc.equal(ward, "Hythe and Lamplight")).as_py())
    spoiler.note("ward", "ward that was split", old)
    titles = ("Exampleshire Council", "Housing and ASB case management", "Produced 14/10/2026", "")
    book = workbook([SheetOf("Cases", titles, columns, dates=("Opened",))])
    return {ASB_FILE: book}, spoiler.planted


def _asb_people(world: World, rows: int) -> dict[str, pa.Array]:
    """Whom a case is about, as far as the officer wrote it down, and who complained."""
    random = stream(world.seed, "council asb people")
    ages = pc.if_else(
        pa.array(random.random(rows) < planted.ASB_FILLED["age"]),
        chosen(random, planted.ASB_AGES, rows),
        "",
    )
    tenure = pc.if_else(
        pa.array(random.random(rows) < planted.ASB_FILLED["tenure"]),
        chosen(random, planted.ASB_TENURE, rows),
        "Unknown",
    )
    return {
        "Subject age": ages,
        "Tenure": tenure,
        "Repeat": yes_or_no(random, planted.ASB_REPEAT["council"], rows),
        "Vulnerable": yes_or_no(random, planted.ASB_VULNERABLE["council"], rows),
    }


def _environment(world: World) -> Files:
    """The grid reference is there twice as a pair of degrees in the wrong order of headings."""
    random = stream(world.seed, "environment")
    found = happened(random, world, ENVIRONMENT)
    longitude, latitude = found.degrees()
    columns = {
        "REF": references("EC", len(found)),
        "TYPE": chosen(random, WASTE, len(found)),
        "REPORTED": joined(found.days, " ", found.times, ":00"),
        "Y_WGS84": latitude,
        "X_WGS84": longitude,
        "ACTION": chosen(
            random, {"REMOVED": 80, "FPN": 6, "PROSECUTION": 1, "NFA": 13}, len(found)
        ),
        "REPORTER_EMAIL": picked(("",), np.zeros(len(found), np.int64)),
    }
    spoiler = Spoiler.of(ENVIRONMENT_FILE, "environmental_crime", columns, random)
    spoiler.cells(columns, "TYPE", ["", "?"], told=("category", "code"), aside=True)
    spoiler.cells(columns, "X_WGS84", ["", ""], told=("longitude", "half a point"))
    spoiler.cells(columns, "Y_WGS84", ["north", "53,55"], told=("latitude", "not a number"))
    text = csv_text({name: quoted(cells) for name, cells in columns.items()})
    return {ENVIRONMENT_FILE: text.encode("cp1252")}, spoiler.planted


def _racial(world: World) -> Files:
    random = stream(world.seed, "racial incidents")
    found = happened(random, world, RACIAL)
    columns = {
        "Log": references("RI", len(found)),
        "Date": day_text(found.day, "{d}.{m}.{y}"),
        "Kind": chosen(random, {"Verbal": 6, "Written or online": 2, "Physical": 1, "Damage": 1},
                       len(found)),
        "Ward": ward_names(world, found.lsoa),
        "Victim name": picked(SURNAMES, random.integers(len(SURNAMES), size=len(found))),
    }  # fmt: skip
    spoiler = Spoiler.of(RACIAL_FILE, "racial_incidents", columns, random)
    spoiler.cells(columns, "Date", ["about Easter"], told=("from", "no day"), aside=True)
    return {RACIAL_FILE: csv_text(columns, delimiter="\t").encode()}, spoiler.planted


def _exclusions(world: World) -> Files:
    """Pupils are named; their wards are of the home."""
    random = stream(world.seed, "exclusions")
    found = happened(random, world, EXCLUSIONS)
    n = len(found)
    columns = {
        "UPN": references("XUPN", n),
        "Pupil": picked(SURNAMES, random.integers(len(SURNAMES), size=n)),
        "Start date": found.days,
        "Perm/Fixed": chosen(random, {"SUSP": 95, "PEX": 5}, n),
        "Reason": chosen(random, REASONS, n),
        "Phase": chosen(random, {"Secondary": 82, "Primary": 13, "Special": 5}, n),
        "Home ward": ward_names(world, found.lsoa),
    }
    spoiler = Spoiler.of(EXCLUSIONS_FILE, "exclusions", columns, random)
    spoiler.cells(columns, "Perm/Fixed", ["???"], told=("category", "code"), aside=True)
    titles = ("Exampleshire Council: children's services", "")
    return {EXCLUSIONS_FILE: workbook([SheetOf("Data", titles, columns)])}, spoiler.planted


def _collisions(world: World) -> Files:
    random = stream(world.seed, "collisions")
    found = happened(random, world, COLLISIONS)
    east, north = grid_text(found.position)
    columns = {
        "accident_index": references("2047", len(found)),
        "date": found.days,
        "time": found.times,
        "accident_severity": chosen(random, {"3": 78, "2": 20.5, "1": 1.5}, len(found)),
        "location_easting_osgr": east,
        "location_northing_osgr": north,
        "first_road_class": chosen(random, {"3": 4, "4": 2, "5": 2, "6": 5}, len(found)),
    }
    spoiler = Spoiler.of(COLLISIONS_FILE, "collisions", columns, random)
    spoiler.cells(columns, "accident_severity", ["-1"], told=("category", "code"), aside=True)
    return {COLLISIONS_FILE: csv_text(columns).encode()}, spoiler.planted
