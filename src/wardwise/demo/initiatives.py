"""Three initiatives with a known truth: one worked, one moved crime next door, one did nothing.

Nothing else that is drawn changes, because no record is taken away: what was prevented is put
elsewhere in the force area, what moved next door, and the place of the third is picked from
counts that are there already.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from wardwise.demo import truths as planted
from wardwise.demo.crimes import Crimes
from wardwise.demo.files.boundaries import write_geojson
from wardwise.demo.land import Land
from wardwise.demo.months import months_of
from wardwise.demo.randomness import stream
from wardwise.demo.records import Records
from wardwise.demo.truths import Truths


Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

PICKED_FILE = "initiative_areas.geojson"
PICKED = 10
"""Neighbourhoods of the third initiative: those with most burglaries in the year before."""


@dataclass(frozen=True)
class Wards:
    """An initiative in wards: what it was to reduce, and where."""

    name: str
    offence: str
    area: tuple[str, ...]
    beside: tuple[str, ...]


WORKED = Wards("Evening patrols", "Anti-social behaviour", ("Draper's Field",), ("Foxglove Rise",))
MOVED = Wards(
    "Town centre wardens",
    "Criminal damage and arson",
    ("Market and Minster",),
    ("Draper's Field", "Barleymead"),
)
NOTHING, NOTHING_OFFENCE = "Secured doors", planted.HOT
PLANNED = Wards(
    "Night-time marshals", "Violence and sexual offences", ("Lamplight", "Castle Hythe"), ()
)
CARDS_LOCKED = {
    WORKED.name: datetime.date(2025, 9, 4),
    MOVED.name: datetime.date(2025, 9, 4),
    PLANNED.name: datetime.date(2026, 11, 5),
}
"""When each card was locked. The third initiative has none: nobody thought of it in time."""
AFTER = planted.LATEST_YEAR
"""All three began with the first of the last twelve months."""


def plant_initiatives(
    records: Records, crimes: Crimes, land: Land, *, truths: Truths, seed: int
) -> Records:
    """The same records, some of them in another LSOA."""
    share = planted.FALL_BY[truths.initiatives]
    lsoa, random = records.lsoa.copy(), stream(seed, "initiatives")
    since = records.month >= months_of(AFTER).start
    away = np.flatnonzero(land.in_midshire & (land.district_of != 0))
    for one in (WORKED, MOVED):
        named = records.offence == crimes.offences.index(one.offence)
        here = np.flatnonzero(since & named & _in(land, one.area)[records.lsoa])
        goes = here[random.random(len(here)) < share]
        to = away if one is WORKED else np.flatnonzero(_in(land, one.beside))
        weight = crimes.expected[to, :, crimes.offences.index(one.offence)].sum(axis=1)
        lsoa[goes] = random.choice(to, len(goes), p=weight / weight.sum())
    return replace(records, lsoa=lsoa)


def picked_lsoas(records: Records, crimes: Crimes, land: Land) -> Ints:
    """Those with most recorded burglaries in the year before, outside the hot ward."""
    before = months_of(AFTER.earlier())
    shown = records.located & records.published
    shown &= (records.month >= before.start) & (records.month < before.stop)
    shown &= records.offence == crimes.offences.index(NOTHING_OFFENCE)
    counts = np.bincount(records.lsoa[shown], minlength=land.lsoas)
    usable = (land.district_of == 0) & ~_in(land, (planted.HOT_WARD,))
    order = np.argsort(-np.where(usable, counts, -1), kind="stable")
    picked: Ints = np.sort(order[:PICKED])
    return picked


def write_initiative_areas(folder: Path, land: Land, picked: Ints) -> None:
    """The outline of the picked neighbourhoods, as one area."""
    shape = shapely.union_all(land.outline[picked])
    write_geojson(folder / PICKED_FILE, "initiative areas", [({"name": NOTHING}, shape)])


def initiatives_written(land: Land, picked: Ints, *, truths: Truths) -> dict[str, object]:
    """What ``truth.json`` says of them."""
    share = planted.FALL_BY[truths.initiatives]
    return {
        "start": str(AFTER.first),
        "worked": {"name": WORKED.name, "offence": WORKED.offence, "fall": share},
        "moved": {"name": MOVED.name, "offence": MOVED.offence, "fall": share, "moved": share},
        "nothing": {
            "name": NOTHING,
            "offence": NOTHING_OFFENCE,
            "fall": 0.0,
            "lsoas": [str(code) for code in land.lsoa_code[picked]],
        },
    }


def _in(land: Land, wards: tuple[str, ...]) -> Bools:
    return np.isin(land.ward_of, [land.ward_named(name) for name in wards])


def initiative_settings_text() -> str:
    """The part of the settings that lists them."""
    return f"""\
initiatives:
  - name: {WORKED.name}
    offences: [{WORKED.offence}]
    area: {{wards: [{_listed(WORKED.area)}]}}
    displacement: {{wards: [{_listed(WORKED.beside)}]}}
    control: {{rest: true}}
    start: {AFTER.first}-01
    expected_change_percent: -30
    chosen: other
    why: Residents of the ward asked for it at a public meeting
    cost: 62000
  - name: {MOVED.name}
    offences: [{MOVED.offence}]
    area: {{wards: [{_listed(MOVED.area)}]}}
    displacement: {{wards: [{_listed(MOVED.beside)}]}}
    control: {{rest: true}}
    start: {AFTER.first}-01
    expected_change_percent: -25
    chosen: other
    why: The business district pays for it
    cost: 48000
  - name: {NOTHING}
    offences: [{NOTHING_OFFENCE}]
    area: {{file: {PICKED_FILE}, name_column: name}}
    control: {{rest: true}}
    start: {AFTER.first}-01
    expected_change_percent: -20
    chosen: high
    why: The ten neighbourhoods with most burglaries in the year before
    cost: 35000
  - name: {PLANNED.name}
    offences: [{PLANNED.offence}]
    area: {{wards: [{_listed(PLANNED.area)}]}}
    control: {{rest: true}}
    start: {AFTER.last.plus(4)}-01
    expected_change_percent: -20
    chosen: other
    why: Licensed premises there close later from the new year
"""


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)
