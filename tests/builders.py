"""Small made-up desks for worked examples: two wards, four LSOAs, a peer district."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.evidence import (
    Comparators,
    Completeness,
    Context,
    Evidence,
    NotHeld,
    People,
    Place,
    Quality,
)
from wardwise.domain.period import Month, Period
from wardwise.domain.settings import EvidenceSettings, PartnershipSettings, Settings
from wardwise.figures.desk import Desk


AREA = Area("E06999991", "Sampleton", AreaKind.DISTRICT)
PEER = Area("E06999992", "Otherham", AreaKind.DISTRICT)
FORCE = Area("E23999991", "Sampleshire", AreaKind.FORCE)
WARDS = (Area("E05999991", "Eastgate", AreaKind.WARD), Area("E05999992", "Westgate", AreaKind.WARD))
LSOAS = tuple(Area(f"E0199999{n}", f"Sampleton 00{n}A", AreaKind.LSOA) for n in range(1, 5))
WARD_OF = {area.code: WARDS[n // 2].code for n, area in enumerate(LSOAS)}
LAST = Month(2024, 12)
Array = np.ndarray[Any, Any]


def sample_settings(**changes: Any) -> Settings:
    """The least that settings must say."""
    return Settings(
        partnership=PartnershipSettings(code=AREA.code, name=AREA.name, force=FORCE.name),
        evidence=EvidenceSettings(recorded_crime="police_uk"),
        **changes,
    )


def desk_with(
    monthly: Mapping[str, Sequence[int]],
    *,
    shares: Sequence[float] = (1.0, 0.0, 0.0, 0.0),
    peer: Mapping[str, Sequence[int]] | None = None,
    last: Month = LAST,
    missing: Sequence[Month] = (),
    settings: Settings | None = None,
    **parts: Any,
) -> Desk:
    """A desk whose offences are those monthly totals, shared over the four LSOAs.

    ``shares`` are exact parts of every month (whole numbers must come out); ``peer`` is the
    other district's series, the same as ours if not given; ``parts`` replace evidence.
    """
    months = Period.ending(last, months=len(next(iter(monthly.values())))).months
    held = np.array([month not in missing for month in months])
    local = _counts(monthly, LSOAS, months, held, shares)
    both = {name: np.stack([monthly[name], (peer or monthly)[name]]) for name in monthly}
    wider = _stack(both, (AREA, PEER), months, held)
    latest = Period.ending(last)
    evidence = Evidence(
        place=_place(),
        people=_people(),
        deprivation=NotHeld("deprivation", "the ministry"),
        local=local,
        wider=wider,
        unlocated=dict.fromkeys(monthly, 0),
        force_rows={
            name: int(wider.by_area(latest, offence=name).sum())
            if len(months) >= 12 and held.all()
            else 0
            for name in monthly
        },
        completeness=Completeness(()),
        official=NotHeld("the ONS tables", "the Office for National Statistics"),
        comparators=Comparators((AREA, PEER), (), "", (), False, ""),
        outcomes=NotHeld("outcomes", "the police force"),
        searches=NotHeld("stop and search", "the police force"),
        harm=NotHeld("offence codes", "the Home Office"),
        context=Context((), ()),
        quality=Quality((), (), (), ()),
    )
    return Desk(replace(evidence, **parts), settings or sample_settings())


def _counts(
    monthly: Mapping[str, Sequence[int]],
    areas: Sequence[Area],
    months: tuple[Month, ...],
    held: Array,
    shares: Sequence[float],
) -> MonthlyCounts:
    parts = {name: np.outer(shares, values) for name, values in monthly.items()}
    return _stack(parts, areas, months, held)


def _stack(
    parts: Mapping[str, Array],
    areas: Sequence[Area],
    months: tuple[Month, ...],
    held: Array,
) -> MonthlyCounts:
    offences = tuple(sorted(parts))
    cube = np.stack([np.asarray(parts[name], dtype=np.int64) for name in offences], axis=2)
    return MonthlyCounts(
        "police_uk", tuple(areas), months, offences, cube, np.tile(held, (len(areas), 1))
    )


def _place() -> Place:
    members: dict[str, tuple[str, ...]] = {area.code: (area.code,) for area in LSOAS}
    for ward in WARDS:
        members[ward.code] = tuple(code for code, where in WARD_OF.items() if where == ward.code)
    members[AREA.code] = tuple(area.code for area in LSOAS)
    return Place(
        area=AREA,
        csp_code="E22999991",
        force=FORCE,
        country="England",
        wards=WARDS,
        lsoas=LSOAS,
        own=(),
        commissioned=WARDS[:1],
        ward_of=WARD_OF,
        members=members,
        districts_of={
            AREA.code: (AREA.code,),
            PEER.code: (PEER.code,),
            "E22999991": (AREA.code,),
            "E22999992": (PEER.code,),
            FORCE.code: (AREA.code, PEER.code),
        },
    )


def _people() -> People:
    residents = {area.code: 1_000 for area in LSOAS} | {ward.code: 2_000 for ward in WARDS}
    residents |= {AREA.code: 4_000, PEER.code: 8_000, FORCE.code: 12_000}
    return People(
        source="census_2021",
        year=2021,
        residents=residents,
        households={code: people // 2 for code, people in residents.items()},
        ages={AREA.code: {"0 to 15": 800, "16 to 64": 2_400, "65 and over": 800}},
        sexes={AREA.code: {"females": 2_040, "males": 1_960}},
        ethnicity={AREA.code: {"White": 3_000, "Other ethnic group": 1_000}},
    )
