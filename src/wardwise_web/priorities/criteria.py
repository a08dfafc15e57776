"""The criteria that a partnership begins with: what the panel marks, and what evidence scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wardwise_web.priorities.states import Side, Source


@dataclass(frozen=True)
class CriterionGiven:
    """One factor of a set: ``words`` says what 1, 2, 3 and 4 mean."""

    name: str
    title: str
    side: str
    asks: str
    weight: float
    source: str
    words: tuple[str, ...]


SLIGHT_TO_GRAVE = ("slight", "moderate", "serious", "very serious")
CONCERN = "public_concern"
# What evidence alone can tell; of the rest the panel judges, with the evidence before it
BY_EVIDENCE = ("severity", "frequency", "peers")
CAPACITY = (
    CriterionGiven(
        "capacity",
        "Capacity",
        Side.CAPACITY,
        "Do the agencies have the people and the money to act on it together?",
        0,
        Source.PANEL,
        ("none to spare", "a little", "enough", "ample"),
    ),
    CriterionGiven(
        "capability",
        "Capability",
        Side.CAPACITY,
        "Do they have the powers, the skills and the information?",
        0,
        Source.PANEL,
        ("none", "some, with gaps", "most", "all that is needed"),
    ),
    CriterionGiven(
        "added_value",
        "What the partnership can add",
        Side.CAPACITY,
        "What would be done together that no agency does alone?",
        0,
        Source.PANEL,
        ("nothing", "a little", "a good deal", "it cannot be done otherwise"),
    ),
)


def criteria_of_build(factors: list[Mapping[str, Any]]) -> tuple[CriterionGiven, ...]:
    """The factors of a build with its weights; then capacity, which has none."""
    return (*(_of_factor(factor) for factor in factors), *CAPACITY)


def _of_factor(factor: Mapping[str, Any]) -> CriterionGiven:
    name = str(factor["factor"])
    words = tuple(str(step["wording"]) for step in factor["scale"])
    return CriterionGiven(
        name=name,
        title=str(factor["title"]),
        side=str(factor["side"]),
        asks=str(factor["asks"]),
        weight=float(factor["weight"]),
        source=_source(name),
        words=words if len(words) == 4 else SLIGHT_TO_GRAVE,
    )


def _source(name: str) -> str:
    if name == CONCERN:
        return Source.CONCERN
    return Source.EVIDENCE if name in BY_EVIDENCE else Source.PANEL
