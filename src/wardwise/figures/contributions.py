"""How much of the total change each offence group makes, as figures."""

from __future__ import annotations

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.changes import why_not_comparable
from wardwise.figures.desk import Desk
from wardwise.measures.change.contributions import contributions


def contribution_figures(desk: Desk, *, offences: tuple[str, ...]) -> dict[str, Figure]:
    """Percentage points of the total change, by group; they add up to the total change."""
    counts, codes = desk.counts_of(desk.area)
    then = [counts.total(desk.before, offence=name, codes=codes) for name in offences]
    now = [counts.total(desk.latest, offence=name, codes=codes) for name in offences]
    problem = why_not_comparable(desk, period=desk.latest, before=desk.before, offence=None)
    unknown = next((value for value in (*then, *now) if isinstance(value, NotKnown)), None)
    if problem is not None:
        unknown = NotKnown(problem)
    values: list[float | NotKnown] = [unknown or NotKnown("")] * len(offences)
    if unknown is None:
        known_then = [value for value in then if not isinstance(value, NotKnown)]
        known_now = [value for value in now if not isinstance(value, NotKnown)]
        values = [float(value) for value in contributions(before=known_then, after=known_now)]
    return {
        name: Figure(
            measure="contributions",
            offence=name,
            area=desk.area,
            period=desk.latest,
            value=value,
            unit=Unit.PERCENTAGE_POINTS,
            sources=(desk.source,),
            recipe=_recipe(desk, offences, position),
            method="change of the group ÷ total of the earlier period × 100",
            detail=f"against {desk.before}",
            marking=desk.marking,
        )
        for position, (name, value) in enumerate(zip(offences, values, strict=True))
    }


def _recipe(desk: Desk, offences: tuple[str, ...], position: int) -> Recipe:
    def asked(first: str, last: str) -> Ask:
        named: list[Json] = list(offences)
        return Ask(
            "offences_of_groups",
            {
                "source": desk.source,
                "area": desk.area.code,
                "offences": named,
                "first": first,
                "last": last,
            },
        )

    return Recipe(
        "contributions",
        {
            "before": asked(str(desk.before.first), str(desk.before.last)),
            "after": asked(str(desk.latest.first), str(desk.latest.last)),
        },
        f"[{position}]",
    )
