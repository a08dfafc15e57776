"""A place in an order, in words that keep its interval beside it."""

from __future__ import annotations

from wardwise.chapters.comparison.findings import Standing
from wardwise.document.text import Number, Text, say
from wardwise.document.words import NOT_KNOWN, ordinal, places_between
from wardwise.domain.nothing import NotKnown
from wardwise.figures.ranks import RankFound
from wardwise.measures.compare.rank import Rank


def place_cell(found: RankFound) -> Number:
    """``3rd (2nd to 6th)`` for a table."""
    rank = found.rank
    if isinstance(rank, NotKnown):
        return Number(NOT_KNOWN, found.figure)
    return Number(f"{ordinal(rank.position)} ({_range(rank)})", found.figure)


def place_words(found: RankFound, among: str) -> Text:
    """``3rd of 16 among …, anywhere from 2nd to 6th``; 1st is the highest rate."""
    rank = found.rank
    if isinstance(rank, NotKnown):
        return say("not ranked ({why})", why=rank.reason)
    place = Number(ordinal(rank.position), found.figure)
    if rank.lower == rank.upper:
        return say("{place} of {of} among {among}", place=place, of=str(rank.of), among=among)
    return say(
        "{place} of {of} among {among} ({range})",
        place=place,
        of=str(rank.of),
        among=among,
        range=anywhere(rank),
    )


def anywhere(rank: Rank) -> str:
    """``anywhere from 2nd to 6th``, ``14th or 15th``."""
    return places_between(rank.lower, rank.upper)


def is_high(standing: Standing) -> bool:
    """Whether even the lowest place that the data allow is in the upper half of the similar."""
    rank = standing.among_similar.rank
    return isinstance(rank, Rank) and rank.upper <= rank.of / 2


def is_low(standing: Standing) -> bool:
    """Whether even the highest place that the data allow is in the lower half of the similar."""
    rank = standing.among_similar.rank
    return isinstance(rank, Rank) and rank.lower > (rank.of + 1) / 2


def _range(rank: Rank) -> str:
    if rank.lower == rank.upper:
        return "clearly"
    return f"{ordinal(rank.lower)} to {ordinal(rank.upper)}"
