"""The words about breaks in the series, what is missing, and what was noticed."""

from __future__ import annotations

from wardwise.chapters.evidence_and_trust.findings import EvidenceFindings
from wardwise.chapters.evidence_and_trust.source_tables import notices_table
from wardwise.chapters.evidence_and_trust.tables import breaks_table
from wardwise.document.blocks import Bullets, Note, NoteKind, Paragraph
from wardwise.document.initials import capital
from wardwise.document.section import Block
from wardwise.document.text import Text, say


NOTICES_ON_PAGE = 4


def breaks_blocks(found: EvidenceFindings) -> tuple[Block, ...]:
    """Breaks within the months held on the page, the others in the appendix."""
    blocks: list[Block] = []
    inside = [row for row in found.breaks if row.inside]
    if inside:
        blocks.append(
            Paragraph(
                say(
                    "Counting changed within these months. A change across such a date can be "
                    "the counting and not the crime."
                ),
                lead=True,
            )
        )
        blocks.append(breaks_table(found, inside=True))
    else:
        blocks.append(
            Paragraph(
                say(
                    "No change in counting is on the register between {months}.",
                    months=found.held.label.replace(" to ", " and "),
                ),
                lead=True,
            )
        )
    blocks.append(
        Note(
            NoteKind.CAUTION,
            say(
                "The register holds published changes, national and of this force; how far each "
                "bears on these counts is not known, so it is a caution. Changes inside the force "
                "(a new system, a backlog, a new practice) are known to the force: named in the "
                "settings, nothing is compared across them."
            ),
        )
    )
    if len(inside) < len(found.breaks):
        blocks.append(breaks_table(found, inside=False))
    return tuple(blocks)


def missing_blocks(found: EvidenceFindings) -> tuple[Block, ...]:
    """Evidence that nobody has supplied, and what the reading noticed."""
    always = [say("Offences that nobody reported to the police: a survey of residents shows some.")]
    if not found.has_people:
        always.append(
            say(
                "Who was harmed, who is suspected, the day and the hour: the police force's own "
                "crime records."
            )
        )
    if not found.supplied:  # else it is told dataset by dataset
        always.append(
            say(
                "Incidents that the council, the fire service, ambulances and hospitals dealt "
                "with: those authorities."
            )
        )
    parts = [
        say("{what}: {whom}.", what=capital(part.what), whom=part.from_whom)
        for part in found.missing
    ]
    blocks: list[Block] = [
        Paragraph(say("What this assessment does not have, and who could supply it."), lead=True),
        Bullets((*parts, *always)),
    ]
    if len(found.notices) > NOTICES_ON_PAGE:
        blocks.append(notices_table(found))
    elif found.notices:
        blocks.append(Paragraph(say("What was noticed while the files were read:")))
        blocks.append(Bullets(tuple(Text((notice,)) for notice in found.notices)))
    return tuple(blocks)
