"""The words: what the paper rests on, where it has gaps, and what agrees with whom."""

from __future__ import annotations

from wardwise.chapters.evidence_and_trust.findings import EvidenceFindings, Reconciliation
from wardwise.chapters.evidence_and_trust.gaps import breaks_blocks, missing_blocks
from wardwise.chapters.evidence_and_trust.linked import linked_sections
from wardwise.chapters.evidence_and_trust.outcomes_agree import agree_sections
from wardwise.chapters.evidence_and_trust.pictures import (
    completeness_picture,
    reconciliation_picture,
    reconciliation_table,
)
from wardwise.chapters.evidence_and_trust.reconcile import MORE_HELD, MORE_MISSING
from wardwise.chapters.evidence_and_trust.rows_words import (
    extracts_sections,
    located_blocks,
    sources_blocks,
)
from wardwise.chapters.evidence_and_trust.stretches import joined
from wardwise.chapters.evidence_and_trust.supplied import supplied_sections
from wardwise.chapters.evidence_and_trust.tables import completeness_table, floor_words
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Block, Section
from wardwise.document.sources import NAMES
from wardwise.document.text import Text, join, say
from wardwise.document.words import percent, whole


MANY = 4  # names: more would hide the point of the sentence


def write(found: EvidenceFindings) -> Section:
    """The chapter, from how far to trust it down to the files."""
    return Section(
        title="The evidence and how far to trust it",
        anchor="evidence-and-trust",
        new_page=True,
        blocks=(Paragraph(_answer(found), lead=True), *_against(found)),
        sections=(
            Section("How complete it is", "evidence-completeness", _complete(found)),
            Section("Records with no place", "evidence-not-located", located_blocks(found)),
            *extracts_sections(found),
            *agree_sections(found.outcomes_agree),
            *supplied_sections(found),
            *linked_sections(found),
            Section("Where the series breaks", "evidence-breaks", breaks_blocks(found)),
            Section("What was read", "evidence-sources", sources_blocks(found)),
            Section("What is missing", "evidence-missing", missing_blocks(found)),
        ),
    )


def _answer(found: EvidenceFindings) -> Text:
    parts = [
        say(
            "Recorded crime here is from {source}, {months}.",
            source=NAMES.get(found.source, found.source),
            months=found.held.label,
        )
    ]
    held = found.reconciliation
    if held is not None:
        parts.append(
            say(
                "For {year} it holds {n} offences located in {place}, {share} of the {published} "
                "that the Office for National Statistics (ONS) published.",
                year=held.period.label,
                n=whole(held.whole.held),
                place=found.area.name,
                share=percent(held.whole.percent),
                published=whole(held.whole.published),
            )
        )
    parts.append(_incomplete(found))
    return join(parts)


def _incomplete(found: EvidenceFindings) -> Text:
    if not found.completeness:
        return say("How complete it is cannot be judged yet.")
    short = [row for row in found.completeness if row.status in ("incomplete", "missing")]
    if not short:
        return say("No month that can be judged falls short of the Home Office totals.")
    return say(
        "It is not complete for {names}: those months are printed, marked, and never compared.",
        names=listed([period.label for period in joined([row.period for row in short])]),
    )


def _against(found: EvidenceFindings) -> tuple[Block, ...]:
    held = found.reconciliation
    if held is None:
        return (Note(NoteKind.MISSING, say(found.why_not_reconciled.replace("{", ""))),)
    return (
        reconciliation_picture(found, held),
        Paragraph(_readings(held)),
        reconciliation_table(found, held),
    )


def _readings(held: Reconciliation) -> Text:
    """What does not agree, by name, and what it may be."""
    parts = []
    more = [row.offence or "" for row in held.rows if row.reading == MORE_MISSING]
    over = [row.offence or "" for row in held.rows if row.reading == MORE_HELD]
    if more:
        parts.append(
            say(
                "More is missing than has no place for {names}. Levels of what is named are too "
                "low in this paper, and changes hold only if the missing part stays the same.",
                names=_names(more),
            )
        )
    if over:
        parts.append(
            say(
                "More is held than was published for {names}: records may have been cancelled, "
                "moved to another offence or placed in another area after the open data came out.",
                names=_names(over),
            )
        )
    if held.problem:
        parts.append(say("In that year {problem}.", problem=held.problem))
    if not parts:
        parts.append(
            say(
                "No group differs from the published count by more than the share of records "
                "that have no place."
            )
        )
    return join(parts)


def _names(offences: list[str]) -> str:
    if len(offences) > MANY:
        return "the groups that the table marks"
    return listed([name.lower() for name in offences])


def _complete(found: EvidenceFindings) -> tuple[Block, ...]:
    if not found.completeness:
        return (
            Note(
                NoteKind.MISSING,
                say(
                    "This needs recorded crime by force, quarter and offence code, from the Home "
                    "Office: without it a month that is short cannot be told from a quiet one."
                ),
            ),
        )
    rule = say(
        "A stretch of months below {floor} of the Home Office count is incomplete. It is printed "
        "and marked, and no change to or from it is given.",
        floor=floor_words(found),
    )
    return (completeness_picture(found), completeness_table(found), Note(NoteKind.METHOD, rule))
