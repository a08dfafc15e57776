"""The words on outcomes: how offences ended, how to read it, what is missing."""

from __future__ import annotations

from wardwise.chapters.outcomes_and_searches.findings import (
    OutcomeRow,
    OutcomesAndSearches,
    OutcomesFound,
)
from wardwise.chapters.outcomes_and_searches.key_findings import NO_SUSPECT
from wardwise.chapters.outcomes_and_searches.outcome_pictures import (
    MANY,
    charged_picture,
    drawn,
    groups_picture,
    level_with,
)
from wardwise.chapters.outcomes_and_searches.outcome_tables import offence_table
from wardwise.chapters.outcomes_and_searches.published import published_blocks
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import during, why_not
from wardwise.document.section import Block
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, percent, rounded
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure


def outcome_blocks(whole: OutcomesAndSearches) -> tuple[Block, ...]:
    """The half on outcomes, or what it needs; then the force as the Home Office has it."""
    force = published_blocks(whole.published) if whole.published else ()
    return (*_of_the_partnership(whole), *force)


def _of_the_partnership(whole: OutcomesAndSearches) -> tuple[Block, ...]:
    found = whole.outcomes
    if isinstance(found, NotHeld):
        return not_held(
            found,
            "how offences ended",
            "They would give the share charged, dealt with out of court and closed without a "
            "suspect, by offence.",
        )
    if found.whole.charged.status != "known":
        return (
            Paragraph(
                say(
                    "How offences recorded {period} ended is not known: {why}.",
                    period=during(found.period),
                    why=why_not(found.whole.charged),
                ),
                lead=True,
            ),
        )
    return (
        Paragraph(_answer(whole, found), lead=True),
        groups_picture(found, whole.area, whole.force),
        Note(NoteKind.CAUTION, _which_months(found)),
        Note(NoteKind.ALTERNATIVE, _reading()),
        Paragraph(_by_offence(found)),
        charged_picture(found, whole.area),
        offence_table(found, whole.area, whole.force),
    )


def not_held(missing: NotHeld, subject: str, answers: str) -> tuple[Block, ...]:
    """The question, that it is not answered, and the way to an answer."""
    return (
        Paragraph(say("Not known: {subject}.", subject=subject), lead=True),
        Note(
            NoteKind.MISSING,
            say(
                "This needs {what}, from {whom}. {answers}",
                what=missing.what,
                whom=missing.from_whom,
                answers=answers,
            ),
        ),
    )


def share_of(found: OutcomesFound, group: str) -> Figure:
    """The share of an outcome group in all recorded crime."""
    return found.whole.shares[found.groups.index(group)]


def _answer(whole: OutcomesAndSearches, found: OutcomesFound) -> Text:
    charged = found.whole.charged
    return say(
        "Of the offences recorded in {place} {period}, {charged} ended with a charge or "
        "summons ({range}), against {force} in the {name} force area. For {unsolved} no suspect "
        "was identified; for {suspect} there was a suspect who was not prosecuted.",
        place=whole.area.name,
        period=during(found.period),
        charged=percent(charged),
        range=between(charged, 1, "%"),
        force=percent(found.whole.force_charged),
        name=whole.force.name,
        unsolved=percent(share_of(found, NO_SUSPECT)),
        suspect=percent(share_of(found, "Suspect not prosecuted")),
    )


def _by_offence(found: OutcomesFound) -> Text:
    rows = drawn(found)
    if len(rows) < 4:
        return say("Few offences were recorded often enough for a share of their own.")
    most, least = level_with(rows, rows[0]), level_with(rows, rows[-1])
    if len(most) > MANY or len(least) > MANY or most[-1] in least:
        return say(
            "The shares charged overlap too much to name the one offence with the highest and "
            "the one with the lowest."
        )
    return say(
        "{most} ended most often with a charge, {least} least. Offences that officers find "
        "themselves come with a suspect; thefts that nobody saw seldom do.",
        most=_with_shares(most, opens=True),
        least=_with_shares(least, opens=False),
    )


def _with_shares(rows: list[OutcomeRow], *, opens: bool) -> Text:
    told = [
        say(
            "{name} ({charged})",
            name=str(row.offence) if opens and n == 0 else str(row.offence).lower(),
            charged=percent(row.charged),
        )
        for n, row in enumerate(rows)
    ]
    return told[0] if len(told) == 1 else join([join(told[:-1], ", "), told[-1]], " and ")


def _which_months(found: OutcomesFound) -> Text:
    told = (
        f"Offences recorded {during(found.period)}: each was at least "
        f"{rounded(found.age_months, 0)} months old at the end of {found.held_to.label}, the "
        "latest month held, so that it had time. Earlier years are not set beside it: their "
        "offences have had longer. Anti-social behaviour has no outcomes and is left out."
    )
    if found.problem:
        told += f" Not all offences of these months are held: {found.problem}."
    return Text((told,))


def _reading() -> Text:
    return say(
        "'Suspect not prosecuted' is mostly that the evidence was not enough, or that the person "
        "harmed did not support a prosecution; it is not a judgement on either. A community "
        "resolution can be the better end for the person harmed. A low share charged can be a "
        "harder mix of cases, a slower court, or a fuller record of what was never likely to be "
        "solved."
    )
