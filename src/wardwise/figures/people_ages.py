"""The people of a role by single year of age: rates, the usual rates, the year that is highest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import Ints
from wardwise.figures.desk import Desk
from wardwise.figures.people_age_years import OLDEST, YearOfAge, Years
from wardwise.figures.people_groups import CHILD, Groups
from wardwise.figures.people_hidden_years import hidden_years
from wardwise.figures.people_residents import ages_held, residents_by_age
from wardwise.figures.people_selected import Selected
from wardwise.measures.people.age_rates import age_rates_per_1000_residents
from wardwise.measures.people.peak_group import peak_group


FEWEST = 300
"""People of those ages; with fewer, most years have too few to be shown."""
LEAST_SHOWN = 0.5
"""Share of the years of which there has to be something to show."""
TOO_FEW = NotKnown("too few people of each year of age are known")


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
    made = Years(found, held, role, worked, hidden, usual)
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
