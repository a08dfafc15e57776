"""A figure as a bar: its value with its interval, or the word at the gap."""

from __future__ import annotations

from wardwise.document.pictures import Bar
from wardwise.domain.figure import Figure


def bar_of(label: str, figure: Figure | None, *, ours: bool) -> Bar:
    """The bar of a figure; where it is not known or withheld there is a gap, never a nought."""
    if figure is None or figure.status != "known":
        withheld = figure is not None and figure.status == "withheld"
        return Bar(label, None, ours=ours, why_not="not shown" if withheld else "not known")
    span = figure.interval
    lower, upper = (span.lower, span.upper) if span else (None, None)
    return Bar(label, figure.number, lower, upper, ours=ours)
