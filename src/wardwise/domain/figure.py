"""A printed number, with all that is needed to make it again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from wardwise.domain.area import Area
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown, Value, Withheld
from wardwise.domain.period import Period
from wardwise.domain.verdict import Verdict


Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class Unit(StrEnum):
    """What one of it is."""

    OFFENCES = "offences"
    PAIRS = "pairs of offences"
    PER_1000_RESIDENTS = "offences per 1,000 residents"
    PER_1000_HOUSEHOLDS = "offences per 1,000 households"
    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage points"
    PEOPLE = "people"
    PEOPLE_PER_1000 = "people per 1,000 residents"
    HOUSEHOLDS = "households"
    AREAS = "areas"
    RECORDS = "records"
    FILES = "files"
    DAYS = "days"
    YEARS = "years"
    SEARCHES = "searches"
    PER_1000_SEARCHES = "searches per 1,000 residents"
    HARM = "severity points"
    HARM_PER_1000 = "severity points per 1,000 residents"
    RANK = "rank"
    SCORE = "score"
    RATIO = "ratio"
    INDEX = "index, 100 = average"
    DISTANCE = "standardised distance"
    KILOMETRES = "km"
    FORECASTS = "forecasts"
    MONTHS = "months"
    POUNDS = "pounds"
    PROBABILITY = "probability"
    SQUARE_KILOMETRES = "km²"
    METRES = "m"
    ACTIONS = "actions"
    INDICATORS = "indicators"
    AS_DEFINED = "in the indicator's own unit"


INCOMPLETE = "; incomplete: "  # in a method, before why the period is held in part only


@dataclass(frozen=True)
class Ask:
    """One question put to the stored evidence: the name of a function in ``evidence/``."""

    question: str
    arguments: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True)
class Recipe:
    """How to make the figure again: a measure by name, and where each argument comes from.

    An argument is an ``Ask`` (fetched from the stored rows), another ``Recipe`` (worked out
    first) or a plain value that settings or the method fix. ``take`` names the attribute of
    the measure's answer that is printed, where the answer has several.
    """

    measure: str
    arguments: Mapping[str, Ask | Recipe | Json] = field(default_factory=dict)
    take: str | None = None


@dataclass(frozen=True)
class Comparison:
    """A figure set against its baseline, with the word that the test allows."""

    baseline_value: Value
    baseline_period: Period
    change_percent: Value
    lower: float | None
    upper: float | None
    verdict: Verdict


@dataclass(frozen=True)
class Figure:
    """One number as it may be printed anywhere in any document.

    ``value`` is unrounded. ``measure`` is the name of the function that made it.
    ``offence`` is the published name of the group, None for the whole of recorded crime.
    ``detail`` tells apart figures that agree in measure, offence, area, period and source
    (an ethnic group, an outcome, a baseline other than the year before).
    """

    measure: str
    offence: str | None
    area: Area
    period: Period
    value: Value
    unit: Unit
    sources: tuple[str, ...]
    recipe: Recipe | None = None
    method: str = ""
    interval: Interval | None = None
    comparison: Comparison | None = None
    detail: str = ""
    marking: str = "OFFICIAL"

    @cached_property
    def figure_id(self) -> str:
        """Derived from what the figure is, so that a new chapter renumbers nothing."""
        key = "|".join(
            (
                self.measure,
                self.offence or "",
                self.area.code,
                str(self.period),
                ",".join(sorted(self.sources)),
                self.detail,
            )
        )
        number = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
        return "F-" + _base32(number % 32**8)

    @property
    def status(self) -> str:
        """``known``, ``not_known`` or ``withheld``."""
        match self.value:
            case NotKnown():
                return "not_known"
            case Withheld():
                return "withheld"
            case _:
                return "known"

    @property
    def number(self) -> float:
        """The value, where the caller has made sure that it is known."""
        if isinstance(self.value, NotKnown | Withheld):
            raise ValueError(f"{self.figure_id} is {self.status}: {self.value.reason}")
        return self.value


# Crockford's alphabet: no letters that are read as digits, so an id survives being read aloud
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def _base32(number: int) -> str:
    digits = ""
    for _ in range(8):
        number, digit = divmod(number, 32)
        digits = _ALPHABET[digit] + digits
    return digits
