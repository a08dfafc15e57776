"""Incidents that are no recorded crimes: calls, fires, complaints, collisions, admissions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import shapely
from numpy.typing import NDArray

from wardwise.demo import truths_people as planted
from wardwise.demo.landscape import METRES_A_DEGREE
from wardwise.demo.months import month_number
from wardwise.demo.partners.clock import DAY, moments_in_month
from wardwise.demo.partners.crimes import AROUND, HOME_DISTRICT
from wardwise.demo.partners.text import clock_text, day_text, joined, picked
from wardwise.demo.partners.world import World
from wardwise.demo.points import A_LSOA
from wardwise.demo.truths import FIRST_MONTH


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Random = np.random.Generator

SEASON_PEAK = 7
# Wards of the council until WARDS_CHANGED: two that are one now, and one that was shared out
OLD_WARDS = {
    "Priory and St Wendred's": ("Priory", "St Wendred's"),
    "Castle Hythe": ("Castle Hythe", "Hythe and Lamplight"),
    "Lamplight": ("Lamplight", "Hythe and Lamplight"),
}
"""Ward of today: what its LSOAs with an even and with an odd number were in."""


@dataclass(frozen=True, eq=False)
class Happened:
    """Shape: incidents, in order of time. ``moment``: minutes since 1970."""

    lsoa: Ints
    point: Ints
    position: Floats
    moment: Ints

    def __len__(self) -> int:
        return len(self.moment)

    @property
    def day(self) -> Ints:
        """Days since 1970."""
        return self.moment // DAY

    @property
    def month(self) -> Ints:
        """Position among the demo's months."""
        months = self.day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
        first = np.datetime64(str(FIRST_MONTH), "M").astype(np.int64)
        since: Ints = months - first
        return since

    @property
    def days(self) -> pa.Array:
        """As dd/mm/yyyy."""
        return day_text(self.day)

    @property
    def times(self) -> pa.Array:
        """As HH:MM."""
        return clock_text(self.moment)

    def degrees(self) -> tuple[pa.Array, pa.Array]:
        """Longitude and latitude."""
        text = np.char.mod("%.6f", self.position)
        return pa.array(text[:, 0].tolist()), pa.array(text[:, 1].tolist())


@dataclass(frozen=True)
class Kind:
    """How many a year, when in the week, and how they follow deprivation, towns and summer."""

    a_year: int
    clock: str
    deprivation: float = 0.3
    town: float = 0.2
    summer: float = 0.0
    trend: float = 0.0
    """Part by which the third year is above the first."""


def happened(random: Random, world: World, kind: Kind) -> Happened:
    """Incidents of a kind in the 36 months."""
    months = planted.PERIOD.months
    first = np.array([str(m) for m in months], "datetime64[M]").astype("datetime64[D]")
    days = np.array([m.days for m in months])
    number = np.array([m.number for m in months])
    season = 1 + kind.summer * np.cos(2 * np.pi * (number - SEASON_PEAK) / 12)
    drift = 1 + kind.trend * np.linspace(0, 1, len(months))
    counts = random.poisson(kind.a_year * days / 365.25 * season * drift)
    moment = moments_in_month(
        random,
        first_day=np.repeat(first.astype(np.int64), counts),
        days=np.repeat(days, counts),
        clock=kind.clock,
    )
    return placed(random, world, np.sort(moment), kind)


def placed(random: Random, world: World, moment: Ints, kind: Kind) -> Happened:
    """Each moment in an LSOA, at a point of it."""
    people = world.country.people
    home = np.flatnonzero(world.made.land.district_of == HOME_DISTRICT)
    pull = kind.deprivation * people.deprivation[home] + kind.town * people.town[home]
    weight = people.residents[home] * np.exp(pull)
    lsoa = random.choice(home, len(moment), p=weight / weight.sum())
    point = random.integers(A_LSOA, size=len(moment))
    return Happened(lsoa, point, near_points(random, world, lsoa, point), moment)


def near_points(random: Random, world: World, lsoa: Ints, point: Ints) -> Floats:
    """A place around each snap point, in the same LSOA."""
    snap = world.made.points.position[lsoa, point]
    moved = snap + random.normal(0, AROUND, snap.shape) / np.array(METRES_A_DEGREE)
    outline = world.made.land.outline[lsoa]
    inside = shapely.contains_xy(outline, moved[:, 0], moved[:, 1])
    near: Floats = np.where(inside[:, None], moved, snap)
    return near


def ward_names(world: World, lsoa: Ints) -> pa.Array:
    """The ward of today."""
    return picked(world.made.land.ward_name, world.made.land.ward_of[lsoa])


def ward_names_then(world: World, incidents: Happened) -> pa.Array:
    """The ward as it was at the time: some before WARDS_CHANGED are not those of today."""
    land = world.made.land
    then = [list(land.ward_name), list(land.ward_name)]
    for today, before in OLD_WARDS.items():
        for parity, name in enumerate(before):
            then[parity][land.ward_named(today)] = name
    old = incidents.month < month_number(planted.WARDS_CHANGED)
    ward, count = land.ward_of[incidents.lsoa], len(land.ward_name)
    at = np.where(old, ward + count * (incidents.lsoa % 2), ward + 2 * count)
    return picked([*then[0], *then[1], *land.ward_name], at)


def references(prefix: str, rows: int) -> pa.Array:
    """Running numbers with the supplier's own prefix."""
    return picked([f"{prefix}{100_000 + 7 * n}" for n in range(rows)], np.arange(rows))


def chosen(random: Random, words: Mapping[str, float], rows: int) -> pa.Array:
    """Words drawn by their shares. Shape: rows."""
    share = np.array(list(words.values()))
    return picked(list(words), random.choice(len(words), rows, p=share / share.sum()))


def yes_or_no(random: Random, share: float, rows: int) -> pa.Array:
    """Y for that share of the rows, N for the others."""
    return picked(("N", "Y"), (random.random(rows) < share).astype(int))


def places_written(world: World, incidents: Happened) -> pa.Array:
    """House, street and postcode, which the reader must leave outside."""
    house = 1 + (incidents.moment // 5) % 139
    address = world.addresses.at(incidents.lsoa, incidents.point, house)
    return joined(address, ", ", world.addresses.postcode_at(incidents.lsoa, incidents.point))
