"""Published ONS counts, rates and changes as figures, worked out again from the counts."""

from __future__ import annotations

from wardwise.domain.area import Area
from wardwise.domain.evidence import OfficialRow, OfficialTable
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.changes import comparison_of, interval_of
from wardwise.figures.counted import Counted, counted_figure
from wardwise.figures.desk import Desk
from wardwise.figures.official_spread import (
    official_dispersion,
    official_dispersion_recipe,
    why_official_not_comparable,
)
from wardwise.measures.change.change_percent import Change, change_percent
from wardwise.measures.levels.rate import rate_per_1000_households, rate_per_1000_residents


NOTHING = OfficialRow(None, None, None, None, None, None, "", "")


def official_row(table: OfficialTable, area: Area, offence: str | None) -> OfficialRow:
    """The published row, or an empty one."""
    return table.rows.get((area.code, offence), NOTHING)


def rate_withdrawn(whole: OfficialRow) -> bool:
    """Whether the publisher gives residents but will not have a rate made of them."""
    return bool(whole.symbol) and whole.rate_per_1000_residents is None


def official_offences_figure(
    desk: Desk, table: OfficialTable, *, area: Area, offence: str | None, period: Period
) -> Figure:
    """The published count of one year. Unit: offences."""
    row = official_row(table, area, offence)
    value = row.offences if period == table.latest else row.before
    return counted_figure(
        desk,
        "official_offences",
        value if value is not None else NotKnown(_reason(row)),
        Counted(area, period, table.source, Unit.OFFENCES, offence),
        offence=offence,
        last_month=str(period.last),
    )


def official_rate_figure(
    desk: Desk, table: OfficialTable, *, area: Area, offence: str | None, households: bool = False
) -> Figure:
    """Published offences by the published residents or households, per 1,000."""
    row = official_row(table, area, offence)
    whole = official_row(table, area, None)
    base = whole.households if households else whole.residents
    name = "households" if households else "residents"
    measure = f"rate_per_1000_{name}"
    estimate = None
    if row.offences is not None and row.offences >= 0 and base and not rate_withdrawn(whole):
        estimate = (
            rate_per_1000_households(offences=row.offences, households=base, level=desk.level)
            if households
            else rate_per_1000_residents(offences=row.offences, residents=base, level=desk.level)
        )
    last: Json = str(table.latest.last)
    asked: dict[str, Json] = {"area": area.code, "last_month": last}
    return Figure(
        measure=measure,
        offence=offence,
        area=area,
        period=table.latest,
        value=estimate.value if estimate else NotKnown(_reason(row)),
        unit=Unit.PER_1000_HOUSEHOLDS if households else Unit.PER_1000_RESIDENTS,
        sources=(table.source,),
        recipe=Recipe(
            measure,
            {
                "offences": Ask("official_offences", asked | {"offence": offence}),
                name: Ask(f"official_{name}", asked),
            },
            "value",
        ),
        method=f"published offences ÷ published {name} × 1,000",
        interval=estimate.interval if estimate else None,
        marking=desk.marking,
    )


def official_change_figure(
    desk: Desk, table: OfficialTable, *, area: Area, offence: str | None
) -> Figure:
    """Published year against the year before; φ is that of all partnerships in the tables."""
    row = official_row(table, area, offence)
    broken = why_official_not_comparable(desk, table, area=area, offence=offence)
    change = _change(desk, table, row, official_dispersion(table, offence).phi, broken)
    missing = None if change else NotKnown(_reason(row))
    then = row.before if row.before is not None else NotKnown(_reason(row))
    return Figure(
        measure="change_percent",
        offence=offence,
        area=area,
        period=table.latest,
        value=change.value if change else NotKnown(_reason(row)),
        unit=Unit.PERCENT,
        sources=(table.source,),
        recipe=_change_recipe(desk, table, {"area": area.code, "offence": offence}),
        method=change.method if change else "",
        interval=interval_of(change),
        comparison=comparison_of(change, then, table.before, missing),
        detail=f"against {table.before}",
        marking=desk.marking,
    )


def _change(
    desk: Desk, table: OfficialTable, row: OfficialRow, phi: float, broken: str | None
) -> Change | None:
    if row.before is None or row.offences is None or min(row.before, row.offences) < 0:
        return None
    return change_percent(
        before=row.before,
        after=row.offences,
        phi=phi,
        days_before=table.before.days,
        days_after=table.latest.days,
        level=desk.level,
        not_comparable=broken,
    )


def _change_recipe(desk: Desk, table: OfficialTable, asked: dict[str, Json]) -> Recipe:
    offence = asked["offence"]
    return Recipe(
        "change_percent",
        {
            "before": Ask("official_offences", asked | {"last_month": str(table.before.last)}),
            "after": Ask("official_offences", asked | {"last_month": str(table.latest.last)}),
            "phi": official_dispersion_recipe(table, str(offence) if offence else None),
            "days_before": table.before.days,
            "days_after": table.latest.days,
            "level": desk.level,
        },
        "value",
    )


def _reason(row: OfficialRow) -> str:
    if row.symbol:
        return (
            f"published as {row.symbol}: {row.note}" if row.note else f"published as {row.symbol}"
        )
    return "not in the published tables"
