"""What was drawn of repeats and homes, counted person by person in the model itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from wardwise.demo import truths_people as planted
from wardwise.demo.partners.crimes import HOME_DISTRICT, HOMES
from wardwise.demo.partners.world import World


Ints = NDArray[np.int64]

YEAR = 365
WITHIN = (28, 90)
LAST = int(np.datetime64(planted.LAST_DAY, "D").astype(np.int64))


def repeats_drawn(world: World) -> dict[str, object]:
    """Of burgled homes and of the victims of domestic abuse; homes of suspects."""
    crimes, roles = world.crimes, world.roles
    burgled = np.flatnonzero(np.isin(crimes.code, HOMES) & crimes.has_point)
    places = [tuple(place) for place in crimes.position[burgled].tolist()]
    domestic = roles.is_domestic[roles.victim_crime]
    days = crimes.start_day[roles.victim_crime[domestic]].tolist()
    return {
        "homes_burgled_again": counted(_days_of(places, crimes.start_day[burgled].tolist())),
        "harmed_at_home_again": counted(_days_of(roles.victim[domestic].tolist(), days)),
        "suspects_homes": _homes(world),
    }


def _days_of(keys: Iterable[object], days: Iterable[int]) -> Mapping[object, list[int]]:
    found: dict[object, list[int]] = {}
    for key, day in zip(keys, days, strict=True):
        found.setdefault(key, []).append(day)
    return found


def counted(days: Mapping[object, list[int]]) -> dict[str, object]:
    """Those who could be followed for a year, and those again in it; then of two years of them.

    >>> counted({"a": [LAST - 400, LAST - 390], "b": [LAST - 800], "c": [LAST]})["again"]
    1
    """
    gaps = [gap for found in days.values() if (gap := _gap(found, LAST - YEAR)) is not None]
    again = [gap for gap in gaps if 0 < gap <= YEAR]
    years = {
        name: [_gap([day for day in found if day > until - YEAR], until) for found in days.values()]
        for name, until in (("before", LAST - 2 * YEAR), ("after", LAST - YEAR))
    }
    return {
        "followed": len(gaps),
        "again": len(again),
        "within": {str(length): sum(gap <= length for gap in again) for length in WITHIN},
        **{
            name: {
                "followed": sum(gap is not None for gap in found),
                "again": sum(gap is not None and 0 < gap <= YEAR for gap in found),
            }
            for name, found in years.items()
        },
    }


def _gap(days: list[int], until: int) -> int | None:
    """Days to the next day after the first, 0 where there is none; None if it began later."""
    if not days or min(days) > until:
        return None
    return min((day for day in days if day > min(days)), default=min(days)) - min(days)


def _homes(world: World) -> dict[str, object]:
    """Each suspect once, at the first crime: in the same ward, outside, and the middle distance."""
    crimes, roles, land = world.crimes, world.roles, world.made.land
    order = np.lexsort((crimes.start_day[roles.suspect_crime], roles.suspect))
    first = order[np.unique(roles.suspect[order], return_index=True)[1]]
    here = crimes.lsoa[roles.suspect_crime[first]]
    home = roles.persons.lsoa[roles.suspect[first]]
    apart = np.linalg.norm(land.centre[here] - land.centre[home], axis=1)
    return {
        "suspects": len(first),
        "same_ward": int((land.ward_of[here] == land.ward_of[home]).sum()),
        "outside": int((land.district_of[home] != HOME_DISTRICT).sum()),
        "median_km": round(float(np.median(apart)) / 1000, 3),
    }
