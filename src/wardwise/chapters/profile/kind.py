"""Which shape the evidence on an offence has: it decides what a profile leads with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wardwise.domain.verdict import Verdict


class Shape(StrEnum):
    """What leads, in the words that the overview prints."""

    NOT_COUNTED = "what is not known"
    RARE = "each single case"
    HIDDEN = "what is not reported"
    CHANGING = "the change"
    SEASONAL = "the time of year"
    CONCENTRATED = "the place"
    GRAVE = "the harm of each"
    STEADY = "level and comparison"


RARE_BELOW = 20
"""Offences a year below which a change is tested exactly and no picture is drawn."""

CONCENTRATED_BELOW = 0.45
"""Places that hold half, against what chance gives: at or below this, place leads."""

OWN_PERCENT = 60.0
"""Part of a wider group from which the group's months and places may stand for the offence."""

CONTEXT_PERCENT = 20.0
"""Part of a wider group from which the group's map is shown at all, and named as the group's."""


@dataclass(frozen=True)
class Signs:
    """What the shape is judged by. ``ratio`` is None where places say nothing of the offence."""

    volume: float | None
    is_hidden: bool
    verdict: Verdict
    is_seasonal: bool
    ratio: float | None
    is_weighed: bool = False  # a severity weight is known, and its own months and places are not


def shape_of(signs: Signs) -> Shape:
    """The first that holds: what is scarce in evidence comes before what is common."""
    if signs.volume is None:
        return Shape.NOT_COUNTED
    if signs.volume < RARE_BELOW:
        return Shape.RARE
    if signs.is_hidden:
        return Shape.HIDDEN
    if signs.verdict in (Verdict.ROSE, Verdict.FELL):
        return Shape.CHANGING
    if signs.is_seasonal:
        return Shape.SEASONAL
    if signs.ratio is not None and signs.ratio <= CONCENTRATED_BELOW:
        return Shape.CONCENTRATED
    return Shape.GRAVE if signs.is_weighed else Shape.STEADY
