"""Stage by stage: how many reach each, of those at the one before and of those at the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.figures.people_withheld import is_few, shown
from wardwise.figures.return_items import stages_of, title_of
from wardwise.figures.return_spans import Named, Span, Told
from wardwise.figures.returned import Returned
from wardwise.figures.returned_changes import change_of
from wardwise.figures.returned_moves import Moved, moved
from wardwise.figures.returned_shares import Ratio, ratio
from wardwise.measures.people.funnel_conversion import funnel_conversion_percent


@dataclass(frozen=True)
class Stage:
    """One stage. The first has no conversion; ``moved`` is that from the stage before."""

    item: str
    title: str
    reached: Told
    change: Figure | None
    from_before: Ratio | None = None
    from_start: Ratio | None = None
    moved: Moved | None = None


@dataclass(frozen=True)
class Funnel:
    """The stages that the return counts, in order, and the year that they are set against.

    ``not_the_same`` are two stages of which the later counts more: then they are not the same
    people, and there is no conversion anywhere.
    """

    stages: tuple[Stage, ...]
    span: Span
    before: Span | None
    not_the_same: tuple[Stage, Stage] | None = None


def funnel(found: Returned) -> Funnel | None:
    """The stages of the latest year; None where fewer than two are counted in it."""
    items = [item for item in stages_of(found.held.dataset) if found.has(item)]
    if not items:
        return None
    years = found.years(Named(items[0]))
    items = [item for item in items if years[-1] in found.years(Named(item))]
    if len(items) < 2:
        return None
    span, before = years[-1], _a_year_before(years)
    stages = _counted(found, items, span, before)
    broken = _not_the_same(stages)
    if broken:
        return Funnel(stages, span, before, broken)
    return Funnel(_converted(found, stages, span, before), span, before)


def _a_year_before(years: Sequence[Span]) -> Span | None:
    return years[-2] if len(years) > 1 else None


def _counted(
    found: Returned, items: Sequence[str], span: Span, before: Span | None
) -> tuple[Stage, ...]:
    return tuple(
        Stage(
            item=item,
            title=title_of(found.held.dataset, item),
            reached=found.told(Named(item), span),
            change=change_of(found, Named(item), before, span)
            if before and before in found.years(Named(item))
            else None,
        )
        for item in items
    )


def _not_the_same(stages: Sequence[Stage]) -> tuple[Stage, Stage] | None:
    for one, other in pairwise(stages):
        known = one.reached.is_known and other.reached.is_known
        if known and other.reached.number > one.reached.number:
            return one, other
    return None


def _converted(
    found: Returned, stages: Sequence[Stage], span: Span, before: Span | None
) -> tuple[Stage, ...]:
    made = [stages[0]]
    for one, other in pairwise(stages):
        pair = conversion(found, one.item, other.item, span)
        made.append(
            replace(
                other,
                from_before=pair,
                from_start=conversion(found, stages[0].item, other.item, span),
                moved=_moved(found, one.item, other.item, pair, before),
            )
        )
    return tuple(made)


def conversion(found: Returned, first: str, then: str, span: Span) -> Ratio:
    """Of those at the one stage, the share that reached the other."""
    pair = ratio(found, Named(then), Named(first), span)
    if not pair.is_known:
        return pair
    names = [title_of(found.held.dataset, item) for item in (first, then)]
    people = [pair.whole.number, pair.part.number]
    worked = funnel_conversion_percent(stages=names, people=people, level=found.desk.level)
    words: list[Json] = [list(found.held.called[item]) for item in (first, then)]
    recipe = Recipe(
        "funnel_conversion_percent",
        {
            "stages": list(names),
            "people": Ask("return_counts", {**found.asked_of(Named(then), span), "each": words}),
            "level": found.desk.level,
        },
        "from_before[0].value",
    )
    few = is_few(int(people[1]), int(people[0]), least=found.desk.settings.people.least_count)
    share = found.figure(
        recipe,
        shown(worked.from_before[0], few=few),
        unit=Unit.PERCENT,
        period=span.whole,
        detail=f"{names[1]}, of {names[0]}",
    )
    return replace(pair, share=share)


def _moved(
    found: Returned, first: str, then: str, after: Ratio, before: Span | None
) -> Moved | None:
    if before is None or not found.has(first, then):
        return None
    earlier = ratio(found, Named(then), Named(first), before)
    return moved(found, earlier, after)
