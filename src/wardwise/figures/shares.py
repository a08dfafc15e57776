"""A part of a whole, or why it is not known."""

from __future__ import annotations

from wardwise.domain.nothing import NotKnown
from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.share import share_percent


def share_of(
    part: float | NotKnown, whole: float | NotKnown, *, level: float, if_none: str
) -> Estimate | NotKnown:
    """The share in percent; of a whole of nought there is none, and ``if_none`` says so."""
    if isinstance(part, NotKnown):
        return part
    if isinstance(whole, NotKnown):
        return whole
    return share_percent(part=part, whole=whole, level=level) if whole else NotKnown(if_none)


def value_of(found: Estimate | NotKnown) -> float | NotKnown:
    """What is printed of it."""
    return found if isinstance(found, NotKnown) else found.value
