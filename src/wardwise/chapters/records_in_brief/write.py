"""The first page: each answer as its own chapter gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wardwise.document.blocks import Bullets, Note, NoteKind
from wardwise.document.section import Section
from wardwise.document.text import Text, say


TITLE, ANCHOR = "In brief", "in-brief"
OF_PEOPLE = (
    "Shares of people are of those of whom it is known, and say nothing of risk. A suspect is "
    "not an offender."
)


def in_brief(told: Mapping[str, Sequence[Text]], *, people: bool) -> Section:
    """Chapter → its answers, in printed order; a caution where they tell of people."""
    cautions = (Note(NoteKind.CAUTION, say(OF_PEOPLE)),) if people else ()
    return Section(
        TITLE,
        ANCHOR,
        (
            Bullets(tuple(text for texts in told.values() for text in texts)),
            *cautions,
        ),
        new_page=True,
    )
