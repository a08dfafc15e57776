"""Reasons as text whose numbers are the figures that they stand on."""

from __future__ import annotations

from wardwise.chapters.threat_assessment.findings import Line
from wardwise.document.text import Number, Span, Strong, Text
from wardwise.threats.reason import Mark


def reason_text(line: Line) -> Text:
    """The candidate's name, and why."""
    return Text((Strong(line.assessed.name + "."), " ", *why(line).spans))


def why(line: Line) -> Text:
    """What speaks for the candidate, or what decided against it."""
    parts = line.assessed.reason.parts
    return Text(tuple(_span(line, part) if isinstance(part, Mark) else part for part in parts))


def _span(line: Line, mark: Mark) -> Span:
    scores = {
        "top_percent": line.top_share,
        "rank": line.risk,
        "gap": line.risk,
        "harm": line.harm,
        "likelihood": line.likelihood,
    }
    figure = scores.get(mark.key) or line.candidate.figure_of(mark.key)
    return Number(mark.text, figure) if figure else mark.text
