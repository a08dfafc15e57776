"""Stop and search as figures: counts, rates, ratios and finds by self-defined ethnicity."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.evidence import Searches
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown, Value
from wardwise.figures.desk import Desk
from wardwise.figures.population_counts import part_of
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.disparity_ratio import disparity_ratio
from wardwise.measures.people.find_rate import find_rate_percent
from wardwise.measures.people.search_rate import search_rate_per_1000_residents
from wardwise.reference.load import load_table


WHITE, NOT_STATED = "White", "Not stated"


def census_groups() -> tuple[str, ...]:
    """The high-level ethnic groups of the Census, White first, then as published."""
    names = dict.fromkeys(str(row["ethnic_group"]) for row in load_table("ethnic_group").rows)
    return (WHITE, *(name for name in names if name != WHITE))


@dataclass(frozen=True)
class SearchDesk:
    """The desk, the searches and the area that figures are about: ours or the force's."""

    desk: Desk
    held: Searches
    area: Area

    @property
    def is_ours(self) -> bool:
        """Whether the area is the partnership's."""
        return self.area.code == self.desk.area.code

    def searches(self, *groups: str) -> int:
        """Searches of people of the groups, located in the area."""
        counts = self.held.by_ethnicity if self.is_ours else self.held.in_force
        return sum(counts.get(group, 0) for group in groups)

    def results(self, group: str) -> int:
        """Those whose outcome is recorded."""
        counts = self.held.outcome_known if self.is_ours else self.held.in_force_outcome_known
        return counts.get(group, 0)

    def finds(self, group: str) -> int:
        """Those that led to something other than no further action."""
        counts = self.held.found if self.is_ours else self.held.in_force_found
        return counts.get(group, 0)

    def residents(self, group: str) -> int | NotKnown:
        """Residents of the group at the Census."""
        return part_of(self.desk, self.area.code, "people_of_group", {"group": group})

    def ask(self, question: str, *groups: str, **more: Json) -> Ask:
        """A question about searches of people of the groups."""
        # a group that nobody gave has no label: its own name matches no record
        labels: list[Json] = [
            label for group in groups for label in self.held.labels.get(group, (group,))
        ]
        return Ask(
            question,
            {
                "area": self.area.code,
                "labels": labels,
                "first": str(self.held.period.first),
                "last": str(self.held.period.last),
                **more,
            },
        )

    def ask_residents(self, group: str) -> Ask:
        """The question of who lives there."""
        return Ask("people_of_group", {"area": self.area.code, "group": group})


def searches_figure(of: SearchDesk, *groups: str, detail: str) -> Figure:
    """Searches of people of the groups. Unit: searches."""
    return _figure(of, of.ask("searches", *groups), of.searches(*groups), Unit.SEARCHES, detail)


def results_figure(of: SearchDesk, group: str) -> Figure:
    """Searches whose outcome is recorded. Unit: searches."""
    ask = of.ask("searches_with_result", group)
    return _figure(of, ask, of.results(group), Unit.SEARCHES, group)


def force_searches_figure(of: SearchDesk, *, not_located: bool) -> Figure:
    """Searches by the force, or those of them with no place. Unit: searches."""
    held = of.held
    forces: list[Json] = list(held.forces)
    ask = Ask(
        "searches_not_located" if not_located else "searches_of_force",
        {"forces": forces, "first": str(held.period.first), "last": str(held.period.last)},
    )
    value = held.force_unlocated if not_located else held.force_total
    return _figure(of, ask, value, Unit.SEARCHES, "")


def search_rate_figure(of: SearchDesk, group: str) -> Figure:
    """Searches for every 1,000 residents of the group, over the period."""
    people = of.residents(group)
    found: Estimate | NotKnown
    if isinstance(people, NotKnown) or people == 0:
        found = (
            people if isinstance(people, NotKnown) else NotKnown("nobody of the group lives here")
        )
    else:
        found = search_rate_per_1000_residents(
            searches=of.searches(group), residents=people, level=of.desk.level
        )
    recipe = Recipe(
        "search_rate_per_1000_residents",
        {
            "searches": of.ask("searches", group),
            "residents": of.ask_residents(group),
            "level": of.desk.level,
        },
        "value",
    )
    return _worked(of, recipe, found, Unit.PER_1000_SEARCHES, group)


def disparity_figure(of: SearchDesk, group: str, *, with_not_stated: bool = False) -> Figure:
    """The group's rate as so many times the White rate.

    ``with_not_stated`` counts everybody whose ethnicity is not stated as White: how much of
    the ratio could vanish if they were.
    """
    base = (WHITE, NOT_STATED) if with_not_stated else (WHITE,)
    people = [of.residents(group), of.residents(WHITE)]
    unknown = next((one for one in people if isinstance(one, NotKnown)), None)
    known = [one for one in people if not isinstance(one, NotKnown)]
    found: Estimate | NotKnown
    if unknown is not None:
        found = unknown
    elif 0 in known or of.searches(*base) == 0:
        found = NotKnown("one of the two groups has no resident, or no White person was searched")
    else:
        found = disparity_ratio(
            searches_a=of.searches(group),
            residents_a=known[0],
            searches_b=of.searches(*base),
            residents_b=known[1],
            level=of.desk.level,
        )
    recipe = Recipe(
        "disparity_ratio",
        {
            "searches_a": of.ask("searches", group),
            "residents_a": of.ask_residents(group),
            "searches_b": of.ask("searches", *base),
            "residents_b": of.ask_residents(WHITE),
            "level": of.desk.level,
        },
        "value",
    )
    detail = f"{group}, against {' and '.join(base)}"
    return _worked(of, recipe, found, Unit.RATIO, detail)


def find_rate_figure(of: SearchDesk, group: str) -> Figure:
    """Share of searches with a recorded outcome that led to something. Unit: percent."""
    found: Estimate | NotKnown = NotKnown("no search of the group has a recorded outcome")
    if of.results(group):
        found = find_rate_percent(
            finds=of.finds(group), searches=of.results(group), level=of.desk.level
        )
    nothing: list[Json] = list(of.held.led_to_nothing)
    recipe = Recipe(
        "find_rate_percent",
        {
            "finds": of.ask("searches_that_found", group, nothing=nothing),
            "searches": of.ask("searches_with_result", group),
            "level": of.desk.level,
        },
        "value",
    )
    return _worked(of, recipe, found, Unit.PERCENT, group)


def _figure(of: SearchDesk, ask: Ask, value: Value, unit: Unit, detail: str) -> Figure:
    return Figure(
        measure=ask.question,
        offence=None,
        area=of.area,
        period=of.held.period,
        value=value,
        unit=unit,
        sources=(of.held.source,),
        recipe=Recipe(ask.question, {"answer": ask}),
        method="count",
        detail=detail,
        marking=of.desk.marking,
    )


def _worked(
    of: SearchDesk, recipe: Recipe, found: Estimate | NotKnown, unit: Unit, detail: str
) -> Figure:
    known = None if isinstance(found, NotKnown) else found
    by_residents = recipe.measure != "find_rate_percent"
    return Figure(
        measure=recipe.measure,
        offence=None,
        area=of.area,
        period=of.held.period,
        value=known.value if known else found if isinstance(found, NotKnown) else NotKnown(""),
        unit=unit,
        sources=(of.held.source, "census_2021") if by_residents else (of.held.source,),
        recipe=recipe,
        method=known.method if known else "",
        interval=known.interval if known else None,
        detail=detail,
        marking=of.desk.marking,
    )
