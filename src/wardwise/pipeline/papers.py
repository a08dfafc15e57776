"""The papers of a run, put together from the chapters' sections."""

from __future__ import annotations

from wardwise.document.section import Document, Section
from wardwise.domain.evidence import NotHeld
from wardwise.domain.marking import highest_marking
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
        marking=_marking(desk),
        run=run,
        prepared_by=settings.document.prepared_by,
        sections=sections,
    )


def _marking(desk: Desk) -> str:
    """The paper's own, or a partner's file's if that is higher."""
    held, returns = desk.evidence.recorded_people, desk.evidence.returns
    files = [] if isinstance(held, NotHeld) else [held.marking]
    files += [] if isinstance(returns, NotHeld) else [one.marking for one in returns.values()]
    return highest_marking([desk.settings.document.marking, *files])
