"""One claim made into a key finding."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.chapters.profile.findings import Evidence, Found
from wardwise.document.text import Text
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.domain.verdict import Verdict
from wardwise.figures.desk import Desk


def made(
    desk: Desk,
    evidence: Evidence,
    text: Text,
    *,
    figures: Sequence[Figure],
    sure: tuple[Sureness, str],
    alternatives: tuple[str, ...],
    gap: str,
    occasion: str,
    direction: Verdict | None = None,
) -> Found:
    """A claim with the five parts that a key finding carries."""
    return Found(
        KeyFinding(
            claim=str(text),
            figures=tuple(figures),
            sureness=sure[0],
            why_sure=sure[1],
            alternatives=alternatives,
            gap=gap,
            area=desk.area,
            offence=evidence.name,
            direction=direction,
        ),
        text,
        occasion,
    )
