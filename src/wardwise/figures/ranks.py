"""Where the partnership stands among others, by the published tables, as figures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wardwise.domain.area import Area
from wardwise.domain.evidence import OfficialTable
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.official import official_row, rate_withdrawn
from wardwise.figures.official_spread import official_dispersion, official_dispersion_recipe
from wardwise.figures.published import Peers, PublishedRate
from wardwise.measures.compare.rank import Rank, rank_position


@dataclass(frozen=True)
class RankFound:
    """The rank with its interval, and the figure that prints it."""

    rank: Rank | NotKnown
    figure: Figure


def rank_found(
    desk: Desk,
    table: OfficialTable,
    *,
    peers: Peers,
    asked: PublishedRate,
) -> RankFound:
    """Our published rate among the peers' (ours added), 1 the highest."""
    ours = desk.evidence.place.csp_code
    codes = (ours, *(area.code for area in peers.areas if area.code != ours))
    of = _Standing(codes=codes, among=peers.among, asked=asked)
    rank = _rank(desk, table, of)
    return RankFound(rank, _figure(desk, table, of, rank))


@dataclass(frozen=True)
class _Standing:
    """Who is ranked (ours first), among whom, by what."""

    codes: tuple[str, ...]
    among: str
    asked: PublishedRate


def _rank(desk: Desk, table: OfficialTable, of: _Standing) -> Rank | NotKnown:
    counts = [
        official_row(table, _area(table, code), of.asked.offence).offences for code in of.codes
    ]
    bases = [_base(table, code, of.asked.base) for code in of.codes]
    if counts[0] is None or not bases[0]:
        return NotKnown("the published tables have no rate for this partnership")
    rated = [count for count, base in zip(counts, bases, strict=True) if count is not None and base]
    if len(rated) < 3:
        return NotKnown("fewer than three of the partnerships have a published rate")
    return rank_position(
        counts=_floats(counts),
        denominators=_floats(bases),
        ours=0,
        phi=official_dispersion(table, of.asked.offence).phi,
        level=desk.level,
    )


def _area(table: OfficialTable, code: str) -> Area:
    return table.partnerships.get(code) or Area(
        code, code, next(iter(table.partnerships.values())).kind
    )


def _base(table: OfficialTable, code: str, base: str) -> int | None:
    row = official_row(table, _area(table, code), None)
    if rate_withdrawn(row):
        return None
    return row.households if base == "households" else row.residents


def _floats(values: list[int | None]) -> list[float]:
    return [float(np.nan) if value is None or value < 0 else float(value) for value in values]


def _figure(desk: Desk, table: OfficialTable, of: _Standing, rank: Rank | NotKnown) -> Figure:
    known = None if isinstance(rank, NotKnown) else rank
    return Figure(
        measure="rank_position",
        offence=of.asked.offence,
        area=desk.area,
        period=table.latest,
        value=rank if isinstance(rank, NotKnown) else rank.position,
        unit=Unit.RANK,
        sources=(table.source,),
        recipe=_recipe(desk, table, of),
        method=f"rank of the rate per 1,000 {of.asked.base}, 1 the highest; {known.method}"
        if known
        else "",
        interval=Interval(known.lower, known.upper, known.level, known.method) if known else None,
        detail=f"among {of.among}",
        marking=desk.marking,
    )


def _recipe(desk: Desk, table: OfficialTable, of: _Standing) -> Recipe:
    areas: list[Json] = list(of.codes)
    of_areas: dict[str, Json] = {"areas": areas, "last_month": str(table.latest.last)}
    return Recipe(
        "rank_position",
        {
            "counts": Ask("official_offences_of_areas", of_areas | {"offence": of.asked.offence}),
            "denominators": Ask(f"official_{of.asked.base}_of_areas", of_areas),
            "ours": 0,
            "phi": official_dispersion_recipe(table, of.asked.offence),
            "level": desk.level,
        },
        "position",
    )
