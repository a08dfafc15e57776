"""The words about rows: those with no place, those that changed, those that were read."""

from __future__ import annotations

from wardwise.chapters.evidence_and_trust.findings import EvidenceFindings
from wardwise.chapters.evidence_and_trust.source_tables import (
    files_table,
    set_aside_table,
    sources_table,
)
from wardwise.chapters.evidence_and_trust.tables import extracts_table, located_table
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Block, Section
from wardwise.document.text import join, say
from wardwise.document.words import percent, whole


REPEATED = (
    "A record that one file publishes twice is used once; records that share a Crime ID and "
    "differ in offence or place are all used. "
)


def located_blocks(found: EvidenceFindings) -> tuple[Block, ...]:
    row = found.located_whole
    if row is None or row.share.status != "known":
        return (Note(NoteKind.MISSING, say("Nothing is known of records with no place.")),)
    ours = found.located_of == found.force
    whose = (
        "They may have happened anywhere in the {force} force area, so they are given to no "
        "partnership: every count here is a little too low, and more so for some offences."
        if ours
        else "In this source a record with no neighbourhood names no force either, so that the "
        "share is of all that it holds for England and Wales; that of the {force} force is not "
        "known."
    )
    return (
        Paragraph(
            join(
                [
                    say(
                        "{n} of {all} recorded offences ({share}) of {months} have no "
                        "neighbourhood.",
                        n=whole(row.not_located),
                        all=whole(row.rows),
                        share=percent(row.share),
                        months=found.latest.label,
                    ),
                    say(whose, force=found.force.name),
                ]
            ),
            lead=True,
        ),
        located_table(found),
    )


def extracts_sections(found: EvidenceFindings) -> tuple[Section, ...]:
    """A section only where a month is held twice."""
    if not found.extracts:
        return ()
    _, _, both, appeared, vanished, offence, place, outcome = found.extracts_together
    earlier = [row.month.label for row in found.extracts if row.kept == "earlier"]
    yielded = (
        say(
            " For {months} the later extract is more than 5% smaller, so the earlier one is used.",
            months=listed(earlier),
        )
        if earlier
        else say("")
    )
    lead = say(
        "Open records change after they are published. Over the months held twice, {appeared} "
        "Crime IDs appeared and {vanished} vanished; of {both} in both, {offence} have another "
        "offence, {place} another place and {outcome} another outcome. The later extract is used.",
        appeared=whole(appeared),
        vanished=whole(vanished),
        both=whole(both),
        offence=whole(offence),
        place=whole(place),
        outcome=whole(outcome),
    )
    blocks = (Paragraph(lead + yielded, lead=True), extracts_table(found))
    return (Section("One month, two extracts", "evidence-extracts", blocks),)


def sources_blocks(found: EvidenceFindings) -> tuple[Block, ...]:
    blocks: list[Block] = [sources_table(found)]
    if found.set_aside:
        blocks.append(set_aside_table(found))
    blocks.append(
        Note(
            NoteKind.SOURCE,
            say(
                "Rows in are rows used and rows set aside, and nothing else. {rule}Rates are "
                "worked on Census {year} residents and households.",
                rule=REPEATED if found.source == "police_uk" else "",
                year=str(found.census_year),
            ),
        )
    )
    blocks.append(files_table(found))
    return tuple(blocks)
