"""The force's extracts of recorded crime: semicolons, Windows letters, dates apart from times."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.demo import truths_people as planted
from wardwise.demo.files.police_uk import OUTCOMES
from wardwise.demo.model_table import model_table
from wardwise.demo.months import month_number
from wardwise.demo.partners.crimes import BUSINESS, HOMES
from wardwise.demo.partners.faults import Planted, Spoiler
from wardwise.demo.partners.flags import STRANDS, WEAPONS
from wardwise.demo.partners.officers_words import told
from wardwise.demo.partners.police_faults import differ, spoil
from wardwise.demo.partners.text import (
    blank_where,
    clock_text,
    csv_text,
    day_text,
    joined,
    picked,
    quoted,
    rows_of,
    whole,
)
from wardwise.demo.partners.words import SURNAMES
from wardwise.demo.partners.world import World
from wardwise.demo.randomness import stream
from wardwise.domain.period import Month, Period


Ints = NDArray[np.int64]

DATASET = "recorded_crime"
OLD_CODE, NEW_CODE = "105A", "105/01"
ANSWERS = ("N", "Y", "")
PREMISES = ("DWELLING HOUSE", "FLAT", "STREET", "SHOP", "PUBLIC HOUSE", "CAR PARK", "OFFICE",
            "SCHOOL", "PARK", "NOT STATED")  # fmt: skip
CLEAR_UP = (
    "18 SUSPECT NOT IDENTIFIED", "16 VICTIM DECLINES - SUSPECT IDENTIFIED", "1 CHARGED/SUMMONSED",
    "8 COMMUNITY RESOLUTION", "2/3 CAUTION", "20 OTHER BODY", "9 NOT IN PUBLIC INTEREST (CPS)",
    "10 NOT IN PUBLIC INTEREST (POLICE)", "21 FURTHER INVESTIGATION NOT IN PUBLIC INTEREST",
    "4 TAKEN INTO CONSIDERATION", "",
)  # fmt: skip
"""As the force writes OUTCOMES, in their order; the last is a crime still investigated."""
OPEN = len(OUTCOMES)


@dataclass(frozen=True)
class ExtractOf:
    """One extract: what it covers, and when it came."""

    file: str
    covers: Period
    received_on: str


EXTRACTS = (
    ExtractOf("police/NICHE_CRIME_2023-24.csv", Period(Month(2023, 10), Month(2024, 9)),
              "2024-11-05"),
    ExtractOf("police/NICHE_CRIME_2024-25.csv", Period(Month(2024, 10), Month(2025, 9)),
              "2025-11-06"),
    ExtractOf("police/NICHE_CRIME_2025-26.csv", Period(Month(2025, 7), Month(2026, 9)),
              "2026-10-20"),
)  # fmt: skip
"""The third holds three months of the second again, as they stood a year later."""
OVERLAP = Period(Month(2025, 7), Month(2025, 9))
LATE = 40


def crime_files(world: World) -> tuple[dict[str, bytes], list[Planted]]:
    """Each extract's bytes, and the faults planted in them."""
    columns = crime_columns(world)
    files, faults = {}, []
    for number, extract in enumerate(EXTRACTS):
        rows = _rows(world, extract, number=number)
        own = rows_of(columns, rows)
        _as_known_then(own, outcomes_of(world)[1][rows], extract)
        spoiler = Spoiler.of(
            extract.file, DATASET, own, stream(world.seed, f"faults {extract.file}")
        )
        plain = world.crimes.has_point & (world.crimes.hour_known == "yes")
        spoiler.free = spoiler.free[plain[rows[spoiler.free]]]
        if number == 1:
            inside = world.crimes.month[rows] >= month_number(OVERLAP.first)
            differ(own, inside, spoiler, seed=world.seed)
        after = spoil(own, spoiler, number=number)
        spoiler.note("lsoa", "split", int(_cannot_be_carried(world)[rows].sum()))
        text = csv_text(own, delimiter=";", after=after)
        files[extract.file] = text.encode("cp1252")
        faults += spoiler.planted
    return files, faults


def _as_known_then(own: dict[str, pa.Array], day: Ints, extract: ExtractOf) -> None:
    """Outcomes that came after the extract are not in it."""
    later = day >= np.datetime64(extract.received_on).astype(np.int64)
    for heading in ("OUTCOME", "OUTCOME_DATE"):
        own[heading] = blank_where(own[heading], later)


def crime_columns(world: World) -> dict[str, pa.Array]:
    """Every crime as the force's system exports it. Shape: crimes."""
    return {**_what(world), **_when(world), **_where(world), **_said(world), **_ended(world)}


def _what(world: World) -> dict[str, pa.Array]:
    crimes = world.crimes
    code, table = pa.array(crimes.code), model_table("code").set_index("code")
    renamed = (crimes.code == OLD_CODE) & (crimes.month >= month_number(planted.CODE_CHANGED))
    title = table["description"].str.upper().loc[crimes.code.tolist()].tolist()
    return {
        "CRIME_NO": world.reference,
        "HO_CLASS": pc.if_else(pa.array(renamed), NEW_CODE, code),
        "OFFENCE_TITLE": quoted(pa.array(title)),
        "REC_DATE": day_text(crimes.recorded),
    }


