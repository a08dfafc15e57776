"""The engine's data-quality evidence as tables of plain text, for a page and for an export."""

from __future__ import annotations

from typing import TypedDict

from wardwise.domain.evidence import Evidence


class Table(TypedDict):
    """One table of a report."""

    title: str
    headings: list[str]
    rows: list[list[str]]


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
        "rows": [
            [
                file.source,
                file.path,
                file.months,
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
        "rows": [
            [source, reason, f"{n:,}"] for source, reason, n in evidence.quality.set_aside if n
        ],
    }


def _completeness(evidence: Evidence) -> Table:
    return {
        "title": "Completeness against the Home Office totals",
        "headings": ["Months", "Status", "Held", "Why"],
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
        "rows": [
            [
                str(one.month),
                f"{one.rows_earlier:,}",
                f"{one.rows_later:,}",
                str(one.kept),
                f"{one.appeared:,}",
                f"{one.vanished:,}",
            ]
            for one in evidence.quality.extracts
        ],
    }
