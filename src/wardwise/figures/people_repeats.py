"""The same person again: within twelve months, and the most repeated against chance alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.figures.people_withheld import FEW, is_few, shown
from wardwise.measures.people.most_repeated import share_of_most_repeated
from wardwise.measures.people.repeat_share import repeat_share_percent


PERCENTS = (1, 5, 20)
DETAIL = {"events_percent": "", "chance_percent": ", by chance alone"}
FEWEST = 50
"""People followed, or with an identity; with fewer there is nothing to say of repeats."""


@dataclass(frozen=True)
class MostRepeatedShare:
    """What the most repeated so many percent hold, and what chance alone would give them."""

    people_percent: int
    share: Figure
    chance: Figure
    is_beyond_chance: bool


def repeat_figure(found: Selected, *, role: str) -> Figure | NotKnown:
    """Share who come again within 365 days of their first, of those followed so long."""
    whole = found.other(period=found.held.period)
    people, at = whole.rows(role), whole.parts(role)
    known = at[(people.person[at] >= 0) & ~np.isnat(people.days[at])]
    if not len(known):
        return NotKnown("the file gives people no identity by which they could be found again")
    try:
        repeats = repeat_share_percent(
            person_keys=people.person[known],
            days=people.days[known],
            last_day=found.held.last_day,
            level=found.desk.level,
        )
    except ValueError:
        return NotKnown("the files cover too few months to follow anybody for twelve")
    if repeats.followed < FEWEST:
        return NotKnown("too few people could be followed for twelve months")
    arguments: Arguments = {
        "person_keys": whole.ask("partner_event_people", role=role),
        "days": whole.ask("partner_event_days", role=role),
        "last_day": found.held.last_day,
        "level": found.desk.level,
    }
    least = found.desk.settings.people.least_count
    return whole.figure(
        Recipe("repeat_share_percent", arguments, "share.value"),
        shown(repeats.share, few=is_few(repeats.repeated, repeats.followed, least=least)),
        unit=Unit.PERCENT,
        roles=(role,),
        detail=f"{role}, again within 365 days",
    )


def most_repeated(found: Selected, *, role: str) -> tuple[MostRepeatedShare, ...] | NotKnown:
    """Share of the crimes with the most repeated 1%, 5% and 20% of people in the role."""
    people, at = found.rows(role), found.parts(role)
    known = at[(people.person[at] >= 0) & (people.record[at] >= 0)]
    pairs = np.unique(np.stack([people.person[known], people.record[known]], axis=1), axis=0)
    events = -np.sort(-np.unique(pairs[:, 0], return_counts=True)[1])
    desk = found.desk
    residents = (
        desk.evidence.people.residents.get(desk.area.code) if isinstance(desk, Desk) else None
    )
    if len(events) < FEWEST or residents is None or len(events) > residents:
        return NotKnown("too few people have an identity by which they could be found again")
    shares = share_of_most_repeated(
        events=events, at_risk=residents, seed=found.desk.settings.seed, people_percents=PERCENTS
    )
    arguments: Arguments = {
        "events": found.ask("partner_events_of_each", role=role),
        "at_risk": Ask("residents", {"area": found.desk.area.code}),
        "seed": found.desk.settings.seed,
        "people_percents": list(PERCENTS),
    }
    least = found.desk.settings.people.least_count
    made = []
    for n, one in enumerate(shares):
        few = len(events) * one.people_percent / 100 < least
        values = {"events_percent": one.events_percent, "chance_percent": one.chance_percent}
        share, chance = (
            found.figure(
                Recipe("share_of_most_repeated", arguments, f"[{n}].{name}"),
                FEW if few else value,
                unit=Unit.PERCENT,
                roles=(role,),
                detail=f"{role}, the most repeated {one.people_percent:g}%{DETAIL[name]}",
            )
            for name, value in values.items()
        )
        made.append(MostRepeatedShare(int(one.people_percent), share, chance, one.p_value < 0.05))
    return tuple(made)
