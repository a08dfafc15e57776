"""The most similar partnerships, their distances, and what they are like."""

from __future__ import annotations

import math

from wardwise.chapters.area_and_people.findings import Similarity, SimilarRow
from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.figures.counted import CENSUS, residents_figure
from wardwise.figures.desk import Desk
from wardwise.figures.population import share_figure
from wardwise.figures.population_traits import Trait


def similarity(desk: Desk, deprivation: tuple[Trait, ...]) -> Similarity:
    """Nearest first; an official list has no distances and keeps its own order."""
    chosen = desk.evidence.comparators
    traits = _two_traits(deprivation)
    rows = tuple(
        SimilarRow(
            area=similar.area,
            distance=_distance(desk, similar.area, similar.distance, place),
            residents=residents_figure(desk, similar.area),
            deprived=tuple(share_figure(desk, similar.area, trait) for trait in traits),
        )
        for place, similar in enumerate(chosen.most_similar)
    )
    return Similarity(rows, chosen.method, chosen.variables, chosen.official, chosen.dated)


def _two_traits(deprivation: tuple[Trait, ...]) -> tuple[Trait, ...]:
    """The leading index's most deprived tenth and the Census households, as far as held."""
    english = [trait for trait in deprivation if trait.english][:1]
    return (*english, *(trait for trait in deprivation if not trait.english))


def _distance(desk: Desk, area: Area, distance: float, place: int) -> Figure | None:
    if math.isnan(distance):
        return None
    count = len(desk.evidence.comparators.most_similar)
    recipe = Recipe(
        "most_similar",
        {
            "features": Ask("similarity", {"part": "values"}),
            "codes": Ask("similarity", {"part": "codes"}),
            "weights": Ask("similarity", {"part": "weights"}),
            "ours": desk.evidence.place.csp_code,
            "count": count,
        },
        f"distances[{place}]",
    )
    return Figure(
        measure="most_similar",
        offence=None,
        area=area,
        period=CENSUS,
        value=distance,
        unit=Unit.DISTANCE,
        sources=("census_2021",),
        recipe=recipe,
        method=desk.evidence.comparators.method,
        detail=f"from {desk.area.name}",
        marking=desk.marking,
    )
