"""How recorded crime follows deprivation over the neighbourhoods, as figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.by_lsoa import of_geography, offences_by_lsoa, residents_by_lsoa
from wardwise.figures.desk import Desk
from wardwise.figures.population_counts import NOT_IN_WALES, WALES
from wardwise.measures.estimate import Estimate
from wardwise.measures.place.slope_index import FEWEST, slope_index


ROUNDING = 1e-9
"""A slope nearer to nought is nought: every rate is the same. Unit: offences per 1,000."""
RANK = "imd2025_rank"
OTHER_VINTAGE = (
    "the index of 2019 is of the neighbourhoods of 2011 and the counts are of those of 2021, so "
    "that the ranks of some would be made up; set population.deprivation to imd_2025"
)
NONE_HELD = "the rank of every neighbourhood in the index of deprivation of 2025 is not held"


@dataclass(frozen=True)
class Gradient:
    """The slope and relative index, the line's ends, and the rate of each fifth of residents."""

    slope: Figure
    relative: Figure
    least: Figure
    most: Figure
    fifths: tuple[Figure, ...]

    @property
    def side(self) -> int:
        """1 if the rate is higher where people are more deprived, -1 if lower, 0 if not clear."""
        limits = self.slope.interval
        if limits is None:
            return 0
        return int(limits.lower > ROUNDING) - int(limits.upper < -ROUNDING)


def deprivation_gradient(desk: Desk) -> Gradient | NotKnown:
    """Over the LSOAs in the latest year; why there is none."""
    if desk.evidence.place.country == WALES:
        return NotKnown(NOT_IN_WALES)
    if desk.settings.population.deprivation == "imd_2019":
        return NotKnown(OTHER_VINTAGE)
    ranks = of_geography(desk, RANK)
    if ranks is None:
        return NotKnown(NONE_HELD)
    counts = offences_by_lsoa(desk, offence=None, period=desk.latest)
    people = residents_by_lsoa(desk)
    if isinstance(counts, NotKnown):
        return counts
    if isinstance(people, NotKnown):
        return people
    each = [ranks[area.code] for area in desk.evidence.local.areas]
    if len(each) < FEWEST or len(set(each)) < 2:
        return NotKnown("there are too few neighbourhoods for a line through them")
    found = slope_index(
        counts=counts.values, people=people.values, deprivation_ranks=each, level=desk.level
    )
    made = _Maker(
        desk,
        {
            "counts": counts.asked,
            "people": people.asked,
            "deprivation_ranks": Ask(f"{RANK}_by_lsoa", {"area": desk.area.code}),
            "level": desk.level,
        },
    )
    per = Unit.PER_1000_RESIDENTS
    return Gradient(
        slope=made.estimate("slope", found.slope, per),
        relative=made.estimate("relative", found.relative, Unit.RATIO),
        least=made.figure("least", found.least, per),
        most=made.figure("most", found.most, per),
        fifths=tuple(made.estimate(f"fifths[{n}]", one, per) for n, one in enumerate(found.fifths)),
    )


@dataclass(frozen=True)
class _Maker:
    desk: Desk
    arguments: Mapping[str, Ask | Recipe | Json]

    def estimate(self, take: str, found: Estimate | NotKnown, unit: Unit) -> Figure:
        """A figure with its interval, or one that is not known."""
        if isinstance(found, NotKnown):
            return self.figure(take, found, unit)
        return replace(
            self.figure(f"{take}.value", found.value, unit),
            interval=found.interval,
            method=found.method,
        )

    def figure(self, take: str, value: float | NotKnown, unit: Unit) -> Figure:
        """A plain number of the slope index."""
        return Figure(
            measure="slope_index",
            offence=None,
            area=self.desk.area,
            period=self.desk.latest,
            value=value,
            unit=unit,
            sources=(self.desk.source, "imd_2025"),
            recipe=None
            if isinstance(value, NotKnown)
            else Recipe("slope_index", self.arguments, take),
            method="weighted least squares",
            detail=take,
            marking=self.desk.marking,
        )
