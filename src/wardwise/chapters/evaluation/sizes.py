"""Differences in words: so many fewer or more, and the range."""

from __future__ import annotations

from wardwise.document.initials import small
from wardwise.document.phrases import listed
from wardwise.document.text import Number
from wardwise.document.words import rounded
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.settings_of_initiatives import InitiativeSettings
from wardwise.figures.initiatives import Evaluated


def kind_of(one: Evaluated) -> str:
    """What is counted, where the sentence has named it: ``offences``, ``incidents`` or harm."""
    if one.effects.local.unit is Unit.HARM:
        return "severity points"
    return "incidents" if one.initiative.offences == (ANTI_SOCIAL_BEHAVIOUR,) else "offences"


def noun_of(one: Evaluated) -> str:
    """What is counted: ``offences of burglary``, ``incidents of anti-social behaviour``."""
    return f"{kind_of(one)} of {subject_of(one.initiative)}"


def subject_of(initiative: InitiativeSettings) -> str:
    """The offence by itself, as in the middle of a sentence."""
    return listed([small(name) for name in initiative.offences])


def size_of(figure: Figure) -> Number:
    """How many, without the sign, which the word beside it gives."""
    return Number(rounded(abs(figure.number), 0), figure)


def fewer_or_more(figure: Figure) -> str:
    """The word for the sign."""
    return "fewer" if figure.number < 0 else "more"


def range_of(figure: Figure) -> str:
    """``276 to 625 fewer``, or ``20 fewer to 45 more`` where nought lies between.

    The smaller number comes first where both are of one kind.
    """
    return _range_of(figure, ("fewer", "more"), 0, "")


def percent_range_of(figure: Figure) -> str:
    """``45.8% to 62.6% lower``, or ``3.0% lower to 4.5% higher``."""
    return _range_of(figure, ("lower", "higher"), 1, "%")


def is_beyond_chance(figure: Figure) -> bool:
    """Whether nought lies outside the interval."""
    ends = figure.interval
    return ends is not None and (ends.upper < 0 or ends.lower > 0)


def _range_of(figure: Figure, words: tuple[str, str], places: int, unit: str) -> str:
    if figure.interval is None:
        return "–"
    low, high = figure.interval.lower, figure.interval.upper
    ends = [rounded(abs(end), places) + unit for end in (low, high)]
    if high <= 0:
        return f"{ends[1]} to {ends[0]} {words[0]}"
    if low >= 0:
        return f"{ends[0]} to {ends[1]} {words[1]}"
    return f"{ends[0]} {words[0]} to {ends[1]} {words[1]}"
