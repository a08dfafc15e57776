"""Months from which an offence runs on another level, and what is known to have happened then."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.figures.desk import Desk
from wardwise.figures.seasons import looked_at, season
from wardwise.measures.hot_spots.false_discovery import false_discovery
from wardwise.measures.time.change_points import ChangePoints, change_points


NEAR = 2
"""Months either way within which what happened is told beside a change."""


@dataclass(frozen=True, order=True)
class Happening:
    """What a register has of a month: a change in counting, or what somebody began to do."""

    month: Month
    what: str
    is_counting: bool


@dataclass(frozen=True)
class LevelChange:
    """From ``month`` on the level is another, by ``change`` percent."""

    month: Month
    change: Figure
    happened: tuple[Happening, ...]


@dataclass(frozen=True)
class LevelChanges:
    """Of one offence, or of all crime: what was looked at, and the changes in order of time."""

    offence: str | None
    found: ChangePoints | NotKnown
    changes: tuple[LevelChange, ...]


def changes_of_groups(desk: Desk) -> tuple[LevelChanges, ...]:
    """All crime and every group of the partnership; the tests allow for how many there are."""
    found = [level_changes(desk, area=desk.area, offence=name) for name in looked_at(desk)]
    tested = [one.found.p_value for one in found if isinstance(one.found, ChangePoints)]
    adjusted = iter(false_discovery(p_values=tested).tolist())
    return tuple(
        one
        if isinstance(one.found, NotKnown) or next(adjusted) < 1 - desk.level
        else replace(one, changes=())
        for one in found
    )


def level_changes(desk: Desk, *, area: Area, offence: str | None) -> LevelChanges:
    """Over every month since the last that is not complete, breaks in counting among them.

    Unlike a change from year to year, which is not told across a break that the settings list,
    a level is looked at across it, so that the break is seen for what it did.
    """
    counts, codes = desk.counts_of(area)
    end = counts.months.index(desk.latest.last) + 1
    months = counts.months[:end]
    values = counts.series(offence=offence, codes=codes)[:end].copy()
    left_out = set(desk.evidence.completeness.incomplete_months())
    values[[month in left_out for month in months]] = np.nan
    options: dict[str, bool | float | int] = {
        "seasonal": season(desk, area=area, offence=offence).is_seasonal,
        "level": desk.level,
        "seed": desk.settings.seed,
    }
    found = change_points(months=months, values=values, **options)  # type: ignore[arg-type]
    if isinstance(found, NotKnown):
        return LevelChanges(offence, found, ())
    known: list[Json] = [
        None if np.isnan(value) else str(month) for month, value in zip(months, values, strict=True)
    ]
    asked = Ask("monthly_offences", desk.asked(area, offence) | {"months": known})
    recipe = Recipe(
        "change_points", {"months": [str(month) for month in months], "values": asked, **options}
    )
    plain = _plain(desk, area, offence, recipe)
    changes = tuple(
        LevelChange(one.month, _figure(plain, found, n), happened(desk, offence, one.month))
        for n, one in enumerate(found.points)
    )
    return LevelChanges(offence, found, changes)


def _plain(desk: Desk, area: Area, offence: str | None, recipe: Recipe) -> Figure:
    """What every change of one series has in common."""
    return Figure(
        measure="change_points",
        offence=offence,
        area=area,
        period=desk.latest,
        value=NotKnown("there is no change"),
        unit=Unit.PERCENT,
        sources=(desk.source,),
        recipe=recipe,
        detail="level on the one before",
        marking=desk.marking,
    )


def _figure(plain: Figure, found: ChangePoints, n: int) -> Figure:
    """The change to the nth new level, which lasts until the next or the last month."""
    point, recipe = found.points[n], plain.recipe
    assert recipe is not None, "every change has one"
    later = found.points[n + 1 : n + 2]
    until = later[0].month.plus(-1) if later else plain.period.last
    return replace(
        plain,
        period=Period(point.month, until),
        value=point.change.value,
        recipe=Recipe(recipe.measure, recipe.arguments, f"points[{n}].change.value"),
        method=point.change.method,
        interval=point.change.interval,
    )


def happened(desk: Desk, offence: str | None, month: Month) -> tuple[Happening, ...]:
    """What the registers have of the months about a change, in order of time."""
    found = {
        Happening(when, what, is_counting=True)
        for when, group, what in (*desk.evidence.register, *desk.evidence.breaks)
        if offence is None or group in ("", offence)
    }
    found |= {
        Happening(Month(one.start.year, one.start.month), one.name, is_counting=False)
        for one in desk.settings.initiatives
        if offence is None or offence in one.offences
    }
    return tuple(sorted(one for one in found if abs(one.month.ordinal - month.ordinal) <= NEAR))
