"""Months made equal before they are charted: for their days, and for the season if there is one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Json, Recipe
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.period import Month
from wardwise.figures.desk import Desk
from wardwise.figures.seasons import Season, season
from wardwise.measures.time.average_month import DAYS_IN_AN_AVERAGE_MONTH, average_month
from wardwise.measures.time.month_index import MonthIndex
from wardwise.measures.time.without_season import without_season


@dataclass(frozen=True, eq=False)
class EqualMonths:
    """How the months of one area and offence are made equal, and made again by a recipe."""

    desk: Desk
    area: Area
    offence: str | None
    season: Season

    @property
    def index(self) -> MonthIndex | None:
        """What is taken out; None where the test finds no season."""
        found = self.season.index
        return found if isinstance(found, MonthIndex) and found.is_seasonal else None

    def values(
        self, months: tuple[Month, ...], recorded: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Counts as they would be in months of average length and of no season."""
        equal = average_month(months=months, values=recorded)
        if self.index is None:
            return equal
        return without_season(months=months, values=equal, index=self.index.index)

    def figure(self, month: Figure) -> Figure:
        """One month's count made equal. Unit: offences."""
        first, value = month.period.first, month.value
        usual = self.index.index[first.number - 1] / 100 if self.index else 1.0
        if not isinstance(value, NotKnown | Withheld):
            value = value / month.period.days * DAYS_IN_AN_AVERAGE_MONTH / usual
        return Figure(
            measure="without_season" if self.index else "average_month",
            offence=month.offence,
            area=month.area,
            period=month.period,
            value=value,
            unit=month.unit,
            sources=month.sources,
            recipe=self.recipe([(first, True)], take="[0]"),
            method="offences a day × 30.44, the days of an average month"
            + (" ÷ the index of the month × 100" if self.index else ""),
            marking=self.desk.marking,
        )

    def recipe(self, months: list[tuple[Month, bool]], take: str | None = None) -> Recipe:
        """How they are made equal again; a month that is not known is asked of nobody."""
        every: list[Json] = [str(month) for month, _ in months]
        known: list[Json] = [str(month) if is_known else None for month, is_known in months]
        asked = Ask(
            "monthly_offences", self.desk.asked(self.area, self.offence) | {"months": known}
        )
        by_days: dict[str, Ask | Recipe | Json] = {"months": every, "values": asked}
        if self.season.recipe is None or self.index is None:
            return Recipe("average_month", by_days, take)
        return Recipe(
            "without_season",
            {
                "months": every,
                "values": Recipe("average_month", by_days),
                "index": self.season.recipe,
            },
            take,
        )


def equal_months(desk: Desk, *, area: Area, offence: str | None) -> EqualMonths:
    """The season is that of every complete year held, tested as in the profiles."""
    return EqualMonths(desk, area, offence, season(desk, area=area, offence=offence))
