"""Charts of other kinds than XmR, each of what it is the right chart for.

A share is a p chart, a count too small for moving ranges a c chart, a rate for a length that
changes a u chart, and a series that follows no law that limits could rest on a run chart.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.document.pictures import Stretch
from wardwise.domain.evidence import NotHeld, Outcomes
from wardwise.domain.figure import Ask, Json, Recipe, Unit
from wardwise.figures.chart_window import ChartWindow, windows_of_groups
from wardwise.figures.desk import Desk
from wardwise.figures.harm import harm_groups
from wardwise.figures.other_chart import OtherChart, chart_figure, chart_of, series_of
from wardwise.figures.seasons import season
from wardwise.measures.harm.by_place import harm_by_place
from wardwise.measures.time.attribute_limits import attribute_limits
from wardwise.measures.time.average_month import average_month
from wardwise.measures.time.run_chart import RunChart, run_chart


Floats = NDArray[np.float64]

SMALL = (2.0, 10.0)
"""Offences a month of a c chart: enough to move, too few for moving ranges."""
CHARGED = "Charged or summonsed"
ALL_KINDS = ("p", "c", "u", "run")
WHY = {
    "p": "a share of changing wholes: limits widen where there were fewer",
    "c": "under ten a month: a count so small varies as its own root",
    "u": "a rate a day: February is no fall, and limits are each month's own",
    "run": "points of unlike weights follow no law: only runs about the middle speak",
}


def other_charts(desk: Desk) -> tuple[OtherChart, ...]:
    """Those of the four kinds that the evidence has something for."""
    made = (_share(desk), _small(desk), _rate(desk), _runs(desk))
    return tuple(one for one in made if one is not None)


def _small(desk: Desk) -> OtherChart | None:
    """The largest of the groups with under ten a month; else the smallest where it is most."""
    held = [one for one in windows_of_groups(desk) if _is_small(one)]
    chosen = max(held, key=lambda one: float(np.nanmean(one.values))) if held else _in_a_ward(desk)
    if chosen is None:
        return None
    where = "" if chosen.area == desk.area else f" in {chosen.area.name}"
    limits = attribute_limits(chart="c", counts=chosen.values)
    recipe = Recipe("attribute_limits", {"chart": "c", "counts": chosen.counts}, "mean")
    what = ("c", f"{chosen.offence}{where}", "offences a month")
    return chart_of(chosen, what, chosen.values, limits, recipe)


def _is_small(one: ChartWindow) -> bool:
    return bool(SMALL[0] <= np.nanmean(one.values) < SMALL[1])


def _in_a_ward(desk: Desk) -> ChartWindow | None:
    """The smallest group, in the ward that has most of it under ten a month."""
    for group in reversed(list(windows_of_groups(desk))):
        wards = (
            ChartWindow.of(desk, group.offence, area=ward) for ward in desk.evidence.place.wards
        )
        held = [one for one in wards if one is not None and _is_small(one)]
        if held:
            return max(held, key=lambda one: float(np.nanmean(one.values)))
    return None


def _rate(desk: Desk) -> OtherChart | None:
    """The smallest of the groups with ten or more a month and no season."""
    held = [one for one in windows_of_groups(desk) if np.nanmean(one.values) >= SMALL[1]]
    even = [
        one for one in held if not season(desk, area=desk.area, offence=one.offence).is_seasonal
    ]
    if not even:
        return None
    chosen = min(even, key=lambda one: float(np.nanmean(one.values)))
    days: list[Json] = [month.days for month in chosen.months]
    sizes = np.array([month.days for month in chosen.months], dtype=float)
    limits = attribute_limits(chart="u", counts=chosen.values, sizes=sizes, widen=True)
    recipe = Recipe(
        "attribute_limits",
        {"chart": "u", "counts": chosen.counts, "sizes": days, "widen": True},
        "mean",
    )
    what = ("u", str(chosen.offence), "offences a day")
    return chart_of(chosen, what, chosen.values / sizes, limits, recipe)


def _share(desk: Desk) -> OtherChart | None:
    """Recorded crime with a charge or summons; of the largest group where that is not held."""
    held = desk.evidence.outcomes
    if isinstance(held, NotHeld) or CHARGED not in held.outcomes_of:
        return _part(desk)
    age = desk.settings.measures.outcomes_age_months
    last = min(desk.latest.last, held.months[-1].plus(-age))
    whole = ChartWindow.of(desk, None, last=last)
    if whole is None or whole.months[0] < held.months[0]:
        return None
    known = _charged(held, whole)
    named: list[Json] = list(held.outcomes_of[CHARGED])
    asked: dict[str, Json] = {"area": desk.area.code, "outcomes": named, "months": whole.names}
    return _p_chart(
        whole, "Recorded crime with a charge or summons", known, Ask("monthly_with_outcome", asked)
    )


def _part(desk: Desk) -> OtherChart | None:
    whole, part = ChartWindow.of(desk, None), next(windows_of_groups(desk), None)
    if whole is None or part is None or part.months != whole.months:
        return None
    return _p_chart(whole, f"{part.offence} among recorded crime", part.values, part.counts)


def _charged(held: Outcomes, whole: ChartWindow) -> Floats:
    crimes = [n for n, name in enumerate(held.offences) if name in harm_groups(whole.desk)]
    columns = [held.groups.index(CHARGED)]
    at = [held.months.index(month) for month in whole.months]
    counted = held.counts[crimes][:, at][:, :, columns].sum(axis=(0, 2)).astype(float)
    found: Floats = np.where(np.isnan(whole.values), np.nan, counted)
    return found


def _p_chart(whole: ChartWindow, what: str, part: Floats, asked: Ask) -> OtherChart | None:
    if not 0 < np.nansum(part) < np.nansum(whole.values) or not np.nanmin(whole.values):
        return None  # nothing to share, or a month with nothing to share
    limits = attribute_limits(chart="p", counts=part, sizes=whole.values, widen=True)
    recipe = Recipe(
        "attribute_limits",
        {"chart": "p", "counts": asked, "sizes": whole.counts, "widen": True},
        "mean",
    )
    return chart_of(whole, ("p", what, "percent"), part / whole.values, limits, recipe)


def _runs(desk: Desk) -> OtherChart | None:
    """Severity points of all recorded crime, month by month."""
    weights, names = desk.evidence.harm, harm_groups(desk)
    if isinstance(weights, NotHeld) or any(name not in weights.police_uk for name in names):
        return None
    whole = ChartWindow.of(desk, None)
    if whole is None:
        return None
    counts, codes = desk.counts_of(desk.area)
    at = [counts.months.index(month) for month in whole.months]
    by_group = np.array([counts.series(offence=name, codes=codes)[at] for name in names])
    by_group[:, np.isnan(whole.values)] = np.nan
    each = [weights.police_uk[name].value for name in names]
    points = average_month(months=whole.months, values=harm_by_place(counts=by_group, weights=each))
    if not np.nanmax(points) > np.nanmin(points):
        return None
    found = run_chart(values=points)
    groups: list[Json] = [*names]
    asked = desk.asked(desk.area, None) | {"months": whole.names, "offences": groups}
    del asked["offence"]
    weighed: list[Json] = [*each]
    months: list[Json] = [str(month) for month in whole.months]
    harm = Recipe(
        "harm_by_place",
        {"counts": Ask("monthly_offences_of_groups", asked), "weights": weighed},
    )
    equal = Recipe("average_month", {"months": months, "values": harm})
    figure = chart_figure(
        whole, Recipe("run_chart", {"values": equal}, "centre"), found.centre, Unit.HARM, None
    )
    level, ends = found.centre, (whole.months[0], whole.months[-1])
    flat = Stretch(*ends, level, level, level, trial=False, has_limits=False)
    series = series_of("Severity of recorded crime, run chart", whole, points, (flat,), ())
    what = ("Severity of recorded crime", "severity points a month")
    return OtherChart("run", *what, series, figure, _run_said(found))


def _run_said(found: RunChart) -> str:
    if found.longest_run > found.longest_usual:
        return (
            f"a shift: {found.longest_run} months running on one side, where {found.longest_usual} "
            "are the most that is usual"
        )
    if found.signal:
        return (
            f"a shift: the middle is crossed {found.crossings} times, where {found.fewest_usual} "
            "are the least that is usual"
        )
    return "no shift"
