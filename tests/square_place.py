"""A made-up place: 36 neighbourhoods of 1,000 residents on a square, a ward to each row of six."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from tests.builders import AREA, FORCE, desk_with, sample_settings
from wardwise.document.blocks import Note, Paragraph
from wardwise.document.section import Section
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.evidence import Deprivation, GroupWeight, HarmWeights
from wardwise.domain.period import Month, Period
from wardwise.figures.desk import Desk


SIDE, GROUPS = 6, ("Anti-social behaviour", "Burglary", "Criminal damage and arson")
CODES = tuple(f"E01999{n:03d}" for n in range(SIDE * SIDE))
LSOAS = tuple(Area(code, f"Sampleton {n:03d}A", AreaKind.LSOA) for n, code in enumerate(CODES))
WARDS = tuple(Area(f"E0599990{n}", f"Row {n}", AreaKind.WARD) for n in range(SIDE))
CORNER = (0, 1, 6)
MONTHS = Period.ending(Month(2024, 12), months=24).months


def square_desk(*, hot: tuple[int, ...] = CORNER, times: int = 8, **settings: object) -> Desk:
    """Every neighbourhood has 2 of each group a month, the hot ones ``times`` as many."""
    held = np.full((36, 24, len(GROUPS)), 2, dtype=np.int64)
    held[list(hot)] *= times
    desk = desk_with({name: [4] * 24 for name in GROUPS})
    counts = MonthlyCounts("police_uk", LSOAS, MONTHS, GROUPS, held, np.ones((36, 24), dtype=bool))
    at = {(n // SIDE, n % SIDE): n for n in range(36)}
    beside = {
        CODES[n]: tuple(
            CODES[at[row + y, column + x]]
            for y, x in ((0, 1), (1, 0), (0, -1), (-1, 0))
            if (row + y, column + x) in at
        )
        for (row, column), n in at.items()
    }
    ward_of = {code: WARDS[n // SIDE].code for n, code in enumerate(CODES)}
    members: dict[str, tuple[str, ...]] = {code: (code,) for code in CODES}
    for ward in WARDS:
        members[ward.code] = tuple(code for code in CODES if ward_of[code] == ward.code)
    place = replace(
        desk.evidence.place,
        wards=WARDS,
        lsoas=LSOAS,
        commissioned=(),
        ward_of=ward_of,
        members={**members, AREA.code: CODES},
        neighbours=beside,
        hectares=dict.fromkeys(CODES, 100.0),
        outlines={
            CODES[n]: shapely.box(1000 * x, 1000 * y, 1000 * x + 1000, 1000 * y + 1000).wkb_hex
            for (y, x), n in at.items()
        },
    )
    people = replace(
        desk.evidence.people, residents={**dict.fromkeys(CODES, 1000), AREA.code: 36_000}
    )
    evidence = replace(desk.evidence, place=place, people=people, local=counts, harm=_weights())
    return Desk(evidence, sample_settings(**settings))


def _weights() -> HarmWeights:
    def group(value: float) -> GroupWeight:
        return GroupWeight(value, value, value, value, 100.0, ("1",))

    return HarmWeights(
        scheme="test weights",
        version="1",
        force=FORCE.name,
        quarters=(Period(MONTHS[0], MONTHS[2]),),
        police_uk={"Burglary": group(10.0), "Criminal damage and arson": group(2.0)},
        official={},
        by_code={"1": 1.0},
    )


def words_of(section: Section) -> str:
    """Every paragraph and note, in reading order."""
    return " ".join(
        str(block.text)
        for part in section.walk()
        for block in part.blocks
        if isinstance(block, Paragraph | Note)
    )


def deprived(desk: Desk) -> Desk:
    """The first neighbourhoods are the most deprived."""
    rising = {code: float(n + 1) for n, code in enumerate(CODES)}
    falling = {code: float(36 - n) for n, code in enumerate(CODES)}
    columns = ("imd2025_score", "imd2025_income", "imd2025_employment", "imd2025_education")
    held = Deprivation(
        editions={},
        households_deprived={},
        by_lsoa={
            "imd2025_rank": rising,
            "aged_15_24": dict.fromkeys(CODES, 100.0),
            **dict.fromkeys(columns, falling),
        },
    )
    return Desk(replace(desk.evidence, deprivation=held), desk.settings)
