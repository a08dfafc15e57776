"""How much of this year's offences last year's worst neighbourhoods would have found."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.measures.hot_spots.prediction_accuracy import PredictionAccuracy, prediction_accuracy


SHARES = (1, 5, 10)
"""Percent of neighbourhoods that are judged."""


@dataclass(frozen=True)
class Prediction:
    """The neighbourhoods with most last year, judged on this year's offences.

    ``chance`` is what as many at random would find, with its limits.
    """

    offence: str | None
    top_percent: int
    found: PredictionAccuracy | NotKnown
    places: Figure
    hits: Figure
    chance: Figure
    best: Figure
    pai: Figure
    pei: Figure

    @property
    def beats_chance(self) -> bool:
        """Whether it found more than nearly every choice at random."""
        return (
            isinstance(self.found, PredictionAccuracy)
            and self.found.hit_percent > self.found.chance_upper
        )


def prediction(desk: Desk, *, offence: str | None, top_percent: int) -> Prediction:
    """The year before as a guide to the latest year, for a share of the neighbourhoods."""
    counts = desk.evidence.local
    before, after = (counts.by_area(year, offence=offence) for year in (desk.before, desk.latest))
    found: PredictionAccuracy | NotKnown
    if np.isnan(before).any() or np.isnan(after).any():
        found = NotKnown("one of the two years is not held for every neighbourhood")
    elif not before.sum() or not after.sum():
        found = NotKnown("none was recorded in one of the years")
    else:
        found = prediction_accuracy(
            before=before, after=after, top_percent=top_percent, level=desk.level
        )
    made = _Maker(desk, offence, top_percent, found)
    return Prediction(
        offence=offence,
        top_percent=top_percent,
        found=found,
        places=made.figure("places", Unit.AREAS),
        hits=made.figure("hit_percent", Unit.PERCENT),
        chance=made.figure("chance_percent", Unit.PERCENT),
        best=made.figure("best_percent", Unit.PERCENT),
        pai=made.figure("pai", Unit.RATIO),
        pei=made.figure("pei", Unit.RATIO),
    )


TOLD = {
    "places": "neighbourhoods with most the year before",
    "hit_percent": "share found in them",
    "chance_percent": "share found in as many at random",
    "best_percent": "share found in those with most",
    "pai": "prediction accuracy index",
    "pei": "prediction efficiency index",
}


@dataclass(frozen=True)
class _Maker:
    """What every figure of one group and share has in common."""

    desk: Desk
    offence: str | None
    top_percent: int
    found: PredictionAccuracy | NotKnown

    def figure(self, take: str, unit: Unit) -> Figure:
        """One number of the whole partnership."""
        desk, found = self.desk, self.found
        by_chance = take == "chance_percent" and isinstance(found, PredictionAccuracy)
        return Figure(
            measure="prediction_accuracy",
            offence=self.offence,
            area=desk.area,
            period=desk.latest,
            value=found if isinstance(found, NotKnown) else getattr(found, take),
            unit=unit,
            sources=(desk.source,),
            recipe=Recipe(
                "prediction_accuracy",
                {
                    "before": self._counts(desk.before),
                    "after": self._counts(desk.latest),
                    "top_percent": self.top_percent,
                    "level": desk.level,
                },
                take,
            ),
            method=TOLD[take],
            interval=_limits(found, desk.level) if by_chance else None,
            detail=f"{TOLD[take]}, {self.top_percent}%, {desk.before}",
            marking=desk.marking,
        )

    def _counts(self, year: Period) -> Ask:
        return Ask("offences_by_lsoa", self.desk.ask(self.desk.area, year, self.offence))


def _limits(found: PredictionAccuracy | NotKnown, level: float) -> Interval | None:
    if isinstance(found, NotKnown):
        return None
    return Interval(found.chance_lower, found.chance_upper, level, found.method)
