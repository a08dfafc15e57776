"""Phrases that a test allows. No chapter writes 'rose' or 'fell' by itself."""

from __future__ import annotations

from wardwise.document.text import Number, Text, say
from wardwise.document.words import NOT_KNOWN, rounded, signed_percent
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.domain.verdict import Verdict


ARROWS = {
    Verdict.ROSE: "▲ rose",
    Verdict.FELL: "▼ fell",
    Verdict.NO_CLEAR_CHANGE: "no clear change",
    Verdict.NOT_COMPARABLE: "not comparable",
}


def verdict_of(change: Figure) -> Verdict:
    """The word of a change figure's own test."""
    if change.comparison is None:
        return Verdict.NOT_COMPARABLE
    return change.comparison.verdict


def verdict_cell(change: Figure) -> str:
    """The word with its arrow, for a table; an arrow never stands without the word."""
    return ARROWS[verdict_of(change)]


MOST_PERCENT = 1000.0
"""A limit beyond this says only that almost anything is possible: its digits say nothing."""


def limits(change: Figure, places: int = 1) -> str:
    """``−5.9% to +0.1%``, for a change; a dash where there are none."""
    if change.interval is None:
        return "–"
    ends = (change.interval.lower, change.interval.upper)
    return " to ".join(_limit(limit, places) for limit in ends)


def _limit(limit: float, places: int) -> str:
    if limit > MOST_PERCENT:
        return f"over +{rounded(MOST_PERCENT, 0)}%"
    text = rounded(limit, places)
    return ("+" if limit > 0 and text.strip("0.,") else "") + text + "%"


def changed(change: Figure, *, against: str = "the year before") -> Text:
    """A predicate: ``rose by 12.3% on the year before (+8.1% to +16.7%)``."""
    size = Number(_size(change), change)
    match verdict_of(change):
        case Verdict.ROSE | Verdict.FELL as verdict:
            return say(
                f"{verdict} by {{size}} on {against} ({limits(change)})",
                size=size,
            )
        case Verdict.NO_CLEAR_CHANGE:
            return say(
                f"showed no clear change on {against} "
                "({size}, which is within the usual variation of such counts)",
                size=signed_percent(change),
            )
        case _:
            return say(
                f"cannot be compared with {against} ({{why}})",
                why=Number(why_not(change), change),
            )


def why_not(figure: Figure) -> str:
    """Why a figure is not known, in the words of its reason."""
    if isinstance(figure.value, NotKnown):
        return figure.value.reason
    return NOT_KNOWN


def _size(change: Figure) -> str:
    if change.status != "known":
        return "an amount that has no percentage"
    return rounded(abs(change.number), 1) + "%"


def listed(names: list[str] | tuple[str, ...], *, last: str = "and") -> str:
    """``a, b and c``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def during(period: Period) -> str:
    """``in 2024``, ``in May 2023``, ``from May 2023 to April 2024``.

    >>> during(Period.parse("2023-05", "2024-04"))
    'from May 2023 to April 2024'
    """
    return ("from " if " to " in period.label else "in ") + period.label
