"""Makes the data folder of Exampleshire: the model first, then every file from it."""

from __future__ import annotations

import json
from pathlib import Path

from wardwise.demo.crimes import make_crimes
from wardwise.demo.files.boundaries import write_boundaries
from wardwise.demo.files.context import write_context
from wardwise.demo.files.deprivation import write_deprivation
from wardwise.demo.files.home_office import write_home_office
from wardwise.demo.files.lookups import write_lookups
from wardwise.demo.files.ons_tables import write_ons_tables
from wardwise.demo.files.outcomes import outcome_files
from wardwise.demo.files.police_uk import SLUG, write_archive
from wardwise.demo.files.population import write_population
from wardwise.demo.files.stop_search import stop_search_files
from wardwise.demo.files.street import Made, earlier_street_files, make_identity, street_files
from wardwise.demo.initiatives import (
    initiatives_written,
    picked_lsoas,
    plant_initiatives,
    write_initiative_areas,
)
from wardwise.demo.land import Land, make_land
from wardwise.demo.official import make_official
from wardwise.demo.partners.write import write_partners
from wardwise.demo.people import People, make_people
from wardwise.demo.points import make_points
from wardwise.demo.records import make_records
from wardwise.demo.settings import SEED
from wardwise.demo.truths import DEFAULT, EARLIER_EXTRACT, FIRST_MONTH, LAST_MONTH, Truths
from wardwise.demo.vintage import Lsoa2011, make_lsoa_2011


README = """\
Exampleshire, Midshire and every place, person and offence in this folder are made up.
The files have the layout of the published ones so that the same readers read them.
They come from one seed: see truth.json, which also says what was planted.
Licence: Creative Commons Zero 1.0 (no rights reserved). Do not quote any figure as real.
"""


def make_data(
    *, to: Path, seed: int = SEED, truths: Truths = DEFAULT, with_partners: bool = False
) -> Path:
    """Write the whole data folder and return it. The same seed and truths give the same bytes."""
    land = make_land(seed)
    people, points = make_people(land, seed), make_points(land, seed)
    crimes = make_crimes(land, people, truths=truths, seed=seed)
    records = plant_initiatives(
        make_records(crimes, points, seed=seed), crimes, land, truths=truths, seed=seed
    )
    identity = make_identity(crimes, records, seed=seed)
    made = Made(land=land, points=points, crimes=crimes, records=records, identity=identity)
    vintage = make_lsoa_2011(land, seed)
    _write_archives(to / "police_uk", made, vintage, seed=seed)
    _write_area(to, land, people, vintage, seed=seed)
    picked = picked_lsoas(records, crimes, land)
    write_initiative_areas(to / "geography" / "own_areas", land, picked)
    official = make_official(land, people, records, seed=seed)
    write_home_office(to / "home_office", land, official, seed=seed)
    write_ons_tables(to / "ons" / "policeforceareatablesyejune2026.xlsx", land, people, official)
    (to / "README.md").write_text(README, encoding="utf-8")
    if with_partners:
        write_partners(to, made, people, vintage, seed=seed)
    told = {"initiatives": initiatives_written(land, picked, truths=truths)}
    truth = json.dumps(truths.written(seed=seed) | told, indent=1) + "\n"
    (to / "truth.json").write_text(truth, encoding="utf-8")
    return to


def _write_archives(folder: Path, made: Made, vintage: Lsoa2011, *, seed: int) -> None:
    files = street_files(made, seed=seed) | outcome_files(made, seed=seed)
    files |= stop_search_files(made, seed=seed)
    write_archive(folder / f"{SLUG}_{FIRST_MONTH}_{LAST_MONTH}.zip", files)
    covered = f"{EARLIER_EXTRACT.first}_{EARLIER_EXTRACT.last}"
    earlier = earlier_street_files(made, vintage, seed=seed)
    write_archive(folder / f"{SLUG}_{covered}_earlier_extract.zip", earlier)


def _write_area(to: Path, land: Land, people: People, vintage: Lsoa2011, *, seed: int) -> None:
    write_lookups(to / "geography", land, people, vintage)
    write_boundaries(to / "geography", land, vintage)
    write_population(to / "population", land, people, vintage)
    write_deprivation(to / "imd", land, people, vintage, seed=seed)
    write_context(to / "context")