def _when(world: World) -> dict[str, pa.Array]:
    crimes = world.crimes
    no_hour, midnight = crimes.hour_known == "no", crimes.hour_known == "midnight"
    start = pc.if_else(pa.array(midnight), "00:00", clock_text(crimes.start))
    no_end = crimes.end < 0
    return {
        "COM_FROM_DATE": day_text(crimes.start_day),
        "COM_FROM_TIME": blank_where(start, no_hour),
        "COM_TO_DATE": blank_where(day_text(np.maximum(crimes.end, 0) // 1440), no_end),
        "COM_TO_TIME": blank_where(clock_text(np.maximum(crimes.end, 0)), no_end),
    }


def _where(world: World) -> dict[str, pa.Array]:
    crimes = world.crimes
    metres = grid_text(crimes.position)
    old = pa.array(crimes.month < month_number(planted.WARDS_CHANGED))
    lsoa = picked(world.made.land.lsoa_code, crimes.lsoa)
    return {
        "EASTING": blank_where(metres[0], ~crimes.has_point),
        "NORTHING": blank_where(metres[1], ~crimes.has_point),
        "LSOA": blank_where(pc.if_else(old, world.lsoa_2011, lsoa), ~crimes.has_lsoa),
        "LOCATION": quoted(
            joined(
                world.addresses.at(crimes.lsoa, crimes.point, crimes.house),
                ", ",
                world.addresses.postcode_at(crimes.lsoa, crimes.point),
            )
        ),
        "PREMISES": picked(PREMISES, _premises(world)),
    }


def grid_text(position: NDArray[np.float64]) -> tuple[pa.Array, pa.Array]:
    """Eastings and northings in whole metres, by the Ordnance Survey's own grid of shifts."""
    from convertbng.cutil import convert_bng  # it takes a moment to load

    east, north = convert_bng(*np.ascontiguousarray(position.T))
    return tuple(whole(np.floor(one).astype(np.int64)) for one in (east, north))


def _cannot_be_carried(world: World) -> NDArray[np.bool_]:
    """Crimes with an LSOA 2011 of which several were made: the code does not say which."""
    old = world.crimes.month < month_number(planted.WARDS_CHANGED)
    split: NDArray[np.bool_] = world.vintage.change[world.crimes.lsoa] == "S"
    return split & old & world.crimes.has_lsoa


def _premises(world: World) -> Ints:
    random, crimes = stream(world.seed, "premises"), world.crimes
    n = len(crimes)
    usual = random.choice(len(PREMISES), n, p=(0.12, 0.08, 0.44, 0.06, 0.07, 0.08, 0.03, 0.03,
                                               0.06, 0.03))  # fmt: skip
    usual = np.where(world.flags.domestic, random.integers(2, size=n), usual)
    usual = np.where(np.isin(crimes.code, HOMES), random.integers(2, size=n), usual)
    return np.where(np.isin(crimes.code, BUSINESS), PREMISES.index("SHOP"), usual)


def _said(world: World) -> dict[str, pa.Array]:
    flags, random = world.flags, stream(world.seed, "officers' words")
    unsaid = ANSWERS.index("")
    strands = [picked(STRANDS, one) for one in flags.strand]
    both = pa.array(flags.strand[1] >= 0)
    answers = {
        "DA_FLAG": flags.domestic.astype(int),
        "CA_FLAG": flags.child_abuse.astype(int),
        "VA_FLAG": flags.vulnerable_adult.astype(int),
        "ALC": np.where(flags.filled, flags.alcohol, unsaid),
        "DRG": np.where(flags.filled, flags.drugs, unsaid),
        "CYB": flags.cyber.astype(int),
        "BUS": flags.business.astype(int),
    }
    return {
        **{name: picked(ANSWERS, answer) for name, answer in answers.items()},
        "HATE": quoted(pc.if_else(both, joined(strands[0], "; ", strands[1]), strands[0])),
        "WEAPON": picked(WEAPONS, flags.weapon),
        "OIC": joined("PC ", picked(SURNAMES, random.integers(40, size=len(flags.domestic)))),
        "MO": quoted(told(world, random)),
    }


def _ended(world: World) -> dict[str, pa.Array]:
    outcome, day = outcomes_of(world)
    return {
        "OUTCOME": picked(CLEAR_UP, outcome),
        "OUTCOME_DATE": blank_where(day_text(day), outcome == OPEN),
    }


def outcomes_of(world: World) -> tuple[Ints, Ints]:
    """Position in CLEAR_UP, and its day, by crime."""
    records, row = world.made.records, world.crimes.row
    months = world.made.crimes.months
    known = records.outcome_month[row] < len(months)
    first = np.array([str(m) for m in months], "datetime64[M]").astype("datetime64[D]")
    start = first.astype(np.int64)[np.minimum(records.outcome_month[row], len(months) - 1)]
    into = stream(world.seed, "outcome days").integers(28, size=len(row))
    day = np.maximum(start + into, world.crimes.recorded)
    return np.where(known, records.outcome[row], OPEN), day


def _rows(world: World, extract: ExtractOf, *, number: int) -> Ints:
    """The crimes of the extract in order of recording; the second lacks what was recorded late."""
    crimes = world.crimes
    first, last = month_number(extract.covers.first), month_number(extract.covers.last)
    rows = np.flatnonzero((crimes.month >= first) & (crimes.month <= last))
    if number == 1:
        overlap = rows[crimes.month[rows] >= month_number(OVERLAP.first)]
        late = stream(world.seed, "recorded late").choice(overlap, LATE, replace=False)
        rows = np.setdiff1d(rows, late)
    ordered: Ints = rows[np.argsort(crimes.recorded[rows], kind="stable")]
    return ordered
