"""What was set down about an initiative before it began, and the hash that keeps it so."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.domain.figure import Json


@dataclass(frozen=True)
class Card:
    """A card that is locked. ``terms`` is all that was registered; ``sha256`` is of it and the day.

    A card is never changed: who wants something else locks another.
    """

    file: str
    initiative: str
    locked_on: datetime.date
    terms: Mapping[str, Json]
    sha256: str

    @property
    def is_whole(self) -> bool:
        """Whether it is as it was locked."""
        return self.sha256 == card_sha256(locked_on=self.locked_on, terms=self.terms)

    @property
    def short_hash(self) -> str:
        """Enough of the hash to be written into minutes and found again."""
        return self.sha256[:12]


def card_sha256(*, locked_on: datetime.date, terms: Mapping[str, Json]) -> str:
    """Hash of the day and the terms, names in order: spaces and line ends do not matter."""
    body = {"locked_on": locked_on.isoformat(), "terms": dict(terms)}
    text = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def lock_card(
    *, file: str, initiative: str, locked_on: datetime.date, terms: Mapping[str, Json]
) -> Card:
    """A card as of that day."""
    sha256 = card_sha256(locked_on=locked_on, terms=terms)
    return Card(file, initiative, locked_on, terms, sha256)


def card_text(card: Card) -> str:
    """As it is kept in a file."""
    kept = {
        "initiative": card.initiative,
        "locked_on": card.locked_on.isoformat(),
        "sha256": card.sha256,
        "terms": dict(card.terms),
    }
    return json.dumps(kept, indent=1, ensure_ascii=False) + "\n"


JUDGED = {
    "offences": "the offences it is judged by",
    "areas": "the areas",
    "start": "the start",
    "end": "the end",
    "expected_change_percent": "the change that is hoped for",
    "chosen": "why the area was chosen",
    "harm_weighted": "whether offences are weighed by harm",
    "planned_test": "the test",
}
"""What a card holds that an evaluation has to keep to, and how a difference is told."""


def differences(card: Card, terms: Mapping[str, Json]) -> tuple[str, ...]:
    """What is evaluated otherwise than it was registered, in words."""
    return tuple(words for name, words in JUDGED.items() if card.terms.get(name) != terms.get(name))
