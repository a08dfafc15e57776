"""Reasons as text whose numbers are the figures that they stand on."""

from __future__ import annotations

from wardwise.chapters.threat_assessment.findings import Line
from wardwise.document.text import Number, Span, Strong, Text
from wardwise.threats.reason import Mark


def reason_text(line: Line) -> Text:
    """The candidate's name, and why."""
    spans: list[Span] = [Strong(line.assessed.name + "."), " "]
    for part in line.assessed.reason.parts:
        spans.append(_span(line, part) if isinstance(part, Mark) else part)
    return Text(tuple(spans))


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
