"""Protective markings of the Government Security Classifications, and the highest of several."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache


IN_ORDER = ("OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET")


def highest_marking(markings: Sequence[str]) -> str:
    """The most protective; a marking that nobody knows outranks all but SECRET.

    >>> highest_marking(["OFFICIAL", "Official-Sensitive: police", "OFFICIAL"])
    'Official-Sensitive: police'
    """
    return max(markings, key=rank_of_marking, default=IN_ORDER[0])


@lru_cache(maxsize=256)
def rank_of_marking(marking: str) -> float:
    """Place in the order, lowest first; one that nobody knows stands below SECRET alone.

    It goes by the words it begins with, so that a handling instruction after them does not matter.
    """
    text = marking.upper().replace("_", "-").replace("OFFICIAL SENSITIVE", "OFFICIAL-SENSITIVE")
    ranks = [n for n, name in enumerate(IN_ORDER) if text.startswith(name)]
    return float(max(ranks)) if ranks else 1.5
