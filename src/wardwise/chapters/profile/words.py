"""Turns of phrase that several parts of a profile use."""

from __future__ import annotations

from wardwise.document.initials import capital as capital
from wardwise.document.phrases import changed, verdict_of
from wardwise.document.text import Number, Span, Text, say
from wardwise.document.words import (
    between,
    decimal,
    ordinal,
    percent,
    places_between,
    rounded,
    signed_percent,
    whole,
)
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.period import Period
from wardwise.domain.verdict import Verdict


LEAST, FEW = 0.1, 10.0  # percent: below the one only that is said; below the other, a decimal
WHOLE_GROUPS = {
    "Burglary": "burglaries of every kind",
    "Violence and sexual offences": "violence and sexual offences together",
}


def rank_words(rank: Figure, of: int) -> Text:
    """``15th of 16 (anywhere from 8th to 16th)``, the 1st being the highest."""
    at = Number(ordinal(int(rank.number)), rank)
    if rank.interval is None or rank.interval.lower == rank.interval.upper:
        return say("{at} of {of}, 1st being the highest", at=at, of=str(of))
    held = places_between(int(rank.interval.lower), int(rank.interval.upper))
    return say("{at} of {of}, 1st being the highest ({held})", at=at, of=str(of), held=held)


def briefly(change: Figure) -> Text:
    """The verdict in a few words: the size only where a test lets us speak of a change."""
    match verdict_of(change):
        case Verdict.ROSE | Verdict.FELL:
            return changed(change)
        case Verdict.NO_CLEAR_CHANGE:
            return say("shows no clear change on the year before")
        case _:
            return say("cannot be compared with the year before")


def rate_places(rate: Figure) -> int:
    """One decimal, more where the rate is small."""
    if rate.status != "known" or rate.number >= 1:
        return 1
    return 2 if rate.number >= 0.1 else 3


def with_limits(number: Number, places: int = 0, suffix: str = "") -> Text:
    """``12.0 (10.1 to 14.2)``, or the number alone."""
    limits = number.figure.interval
    if limits is None or rounded(limits.lower, places) == rounded(limits.upper, places):
        return say("{n}", n=number)
    return say("{n} ({limits})", n=number, limits=between(number.figure, places, suffix))


def part_words(share: Figure) -> Span:
    """``68%``, ``9.3%``, ``under 0.1%``; in words where the part is not known."""
    if share.status != "known":
        return "an unknown part"
    if share.number < LEAST:
        return Number(f"under {LEAST}%", share)
    return percent(share, 1 if share.number < FEW else 0)


def during(period: Period) -> str:
    """``in 2024``, ``from May 2023 to April 2024``."""
    is_one = period.first == period.last or period.label.isdigit()
    return f"in {period.label}" if is_one else f"from {period.label}"


def counted_words(group: str | None, *, plural: str, is_part: bool) -> str:
    """What is counted by month and place, always as several: the offence, or its wider group."""
    if not is_part:
        return plural
    return WHOLE_GROUPS.get(group or "", f"all records of {group_words(group)}")


def group_words(group: str | None) -> str:
    """The recorded-crime group inside a sentence."""
    return (group or "").lower()


def as_printed(figure: Figure) -> Number:
    """A figure in the style of its unit, for the list of what a finding rests on."""
    match figure.unit:
        case Unit.PERCENT if figure.comparison is not None:
            return signed_percent(figure)
        case Unit.PERCENT:
            return percent(figure, 0 if figure.status == "known" and figure.number >= 10 else 1)
        case Unit.KILOMETRES | Unit.PERCENTAGE_POINTS:
            return decimal(figure)
        case Unit.RANK if figure.status == "known":
            return Number(ordinal(int(figure.number)), figure)
        case Unit.PER_1000_RESIDENTS | Unit.PER_1000_HOUSEHOLDS:
            return decimal(figure, rate_places(figure))
        case _:
            return whole(figure)
