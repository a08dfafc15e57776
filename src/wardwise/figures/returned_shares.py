"""Shares and changes of a partner's return, and whether only the denominator moved."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown, Value, Withheld
from wardwise.figures.people_withheld import is_few, shown
from wardwise.figures.return_spans import Named, Span, Told
from wardwise.figures.returned import NOT_GIVEN, Returned
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.proportion import proportion_percent


@dataclass(frozen=True)
class Ratio:
    """A part of a whole in a span: both counts, and the share in percent.

    ``whole_of`` is None where the lines give their own denominators.
    """

    part_of: Named
    whole_of: Named | None
    span: Span
    part: Told
    whole: Told
    share: Figure

    @property
    def is_known(self) -> bool:
        """Whether the share and both counts can be printed."""
        return self.share.status == "known" and self.part.is_known and self.whole.is_known


def ratio(found: Returned, part: Named, whole: Named | None, span: Span) -> Ratio:
    """The share that ``part`` is of ``whole``, or of the denominators of its own lines."""
    some = found.told(part, span)
    every = found.told(whole, span) if whole else denominator(found, part, span)
    asked = ratio_asked(found, part, whole, span)
    recipe = Recipe("proportion_percent", {**asked, "level": found.desk.level}, "value")
    share = found.figure(
        recipe,
        _share(found, some, every),
        unit=Unit.PERCENT,
        period=span.whole,
        detail=found.name(part)
        + (f", of {found.name(whole)}" if whole else ", of its own denominator"),
    )
    return Ratio(part, whole, span, some, every, share)


def denominator(found: Returned, part: Named, span: Span) -> Told:
    """What the lines of an item are out of. Unit: people."""
    lines = [line for line in found.lines(part) if line.period in span.periods]
    given = [line.of for line in lines if line.of is not None]
    value: Value = sum(given) if given and len(given) == len(lines) else NOT_GIVEN
    ask = Ask("return_denominator", found.asked(part, span))
    recipe = Recipe("return_denominator", {"answer": ask})
    detail = f"out of, {found.name(part)}"
    return Told(found.figure(recipe, value, unit=Unit.PEOPLE, period=span.whole, detail=detail))


def ratio_asked(
    found: Returned, part: Named, whole: Named | None, span: Span
) -> dict[str, Ask | Recipe | Json]:
    """The questions that give the part and the whole again."""
    every = (
        Ask("return_count", found.asked(whole, span))
        if whole
        else Ask("return_denominator", found.asked(part, span))
    )
    return {"part": Ask("return_count", found.asked(part, span)), "whole": every}


def _share(found: Returned, some: Told, every: Told) -> Estimate | NotKnown | Withheld:
    for count in (some.count.value, every.count.value):
        if isinstance(count, NotKnown | Withheld):
            return count
    part, whole = some.number, every.number
    if not whole or part > whole or not part.is_integer() or not whole.is_integer():
        return NotKnown(
            f"{part:,.0f} cannot be a part of {whole:,.0f}" if whole else "there were none"
        )
    few = is_few(int(part), int(whole), least=found.desk.settings.people.least_count)
    return shown(proportion_percent(part=part, whole=whole, level=found.desk.level), few=few)
