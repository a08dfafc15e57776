"""The figures of each single year of age, all of them taken from one sum."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.nothing import Withheld
from wardwise.domain.place import ResidentsByAge
from wardwise.figures.people_rates import rate_of
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.figures.people_withheld import FEW, is_few
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.age_rates import AgeRates


OLDEST = 69
"""The last single year that is shown; of the older, most years have a few people only."""


@dataclass(frozen=True)
class YearOfAge:
    """One year: people, residents, their rate, and the rate with the ages of all crime."""

    age: int
    people: Figure
    residents: Figure
    rate: Figure
    usual: Figure


@dataclass(frozen=True, eq=False)
class Years:
    """What the figures are made from."""

    found: Selected
    held: ResidentsByAge
    role: str
    worked: AgeRates
    hidden: frozenset[int]
    usual: NDArray[np.int64]

    @property
    def arguments(self) -> Arguments:
        """Of the sum."""
        ages = {"youngest": self.worked.youngest, "oldest": OLDEST}
        every = self.found.other(every_crime=True)
        return {
            "people": self.found.ask("partner_people_by_age", role=self.role, **ages),
            "people_of_all": every.ask("partner_people_by_age", role=self.role, **ages),
            "residents": Ask("residents_by_age", {"area": self.found.desk.area.code, **ages}),
            "youngest": self.worked.youngest,
            "level": self.found.desk.level,
        }

    def year(self, n: int) -> YearOfAge:
        """The nth age."""
        worked, few = self.worked, n in self.hidden
        own, every = int(worked.people[n]), int(self.usual[n])
        least = self.found.desk.settings.people.least_count
        usual = (
            FEW
            if few or is_few(own, every, least=least) or 0 < every < least
            else (worked.usual[n])
        )
        return YearOfAge(
            age=worked.youngest + n,
            people=self._figure(
                n, "people", ", people", FEW if few else worked.people[n], Unit.PEOPLE
            ),
            residents=self._figure(n, "residents", ", residents", worked.residents[n], Unit.PEOPLE),
            rate=self._figure(
                n, "rates", "", FEW if few else worked.rates[n], Unit.PEOPLE_PER_1000
            ),
            usual=self._figure(
                n, "usual", ", with the ages of all crime", usual, Unit.PEOPLE_PER_1000
            ),
        )

    def _figure(
        self, n: int, part: str, more: str, value: float | Estimate | Withheld, unit: Unit
    ) -> Figure:
        take = f"{part}[{n}].value" if part == "rates" else f"{part}[{n}]"
        figure = self.found.figure(
            Recipe("age_rates_per_1000_residents", self.arguments, take),
            value,
            unit=unit,
            roles=(self.role,),
            detail=f"{self.role}, aged {self.worked.youngest + n}{more}",
        )
        return rate_of(figure, base=self.held.source, called=f"mid-{self.held.year} residents")
