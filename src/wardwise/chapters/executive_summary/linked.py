"""A claim in words, with its numbers tied again to the figures that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wardwise.document.text import Number, Span, Text
from wardwise.document.words import decimal, ordinal, percent, rounded, signed_percent, whole
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.finding import KeyFinding


def linked(finding: KeyFinding) -> Text:
    """The claim; every number in it that is a figure of the finding becomes that figure."""
    spans: list[Span] = [finding.claim]
    for figure in finding.figures:
        spans = _tie(spans, figure)
    return Text(tuple(spans))


def _tie(spans: list[Span], figure: Figure) -> list[Span]:
    """The first span of words that holds the figure as it is printed, parted around it."""
    for printed in _printed(figure):
        # whole numbers only: the 8 of 18,360 is not the figure 8
        pattern = re.compile(rf"(?<![\d.,]){re.escape(printed)}(?![\d%]|[.,]\d)")
        for n, span in enumerate(spans):
            found = pattern.search(span) if isinstance(span, str) else None
            if found and isinstance(span, str):
                parts = (span[: found.start()], Number(printed, figure), span[found.end() :])
                return [*spans[:n], *(part for part in parts if part), *spans[n + 1 :]]
    return spans


def _printed(figure: Figure) -> Iterator[str]:
    """Every way in which a claim may print the figure, the longest first."""
    if figure.status != "known":
        return
    if figure.unit is Unit.RANK:
        yield ordinal(int(figure.number))
        return
    if figure.unit is Unit.PERCENT:
        yield from _once(
            text
            for places in (1, 0)
            for text in (
                signed_percent(figure, places).text,
                percent(figure, places).text,
                rounded(abs(figure.number), places) + "%",
            )
        )
        return
    yield from _once((decimal(figure, 2).text, decimal(figure).text, whole(figure).text))


def _once(texts: Iterable[str]) -> Iterator[str]:
    yield from dict.fromkeys(texts)
