"""The words: tests on arrest, treatment, drink and drugs in recorded crime."""

from __future__ import annotations

from wardwise.chapters.substance_misuse.arrest_words import tests_blocks
from wardwise.chapters.substance_misuse.findings import SubstanceFindings
from wardwise.chapters.substance_misuse.flag_words import flag_blocks, offence_blocks
from wardwise.chapters.substance_misuse.treatment_words import treatment_blocks
from wardwise.document.blocks import Paragraph
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, join, say
from wardwise.document.words import percent, whole
from wardwise.figures.not_held import needs_paragraph, words_not_used


TITLE, ANCHOR = "Drugs and alcohol", "substance-misuse"


def write(found: SubstanceFindings) -> Section:
    """The answer of the whole, then each part, or in a sentence what it needs."""
    return Section(
        title=TITLE,
        anchor=ANCHOR,
        new_page=True,
        blocks=(Paragraph(_answer(found), lead=True), *words_not_used(found.unknown)),
        sections=(
            Section("From a drug test on arrest to treatment", "drug-tests", _tests(found)),
            Section("People in treatment", "treatment", _treatment(found)),
            Section(
                "Alcohol and drugs in recorded crime",
                "substance-flags",
                (*_flags(found), *offence_blocks(found.offences)),
            ),
        ),
    )


def _answer(found: SubstanceFindings) -> Text:
    told = []
    if found.tests and found.tests.years and found.tests.years[-1].is_known:
        latest = found.tests.years[-1]
        told.append(
            say(
                "Of {n} drug tests on arrest {share} were positive.",
                n=whole(latest.whole.count),
                share=percent(latest.share),
            )
        )
    if found.treatment and found.treatment.whole.people.is_known:
        told.append(
            say(
                "{n} people are in treatment for drugs or alcohol.",
                n=whole(found.treatment.whole.people.count),
            )
        )
    if found.flagged:
        first = found.flagged.flags[0].now
        told.append(
            say(
                "{what} {was} marked on {share} of the crimes where the police asked.",
                what=first.name,
                was="were" if first.name.endswith("s") else "was",
                share=percent(first.of_answered),
            )
        )
    return join(told) if told else say("Of drugs and alcohol little is known here.")


def _tests(found: SubstanceFindings) -> tuple[Block, ...]:
    if found.tests:
        return tests_blocks(found.tests, found.area)
    return (
        needs_paragraph(
            about="how many people arrested are tested, and how many of them come to treatment",
            what="the counts of tests, assessments, care plans and starts",
            whom="the police force and the provider of treatment",
        ),
    )


def _treatment(found: SubstanceFindings) -> tuple[Block, ...]:
    if found.treatment:
        return treatment_blocks(found.treatment)
    return (
        needs_paragraph(
            about="how many people are in treatment and complete it",
            what="the quarterly return on treatment",
            whom="public health or the provider of treatment",
        ),
    )


def _flags(found: SubstanceFindings) -> tuple[Block, ...]:
    if found.flagged:
        return flag_blocks(found.flagged)
    return (
        needs_paragraph(
            about="how much recorded crime has drink or drugs in it",
            what="the force's crime extract with its marks for alcohol and drugs",
            whom="the police force",
        ),
    )
