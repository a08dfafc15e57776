"""What is usual among other partnerships, by the published tables, as figures."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.domain.area import Area
from wardwise.domain.evidence import OfficialTable
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.official import official_row, rate_withdrawn
from wardwise.figures.pooled import dispersion_of, dispersion_recipe
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
    desk: Desk,
    table: OfficialTable,
    *,
    peers: tuple[Area, ...],
    offence: str | None,
    among: str,
    households: bool = False,
) -> Figure:
    """The middle published rate of the other partnerships, ours not among them."""
    held = _held(table, peers, offence)
    counts, bases = _numbers(table, held, offence, households)
    value = median_rate_per_1000(counts=counts, denominators=bases) if held else NO_PEER
    base = "households" if households else "residents"
    return Figure(
        measure="median_rate_per_1000",
        offence=offence,
        area=desk.area,
        period=table.latest,
        value=value,
        unit=Unit.PER_1000_HOUSEHOLDS if households else Unit.PER_1000_RESIDENTS,
        sources=(table.source,),
        recipe=Recipe("median_rate_per_1000", dict(_asks(table, held, offence, base))),
        method=f"median of {len(held)} {among}, per 1,000 {base}",
        detail=f"{among}, {base}",
        marking=desk.marking,
    )


def above_median_figure(
    desk: Desk,
    table: OfficialTable,
    *,
    peers: tuple[Area, ...],
    offence: str | None,
    group: str | None,
    among: str,
) -> Figure:
    """How far our published rate lies above the middle one of the others. Unit: percent."""
    ours = table.partnerships.get(desk.evidence.place.csp_code, desk.area)
    held = _held(table, peers, offence)
    row, whole = official_row(table, ours, offence), official_row(table, ours, None)
    found: Estimate | None = None
    if held and row.offences is not None and _has_rate(table, ours):
        counts, bases = _numbers(table, held, offence, households=False)
        if median_rate_per_1000(counts=counts, denominators=bases) > 0:
            found = above_median_percent(
                count=row.offences,
                denominator=float(whole.residents or 0),
                counts=counts,
                denominators=bases,
                phi=dispersion_of(desk, period=desk.latest, before=desk.before, offence=group).phi,
                level=desk.level,
            )
    asked: dict[str, Json] = {"area": ours.code, "last_month": str(table.latest.last)}
    return Figure(
        measure="above_median_percent",
        offence=offence,
        area=desk.area,
        period=table.latest,
        value=found.value if found else NotKnown("there is no middle rate above nought"),
        unit=Unit.PERCENT,
        sources=(table.source,),
        recipe=Recipe(
            "above_median_percent",
            {
                "count": Ask("official_offences", asked | {"offence": offence}),
                "denominator": Ask("official_residents", asked),
                **_asks(table, held, offence, "residents"),
                "phi": dispersion_recipe(
                    desk, period=desk.latest, before=desk.before, offence=group
                ),
                "level": desk.level,
            },
            "value",
        ),
        method=f"our rate above the median of {len(held)} {among}"
        + (f"; {found.method}" if found else ""),
        interval=found.interval if found else None,
        detail=among,
        marking=desk.marking,
    )


def _held(table: OfficialTable, peers: tuple[Area, ...], offence: str | None) -> list[Area]:
    return [area for area in peers if official_row(table, area, offence).offences is not None]


def _numbers(
    table: OfficialTable, areas: list[Area], offence: str | None, households: bool
) -> tuple[list[float], list[float]]:
    wholes = [official_row(table, area, None) for area in areas]
    bases = [whole.households if households else whole.residents for whole in wholes]
    counts = [official_row(table, area, offence).offences for area in areas]
    return [float(count or 0) for count in counts], [
        float("nan") if base is None else float(base) for base in bases
    ]


def _asks(
    table: OfficialTable, areas: list[Area], offence: str | None, base: str
) -> dict[str, Ask]:
    codes: list[Json] = [area.code for area in areas]
    asked: dict[str, Json] = {"areas": codes, "last_month": str(table.latest.last)}
    return {
        "counts": Ask("official_offences_of_areas", asked | {"offence": offence}),
        "denominators": Ask(f"official_{base}_of_areas", asked),
    }
