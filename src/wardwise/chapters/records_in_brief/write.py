"""The first page: each answer as its own chapter gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wardwise.document.blocks import Bullets, Note, NoteKind
from wardwise.document.section import Section
from wardwise.document.text import Text, say


TITLE, ANCHOR = "In brief", "in-brief"


def in_brief(told: Mapping[str, Sequence[Text]]) -> Section:
    """Chapter → its answers, in printed order."""
    return Section(
        TITLE,
        ANCHOR,
        (
            Bullets(tuple(text for texts in told.values() for text in texts)),
            Note(
                NoteKind.CAUTION,
                say(
                    "Shares of people are of those of whom it is known, and say nothing of risk. A "
                    "suspect is not an offender."
                ),
            ),
        ),
        new_page=True,
    )
