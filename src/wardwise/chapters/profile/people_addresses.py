"""Addresses at which it happens again, in the geographic part, or why they are not known."""

from __future__ import annotations

from wardwise.chapters.profile.findings import Profile
from wardwise.chapters.profile.people_again_tables import again_table
from wardwise.chapters.profile.people_again_words import again_words
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Block
from wardwise.document.text import say
from wardwise.document.words import percent
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import RECORDED_CRIME
from wardwise.figures.near_repeat_words import after_one


NEARLY_ALL = 99.0  # percent


def write_addresses(profile: Profile) -> tuple[Block, ...]:
    """Nothing where no extract holds the crimes themselves."""
    near = (Paragraph(after_one(profile.near)),) if profile.near else ()
    return (*near, *_again(profile))


def _again(profile: Profile) -> tuple[Block, ...]:
    found = profile.people
    if isinstance(found, NotKnown) or found.selected.chosen.dataset != RECORDED_CRIME:
        return ()
    if isinstance(found.exact, NotKnown):
        why = found.exact.reason
        return (Note(NoteKind.MISSING, say("Which addresses recur is not known: {why}.", why=why)),)
    text = again_words(found.addresses)
    if text is None:
        return ()
    table = again_table(profile, found.addresses)
    return (
        Paragraph(text),
        *([table] if table else []),
        *_with_a_point(found.exact),
    )


def _with_a_point(exact: Figure) -> tuple[Note, ...]:
    """Not said where it is nearly all, or a number too small to print."""
    if exact.status != "known" or exact.number >= NEARLY_ALL:
        return ()
    words = "Of these crimes {share} have a point to the metre; the others are in no address."
    return (Note(NoteKind.CAUTION, say(words, share=percent(exact, 0))),)
