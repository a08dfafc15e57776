"""Traits of residents and households: how each is called, counted and asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Ask, Json, Unit
from wardwise.figures.desk import Desk


@dataclass(frozen=True)
class Trait:
    """What is true of some residents or households: how it is called, counted and asked for."""

    name: str
    question: str
    arguments: Mapping[str, Json] = field(default_factory=dict)
    whole: Literal["residents", "households"] = "residents"
    sources: tuple[str, ...] = ("census_2021",)
    english: bool = False  # an English index, which says nothing of Wales

    @property
    def unit(self) -> Unit:
        """What is counted."""
        return Unit.HOUSEHOLDS if self.whole == "households" else Unit.PEOPLE

    def asks(self, key: str, where: Json, *, several: bool = False) -> dict[str, Ask]:
        """The two questions of a share, of one area or of several."""
        end = "_of_areas" if several else ""
        return {
            "part": Ask(self.question + end, {key: where, **self.arguments}),
            "whole": Ask(self.whole + end, {key: where}),
        }


def traits_of_people(desk: Desk) -> tuple[Trait, ...]:
    """Age, sex and ethnic group, as the Census has them."""
    people = desk.evidence.people
    # From every district: one that the Census does not give on its own still has the rows
    ages = dict.fromkeys(band for bands in people.ages.values() for band in bands)
    groups = dict.fromkeys(name for counts in people.ethnicity.values() for name in counts)
    return (
        *(Trait(f"Aged {band}", "people_of_age", {"band": band}) for band in ages),
        Trait("Female", "people_of_sex", {"sex": "females"}),
        *(Trait(name, "people_of_group", {"group": name}) for name in groups),
    )


DEPRIVED_HOUSEHOLDS = Trait(
    "Households deprived in two or more ways", "households_deprived", whole="households"
)


def most_deprived(edition: str, tenths: int) -> Trait:
    """Residents of the most deprived tenth (or fifth) of England's neighbourhoods."""
    part = {1: "tenth", 2: "fifth"}[tenths]
    return Trait(
        f"Residents in the most deprived {part} of England, {edition[-4:]} index",
        "residents_in_most_deprived",
        {"edition": edition, "tenths": tenths},
        sources=(edition, "census_2021"),
        english=True,
    )


def traits_of_deprivation(desk: Desk) -> tuple[Trait, ...]:
    """The leading edition first, then the other, then what both countries have."""
    held = desk.evidence.deprivation
    if isinstance(held, NotHeld):
        return ()
    leading = desk.settings.population.deprivation
    editions = sorted(held.editions, key=lambda edition: (edition != leading, edition))
    if desk.evidence.place.country == "Wales":
        editions = []
    return (
        *(most_deprived(edition, tenths) for edition in editions for tenths in (1, 2)),
        DEPRIVED_HOUSEHOLDS,
    )
