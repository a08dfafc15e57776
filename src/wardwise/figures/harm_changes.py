"""The change of the harm score as a figure, with the word that the test allows."""

from __future__ import annotations

from wardwise.domain.evidence import HarmWeights
from wardwise.domain.figure import Comparison, Figure, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.figures.changes import why_not_comparable
from wardwise.figures.desk import Desk
from wardwise.figures.harm import counts_ask, harm_figure, harm_groups, known_counts
from wardwise.figures.pooled import dispersion_of
from wardwise.measures.harm.change import HarmChange, harm_change_percent


def harm_change_figure(desk: Desk, weights: HarmWeights) -> Figure:
    """Change of the partnership's harm score on the year before, at fixed weights."""
    change = _change(desk, weights)
    before = harm_figure(desk, weights, area=desk.area, period=desk.before, offence=None)
    known = None if isinstance(change, NotKnown) else change
    value = change if isinstance(change, NotKnown) else change.value
    limits = (
        Interval(known.lower, known.upper, known.level, known.method)
        if known and known.lower is not None and known.upper is not None
        else None
    )
    return Figure(
        measure="harm_change_percent",
        offence=None,
        area=desk.area,
        period=desk.latest,
        value=value,
        unit=Unit.PERCENT,
        sources=(desk.source, "home_office_prc"),
        recipe=_change_recipe(desk, weights) if known else None,
        method=known.method if known else "",
        interval=limits,
        comparison=Comparison(
            baseline_value=before.value,
            baseline_period=desk.before,
            change_percent=value,
            lower=limits.lower if limits else None,
            upper=limits.upper if limits else None,
            verdict=known.verdict if known else Verdict.NOT_COMPARABLE,
        ),
        detail=f"against {desk.before}",
        marking=desk.marking,
    )


def _change(desk: Desk, weights: HarmWeights) -> HarmChange | NotKnown:
    names = harm_groups(desk)
    for name in (None, *names):
        problem = why_not_comparable(desk, period=desk.latest, before=desk.before, offence=name)
        if problem:
            return NotKnown(problem)
    if any(name not in weights.police_uk for name in names):
        return NotKnown("a group has no weight")
    totals = [known_counts(desk, desk.area, period, names) for period in (desk.before, desk.latest)]
    first, second = totals
    if isinstance(first, NotKnown) or isinstance(second, NotKnown):
        return first if isinstance(first, NotKnown) else NotKnown(getattr(second, "reason", ""))
    return harm_change_percent(
        before=first,
        after=second,
        weights=[weights.police_uk[name].value for name in names],
        phi=[
            dispersion_of(desk, period=desk.latest, before=desk.before, offence=name).phi
            for name in names
        ],
        days_before=desk.before.days,
        days_after=desk.latest.days,
        level=desk.level,
    )


def _change_recipe(desk: Desk, weights: HarmWeights) -> Recipe:
    names = harm_groups(desk)
    return Recipe(
        "harm_change_percent",
        {
            "before": counts_ask(desk, desk.area, desk.before, names),
            "after": counts_ask(desk, desk.area, desk.latest, names),
            "weights": [weights.police_uk[name].value for name in names],
            "phi": [
                dispersion_of(desk, period=desk.latest, before=desk.before, offence=name).phi
                for name in names
            ],
            "days_before": desk.before.days,
            "days_after": desk.latest.days,
            "level": desk.level,
        },
        "value",
    )
