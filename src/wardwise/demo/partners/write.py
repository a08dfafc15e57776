"""Writes the partners' files of Exampleshire, the mappings that read them, and the truth beside."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib import resources
from pathlib import Path

from wardwise.demo import truths_people
from wardwise.demo.files.street import Made
from wardwise.demo.last_plan import LAST_PLAN, last_plan_text
from wardwise.demo.names import HOME
from wardwise.demo.partners.blue_light import ambulance_calls, fires, police_incidents
from wardwise.demo.partners.council import council_files
from wardwise.demo.partners.faults import Planted
from wardwise.demo.partners.found import found_in
from wardwise.demo.partners.health import health_files
from wardwise.demo.partners.identifiers import identifiers
from wardwise.demo.partners.identities import postcode_lookup
from wardwise.demo.partners.police_crimes import crime_files
from wardwise.demo.partners.police_people import people_files
from wardwise.demo.partners.returns import return_files
from wardwise.demo.partners.supply import POSTCODES
from wardwise.demo.partners.survey import survey_file
from wardwise.demo.partners.temperatures import FILE, temperatures_text
from wardwise.demo.partners.world import World, make_world
from wardwise.demo.people import People
from wardwise.demo.vintage import Lsoa2011


MAKERS = (crime_files, people_files, police_incidents, fires, ambulance_calls, council_files,
          health_files, return_files, survey_file)  # fmt: skip


def write_partners(to: Path, made: Made, people: People, vintage: Lsoa2011, *, seed: int) -> None:
    """Write ``partners/``, ``mappings/`` and last year's plan into the data folder."""
    world = make_world(made, people, vintage, seed=seed)
    faults: list[Planted] = []
    for maker in MAKERS:
        files, planted = maker(world)
        _write(to / "partners", files)
        faults += planted
    (to / FILE).write_text(temperatures_text(world), encoding="utf-8")
    (to / POSTCODES).write_text(postcode_lookup(made.land, world.addresses), encoding="utf-8")
    (to / LAST_PLAN).write_text(last_plan_text(HOME), encoding="utf-8")
    _write(to / "mappings", mappings())
    _write_truth(to / "partners" / "truth", world, faults)


def mappings() -> dict[str, bytes]:
    """The mapping of every supplier of Exampleshire."""
    folder = resources.files("wardwise.demo") / "mappings"
    held = (one for one in folder.iterdir() if one.name.endswith(".yaml"))
    return {one.name: one.read_bytes() for one in sorted(held, key=lambda one: one.name)}


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _write_truth(folder: Path, world: World, faults: Sequence[Planted]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    told = {
        "planted": truths_people.written(),
        "drawn": found_in(world),
        "faults": [asdict(one) for one in faults],
    }
    (folder / "truths.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    (folder / "identifiers.txt").write_text(identifiers(world), encoding="utf-8")
