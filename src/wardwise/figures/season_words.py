"""A season in a sentence or two that follow what was found: a stretch, a single month, nothing."""

from __future__ import annotations

from wardwise.document.initials import capital
from wardwise.document.phrases import listed
from wardwise.document.text import Text, say
from wardwise.document.words import between, decimal, in_words
from wardwise.domain.figure import Figure
from wardwise.domain.period import NAMES
from wardwise.figures.seasons import Season
from wardwise.measures.time.month_index import MonthIndex


EVEN_FROM = 0.5
"""Chance of such months without a season, from which they are said to be even."""
WIDE = 1.5
"""Highest month over lowest, from which the swing is told."""


def season_words(what: str, found: Season, index: MonthIndex) -> Text:
    """What the test found of the months of what is named in the plural."""
    return _season(what, found, index) if index.is_seasonal else _none(what, found, index)


def stretches(months: tuple[int, ...]) -> str:
    """``from May to August``, ``in December``, round the end of the year where it goes on.

    >>> stretches((1, 2, 6, 11, 12))
    'from November to February and in June'
    """
    held = set(months)
    if len(held) == 12:
        return "all year"
    firsts = [n for n in months if (n - 2) % 12 + 1 not in held]
    told = []
    for first in sorted(firsts, key=lambda n: (-_length(n, held), n)):
        last = (first + _length(first, held) - 2) % 12 + 1
        alone = first == last
        told.append(f"in {NAMES[first]}" if alone else f"from {NAMES[first]} to {NAMES[last]}")
    return listed(told)


def _length(first: int, held: set[int]) -> int:
    return next(n for n in range(1, 13) if (first + n - 1) % 12 + 1 not in held)


def _season(what: str, found: Season, index: MonthIndex) -> Text:
    top = max(range(12), key=lambda n: index.index[n])
    low = min(range(12), key=lambda n: index.index[n])
    peak = say("{value} where 100 is the average day", value=_value(found.months[top]))
    match len(index.high):
        case 0:
            text = say(
                "The months of {what} differ, though none stands clearly above the average day; "
                "{month} is highest, at {peak}",
                what=what,
                month=NAMES[top + 1],
                peak=peak,
            )
        case 1:
            text = say(
                "{what} peak in {month}, at {peak}",
                what=capital(what),
                month=NAMES[top + 1],
                peak=peak,
            )
        case _:
            text = say(
                "{what} run high {when}, most of all in {month}, at {peak}",
                what=capital(what),
                when=stretches(index.high),
                month=NAMES[top + 1],
                peak=peak,
            )
    few = say("; {when} they run low", when=stretches(index.low)) if index.low else say("")
    return (
        text
        + few
        + _swing(index, top, low)
        + say(". {years} years are few to rest that on.", years=capital(in_words(index.years)))
    )


def _swing(index: MonthIndex, top: int, low: int) -> str:
    ratio = index.index[top] / index.index[low]
    if ratio < WIDE:
        return ""
    times = "more than twice as many" if ratio >= 2 else "at least half as many again"
    return f". A day in {NAMES[top + 1]} has {times} as one in {NAMES[low + 1]}"


def _none(what: str, found: Season, index: MonthIndex) -> Text:
    """Evenly spread; or a month that is highest, as chance would have it."""
    top = max(range(12), key=lambda n: index.index[n])
    years = in_words(index.years)
    if index.p_value >= EVEN_FROM:
        return say(
            "{what} show no season in {years} years.",
            what=capital(what),
            years=years,
        )
    return say(
        "{years} years show no season in {what}: {month} is highest, at {value} where 100 is the "
        "average day, which chance may give where one of twelve is picked.",
        years=capital(years),
        what=what,
        month=NAMES[top + 1],
        value=_value(found.months[top]),
    )


def _value(figure: Figure) -> Text:
    text = say("{n}", n=decimal(figure, 0))
    return text + f" ({between(figure)})"
