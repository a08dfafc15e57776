"""Dispersion of matched months pooled over areas, and how it is made again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.figure import Ask, Json, Recipe
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.measures.change.dispersion import Dispersion, dispersion


def dispersion_of(
    desk: Desk, *, period: Period, before: Period, offence: str | None, small: bool = False
) -> Dispersion:
    """How far matched months vary beyond chance, for this offence.

    Pooled over the comparators; for small areas over the partnership's own wards, because
    whole districts vary more (see ``change_percent``).
    """
    asked = (period, before, offence, small)
    return desk.once(("dispersion", *asked), lambda: _dispersion(desk, *asked))


def _dispersion(
    desk: Desk, period: Period, before: Period, offence: str | None, small: bool
) -> Dispersion:
    return dispersion(
        before=_matched(desk, before, offence, small),
        after=_matched(desk, period, offence, small),
        days_before=np.array([month.days for month in before.months], dtype=float),
        days_after=np.array([month.days for month in period.months], dtype=float),
    )


def pooled_codes(desk: Desk, *, small: bool = False) -> tuple[str, ...]:
    """Areas that the dispersion is pooled over.

    Districts of the force and of the most similar partnerships; for small areas our wards.
    """
    place, wider = desk.evidence.place, desk.evidence.wider
    if small:
        return tuple(ward.code for ward in place.wards)
    areas = [*desk.evidence.comparators.force_peers]
    areas += [similar.area for similar in desk.evidence.comparators.most_similar]
    codes = [code for area in areas for code in place.districts_of.get(area.code, (area.code,))]
    return tuple(sorted({code for code in codes if code in wider.area_index}))


def _matched(desk: Desk, period: Period, offence: str | None, small: bool) -> NDArray[np.float64]:
    """Monthly counts of the pooled areas, NaN where not held. Shape: areas × months."""
    counts = desk.evidence.local if small else desk.evidence.wider
    inside = desk.evidence.place.members if small else {}
    series = [
        counts.over(period, offence=offence, codes=inside.get(code, (code,)))
        for code in pooled_codes(desk, small=small)
    ]
    return np.array(series, dtype=float).reshape(len(series), period.length)


def dispersion_recipe(
    desk: Desk, *, period: Period, before: Period, offence: str | None, small: bool = False
) -> Recipe:
    """How the dispersion is made again from the stored rows."""

    def months(stretch: Period) -> Ask:
        areas: list[Json] = list(pooled_codes(desk, small=small))
        asked = desk.ask(desk.area, stretch, offence)
        del asked["area"]
        return Ask("monthly_offences_of_areas", asked | {"areas": areas})

    return Recipe(
        "dispersion",
        {
            "before": months(before),
            "after": months(period),
            "days_before": [float(month.days) for month in before.months],
            "days_after": [float(month.days) for month in period.months],
        },
        "phi",
    )
