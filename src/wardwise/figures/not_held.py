"""A chapter whose evidence nobody has supplied says what it needs, and from whom."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Section
from wardwise.document.text import say
from wardwise.domain.evidence import NotHeld
from wardwise.figures.chapter import Chapter


def not_held_section(chapter: Chapter, missing: Sequence[NotHeld]) -> Section:
    """The question, that it is not answered, and the way to an answer."""
    return Section(
        title=chapter.title,
        anchor=chapter.name.replace("_", "-"),
        new_page=True,
        blocks=(
            Paragraph(say("Not known: {question}", question=chapter.question), lead=True),
            *(
                Note(
                    NoteKind.MISSING,
                    say(
                        "This chapter needs {what}, from {whom}.",
                        what=part.what,
                        whom=part.from_whom,
                    ),
                )
                for part in missing
            ),
        ),
    )


def needs_paragraph(*, about: str, what: str, whom: str) -> Paragraph:
    """One short sentence in the place of a section that nobody has supplied the numbers for."""
    return Paragraph(
        say(
            "Not known: {about}. This needs {what}, from {whom}.", about=about, what=what, whom=whom
        )
    )


def words_not_used(words: Sequence[str]) -> tuple[Note, ...]:
    """Words of a return that nobody has told us the meaning of: not counted, and said so."""
    if not words:
        return ()
    text = say(
        "Not used, because the mapping does not say what they are: {words}.",
        words=listed(tuple(words)),
    )
    return (Note(NoteKind.METHOD, text),)
