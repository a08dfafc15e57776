"""Reoffending as figures: every one says of which cohort, and two cohorts are not put together."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.errors import CohortsDiffer
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.returns import CohortWords, ReturnLine, cohort_of
from wardwise.figures.people_withheld import is_few, shown
from wardwise.figures.return_spans import Named, Span, Told
from wardwise.figures.returned import Returned
from wardwise.figures.returned_shares import denominator
from wardwise.measures.people.cohort import Cohort
from wardwise.measures.people.reoffending import (
    Reoffending,
    reoffences_per_reoffender,
    reoffending_binary_percent,
    reoffending_frequency,
)


NO_COHORT = NotKnown(
    "the return does not say in which months its people entered and for how long they were followed"
)


Arguments = dict[str, Ask | Recipe | Json]


@dataclass(frozen=True)
class Followed:
    """One number of one cohort: how many of them, and the figure that the two give.

    ``worked`` is None where the figure is not known; ``recipe`` makes it with its cohort.
    """

    words: CohortWords | None
    counted: Told
    people: Told
    figure: Figure
    worked: Reoffending | None = None
    recipe: Recipe | None = None


def cohort_lines(found: Returned, item: str) -> tuple[ReturnLine, ...]:
    """A line for each period of the item, the latest first."""
    periods = found.periods(Named(item))
    lines = [line for line in found.lines(Named(item)) if line.period in periods]
    return tuple(sorted(lines, key=lambda line: line.period, reverse=True))


def named(line: ReturnLine, item: str | None = None) -> Named:
    """What a line counts, of its own category and cohort."""
    return Named(item or line.item, line.category, line.cohort)


def binary(found: Returned, line: ReturnLine) -> Followed:
    """The share of the cohort that reoffended. Unit: percent of the people in it."""
    return _followed(found, line, "reoffending_binary_percent", Unit.PERCENT)


def frequency(found: Returned, line: ReturnLine) -> Followed:
    """Reoffences for each person in the cohort, those without any included."""
    return _followed(found, line, "reoffending_frequency", Unit.RATIO)


def _followed(found: Returned, line: ReturnLine, measure: str, unit: Unit) -> Followed:
    what, span = named(line), Span((line.period,))
    words = cohort_of(line.cohort)
    counted, people = found.told(what, span), denominator(found, what, span)
    level = found.desk.level
    recipe = _recipe(found, what, span, words, measure)
    worked = _worked(measure, words, counted, people, level=level)
    value = worked.estimate if isinstance(worked, Reoffending) else worked
    if isinstance(worked, Reoffending) and measure == "reoffending_binary_percent":
        few = is_few(
            int(counted.number), int(people.number), least=found.desk.settings.people.least_count
        )
        value = shown(worked.estimate, few=few)
    take = Recipe(recipe.measure, recipe.arguments, "estimate.value")
    figure = found.figure(
        take, value, unit=unit, period=span.whole, detail=f"{found.name(what)}, {measure}"
    )
    made = worked if isinstance(worked, Reoffending) and figure.status == "known" else None
    return Followed(words, counted, people, figure, made, recipe)


def _recipe(
    found: Returned, what: Named, span: Span, words: CohortWords | None, measure: str
) -> Recipe:
    asked = found.asked(what, span)
    entered = [str(words.entered.first), str(words.entered.last)] if words else []
    cohort = Recipe(
        "cohort_followed",
        {
            "name": words.who if words else "",
            "entered": list(entered),
            "people": Ask("return_denominator", asked),
            "follow_up_months": words.follow_up_months if words else 0,
            "waiting_months": words.waiting_months if words else None,
        },
    )
    counts = "reoffenders" if measure == "reoffending_binary_percent" else "reoffences"
    arguments: Arguments = {
        "cohort": cohort,
        counts: Ask("return_count", asked),
        "level": found.desk.level,
    }
    return Recipe(measure, arguments)


def _worked(
    measure: str, words: CohortWords | None, counted: Told, people: Told, *, level: float
) -> Reoffending | NotKnown | Withheld:
    for count in (counted.count.value, people.count.value):
        if isinstance(count, NotKnown | Withheld):
            return count
    if words is None:
        return NO_COHORT
    if not people.number:
        return NotKnown("nobody was in the cohort")
    cohort = Cohort(
        words.who,
        words.entered,
        int(people.number),
        words.follow_up_months,
        words.waiting_months,
    )
    if measure == "reoffending_frequency":
        return reoffending_frequency(cohort=cohort, reoffences=counted.number, level=level)
    if counted.number > people.number:
        return NotKnown("more are said to have reoffended than were followed")
    return reoffending_binary_percent(cohort=cohort, reoffenders=counted.number, level=level)


def each_reoffender(found: Returned, share: Followed, often: Followed) -> Figure | CohortsDiffer:
    """How often those who reoffend do so; the refusal itself where the cohorts are not the same."""
    missing = NotKnown("one of the two figures is not known")
    value: float | NotKnown = missing
    if share.worked and often.worked:
        try:
            value = reoffences_per_reoffender(binary=share.worked, frequency=often.worked)
        except CohortsDiffer as refused:
            return refused
        except ValueError:
            value = NotKnown("nobody reoffended")
    recipe = Recipe(
        "reoffences_per_reoffender", {"binary": share.recipe, "frequency": often.recipe}
    )
    return found.figure(
        recipe,
        value,
        unit=Unit.RATIO,
        period=share.figure.period,
        detail="reoffences for each who reoffended",
    )
