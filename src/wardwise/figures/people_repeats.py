"""The same again: within twelve months, and the most repeated against chance alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.figures.people_withheld import FEW, is_few
from wardwise.figures.repeat_events import ADDRESS, FEWEST, Events, addresses_of, no_addresses
from wardwise.figures.repeat_harm import HarmOfEach, harm_of_addresses, harm_of_people
from wardwise.measures.people.most_repeated import MostRepeated, share_of_most_repeated
from wardwise.measures.people.repeat_share import repeat_share_percent


PERCENTS = (1, 5, 20)
DETAIL = {
    "events_percent": "",
    "chance_percent": ", by chance alone",
    "harm_percent": ", of severity points",
}
TOO_FEW = (
    "too few people have an identity by which they could be found again",
    "too few addresses have one",
)


@dataclass(frozen=True)
class MostRepeatedShare:
    """What the most repeated so many percent hold, and what chance alone would give them.

    ``harm`` is their share of severity points; None where crimes have no weights, or all one.
    """

    people_percent: int
    share: Figure
    chance: Figure
    is_beyond_chance: bool
    harm: Figure | None


def repeat_figure(events: Events) -> Figure | NotKnown:
    """Share who come again within 365 days of their first, of those followed so long."""
    try:
        repeats = repeat_share_percent(
            person_keys=events.keys,
            days=events.days,
            last_day=events.last_day,
            level=events.whole.desk.level,
        )
    except ValueError:
        return NotKnown("the files cover too few months to follow anybody for twelve")
    if repeats.followed < FEWEST:
        return NotKnown("too few people could be followed for twelve months")
    return events.figure(
        Recipe("repeat_share_percent", events.arguments, "share.value"),
        repeats.share,
        unit=Unit.PERCENT,
        detail="again within 365 days",
        few=is_few(repeats.repeated, repeats.followed, least=events.least),
    )


def most_repeated(found: Selected, *, role: str) -> tuple[MostRepeatedShare, ...] | NotKnown:
    """Share of the crimes with the most repeated 1%, 5% and 20% of people in the role."""
    people, at = found.rows(role), found.parts(role)
    known = at[(people.person[at] >= 0) & (people.record[at] >= 0)]
    pairs = np.unique(np.stack([people.person[known], people.record[known]], axis=1), axis=0)
    return _shares(
        found,
        what=role,
        events=np.unique(pairs[:, 0], return_counts=True)[1],
        ask=found.ask("partner_events_of_each", role=role),
        harm=harm_of_people(found, role),
    )


def most_repeated_addresses(found: Selected) -> tuple[MostRepeatedShare, ...] | NotKnown:
    """Share of the crimes at the most repeated 1%, 5% and 20% of addresses with any.

    Households are taken as the addresses that could have one: there are more of those, so that
    chance alone would give rather less than is said.
    """
    why = no_addresses(found)
    if why:
        return NotKnown(why)
    return _shares(
        found,
        what=ADDRESS,
        events=np.unique(addresses_of(found), return_counts=True)[1],
        ask=found.ask("partner_events_of_each_address"),
        harm=harm_of_addresses(found),
    )


def _shares(
    found: Selected, *, what: str, events: NDArray[np.int64], ask: Ask, harm: HarmOfEach | None
) -> tuple[MostRepeatedShare, ...] | NotKnown:
    """Against all who could have had one."""
    of = "households" if what == ADDRESS else "residents"
    at_risk = _at_risk(found, of)
    if len(events) < FEWEST or at_risk is None or len(events) > at_risk:
        return NotKnown(TOO_FEW[what == ADDRESS])
    dealt: Arguments = {
        "events": ask,
        "at_risk": Ask(of, {"area": found.desk.area.code}),
        "seed": found.desk.settings.seed,
        "people_percents": list(PERCENTS),
    }
    weighed: Arguments = dealt
    by_harm: list[MostRepeated | None] = [None] * len(PERCENTS)
    if harm is not None:
        weighed = {**dealt, "events": harm.asks[0], "harm": harm.asks[1]}
        by_harm = [*_dealt(found, harm.events, at_risk, harm=harm.harm)]
    least = found.desk.settings.people.least_count

    def figure(n: int, name: str, one: MostRepeated, arguments: Arguments) -> Figure:
        few = len(events) * one.people_percent / 100 < least
        return found.figure(
            Recipe("share_of_most_repeated", arguments, f"[{n}].{name}"),
            FEW if few else getattr(one, name),
            unit=Unit.PERCENT,
            roles=() if what == ADDRESS else (what,),
            detail=f"{what}, the most repeated {one.people_percent:g}%{DETAIL[name]}",
        )

    return tuple(
        MostRepeatedShare(
            people_percent=int(one.people_percent),
            share=figure(n, "events_percent", one, dealt),
            chance=figure(n, "chance_percent", one, dealt),
            is_beyond_chance=one.p_value < 0.05,
            harm=figure(n, "harm_percent", weighted, weighed) if weighted else None,
        )
        for n, (one, weighted) in enumerate(
            zip(_dealt(found, events, at_risk), by_harm, strict=True)
        )
    )


def _dealt(
    found: Selected, events: NDArray[np.int64], at_risk: int, *, harm: ArrayLike | None = None
) -> tuple[MostRepeated, ...]:
    return share_of_most_repeated(
        events=events,
        at_risk=at_risk,
        seed=found.desk.settings.seed,
        harm=harm,
        people_percents=PERCENTS,
    )


def _at_risk(found: Selected, of: str) -> int | None:
    desk = found.desk
    if not isinstance(desk, Desk):
        return None
    held: Mapping[str, int] = getattr(desk.evidence.people, of)
    return held.get(desk.area.code)
