"""The papers of a run, put together from the chapters' sections."""

from __future__ import annotations

from wardwise.document.section import Document, Section
from wardwise.figures.desk import Desk


def assessment(desk: Desk, sections: tuple[Section, ...], run: str) -> Document:
    """The full strategic assessment."""
    return _paper("assessment", desk, sections, run)


def summary(desk: Desk, sections: tuple[Section, ...], run: str) -> Document:
    """The executive summary as a paper of its own."""
    return _paper("summary", desk, sections, run)


def _paper(kind: str, desk: Desk, sections: tuple[Section, ...], run: str) -> Document:
    settings = desk.settings
    title = settings.document.title or f"Strategic assessment for {desk.area.name}"
    return Document(
        kind=kind,
        title=title,
        partnership=desk.area.name,
        subtitle="Strategic assessment" if kind == "assessment" else "Summary for members",
        period=desk.latest.label,
        marking=settings.document.marking,
        run=run,
        prepared_by=settings.document.prepared_by,
        sections=sections,
    )
