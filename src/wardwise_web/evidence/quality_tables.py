"""The engine's data-quality evidence as tables of plain text, for a page and for an export."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from wardwise.document.sources import files_line
from wardwise.domain.evidence import Evidence
from wardwise.domain.period import Period


class Table(TypedDict):
    """One table of a report; ``numbers`` are the places of the columns that hold them."""

    title: str
    headings: list[str]
    rows: list[list[str]]
    numbers: NotRequired[list[int]]


def quality_tables(evidence: Evidence) -> list[Table]:
    """Files, what was set aside, completeness, months held twice, and notices."""
    made = [_files(evidence), _set_aside(evidence), _completeness(evidence), _twice(evidence)]
    made.append(
        {
            "title": "Notices",
            "headings": ["What should be known"],
            "rows": [[notice] for notice in evidence.quality.notices],
        }
    )
    return made


def _files(evidence: Evidence) -> Table:
    return {
        "title": "Files read",
        "headings": ["Source", "File", "Months", "Rows in", "Rows used", "Set aside"],
        "numbers": [3, 4, 5],
        "rows": [
            [
                _called(file.source),
                file.path,
                _months(file.months),
                f"{file.rows_in or 0:,}",
                f"{file.rows_used or 0:,}",
                f"{(file.rows_in or 0) - (file.rows_used or 0):,}",
            ]
            for file in evidence.quality.files
        ],
    }


def _set_aside(evidence: Evidence) -> Table:
    return {
        "title": "Rows set aside, by reason",
        "headings": ["Source", "Why", "Rows"],
        "numbers": [2],
        "rows": [
            [_called(source), reason, f"{n:,}"]
            for source, reason, n in evidence.quality.set_aside
            if n
        ],
    }


def _completeness(evidence: Evidence) -> Table:
    return {
        "title": "Completeness against the Home Office totals",
        "headings": ["Months", "Status", "Held", "Why"],
        "numbers": [2],
        "rows": [
            [
                one.period.label,
                one.status,
                "not judged" if one.share is None else f"{100 * one.share:.1f}%",
                one.why,
            ]
            for one in evidence.completeness.stretches
        ],
    }


def _twice(evidence: Evidence) -> Table:
    return {
        "title": "Months that two extracts hold",
        "headings": ["Month", "Rows earlier", "Rows later", "Used", "Appeared", "Vanished"],
        "numbers": [1, 2, 4, 5],
        "rows": [
            [
                _months(str(one.month)),
                f"{one.rows_earlier:,}",
                f"{one.rows_later:,}",
                str(one.kept),
                f"{one.appeared:,}",
                f"{one.vanished:,}",
            ]
            for one in evidence.quality.extracts
        ],
    }


def _called(source: str) -> str:
    known = files_line(source)
    return source.replace("_", " ").capitalize() if known == source else known


def _months(held: str) -> str:
    """``2026-04 to 2026-06`` in words; nothing where a file is of no month."""
    first, _, last = held.partition(" to ")
    return Period.parse(first, last or first).label if first else ""
