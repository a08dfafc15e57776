"""What an initiative is registered by, and whether what is evaluated is what was registered."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.domain.card import Card, differences
from wardwise.domain.figure import Figure, Json
from wardwise.domain.nothing import NotKnown
from wardwise.domain.settings_of_initiatives import InitiativeSettings
from wardwise.figures.initiative_power import Power
from wardwise.figures.initiative_rows import Rows


PLANNED_TEST = (
    "weighted displacement difference (Wheeler and Ratcliffe 2018), control at the area's level,"
    " variance widened by the dispersion of the partnership's wards, 95% interval, the same"
    " months before the start; reckoned again from the year before that where the area was"
    " chosen for its height"
)


@dataclass(frozen=True)
class Registered:
    """The card that counts, and how the evaluation departs from it."""

    locked_on: datetime.date
    short_hash: str
    in_time: bool
    departs_in: tuple[str, ...]


def terms_of(rows: Rows) -> dict[str, Json]:
    """All that is set down: what is judged, where, when, how, and what is hoped for."""
    told = rows.initiative.model_dump(mode="json")
    kept: dict[str, Json] = {
        name: told[name]
        for name in (
            "offences",
            "start",
            "end",
            "expected_change_percent",
            "chosen",
            "why",
            "cost",
            "harm_weighted",
        )
    }
    areas: dict[str, Json] = {role.value: [*rows.lsoas(area)] for role, area in rows.areas.items()}
    return {**kept, "areas": areas, "planned_test": PLANNED_TEST}


def with_power(terms: Mapping[str, Json], power: Power | NotKnown) -> dict[str, Json]:
    """The same with what could be seen, as it was reckoned when the card was locked."""
    if isinstance(power, NotKnown):
        return {**terms, "power": power.reason}
    told: dict[str, Json] = {
        "months_until_visible": _plain(power.months),
        "power_after_a_year": _plain(power.after_a_year),
        "least_percent_visible_in_a_year": _plain(power.least_percent),
    }
    return {**terms, "power": told}


def registered(rows: Rows) -> Registered | None:
    """The last card locked before the start, else the first of all; None if there is none."""
    cards = _cards(rows.desk.evidence.cards, rows.initiative)
    if not cards:
        return None
    early = [card for card in cards if card.locked_on < rows.initiative.start]
    card = early[-1] if early else cards[0]
    return Registered(
        card.locked_on, card.short_hash, bool(early), differences(card, terms_of(rows))
    )


def _cards(cards: tuple[Card, ...], initiative: InitiativeSettings) -> list[Card]:
    own = [card for card in cards if card.initiative.casefold() == initiative.name.casefold()]
    return sorted(own, key=lambda card: (card.locked_on, card.file))


def _plain(figure: Figure) -> Json:
    return figure.value.reason if isinstance(figure.value, NotKnown) else round(figure.number, 4)
