"""How large a part of its wider recorded-crime group a published offence is, as a figure."""

from __future__ import annotations

from wardwise.domain.evidence import OfficialTable
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.official import official_row
from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.share import share_percent
from wardwise.reference.load import load_table


def part_of_group_figure(desk: Desk, table: OfficialTable, *, offence: str, group: str) -> Figure:
    """Published offences of the year by the published offences of the whole group, in percent."""
    area = table.partnerships.get(desk.evidence.place.csp_code, desk.area)
    whole = headlines_of(group)
    counts = [official_row(table, area, name).offences for name in whole]
    part = official_row(table, area, offence).offences
    known = [count for count in counts if count is not None]
    estimate: Estimate | None = None
    if part is not None and len(known) == len(counts) and sum(known) > 0:
        estimate = share_percent(part=part, whole=sum(known), level=desk.level)
    asked: dict[str, Json] = {"area": area.code, "last_month": str(table.latest.last)}
    together: list[Json] = list(whole)
    return Figure(
        measure="share_percent",
        offence=offence,
        area=area,
        period=table.latest,
        value=estimate.value if estimate else NotKnown("the published counts do not give it"),
        unit=Unit.PERCENT,
        sources=(table.source,),
        recipe=Recipe(
            "share_percent",
            {
                "part": Ask("official_offences", asked | {"offence": offence}),
                "whole": Ask("official_offences_together", asked | {"offences": together}),
                "level": desk.level,
            },
            "value",
        ),
        method="published offences ÷ published offences of the group",
        interval=estimate.interval if estimate else None,
        detail=f"of {group}",
        marking=desk.marking,
    )


def headlines_of(group: str) -> tuple[str, ...]:
    """The published headline offences that make up a recorded-crime group, none twice."""
    rows = load_table("ons_headline_offence").by("offence")
    inside = [name for (name,), row in rows.items() if row["police_uk_offence"] == group]
    return tuple(str(name) for name in inside if rows[(name,)]["parent"] not in inside)
