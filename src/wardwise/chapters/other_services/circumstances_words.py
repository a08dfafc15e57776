"""Where, how, by whom and who was hurt: told, drawn and listed."""

from __future__ import annotations

from wardwise.chapters.other_services.emergency_tables import (
    circumstances_table,
    patients_table,
)
from wardwise.chapters.other_services.findings import Emergency
from wardwise.chapters.other_services.patients_words import (
    known_groups,
    largest_groups,
    patients_words,
)
from wardwise.chapters.other_services.places_picture import places_picture
from wardwise.document.blocks import Paragraph
from wardwise.document.section import Block
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, percent
from wardwise.figures.people_groups import Group


def described_blocks(found: Emergency) -> tuple[Block, ...]:
    circumstances, patients = circumstances_table(found), patients_table(found)
    told, people = _circumstances(found), patients_words(found)
    picture = places_picture(found, circumstances) if circumstances else None
    blocks: tuple[Block | None, ...] = (
        Paragraph(told) if told else None,
        picture,
        circumstances,
        Paragraph(people) if people else None,
        patients,
    )
    return tuple(one for one in blocks if one is not None)


NO_KIND = ("Other", "Not disclosed", "Unknown")
"""Groups that say nothing in a sentence; the table has them."""
HEADS = {
    "premises": "Kinds of place most often told: {what}.",
    "weapon": "Means: {what}.",
    "category": "Assailants, as the patients tell it: {what}.",
}


def _circumstances(found: Emergency) -> Text | None:
    told = []
    for by, words in HEADS.items():
        groups = [one for one in known_groups(found, by) if one.name not in NO_KIND]
        if groups:
            told.append(say(words, what=largest_groups(groups)))
        told += [_blade(one) for one in groups if by == "weapon" and "knife" in one.name.lower()]
    return join(told) if told else None


def _blade(one: Group) -> Text:
    """Never too small a part to be named."""
    limits = between(one.share, 1, "%")
    return say("{what}: {n} ({limits}).", what=one.name, n=percent(one.share), limits=limits)
