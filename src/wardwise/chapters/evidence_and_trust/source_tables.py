"""Tables of what was read: sources, files, rows set aside, and notices."""

from __future__ import annotations

from wardwise.chapters.evidence_and_trust.findings import EvidenceFindings
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.text import say
from wardwise.document.words import whole


ON_PAGE = 25  # rows of a table that paper can carry


def sources_table(found: EvidenceFindings) -> Table:
    """Sources with their rows: what came in is what was used and what was set aside."""
    return Table(
        name="sources",
        caption="What this assessment was made from",
        columns=(
            Column("Source", Align.LEFT),
            Column("Months", Align.LEFT),
            Column("Rows in"),
            Column("Used"),
            Column("Set aside"),
        ),
        rows=tuple(
            (
                row.name,
                row.months,
                whole(row.rows_in),
                whole(row.used),
                whole(row.set_aside),
            )
            for row in found.sources
        ),
        notes=(say(_licences(found)),),
    )


def _licences(found: EvidenceFindings) -> str:
    licences = sorted({row.licence for row in found.sources})
    return "Licence: " + "; ".join(licences) + "." if licences else "No licence is recorded."


def files_table(found: EvidenceFindings) -> Table:
    """Every file with the short hash of its content."""
    return Table(
        name="files",
        caption="Every file that was read, by its content",
        columns=(
            Column("File", Align.LEFT),
            Column("Source", Align.LEFT),
            Column("Months", Align.LEFT),
            Column("Rows in"),
            Column("Used"),
            Column("SHA-256, short", Align.LEFT),
            Column("Licence", Align.LEFT, quiet=True),
        ),
        rows=tuple(
            (
                row.path,
                row.name,
                row.months,
                whole(row.rows_in),
                whole(row.used),
                row.sha256[:HASH],
                row.licence,
            )
            for row in found.files
        ),
        appendix=True,
    )


HASH = 12  # characters: enough to tell files apart; the manifest has the whole


def set_aside_table(found: EvidenceFindings) -> Table:
    """Rows that were read and not used, by reason."""
    return Table(
        name="set-aside",
        caption="Rows set aside, and why",
        columns=(
            Column("Reason", Align.LEFT),
            Column("Source", Align.LEFT, quiet=True),
            Column("Rows"),
        ),
        rows=tuple((row.reason, row.name, whole(row.rows)) for row in found.set_aside),
        appendix=len(found.set_aside) > ON_PAGE,
    )


def notices_table(found: EvidenceFindings) -> Table:
    """What the reading of the files noticed, in its own words."""
    return Table(
        name="notices",
        caption="What was noticed while the files were read",
        columns=(Column("Notice", Align.LEFT),),
        rows=tuple((notice,) for notice in found.notices),
        appendix=True,
    )
