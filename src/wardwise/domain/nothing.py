"""Three kinds of nothing: nought is a number; not known and withheld are these types.

They never turn into one another: arithmetic is simply not defined on them, so that a sum
over something not known fails where it is written and not in a board paper.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NotKnown:
    """We do not have it. The reason is printed."""

    reason: str


@dataclass(frozen=True)
class Withheld:
    """We have it and do not show it. The reason is printed."""

    reason: str


Value = float | int | NotKnown | Withheld


def is_known(value: object) -> bool:
    """Whether there is a number to print."""
    return not isinstance(value, NotKnown | Withheld)
