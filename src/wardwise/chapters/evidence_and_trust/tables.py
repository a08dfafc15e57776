"""Tables of what was read and how complete it is."""

from __future__ import annotations

from wardwise.chapters.evidence_and_trust.findings import EvidenceFindings
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.sources import NAMES, source_line
from wardwise.document.text import say
from wardwise.document.words import percent, rounded, whole


ON_PAGE = 25  # rows of a table that paper can carry


def completeness_table(found: EvidenceFindings) -> Table:
    """Offences held against the Home Office count, stretch by stretch."""
    notes = [
        say(
            "Recorded crime without anti-social behaviour and without fraud, of the whole force. "
            "A stretch that holds part of a quarter is set against the share that those months "
            "usually have of it."
        )
    ]
    if found.source == "area_counts":
        notes.append(
            say(
                "Rows without a neighbourhood name no force in this source, so a stretch may be "
                "short for want of places and not of records."
            )
        )
    return Table(
        name="completeness",
        caption=f"{found.force.name}: offences held and offences that the Home Office counted",
        columns=(
            Column("Months", Align.LEFT),
            Column("Held"),
            Column("Home Office"),
            Column("Held, %"),
            Column("Judged", Align.LEFT),
        ),
        rows=tuple(
            (
                row.period.label,
                whole(row.held),
                whole(row.expected),
                percent(row.share),
                row.status,
            )
            for row in found.completeness
        ),
        notes=tuple(notes),
        source=f"{source_line(found.source)}; {NAMES['home_office_prc']}",
        appendix=True,
        off_paper=True,  # the picture beside it has every stretch with its share
    )


def extracts_table(found: EvidenceFindings) -> Table:
    """Months that two extracts hold, and what differs between the two."""
    return Table(
        name="extracts",
        caption="Months held in two extracts: what differs between them, in records",
        columns=(
            Column("Month", Align.LEFT),
            Column("Used", Align.LEFT),
            Column("Earlier"),
            Column("Later"),
            Column("In both, by ID"),
            Column("Appeared"),
            Column("Vanished"),
            Column("Other offence"),
            Column("Other place"),
            Column("Other outcome"),
        ),
        rows=tuple(
            (row.month.label, row.kept, *(whole(cell) for cell in row.cells))
            for row in found.extracts
        ),
        notes=(
            say(
                "Appeared and vanished are Crime IDs that only one of the two holds; anti-social "
                "behaviour has no Crime ID and is in neither."
            ),
        ),
        source=source_line(found.source),
        appendix=len(found.extracts) > ON_PAGE,
    )


def located_table(found: EvidenceFindings) -> Table:
    """Records with no LSOA by offence, the largest share first."""
    return Table(
        name="not-located",
        caption=f"{found.located_of.name}: records with no neighbourhood, {found.latest.label}",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("Records"),
            Column("With no neighbourhood"),
            Column("Share, %"),
        ),
        rows=tuple(
            (row.offence or "", whole(row.rows), whole(row.not_located), percent(row.share))
            for row in found.located
        ),
        source=source_line(found.source, found.latest),
    )


def breaks_table(found: EvidenceFindings, *, inside: bool) -> Table:
    """Breaks within the months held, or those before and after."""
    rows = [row for row in found.breaks if row.inside is inside]
    return Table(
        name="series-breaks" if inside else "series-breaks-other",
        caption=f"Changes in counting, {found.held.label}"
        if inside
        else "Other changes in counting, to know before comparing with older papers",
        columns=(
            Column("From", Align.LEFT),
            Column("What changed", Align.LEFT),
            Column("Offences", Align.LEFT),
            Column("Moves the count", Align.LEFT),
            Column("Here", Align.LEFT),
            Column("Source", Align.LEFT, quiet=True),
        ),
        rows=tuple(
            (
                row.month.label,
                row.what,
                row.offences,
                row.direction,
                "not compared across" if row.refuses else "caution",
                row.source,
            )
            for row in rows
        ),
        appendix=not inside,
    )


def floor_words(found: EvidenceFindings) -> str:
    """``97%``, as the settings have it."""
    return f"{rounded(found.floor_percent, 0)}%"
