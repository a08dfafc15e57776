"""The people of a role by single year of age: rates, the usual rates, the year that is highest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.people_recorded import Ints
from wardwise.domain.place import ResidentsByAge
from wardwise.figures.desk import Desk
from wardwise.figures.people_groups import CHILD, Groups
from wardwise.figures.people_rates import rate_of
from wardwise.figures.people_residents import ages_held, residents_by_age
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.figures.people_withheld import FEW, hidden_groups, is_few
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.age_rates import AgeRates, age_rates_per_1000_residents
from wardwise.measures.people.peak_group import peak_group


OLDEST = 69
"""The last single year that is shown; of the older, most years have a few people only."""
FEWEST = 300
"""People of those ages; with fewer, most years have too few to be shown."""
LEAST_SHOWN = 0.5
"""Share of the years of which there has to be something to show."""
TOO_FEW = NotKnown("too few people of each year of age are known")


@dataclass(frozen=True)
class YearOfAge:
    """One year: people, residents, their rate, and the rate with the ages of all crime."""

    age: int
    people: Figure
    residents: Figure
    rate: Figure
    usual: Figure


@dataclass(frozen=True)
class AgeCurve:
    """Every year of age in order; ``highest`` as counted, and the years that may be it.

    ``base`` is what the residents are called, ``source`` and ``year`` where they are from;
    ``true_counts`` are for tests of the whole.
    """

    role: str
    years: tuple[YearOfAge, ...]
    highest: YearOfAge
    may_be: tuple[int, ...]
    base: str
    source: str
    year: int
    true_counts: tuple[int, ...]

    def of(self, age: int) -> YearOfAge | None:
        """The year of that age, if it is looked at."""
        return next((year for year in self.years if year.age == age), None)


def age_curve(found: Selected, bands: Groups) -> AgeCurve | NotKnown:
    """Of the role of ``bands``, whose counts are printed too: no year gives one away."""
    held, role = ages_held(found.desk), bands.role
    if isinstance(held, NotKnown) or not isinstance(found.desk, Desk):
        return held if isinstance(held, NotKnown) else TOO_FEW
    youngest = 0 if role == "victim" else CHILD
    counts = _counts(found, role)[youngest : OLDEST + 1]
    usual = _usual_counts(found, role)[youngest : OLDEST + 1]
    if counts.sum() < FEWEST:
        return TOO_FEW
    least = found.desk.settings.people.least_count
    hidden = hidden_years(counts.tolist(), youngest=youngest, bands=bands, least=least)
    if len(hidden) > (1 - LEAST_SHOWN) * len(counts):
        return TOO_FEW
    residents = residents_by_age(found.desk, held, youngest=youngest, oldest=OLDEST)
    worked = age_rates_per_1000_residents(
        people=counts.tolist(),
        people_of_all=usual.tolist(),
        residents=residents,
        youngest=youngest,
        level=found.desk.level,
    )
    made = _Made(found, held, role, worked, hidden, usual)
    years = tuple(made.year(n) for n in range(len(counts)))
    peak = peak_group(
        groups=[str(year.age) for year in years],
        people=counts.tolist(),
        residents=residents,
        level=found.desk.level,
    )
    return AgeCurve(
        role=role,
        years=years,
        highest=years[int(peak.group) - youngest],
        may_be=tuple(int(age) for age in peak.may_be),
        base=f"mid-{held.year} residents",
        source=held.source,
        year=held.year,
        true_counts=tuple(counts.tolist()),
    )


def hidden_years(
    counts: Sequence[int], *, youngest: int, bands: Groups, least: int
) -> frozenset[int]:
    """Positions that are not printed: in each band, with what is left of the band as one more.

    A band whose own number is withheld prints none of its years.
    """
    hidden: set[int] = set()
    for (low, high), group, n in zip(bands.bands, bands.groups, bands.true_counts, strict=True):
        last = len(counts) + youngest - 1
        ages = range(max(low, youngest), min(last if high is None else high, last) + 1)
        inside = [age - youngest for age in ages]
        if group.count.status == "withheld":
            hidden |= set(inside)
            continue
        # people of the band whose year is not known, or is beyond those shown
        rest = n - sum(counts[at] for at in inside)
        within = hidden_groups([rest, *(counts[at] for at in inside)], least=least)
        hidden |= {inside[at - 1] for at in within if at}
    outside = {
        at for at, n in enumerate(counts) if 0 < n < least or not _in_a_band(at + youngest, bands)
    }
    return frozenset(hidden | outside)


def _in_a_band(age: int, bands: Groups) -> bool:
    return any(low <= age and (high is None or age <= high) for low, high in bands.bands)


def _counts(found: Selected, role: str) -> NDArray[np.int64]:
    """People of each age from nought."""
    ages: Ints = found.rows(role).age[found.once(role)]
    counts: NDArray[np.int64] = np.bincount(ages[ages >= 0], minlength=OLDEST + 1)
    return counts


def _usual_counts(found: Selected, role: str) -> NDArray[np.int64]:
    """The same of every crime of the period, counted once for all the priorities."""
    every = found.other(every_crime=True)
    if not isinstance(found.desk, Desk):
        return _counts(every, role)
    named = ("people by age", role, str(every.chosen.period))
    return found.desk.once(named, lambda: _counts(every, role))


@dataclass(frozen=True, eq=False)
class _Made:
    """The figures of a curve, all of them taken from one sum."""

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
