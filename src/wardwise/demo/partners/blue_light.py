"""Police incidents, fires and ambulance calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.demo import truths_people as planted
from wardwise.demo.months import month_number
from wardwise.demo.partners.clock import moments_in_month
from wardwise.demo.partners.crimes import HOME_DISTRICT
from wardwise.demo.partners.faults import Planted, Spoiler
from wardwise.demo.partners.happened import (
    Happened,
    Kind,
    chosen,
    happened,
    near_points,
    places_written,
    references,
    yes_or_no,
)
from wardwise.demo.partners.police_crimes import grid_text
from wardwise.demo.partners.text import (
    clock_text,
    csv_text,
    day_text,
    joined,
    picked,
    quoted,
    rows_of,
)
from wardwise.demo.partners.words import SURNAMES
from wardwise.demo.partners.world import World
from wardwise.demo.randomness import stream
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Month, Period


Files = tuple[dict[str, bytes], list[Planted]]

INCIDENTS = "police/STORM_incidents.csv"
NOT_SUPPLIED = Month(2025, 4)
"""First month of the quarter of which the ambulance service sent nothing."""
CALLS, FIRES = Kind(1450, "night", 0.4, 0.5, 0.1), Kind(900, "evening", 0.45, 0.1, 0.25)
OTHER_INCIDENTS = Kind(2600, "day", 0.3, 0.3)
ASB = {"ASB - NUISANCE": 0.66, "ASB - PERSONAL": 0.25, "ASB - ENVIRONMENTAL": 0.09}
OTHERS = {"PS - CONCERN FOR SAFETY": 0.34, "PS - SUSPICIOUS CIRCUMSTANCES": 0.24,
          "PS - MISSING PERSON": 0.07, "TR - ROAD TRAFFIC COLLISION": 0.16,
          "TR - HIGHWAY DISRUPTION": 0.19}  # fmt: skip
FIRE_TYPES = {
    "Deliberate Primary (not vehicle)": 0.12, "Deliberate Primary (vehicle)": 0.13,
    "Deliberate Secondary": 0.44, "Dwelling fire - no smoke alarm": 0.09,
    "Dwelling fire": 0.10, "Malicious false alarm": 0.10, "Violence to crew": 0.02,
}  # fmt: skip
COMPLAINTS = {"04 Assault/Sexual Assault": 0.42, "27 Stab/Gunshot": 0.03, "23 Overdose": 0.30,
              "25 Psychiatric": 0.15, "17 Falls (intoxicated)": 0.10}  # fmt: skip


@dataclass(frozen=True)
class Quarter:
    """Three months, and their file."""

    covers: Period
    name: str

    @property
    def last_month(self) -> Month:
        """The last of the three."""
        return self.covers.last


def quarters() -> tuple[Quarter, ...]:
    """The twelve quarters, named by calendar year."""
    starts = [planted.PERIOD.first.plus(3 * n) for n in range(12)]
    return tuple(
        Quarter(Period(start, start.plus(2)), f"{start.year}_Q{(start.number + 2) // 3}")
        for start in starts
    )


def police_incidents(world: World) -> Files:
    """Every incident of anti-social behaviour of the open data, and others by NSIR category."""
    random, records = stream(world.seed, "police incidents"), world.made.records
    since = month_number(planted.PERIOD.first)
    home = world.made.land.district_of[records.lsoa] == HOME_DISTRICT
    named = np.array(world.made.crimes.offences)[records.offence] == ANTI_SOCIAL_BEHAVIOUR
    own = np.flatnonzero(home & named & (records.month >= since))
    months = world.made.crimes.months
    first = np.array([str(m) for m in months], "datetime64[M]").astype("datetime64[D]")
    days = np.array([m.days for m in months])[records.month[own]]
    moment = moments_in_month(
        random,
        first_day=first.astype(np.int64)[records.month[own]],
        days=days,
        clock="evening",
    )
    lsoa, point = records.lsoa[own], records.point[own]
    asb = Happened(lsoa, point, near_points(random, world, lsoa, point), moment)
    parts = [
        _incidents(world, asb, random, ASB),
        _incidents(world, happened(random, world, OTHER_INCIDENTS), random, OTHERS),
    ]
    columns = {name: pa.concat_arrays([part[name] for part in parts]) for name in parts[0]}
    columns["Log No"] = references("MP-", len(columns["Log No"]))
    again, share = stream(world.seed, "repeat callers"), planted.ASB_REPEAT["police"]
    columns["Repeat"] = yes_or_no(again, share, len(columns["Log No"]))
    spoiler = Spoiler.of(INCIDENTS, "police_incidents", columns, random)
    spoiler.cells(columns, "NSIR", ["ZZ - TEST LOG", ""], told=("category", "code"), aside=True)
    spoiler.cells(columns, "Created", ["", "n/a"], told=("from", "no day"), aside=True)
    return {INCIDENTS: csv_text(columns).encode("utf-8-sig")}, spoiler.planted


def _incidents(
    world: World, incidents: Happened, random: np.random.Generator, words: Mapping[str, float]
) -> dict[str, pa.Array]:
    n = len(incidents)
    longitude, latitude = incidents.degrees()
    answer = yes_or_no(random, planted.ASB_VULNERABLE["police"], n)
    return {
        "Log No": pa.array([""] * n),
        "NSIR": chosen(random, words, n),
        "Created": joined(
            day_text(incidents.day, "{y}-{m}-{d}"), "T", clock_text(incidents.moment), ":00"
        ),
        "Lon": longitude,
        "Lat": latitude,
        "Address": quoted(places_written(world, incidents)),
        "Caller": picked(("",), np.zeros(n, np.int64)),
        "Vulnerable": answer,
        "Result": chosen(random, {"ATTENDED": 0.6, "RESOLVED": 0.3, "DUPLICATE": 0.1}, n),
    }


def fires(world: World) -> Files:
    """A quarter a file; above the headings stands what the fire service wants to be read."""
    random = stream(world.seed, "fires")
    found = happened(random, world, FIRES)
    east, north = grid_text(found.position)
    kind = chosen(random, FIRE_TYPES, len(found))
    dwelling = pc.match_substring(kind, "Dwelling")
    columns = {
        "Incident No": references("FRS", len(found)),
        "Call": joined(found.days, " ", found.times),
        "Type": kind,
        "Property": pc.if_else(
            dwelling, "Dwelling", chosen(random, {"Outdoor": 5, "Road vehicle": 3}, len(found))
        ),
        "Alarm": pc.if_else(
            dwelling, pc.if_else(pc.match_substring(kind, "no smoke"), "Absent", "Present"), ""
        ),
        "Grid E": east,
        "Grid N": north,
        "Address": quoted(places_written(world, found)),
    }
    before = ("Midshire Fire and Rescue Service,,,,,,,", "Deliberate and other fires,,,,,,,")
    return _by_quarter("fire/frs_", columns, found, ("fires", "Type"), before=before)


def ambulance_calls(world: World) -> Files:
    """A quarter a file, by Greenwich time; one quarter was never sent."""
    random = stream(world.seed, "ambulance calls")
    found = happened(random, world, CALLS)
    columns = {
        "CAD": references("A", len(found)),
        "T0 (UTC)": joined(day_text(found.day, "{y}-{m}-{d}"), "T", found.times, "Z"),
        "Chief complaint": chosen(random, COMPLAINTS, len(found)),
        "LSOA": picked(world.made.land.lsoa_code, found.lsoa),
        "Disposition": chosen(
            random, {"Conveyed": 62, "See and treat": 30, "Refused": 8}, len(found)
        ),
        "Patient": picked(SURNAMES, random.integers(len(SURNAMES), size=len(found))),
    }
    return _by_quarter("ambulance/eocs_", columns, found, ("ambulance_calls", "Chief complaint"))


def _by_quarter(
    path: str,
    columns: dict[str, pa.Array],
    found: Happened,
    told: tuple[str, str],
    *,
    before: tuple[str, ...] = (),
) -> Files:
    files, faults = {}, []
    dataset, heading = told
    for quarter in quarters():
        if dataset == "ambulance_calls" and quarter.covers.first == NOT_SUPPLIED:
            continue
        first, last = (month_number(month)
                       for month in (quarter.covers.first, quarter.covers.last))  # fmt: skip
        own = rows_of(columns, np.flatnonzero((found.month >= first) & (found.month <= last)))
        name = f"{path}{quarter.name}.csv"
        spoiler = Spoiler.of(name, dataset, own, stream(0, name))
        spoiler.cells(own, heading, ["-"], told=("category", "code"), aside=True)
        files[name] = csv_text(own, before=before).encode("cp1252")
        faults += spoiler.planted
    return files, faults
