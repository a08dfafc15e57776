"""Shares and changes of a partner's return, and whether only the denominator moved."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wardwise.domain.figure import Ask, Comparison, Figure, Json, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown, Value, Withheld
from wardwise.domain.period import Period
from wardwise.domain.verdict import Verdict
from wardwise.figures.changes import comparison_of, interval_of
from wardwise.figures.people_withheld import FEW, is_few, shown
from wardwise.figures.returned import NOT_GIVEN, Named, Returned, Span, Told
from wardwise.measures.change.change_percent import change_percent
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.denominator_alarm import DenominatorAlarm, denominator_alarm
from wardwise.measures.people.proportion import proportion_percent


IN_POINTS = NotKnown("told in percentage points")


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


@dataclass(frozen=True)
class Moved:
    """Two shares a year or more apart: the difference, and what the denominator made of it."""

    before: Ratio
    after: Ratio
    points: Figure
    by_denominator: Figure
    warns: bool


def ratio(found: Returned, part: Named, whole: Named | None, span: Span) -> Ratio:
    """The share that ``part`` is of ``whole``, or of the denominators of its own lines."""
    some = found.told(part, span)
    every = found.told(whole, span) if whole else denominator(found, part, span)
    asked = _asked(found, part, whole, span)
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


def moved(found: Returned, before: Ratio, after: Ratio) -> Moved:
    """The later share less the earlier, in percentage points, with the alarm."""
    alarm = _alarm(found, before, after)
    asked = {
        f"{name}_{when}": ask
        for when, one in (("before", before), ("after", after))
        for name, ask in _asked(found, one.part_of, one.whole_of, one.span).items()
    }
    recipe = {**asked, "level": found.desk.level}
    detail = f"{after.share.detail.partition(': ')[2]}, against {before.span.whole}"
    points = found.figure(
        Recipe("denominator_alarm", recipe, "points.value"),
        alarm.points if isinstance(alarm, DenominatorAlarm) else alarm,
        unit=Unit.PERCENTAGE_POINTS,
        period=after.span.whole,
        detail=detail,
    )
    made_by = found.figure(
        Recipe("denominator_alarm", recipe, "by_denominator_percent"),
        _by_denominator(alarm),
        unit=Unit.PERCENT,
        period=after.span.whole,
        detail=f"{detail}, by the denominator",
    )
    return Moved(
        before=before,
        after=after,
        points=judged(points, before.share.value, before.span.whole),
        by_denominator=made_by,
        warns=isinstance(alarm, DenominatorAlarm) and alarm.warns,
    )


def change_of(found: Returned, what: Named, before: Span, after: Span) -> Figure:
    """Change in percent of a count, judged as a count of events that come one by one."""
    then, now = found.told(what, before), found.told(what, after)
    change, missing = None, None
    if then.is_known and now.is_known:
        change = change_percent(
            before=then.number, after=now.number, phi=1.0, level=found.desk.level
        )
    else:
        missing = NotKnown("one of the two counts is not told")
    arguments: dict[str, Ask | Recipe | Json] = {
        "before": Ask("return_count", found.asked(what, before)),
        "after": Ask("return_count", found.asked(what, after)),
        "phi": 1.0,
        "level": found.desk.level,
    }
    return Figure(
        measure="change_percent",
        offence=None,
        area=found.desk.area,
        period=after.whole,
        value=change.value if change else missing or NOT_GIVEN,
        unit=Unit.PERCENT,
        sources=(found.source,),
        recipe=Recipe("change_percent", arguments, "value"),
        method=change.method if change else "",
        interval=interval_of(change),
        comparison=comparison_of(change, _baseline(then), before.whole, missing),
        detail=f"{found.held.dataset}: {found.name(what)}, against {before.whole}",
        marking=found.held.marking,
    )


def _baseline(then: Told) -> int | NotKnown:
    return int(then.number) if then.is_known else NotKnown("it is not told")


def _asked(
    found: Returned, part: Named, whole: Named | None, span: Span
) -> dict[str, Ask | Recipe | Json]:
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


def _alarm(found: Returned, before: Ratio, after: Ratio) -> DenominatorAlarm | NotKnown | Withheld:
    for one in (before, after):
        if not one.is_known:
            return FEW if one.share.status == "withheld" else NotKnown("one of the two is not told")
    return denominator_alarm(
        part_before=before.part.number,
        whole_before=before.whole.number,
        part_after=after.part.number,
        whole_after=after.whole.number,
        level=found.desk.level,
    )


def _by_denominator(alarm: DenominatorAlarm | NotKnown | Withheld) -> Value:
    if not isinstance(alarm, DenominatorAlarm):
        return alarm
    made = alarm.by_denominator_percent
    return NotKnown("the two shares are the same, or one is nought") if made is None else made


def judged(points: Figure, before: Value, period: Period) -> Figure:
    """A difference in points with the word that its interval allows."""
    comparison = Comparison(
        baseline_value=before,
        baseline_period=period,
        change_percent=IN_POINTS,
        lower=None,
        upper=None,
        verdict=_verdict(points.interval),
    )
    return replace(points, comparison=comparison)


def _verdict(span: Interval | None) -> Verdict:
    if span is None:
        return Verdict.NOT_COMPARABLE
    if span.lower > 0:
        return Verdict.ROSE
    return Verdict.FELL if span.upper < 0 else Verdict.NO_CLEAR_CHANGE
