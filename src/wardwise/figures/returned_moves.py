"""Two shares of a return a year or more apart, and whether only the denominator moved."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wardwise.domain.figure import Comparison, Figure, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown, Value, Withheld
from wardwise.domain.period import Period
from wardwise.domain.verdict import Verdict
from wardwise.figures.people_withheld import FEW
from wardwise.figures.returned import Returned
from wardwise.figures.returned_shares import Ratio, ratio_asked
from wardwise.measures.people.denominator_alarm import DenominatorAlarm, denominator_alarm


IN_POINTS = NotKnown("told in percentage points")


@dataclass(frozen=True)
class Moved:
    """Two shares a year or more apart: the difference, and what the denominator made of it."""

    before: Ratio
    after: Ratio
    points: Figure
    by_denominator: Figure
    warns: bool


def moved(found: Returned, before: Ratio, after: Ratio) -> Moved:
    """The later share less the earlier, in percentage points, with the alarm."""
    alarm = _alarm(found, before, after)
    asked = {
        f"{name}_{when}": ask
        for when, one in (("before", before), ("after", after))
        for name, ask in ratio_asked(found, one.part_of, one.whole_of, one.span).items()
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
