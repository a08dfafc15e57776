"""The words: children, adults, and apart from both who is suspected again."""

from __future__ import annotations

from wardwise.chapters.reoffending.adults_words import adults_blocks
from wardwise.chapters.reoffending.children_words import children_blocks
from wardwise.chapters.reoffending.findings import ReoffendingFindings, SuspectedAgain
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import during
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, percent
from wardwise.figures.not_held import needs_paragraph, words_not_used


ANOTHER_THING = (
    "Named again by the police is not proved again by a court, and these people are not those of "
    "either cohort. The three are not compared."
)


def write(found: ReoffendingFindings) -> Section:
    """The answer of the whole, then each part, or in a sentence what it needs."""
    return Section(
        title="Reoffending",
        anchor="reoffending",
        new_page=True,
        blocks=(Paragraph(_answer(found), lead=True), *words_not_used(found.unknown)),
        sections=(
            Section("Adults under probation", "reoffending-adults", _adults(found)),
            Section("Children", "reoffending-children", _children(found)),
            Section("Suspected again", "suspected-again", _again(found)),
        ),
    )


def _answer(found: ReoffendingFindings) -> Text:
    told = []
    if found.adults and found.adults.latest.share.figure.status == "known":
        figure = found.adults.latest.share.figure
        told.append(say("{share} of adults under probation", share=percent(figure)))
    binary = found.children.latest.binary if found.children else None
    if binary and binary.figure.status == "known":
        told.append(say("{share} of children dealt with", share=percent(binary.figure)))
    if not told:
        return say("How many people offend again is known here only from who is suspected.")
    both = join(told, " and ")
    return join(
        [
            both + " reoffended within the time that their cohort was followed.",
            say("Each figure is of its own cohort, and figures of two are not put together."),
        ]
    )


def _adults(found: ReoffendingFindings) -> tuple[Block, ...]:
    if found.adults:
        return adults_blocks(found.adults, found.area)
    return (
        needs_paragraph(
            about="how many adults reoffend",
            what="observed and predicted reoffenders by cohort",
            whom="the Probation Service or the Ministry of Justice",
        ),
    )


def _children(found: ReoffendingFindings) -> tuple[Block, ...]:
    if found.children:
        return children_blocks(found.children, found.area)
    return (
        needs_paragraph(
            about="how many children reoffend",
            what="first-time entrants, and reoffending by cohort",
            whom="the youth justice service",
        ),
    )


def _again(found: ReoffendingFindings) -> tuple[Block, ...]:
    if found.again is None:
        return (
            needs_paragraph(
                about="how many suspects are named again within a year",
                what="the force's extract of suspects, with a lasting number for each person",
                whom="the police force",
            ),
        )
    return (
        Paragraph(_again_words(found.again), lead=True),
        Note(NoteKind.CAUTION, say(ANOTHER_THING)),
    )


def _again_words(found: SuspectedAgain) -> Text:
    told = []
    if found.suspects:
        told.append(
            say(
                "Of people suspected of a crime {period} who could be followed for 12 months, "
                "{share} were suspected of another within them ({range}).",
                period=during(found.suspects.period),
                share=percent(found.suspects),
                range=between(found.suspects, 1, "%"),
            )
        )
    if found.proved:
        told.append(
            say(
                "Of those with a proved offence, {share} had another in the time ({range}).",
                share=percent(found.proved),
                range=between(found.proved, 1, "%"),
            )
        )
    return join(told)
