"""What partners hold by neighbourhood: flags where crimes happen, people where they live."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Ask
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import NOT_GIVEN, Ints
from wardwise.figures.area_profiles import Thing
from wardwise.figures.by_lsoa import ByLsoa, Floats
from wardwise.figures.desk import Desk
from wardwise.figures.people_selected import CRIMES, SOURCE_OF, Selected, select, select_every


FLAGS = {
    "Domestic abuse": "domestic_abuse",
    "Child abuse": "child_abuse",
    "Knife": "knife",
    "Any weapon": "weapon_used",
    "Alcohol": "alcohol",
}
ROLES = {
    "suspect": "Suspects who live there",
    "offender": "Offenders who live there",
    "victim": "Victims who live there",
}
FEWEST = 30
"""Crimes or people placed in a neighbourhood under which a line is not printed."""


def things_of_partners(desk: Desk) -> Iterator[Thing]:
    """Flags on crimes by where they happened, and people by where they live."""
    held = desk.evidence.recorded_people
    if isinstance(held, NotHeld):
        return
    for name, flag in FLAGS.items():
        if flag in held.crimes.is_set:
            found = _flagged(desk, name, flag)
            if found is not None:
                counts = _by_lsoa(
                    desk, found.held.crimes.lsoas, found.held.crimes.lsoa[found.crimes]
                )
                asked = found.ask("partner_crimes_by_lsoa")
                yield from _if_enough(found, (f"{name} (flag)", CRIMES), counts, asked)
    every = select_every(desk)
    lands = held.neighbourhoods
    if isinstance(every, NotKnown) or lands is None:
        return
    for role, name in ROLES.items():
        if role in held.people:
            at = every.once(role)
            counts = _by_lsoa(desk, lands.codes, every.rows(role).home[at])
            asked = every.ask("partner_homes_by_lsoa", role=role)
            yield from _if_enough(every, (name, SOURCE_OF[role]), counts, asked)


def _flagged(desk: Desk, name: str, flag: str) -> Selected | None:
    """Crimes with the flag; None where there is none."""
    found = select(desk, name=name, offences=(), flags=(flag,))
    return None if isinstance(found, NotKnown) else found


def _by_lsoa(desk: Desk, codes: tuple[str, ...], positions: Ints) -> Floats:
    """How many are at each LSOA of the partnership."""
    place = {area.code: n for n, area in enumerate(desk.evidence.local.areas)}
    to = np.array([*(place.get(code, NOT_GIVEN) for code in codes), NOT_GIVEN])
    found = to[positions]
    return np.bincount(found[found >= 0], minlength=len(place)).astype(float)


def _if_enough(
    found: Selected, named: tuple[str, str], counts: Floats, asked: Ask
) -> Iterator[Thing]:
    if counts.sum() < FEWEST:
        return
    name, source = named
    yield Thing(
        name,
        ByLsoa(counts, asked),
        found.chosen.period,
        source,
        unit="offences" if source == CRIMES else "people",
        about_people=True,
        marking=found.held.marking,
    )
