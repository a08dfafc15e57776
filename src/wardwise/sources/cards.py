"""Cards that were locked before initiatives began: read, and refused if anybody changed one."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from wardwise.domain.card import Card
from wardwise.domain.errors import CardChanged


FOLDER = "cards"
REMEDY = (
    "Put the file back as it was when it was locked; to register something else, lock another"
    " card with 'wardwise card'."
)


def card_files(beside: Path) -> tuple[Path, ...]:
    """Every card beside the settings, in the order of names."""
    folder = beside / FOLDER
    return tuple(sorted(folder.glob("*.json"))) if folder.is_dir() else ()


def read_cards(beside: Path) -> tuple[Card, ...]:
    """Every card, the earliest locked first."""
    cards = [_read(path) for path in card_files(beside)]
    return tuple(sorted(cards, key=lambda card: (card.locked_on, card.file)))


def _read(path: Path) -> Card:
    name = f"{FOLDER}/{path.name}"
    try:
        kept = json.loads(path.read_text("utf-8"))
        card = Card(
            file=name,
            initiative=str(kept["initiative"]),
            locked_on=datetime.date.fromisoformat(kept["locked_on"]),
            terms=dict(kept["terms"]),
            sha256=str(kept["sha256"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise CardChanged(
            f"{name}: this cannot be read as a card, expected one that 'wardwise card' wrote."
            f" {REMEDY}"
        ) from error
    if not card.is_whole:
        raise CardChanged(
            f"{name}: found words that do not give the hash {card.short_hash}, expected the card"
            f" as it was locked on {card.locked_on}: somebody has changed it. {REMEDY}"
        )
    return card
