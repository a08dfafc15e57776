"""What every neighbourhood holds of something, with the question that gives it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.evidence import HarmWeights, NotHeld
from wardwise.domain.figure import Ask, Json, Recipe
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.harm import harm_groups
from wardwise.measures.harm.by_place import harm_by_place


Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class ByLsoa:
    """Numbers by LSOA in the order of their codes. ``squares`` only of a sum of weights."""

    values: Floats
    asked: Ask | Recipe
    squares: tuple[Floats, Recipe] | None = None


def residents_by_lsoa(desk: Desk) -> ByLsoa | NotKnown:
    """Usual residents."""
    residents = desk.evidence.people.residents
    codes = [area.code for area in desk.evidence.local.areas]
    if any(code not in residents for code in codes):
        return NotKnown("the residents of some neighbourhoods are not known")
    values = np.array([float(residents[code]) for code in codes])
    return ByLsoa(values, Ask("residents_by_lsoa", {"area": desk.area.code}))


def offences_by_lsoa(desk: Desk, *, offence: str | None, period: Period) -> ByLsoa | NotKnown:
    """Recorded offences; None is all recorded crime."""
    counts = desk.evidence.local.by_area(period, offence=offence)
    if np.isnan(counts).any():
        return NotKnown(f"{period.label} is not held for every neighbourhood")
    if not counts.sum():
        return NotKnown("none was recorded")
    return ByLsoa(counts, Ask("offences_by_lsoa", desk.ask(desk.area, period, offence)))


@dataclass(frozen=True, eq=False)
class Weighed:
    """Offences by group and LSOA, and what one of each group weighs. Shape: groups × LSOAs."""

    counts: Floats
    weights: tuple[float, ...]
    asked: Ask


def weighed_by_lsoa(desk: Desk, *, period: Period) -> Weighed | NotKnown:
    """Every group that is a recorded crime, with its weight."""
    harm = desk.evidence.harm
    if isinstance(harm, NotHeld):
        return NotKnown(f"it needs {harm.what}, from {harm.from_whom}")
    names = harm_groups(desk)
    counts = np.array([desk.evidence.local.by_area(period, offence=name) for name in names])
    if np.isnan(counts).any() or not counts.sum():
        return NotKnown(f"{period.label} is not held for every neighbourhood")
    if without := [name for name in names if name not in harm.police_uk]:
        return NotKnown(f"there is no weight for {', '.join(without)}")
    return Weighed(counts, _weights(harm, names), _of_groups(desk, period, names))


def harm_by_lsoa(desk: Desk, *, period: Period) -> ByLsoa | NotKnown:
    """Severity points of all recorded crime."""
    found = weighed_by_lsoa(desk, period=period)
    if isinstance(found, NotKnown):
        return found
    weights: list[Json] = [*found.weights]
    squared: list[Json] = [weight**2 for weight in found.weights]
    return ByLsoa(
        harm_by_place(counts=found.counts, weights=found.weights),
        Recipe("harm_by_place", {"counts": found.asked, "weights": weights}),
        (
            harm_by_place(counts=found.counts, weights=[weight**2 for weight in found.weights]),
            Recipe("harm_by_place", {"counts": found.asked, "weights": squared}),
        ),
    )


def _weights(harm: HarmWeights, names: list[str]) -> tuple[float, ...]:
    return tuple(harm.police_uk[name].value for name in names)


def _of_groups(desk: Desk, period: Period, names: list[str]) -> Ask:
    groups: list[Json] = [*names]
    asked = desk.ask(desk.area, period, None)
    del asked["offence"]
    return Ask("offences_of_groups_by_lsoa", {**asked, "offences": groups})


def of_geography(desk: Desk, column: str) -> Mapping[str, float] | None:
    """A column of the table of LSOAs by their codes; None where any of ours is not known."""
    held = desk.evidence.deprivation
    return None if isinstance(held, NotHeld) else held.by_lsoa.get(column)
