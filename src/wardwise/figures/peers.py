"""What is usual among other partnerships, by the published tables, as figures."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.domain.area import Area
from wardwise.domain.evidence import OfficialTable
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.official import official_row, rate_withdrawn
from wardwise.figures.official_spread import official_dispersion, official_dispersion_recipe
from wardwise.figures.published import Peers, PublishedRate
from wardwise.measures.compare.median_rate import above_median_percent, median_rate_per_1000
from wardwise.measures.estimate import Estimate


NO_PEER = NotKnown("none of the other partnerships has a published rate")


def rated(table: OfficialTable, areas: Sequence[Area], *, ours: str) -> tuple[Area, ...]:
    """Those of the other partnerships that have a published rate of all recorded crime."""
    return tuple(
        table.partnerships[area.code]
        for area in areas
        if area.code != ours and area.code in table.partnerships and _has_rate(table, area)
    )


def _has_rate(table: OfficialTable, area: Area) -> bool:
    whole = official_row(table, area, None)
    return whole.offences is not None and bool(whole.residents) and not rate_withdrawn(whole)


def median_rate_figure(
    desk: Desk, table: OfficialTable, *, peers: Peers, asked: PublishedRate
) -> Figure:
    """The middle published rate of the other partnerships, ours not among them."""
    held = _held(table, peers, asked)
    counts, bases = _numbers(table, held, asked)
    return Figure(
        measure="median_rate_per_1000",
        offence=asked.offence,
        area=desk.area,
        period=table.latest,
        value=median_rate_per_1000(counts=counts, denominators=bases) if held else NO_PEER,
        unit=Unit.PER_1000_HOUSEHOLDS if asked.households else Unit.PER_1000_RESIDENTS,
        sources=(table.source,),
        recipe=Recipe("median_rate_per_1000", dict(_asks(table, held, asked))),
        method=f"median of {len(held)} {peers.among}, per 1,000 {asked.base}",
        detail=f"{peers.among}, {asked.base}",
        marking=desk.marking,
    )


def above_median_figure(
    desk: Desk, table: OfficialTable, *, peers: Peers, asked: PublishedRate
) -> Figure:
    """How far our published rate lies above the middle one of the others. Unit: percent."""
    held = _held(table, peers, asked)
    found = _above(desk, table, held, asked)
    return Figure(
        measure="above_median_percent",
        offence=asked.offence,
        area=desk.area,
        period=table.latest,
        value=found.value if found else NotKnown("there is no middle rate above nought"),
        unit=Unit.PERCENT,
        sources=(table.source,),
        recipe=_above_recipe(desk, table, held, asked),
        method=f"our rate above the median of {len(held)} {peers.among}"
        + (f"; {found.method}" if found else ""),
        interval=found.interval if found else None,
        detail=peers.among,
        marking=desk.marking,
    )


def _above(
    desk: Desk, table: OfficialTable, held: list[Area], asked: PublishedRate
) -> Estimate | None:
    ours = own_partnership(desk, table)
    row, whole = official_row(table, ours, asked.offence), official_row(table, ours, None)
    if not held or row.offences is None or not _has_rate(table, ours):
        return None
    counts, bases = _numbers(table, held, asked)
    if median_rate_per_1000(counts=counts, denominators=bases) == 0:
        return None
    return above_median_percent(
        count=row.offences,
        denominator=float(whole.residents or 0),
        counts=counts,
        denominators=bases,
        phi=official_dispersion(table, asked.offence).phi,
        level=desk.level,
    )


def _above_recipe(
    desk: Desk, table: OfficialTable, held: list[Area], asked: PublishedRate
) -> Recipe:
    of_ours: dict[str, Json] = {
        "area": own_partnership(desk, table).code,
        "last_month": str(table.latest.last),
    }
    return Recipe(
        "above_median_percent",
        {
            "count": Ask("official_offences", of_ours | {"offence": asked.offence}),
            "denominator": Ask("official_residents", of_ours),
            **_asks(table, held, asked),
            "phi": official_dispersion_recipe(table, asked.offence),
            "level": desk.level,
        },
        "value",
    )


def own_partnership(desk: Desk, table: OfficialTable) -> Area:
    """The partnership as the official table names it, or else the area."""
    return table.partnerships.get(desk.evidence.place.csp_code, desk.area)


def _held(table: OfficialTable, peers: Peers, asked: PublishedRate) -> list[Area]:
    rows = [(area, official_row(table, area, asked.offence)) for area in peers.areas]
    return [area for area, row in rows if row.offences is not None]


def _numbers(
    table: OfficialTable, areas: list[Area], asked: PublishedRate
) -> tuple[list[float], list[float]]:
    wholes = [official_row(table, area, None) for area in areas]
    bases = [whole.households if asked.households else whole.residents for whole in wholes]
    counts = [official_row(table, area, asked.offence).offences for area in areas]
    return [float(count or 0) for count in counts], [
        float("nan") if base is None else float(base) for base in bases
    ]


def _asks(table: OfficialTable, areas: list[Area], asked: PublishedRate) -> dict[str, Ask]:
    codes: list[Json] = [area.code for area in areas]
    of_areas: dict[str, Json] = {"areas": codes, "last_month": str(table.latest.last)}
    return {
        "counts": Ask("official_offences_of_areas", of_areas | {"offence": asked.offence}),
        "denominators": Ask(f"official_{asked.base}_of_areas", of_areas),
    }
