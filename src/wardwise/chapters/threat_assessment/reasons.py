"""Reasons as text whose numbers are the figures that they stand on."""

from __future__ import annotations

from wardwise.chapters.threat_assessment.findings import Line
from wardwise.document.text import Number, Span, Strong, Text
from wardwise.threats.reason import Mark


FIGURE_OF = {
    "volume": "volume",
    "rate": "rate",
    "severity": "severity",
    "change": "change",
    "peers": "rank",
    "peers_best": "rank",
    "peers_worst": "rank",
    "concentration": "places",
    "places": "places",
    "forecast": "forecast",
}


def reason_text(line: Line) -> Text:
    """The candidate's name, and why."""
    spans: list[Span] = [Strong(line.assessed.name + "."), " "]
    for part in line.assessed.reason.parts:
        spans.append(_span(line, part) if isinstance(part, Mark) else part)
    return Text(tuple(spans))


def _span(line: Line, mark: Mark) -> Span:
    if mark.key == "top_percent":
        return Number(mark.text, line.top_share)
    if mark.key in ("rank", "gap"):
        return Number(mark.text, line.risk)
    figure = line.candidate.figures.get(FIGURE_OF.get(mark.key, ""))
    return Number(mark.text, figure) if figure else mark.text
