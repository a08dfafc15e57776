"""What the settings say of places: areas that most harm is in, and places that are vulnerable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StrictInt, model_validator

from wardwise.domain.settings_part import Part, Text


HARM, OFFENCES = "harm", "offences"
VULNERABLE = (
    "burglary",
    "criminal damage",
    "income deprivation",
    "employment deprivation",
    "aged 15 to 24",
    "education deprivation",
)
"""Parts of the vulnerable localities index."""
FLAGS = ("recorded crime", "harm", "anti-social behaviour", "violence", "burglary", "deprivation")
"""Measures by which a ward may be flagged."""
Weight = Annotated[float, Field(ge=0, le=100)]


def each_once(found: tuple[str, ...]) -> tuple[str, ...]:
    """The names, if none stands there twice."""
    twice = next((one for one in found if found.count(one) > 1), None)
    if twice is not None:
        raise ValueError(f"each name once, and '{twice}' is there twice")
    return found


class HighImpactArea(Part):
    """An area that the partnership has chosen: LSOAs, wards or own areas by code or name."""

    name: Text
    areas: Annotated[tuple[Text, ...], Field(min_length=1), AfterValidator(each_once)]
    source: Text | None = None
    workday_people: Annotated[StrictInt, Field(ge=1)] | None = None


class WorkdaySettings(Part):
    """People who are in the whole partnership on a working day, and who counted them."""

    people: Annotated[StrictInt, Field(ge=1)]
    source: Text


class HighImpactSettings(Part):
    """The high-impact areas, or how they are proposed. Units are in the names.

    ``by`` is what proposed areas shall hold most of: ``harm``, ``offences`` or a group of
    offences as the source names it.
    """

    areas: tuple[HighImpactArea, ...] = ()
    by: Text = HARM
    people_percent: Annotated[float, Field(ge=1, le=40)] = 9.0
    parts: Annotated[StrictInt, Field(ge=1, le=4)] = 2
    boundary_metres: Annotated[float, Field(ge=50, le=2000)] = 250.0
    workday: WorkdaySettings | None = None

    @model_validator(mode="after")
    def _names_once(self) -> Self:
        each_once(tuple(area.name for area in self.areas))
        return self

    @model_validator(mode="after")
    def _workday_of_all_or_none(self) -> Self:
        inside = [area.workday_people for area in self.areas]
        given = [people for people in inside if people is not None]
        if not given and self.workday is None:
            return self
        if self.workday is None or not given or len(given) < len(inside):
            raise ValueError(
                "workday people of the whole ('workday') and of every area ('workday_people'), or"
                " of none"
            )
        if sum(given) > self.workday.people:
            raise ValueError("no more workday people in the areas than in the whole")
        return self


class _Weighted(Part):
    """Weights by name; what is not named has a weight of 1."""

    def weight_of(self, name: str) -> float:
        """The weight of a part or flag."""
        weights: Mapping[str, float] = getattr(self, "weights", {})
        return float(weights.get(name, 1.0))


def _named_among(names: tuple[str, ...]) -> AfterValidator:
    def check(weights: Mapping[str, float]) -> Mapping[str, float]:
        other = next((name for name in weights if name not in names), None)
        if other is not None:
            raise ValueError(f"names among {', '.join(names)}, and found '{other}'")
        if sum(weights.get(name, 1.0) > 0 for name in names) < 2:
            raise ValueError("two weights or more above nought")
        return weights

    return AfterValidator(check)


class VulnerabilitySettings(_Weighted):
    """The vulnerable localities index: weights of its parts, and from where on it is high."""

    weights: Annotated[Mapping[str, Weight], _named_among(VULNERABLE)] = Field(default_factory=dict)
    threshold: Annotated[float, Field(gt=100, le=1000)] = 200.0


class WardFlagSettings(_Weighted):
    """Flags of wards: weights, and which part of the wards is flagged."""

    weights: Annotated[Mapping[str, Weight], _named_among(FLAGS)] = Field(default_factory=dict)
    top_percent: Annotated[float, Field(ge=1, le=50)] = 20.0
