"""A card that is locked is the one that was locked, or it is none."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

from wardwise.domain.card import card_text, differences, lock_card
from wardwise.domain.figure import Json


DAY = datetime.date(2025, 9, 4)
TERMS: dict[str, Json] = {
    "offences": ["Burglary"],
    "areas": {"area": ["E01999991"]},
    "start": "2025-10-01",
}


def test_a_card_is_whole_until_a_word_of_it_or_its_day_changes() -> None:
    card = lock_card(file="cards/a.json", initiative="Locks", locked_on=DAY, terms=TERMS)
    assert card.is_whole
    assert not replace(card, terms={**TERMS, "start": "2025-11-01"}).is_whole
    assert not replace(card, locked_on=DAY.replace(day=1)).is_whole
    # nor does it matter in which order its terms stand, or where it lies
    turned = dict(reversed(TERMS.items()))
    assert replace(card, terms=turned, file="cards/b.json").is_whole


def test_what_is_judged_otherwise_is_told_in_words() -> None:
    card = lock_card(file="", initiative="Locks", locked_on=DAY, terms=TERMS)
    assert differences(card, TERMS) == ()
    moved: dict[str, Json] = {**TERMS, "areas": {"area": ["E01999992"]}, "offences": ["Robbery"]}
    assert differences(card, moved) == ("the offences it is judged by", "the areas")
    # why it was chosen in words, and what it cost, may be told better later
    assert differences(card, {**TERMS, "why": "for another reason"}) == ()


def test_a_card_is_kept_as_json_that_anybody_can_read() -> None:
    card = lock_card(file="cards/a.json", initiative="Locks", locked_on=DAY, terms=TERMS)
    kept = json.loads(card_text(card))
    assert kept["terms"] == TERMS
    assert kept["sha256"] == card.sha256
    assert len(card.short_hash) == 12
