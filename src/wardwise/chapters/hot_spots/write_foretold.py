"""How well last year's worst neighbourhoods would have found this year's offences."""

from __future__ import annotations

from wardwise.chapters.hot_spots.findings import HotSpotsFindings
from wardwise.chapters.hot_spots.tables import foretold_table
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Section
from wardwise.document.text import Text, say
from wardwise.document.words import between, percent, whole
from wardwise.domain.nothing import NotKnown


def foretold_section(found: HotSpotsFindings) -> tuple[Section, ...]:
    """A sentence and the table; or why it is not known."""
    middle = found.foretold[1]
    known = not isinstance(middle.found, NotKnown)
    blocks = (
        (Paragraph(_answer(found), lead=True), foretold_table(found))
        if known
        else (Note(NoteKind.MISSING, _unknown(found)),)
    )
    return (Section("Would last year's list have found them?", "hot-spots-foretold", blocks),)


def _unknown(found: HotSpotsFindings) -> Text:
    why = found.foretold[1].found
    assert isinstance(why, NotKnown)
    return say("How well the year before foretold this one is not known: {why}.", why=why.reason)


def _answer(found: HotSpotsFindings) -> Text:
    middle = found.foretold[1]
    opening = (
        "The {n} neighbourhoods with most offences in {before}, "
        + str(middle.top_percent)
        + "% of all, held {hits} of those of {period}"
    )
    beside = (
        ": as many chosen at random would have held {low}, 95 times in 100; the best possible "
        "list would have held {best}."
        if middle.beats_chance
        else ", which is no more than as many at random might have held ({low})."
    )
    return say(
        opening + beside,
        n=whole(middle.places),
        before=found.before.label,
        hits=percent(middle.hits),
        period=found.period.label,
        low=between(middle.chance, 1, "%"),
        best=percent(middle.best),
    )
