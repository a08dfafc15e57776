"""Whether a person's clearance reaches a paper's marking."""

from __future__ import annotations

from wardwise.domain.marking import IN_ORDER, rank_of_marking


LOWEST = IN_ORDER[0]
CLEARANCES = IN_ORDER[:2]  # what a partnership can clear people to here


def is_cleared(clearance: str, marking: str) -> bool:
    """Whether somebody cleared to ``clearance`` may see what is marked ``marking``.

    >>> is_cleared("OFFICIAL", "OFFICIAL-SENSITIVE")
    False
    """
    return rank_of_marking(marking) <= rank_of_marking(clearance)
