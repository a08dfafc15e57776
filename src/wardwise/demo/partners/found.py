"""What was drawn, counted in the model itself before any fault: what a measure should come upon."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.demo.model_table import model_table
from wardwise.demo.partners.clock import weekend_nights
from wardwise.demo.partners.crimes import HOME_DISTRICT
from wardwise.demo.partners.flags import filled_share
from wardwise.demo.partners.found_repeats import repeats_drawn
from wardwise.demo.partners.world import World


Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

MONDAY = 4 * 24  # hours from Thursday 1 January 1970 to the Monday after


def found_in(world: World) -> dict[str, object]:
    """Numbers and shares of the whole extract, by name."""
    crimes, roles, flags = world.crimes, world.roles, world.flags
    offence = np.array(world.made.crimes.offences)[crimes.offence]
    return {
        "crimes": len(crimes),
        "crimes_by_offence": _counted(offence),
        "victims": len(np.unique(roles.victim)),
        "suspects": len(np.unique(roles.suspect)),
        "both": len(np.intersect1d(roles.victim, roles.suspect)),
        "proved_offenders": len(np.unique(roles.suspect[roles.is_proved])),
        "repeat_share_planted": _repeat_shares(),
        "with_two_suspects_or_more": _together(roles.suspect_crime),
        "suspects_from_outside": _outside(world),
        **repeats_drawn(world),
        "vulnerability": {
            "any": int(flags.vulnerability.sum()),
            "domestic_abuse": int(flags.domestic.sum()),
            "child_abuse": int(flags.child_abuse.sum()),
            "hate": int((flags.strand[0] >= 0).sum()),
            "vulnerable_adult": int(flags.vulnerable_adult.sum()),
        },
        "alcohol": _answered(flags.alcohol, flags.filled),
        "drugs": _answered(flags.drugs, flags.filled),
        "filled_by_month": filled_share(np.unique(crimes.month)).tolist(),
        "knife": int(flags.knife.sum()),
        "violence_on_weekend_nights": _weekend_nights(world, offence),
        "hour_not_known": int((crimes.hour_known != "yes").sum()),
        "spans": int((crimes.end >= 0).sum()),
    }


def _counted(words: NDArray[np.str_]) -> dict[str, int]:
    names, counts = np.unique(words, return_counts=True)
    return dict(zip(names.tolist(), counts.tolist(), strict=True))


def _repeat_shares() -> dict[str, float]:
    table = model_table("partner_offence")
    return dict(zip(table["offence"], table["repeat"].astype(float), strict=True))


def _together(crime: Ints) -> dict[str, int]:
    _, counts = np.unique(crime, return_counts=True)
    return {"crimes": int((counts > 1).sum()), "of": len(counts)}


def _outside(world: World) -> dict[str, int]:
    who = np.unique(world.roles.suspect)
    district = world.made.land.district_of[world.roles.persons.lsoa[who]]
    return {"suspects": int((district != HOME_DISTRICT).sum()), "of": len(who)}


def _answered(flag: Bools, filled: Bools) -> dict[str, int]:
    return {"set": int((flag & filled).sum()), "filled": int(filled.sum())}


def _weekend_nights(world: World, offence: NDArray[np.str_]) -> dict[str, int]:
    """Of violence whose minute is written: how many were on Friday and Saturday nights."""
    crimes = world.crimes
    own = (offence == "Violence and sexual offences") & (crimes.hour_known == "yes")
    hour = (crimes.start[own] // 60 - MONDAY) % 168
    return {"crimes": int(np.isin(hour, weekend_nights()).sum()), "of": int(own.sum())}
