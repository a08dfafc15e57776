"""Changes between two periods as figures, with the word that the test allows."""

from __future__ import annotations

import numpy as np

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Comparison, Figure, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.domain.verdict import Verdict
from wardwise.figures.desk import Desk
from wardwise.figures.pooled import dispersion_of, dispersion_recipe
from wardwise.measures.change.change_percent import Change, change_percent


def change_figure(
    desk: Desk,
    *,
    area: Area,
    period: Period,
    before: Period,
    offence: str | None,
    level: float | None = None,
) -> Figure:
    """Change in percent from one period to another of the same length, and its verdict.

    ``level`` where it is not the area's own, because many changes are looked at together.
    """
    level = level or desk.level_of(area)
    counts, codes = desk.counts_of(area)
    now = counts.total(period, offence=offence, codes=codes)
    then = counts.total(before, offence=offence, codes=codes)
    reason = why_not_comparable(desk, period=period, before=before, offence=offence)
    missing = next((value for value in (now, then) if isinstance(value, NotKnown)), None)
    small = desk.is_small(area)
    spread = dispersion_of(desk, period=period, before=before, offence=offence, small=small)
    change = None
    if not isinstance(now, NotKnown) and not isinstance(then, NotKnown):
        change = change_percent(
            before=then,
            after=now,
            phi=spread.phi,
            days_before=before.days,
            days_after=period.days,
            level=level,
            not_comparable=reason,
        )
    return Figure(
        measure="change_percent",
        offence=offence,
        area=area,
        period=period,
        value=_value(change, missing),
        unit=Unit.PERCENT,
        sources=(desk.source,),
        recipe=_recipe(desk, area=area, period=period, before=before, offence=offence, level=level),
        method=change.method if change else "",
        interval=interval_of(change),
        comparison=comparison_of(change, then, before, missing),
        detail=f"against {before}",
        marking=desk.marking,
    )


def why_not_comparable(
    desk: Desk, *, period: Period, before: Period, offence: str | None
) -> str | None:
    """Incomplete evidence or a break in the series between the two, in words; None if neither."""
    for stretch in (before, period):
        problem = desk.evidence.completeness.problem(stretch)
        if problem:
            return problem
    return break_between(desk, period=period, before=before, offence=offence)


def break_between(desk: Desk, *, period: Period, before: Period, offence: str | None) -> str | None:
    """A registered break in the series between the two, in words, whoever gave the records."""
    for month, group, what in desk.evidence.breaks:
        if group in ("", offence) and before.first < month <= period.last:
            return f"the series breaks in {month.label}: {what}"
    return None


def is_firm(desk: Desk, *, area: Area, period: Period, before: Period, offence: str | None) -> bool:
    """Whether the word stands even if odd months go together (see ``dispersion``)."""
    counts, codes = desk.counts_of(area)
    now = counts.total(period, offence=offence, codes=codes)
    then = counts.total(before, offence=offence, codes=codes)
    if isinstance(now, NotKnown) or isinstance(then, NotKnown):
        return False
    spread = dispersion_of(
        desk, period=period, before=before, offence=offence, small=desk.is_small(area)
    )
    words = {
        change_percent(
            before=then,
            after=now,
            phi=phi,
            days_before=before.days,
            days_after=period.days,
            level=desk.level_of(area),
        ).verdict
        for phi in (spread.phi, spread.phi_carried)
    }
    return len(words) == 1


def groups_that_break(desk: Desk, *, period: Period, before: Period) -> tuple[str, ...]:
    """Groups that cannot be compared by themselves and are still inside the total."""
    return tuple(
        dict.fromkeys(
            group
            for month, group, _ in desk.evidence.breaks
            if group and before.first < month <= period.last and group in desk.offences
        )
    )


def cautions(desk: Desk, *, period: Period, before: Period, offence: str | None) -> tuple[str, ...]:
    """Register breaks between the two periods: the change may be one of counting."""
    return tuple(
        f"{what} ({month.label})"
        for month, group, what in desk.evidence.register
        if group in ("", offence) and before.first < month <= period.last
    )


def _recipe(
    desk: Desk, *, area: Area, period: Period, before: Period, offence: str | None, level: float
) -> Recipe:
    return Recipe(
        "change_percent",
        {
            "before": Ask("offences", desk.ask(area, before, offence)),
            "after": Ask("offences", desk.ask(area, period, offence)),
            "phi": dispersion_recipe(
                desk, period=period, before=before, offence=offence, small=desk.is_small(area)
            ),
            "days_before": before.days,
            "days_after": period.days,
            "level": level,
        },
        "value",
    )


def _value(change: Change | None, missing: NotKnown | None) -> float | NotKnown:
    if change is None or missing is not None:
        return missing or NotKnown("not counted")
    return change.value


def interval_of(change: Change | None) -> Interval | None:
    """The limits of a change, where both are finite."""
    if change is None or change.lower is None or change.upper is None:
        return None
    if not np.isfinite([change.lower, change.upper]).all():
        return None
    return Interval(change.lower, change.upper, change.level, change.method)


def comparison_of(
    change: Change | None, then: int | NotKnown, before: Period, missing: NotKnown | None
) -> Comparison:
    """The change beside its baseline, for the figure that it is about."""
    interval = interval_of(change)
    return Comparison(
        baseline_value=then,
        baseline_period=before,
        change_percent=_value(change, missing),
        lower=interval.lower if interval else None,
        upper=interval.upper if interval else None,
        verdict=change.verdict if change and missing is None else Verdict.NOT_COMPARABLE,
    )
