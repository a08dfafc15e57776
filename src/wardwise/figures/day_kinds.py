"""Bank and school holidays, dark evenings and hot days: what partners' hours and days tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.settings import Settings
from wardwise.domain.temperatures import Temperatures
from wardwise.figures.calendar_days import (
    bank_holidays,
    between,
    clocks_change,
    school_holidays,
)
from wardwise.figures.people_selected import Selected
from wardwise.measures.hot_spots.false_discovery import false_discovery
from wardwise.measures.time.dark_evenings import DarkEvenings, dark_evenings
from wardwise.measures.time.special_days import SpecialDays, special_days


BANK, SCHOOL, DARK = "bank holidays", "school holidays", "dark evenings"
HOT = "hot days"
KINDS = (BANK, SCHOOL, DARK, HOT)


@dataclass(frozen=True)
class DayKind:
    """One comparison: the change in percent, and whether chance would hardly give it.

    ``is_beyond_chance`` allows for all the comparisons that were looked at together.
    """

    kind: str
    offence: str | None
    change: Figure
    p_value: float
    is_beyond_chance: bool = False


def day_kinds(
    selections: tuple[Selected, ...],
    settings: Settings,
    *,
    level: float,
    temperatures: Temperatures | None = None,
) -> tuple[DayKind, ...]:
    """Every comparison of every selection that has enough, tested together.

    Each selection is asked over the whole of the period that its files cover.
    """
    made = [
        one
        for found in selections
        for kind in KINDS
        if (one := _compared(found, settings, kind, level, temperatures)) is not None
    ]
    if not made:
        return ()
    adjusted = false_discovery(p_values=[one.p_value for one in made])
    return tuple(
        replace(one, is_beyond_chance=bool(p < 1 - level))
        for one, p in zip(made, adjusted, strict=True)
    )


def _compared(
    found: Selected, settings: Settings, kind: str, level: float, temperatures: Temperatures | None
) -> DayKind | None:
    warm = _Warm.of(found, settings, temperatures) if kind == HOT and temperatures else None
    if kind == HOT and warm is None:
        return None
    measure, named = _asked(found, settings, kind, warm)
    rows = found.held.crimes
    answer = measure(
        starts=rows.starts[found.crimes], ends=rows.ends[found.crimes], level=level, **named
    )
    if isinstance(answer, NotKnown):
        return None
    recipe = Recipe(
        measure.__name__,
        {
            "starts": found.ask("partner_crime_starts"),
            "ends": found.ask("partner_crime_ends"),
            "level": level,
            **(warm.again if warm else named),
        },
        "change.value",
    )
    change = found.figure(recipe, answer.change, unit=Unit.PERCENT, detail=kind)
    return DayKind(kind, found.name or None, change, answer.p_value)


@dataclass(frozen=True)
class _Warm:
    """The hot days as the measure takes them, and as a recipe asks for them."""

    days: dict[str, Json]
    again: dict[str, Ask | Recipe | Json]

    @classmethod
    def of(cls, found: Selected, settings: Settings, held: Temperatures) -> _Warm | None:
        """Within both the extract and the file of temperatures, bank holidays allowed for."""
        first, last = between(found.chosen.period)
        first, last = max(first, held.days[0]), min(last, held.days[-1])
        if last < first:
            return None
        start = settings.calendar.hot_from_celsius
        hot: list[Json] = [*held.hot(start, between=(first, last))]
        days: dict[str, Json] = {
            "between": [first, last],
            "special": hot,
            "other": [*bank_holidays(found.chosen.period)],
        }
        ask = Ask("hot_days", {"from_celsius": start, "first": first, "last": last})
        return cls(days, {**days, "special": ask})


def _asked(
    found: Selected, settings: Settings, kind: str, warm: _Warm | None
) -> tuple[Callable[..., SpecialDays | DarkEvenings | NotKnown], dict[str, Json]]:
    """The measure and its days, as plain values that a recipe can hold."""
    if warm is not None:
        return special_days, warm.days
    period = found.chosen.period
    first, last = between(period)
    within: list[Json] = [first, last]
    if kind == DARK:
        back, forward = clocks_change(period)
        return dark_evenings, {"between": within, "back": [*back], "forward": [*forward]}
    days: dict[str, list[Json]] = {
        BANK: [*bank_holidays(period)],
        SCHOOL: [*school_holidays(period, settings)],
    }
    other = SCHOOL if kind == BANK else BANK
    return special_days, {"between": within, "special": days[kind], "other": days[other]}
