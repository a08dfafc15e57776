"""A reason in words, whose numbers a chapter can tie to printed figures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wardwise.document.initials import capital
from wardwise.document.words import MINUS, in_words, ordinal, rounded


@dataclass(frozen=True)
class Mark:
    """A number inside a reason: what it is (``volume``, ``change`` …), and as it is printed."""

    key: str
    text: str


Part = str | Mark


@dataclass(frozen=True)
class Reason:
    """Words and marks in the order that they are read."""

    parts: tuple[Part, ...]

    def __str__(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def __add__(self, other: Reason | str) -> Reason:
        return Reason((*self.parts, *((other,) if isinstance(other, str) else other.parts)))

    @property
    def shape(self) -> str:
        """The words without their numbers: two reasons of one shape say the same thing."""
        words = "".join(part if isinstance(part, str) else "#" for part in self.parts)
        return re.sub(r"\d[\d,.]*", "#", words)


def reason(template: str, /, **marks: str) -> Reason:
    """Fill ``{names}`` in a sentence with numbers as they are printed.

    >>> str(reason("There were {volume} in the year.", volume="1,204"))
    'There were 1,204 in the year.'
    """
    pieces = re.split(r"\{(\w+)\}", template)
    return Reason(
        tuple(
            Mark(piece, marks[piece]) if n % 2 else piece for n, piece in enumerate(pieces) if piece
        )
    )


def plain(text: str) -> Reason:
    """Words that somebody else wrote, as they are."""
    return Reason((text,))


def sentence(clause: Reason) -> Reason:
    """The clause with a capital and a full stop."""
    first, *rest = clause.parts
    start = capital(first) if isinstance(first, str) else first
    return Reason((start, *rest, "."))


def joined(reasons: list[Reason]) -> Reason:
    """Sentences one after another."""
    parts: list[Part] = []
    for n, part in enumerate(reasons):
        parts.extend([" "] * (n > 0))
        parts.extend(part.parts)
    return Reason(tuple(parts))


def count(value: float) -> str:
    """``1,204``."""
    return rounded(value, 0)


def rate(value: float) -> str:
    """One decimal, two where it is under one, three where it is under a tenth."""
    return rounded(value, 1 if value >= 1 else 2 if value >= 0.1 else 3)


def percent_change(value: float) -> str:
    """``14.2%``, without a sign: the verb says which way."""
    return rounded(abs(value), 1) + "%"


def signed_percent(value: float) -> str:
    """``+3.0%`` or ``−3.0%``."""
    return ("+" if value > 0 else MINUS if value < 0 else "") + percent_change(value)


def share(value: float) -> str:
    """A whole percentage that is never rounded to all or to nothing."""
    if 99 < value < 100:
        return "over 99%"
    if 0 < value < 1:
        return "under 1%"
    return rounded(value, 0) + "%"


def place(position: int) -> str:
    """``1st``."""
    return ordinal(position)


def first_of(k: int) -> str:
    """``among the first five``, which is ``first`` where there is one place only."""
    return "first" if k == 1 else f"among the first {in_words(k)}"
