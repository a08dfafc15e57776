"""Admissions by outward postcode, and assaults as the emergency department writes them down."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.demo.partners.ages import drawn_ages, victims_of_anything
from wardwise.demo.partners.blue_light import Files
from wardwise.demo.partners.clock import DAY
from wardwise.demo.partners.faults import Spoiler
from wardwise.demo.partners.happened import (
    Happened,
    Kind,
    chosen,
    happened,
    places_written,
    references,
)
from wardwise.demo.partners.identities import outward_of
from wardwise.demo.partners.text import (
    blank_where,
    clock_text,
    csv_text,
    day_text,
    joined,
    picked,
    quoted,
    whole,
)
from wardwise.demo.partners.words import FORENAMES_F, FORENAMES_M, SURNAMES
from wardwise.demo.partners.workbook import SheetOf, workbook
from wardwise.demo.partners.world import World
from wardwise.demo.randomness import stream


ADMISSIONS_FILE = "health/HES_s17A_extract.xlsx"
DOMESTIC_FILE = "health/DA_admissions.csv"
ED_FILE = "health/ISTV_ED_assaults.csv"
ADMISSIONS, DOMESTIC = Kind(820, "day", 0.5, 0.1), Kind(64, "evening", 0.4)
ED = Kind(880, "night", 0.4, 0.6, 0.12)
BLOCKS = {"X85-Y09": 17, "F10-F19": 58, "T51": 9, "Y90-Y91": 16}
PLACES = {"Street": 30, "Home": 27, "Pub, bar or club": 26, "School": 4, "Work": 5, "Other": 8}
MEANS = {"Fist, hand or elbow": 52, "Foot": 12, "Head": 3, "Knife or blade": 5, "Glass": 7,
         "Blunt object": 9, "Other": 12}  # fmt: skip
DRUNK, SAID = 0.58, 0.88
"""Share who had been drinking, of those of whom it is said; and how often it is."""


def health_files(world: World) -> Files:
    """Every file of the health service, and the faults planted in them."""
    made = [_admissions(world), _domestic(world), _emergency(world)]
    files = {name: data for found, _ in made for name, data in found.items()}
    return files, [one for _, faults in made for one in faults]


def _outwards(world: World, found: Happened) -> pa.Array:
    lsoas = np.unique(found.lsoa)
    codes = [outward_of(world.made.land, int(lsoa)) for lsoa in lsoas]
    return picked(codes, np.searchsorted(lsoas, found.lsoa))


def _admissions(world: World) -> Files:
    random = stream(world.seed, "admissions")
    found = happened(random, world, ADMISSIONS)
    columns = {
        "Spell": references("S", len(found)),
        "Admission date": pa.array(found.day),
        "ICD-10 block": chosen(random, BLOCKS, len(found)),
        "Postcode district": _outwards(world, found),
        "NHS number": whole(900_000_0000 + random.integers(10**7, size=len(found))),
    }
    spoiler = Spoiler.of(ADMISSIONS_FILE, "hospital_admissions", columns, random)
    spoiler.cells(columns, "ICD-10 block", ["", ""], told=("category", "not given"), aside=True)
    spoiler.cells(
        columns, "Postcode district", ["NFA", "UNKNOWN"], told=("outward_postcode", "no postcode")
    )
    titles = ("Exampleshire Integrated Care Board", "s.17A prescribed information", "")
    sheet = SheetOf("Admissions", titles, columns, dates=("Admission date",))
    return {ADMISSIONS_FILE: workbook([sheet])}, spoiler.planted


def _domestic(world: World) -> Files:
    random = stream(world.seed, "domestic admissions")
    found = happened(random, world, DOMESTIC)
    columns = {
        "spell": references("D", len(found)),
        "admitted": day_text(found.day, "{y}/{m}/{d}"),
        "district": _outwards(world, found),
        "type": chosen(random, {"Injury": 7, "Self-harm": 2, "Other": 1}, len(found)),
    }
    spoiler = Spoiler.of(DOMESTIC_FILE, "hospital_domestic_abuse", columns, random)
    spoiler.cells(columns, "admitted", [""], told=("from", "no day"), aside=True)
    return {DOMESTIC_FILE: csv_text(columns, delimiter="|").encode()}, spoiler.planted


def _emergency(world: World) -> Files:
    """The Cardiff fields. Where exactly is free text, and in it stand names and addresses."""
    random = stream(world.seed, "emergency department")
    found = happened(random, world, ED)
    n = len(found)
    arrived = found.moment + 5 * random.integers(3, 40, n)
    age = drawn_ages(
        random, rate=victims_of_anything(), residents=world.country.residents, people=n
    )
    unsaid = random.random(n) >= SAID
    drunk = picked(("No", "Yes"), (random.random(n) < DRUNK).astype(int))
    columns = {
        "Attendance": references("ED", n),
        "Arrival": joined(day_text(arrived // DAY, "{d}-{m}-{y}"), " ", clock_text(arrived)),
        "Incident date": day_text(found.day, "{d}-{m}-{y}"),
        "Incident time": blank_where(found.times, random.random(n) < 0.07),
        "Location type": chosen(random, PLACES, n),
        "Specific location": quoted(_exactly(random, world, found)),
        "Means": quoted(chosen(random, MEANS, n)),
        "Assailant": chosen(random, {"Stranger": 38, "Acquaintance": 30, "Partner": 14,
                                     "Family": 7, "Not disclosed": 11}, n),
        "Age": whole(age),
        "Sex": chosen(random, {"M": 64, "F": 36}, n),
        "Alcohol": blank_where(drunk, unsaid),
    }  # fmt: skip
    columns["Location type"] = quoted(columns["Location type"])
    spoiler = Spoiler.of(ED_FILE, "ed_assaults", columns, random)
    spoiler.cells(columns, "Age", ["-1", "120", "unk"], told=("age", "no age"))
    spoiler.cells(columns, "Alcohol", ["Smelt of"], told=("alcohol", "not a flag"))
    return {ED_FILE: csv_text(columns).encode("utf-8-sig")}, spoiler.planted


def _exactly(random: np.random.Generator, world: World, found: Happened) -> pa.Array:
    forenames = (*FORENAMES_F, *FORENAMES_M)
    first = picked(forenames, random.integers(len(forenames), size=len(found)))
    last = picked(SURNAMES, random.integers(len(SURNAMES), size=len(found)))
    told = joined("outside ", places_written(world, found), "; says it was ", first, " ", last)
    return pc.if_else(pa.array(random.random(len(found)) < 0.6), told, "town centre")
