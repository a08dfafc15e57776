"""At which age the people of a role are most, and whether one year of age stands out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import Band
from wardwise.domain.place import ResidentsByAge
from wardwise.figures.desk import Desk
from wardwise.figures.people_groups import BANDS, Group, Groups
from wardwise.figures.people_rates import rate_of
from wardwise.figures.people_residents import residents_by_age
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.figures.people_withheld import is_few
from wardwise.measures.people.key_age import KeyAge, key_age
from wardwise.measures.people.peak_group import peak_group


OLDEST = 90
"""An open band is taken to end here when people are set against its years."""
AGES = tuple(range(10, 40))
"""Single years that are looked at for one that stands out."""
FEWEST = 300
"""People of those ages; with fewer a year of age stands out only by chance or by a wonder."""


@dataclass(frozen=True)
class AgePeak:
    """The band with the most people for each year of age in it, and those that may be it too."""

    group: Group
    may_be: tuple[str, ...]
    level: float


@dataclass(frozen=True)
class KeyYear:
    """A year of age with more people than its neighbours lead one to expect.

    The rates are None where residents by age are not held.
    """

    age: int
    people: Figure
    expected: Figure
    rate: Figure | None = None
    expected_rate: Figure | None = None


def age_peak(found: Selected, ages: Groups, *, residents: Sequence[int] | None = None) -> AgePeak:
    """For each resident, or else each year of age, so that no band wins by its width."""
    names = [group.name for group in ages.groups]
    base = residents or [_years(band) for band in ages.bands]
    peak = peak_group(groups=names, people=ages.true_counts, residents=base, level=found.desk.level)
    return AgePeak(ages.groups[names.index(peak.group)], peak.may_be, peak.level)


def _years(band: Band) -> int:
    low, high = band
    return (OLDEST if high is None else high) - low + 1


def key_years(
    found: Selected, *, role: str, held: ResidentsByAge | None = None
) -> tuple[KeyYear, ...] | NotKnown:
    """The years that stand out when every year from 10 to 39 is looked at; none is an answer."""
    people = found.rows(role)
    ages = people.age[found.once(role)]
    every = np.bincount(ages[ages >= 0], minlength=AGES[-1] + 1)
    counts = every[AGES[0] : AGES[-1] + 1]
    if counts.sum() < FEWEST:
        return NotKnown("too few people have an age to the year")
    test = key_age(
        people=counts.tolist(),
        youngest=AGES[0],
        seed=found.desk.settings.seed,
        residents=_residents(found, held),
        level=found.desk.level,
    )
    least = found.desk.settings.people.least_count
    made = _Made(found, role, test, held)
    told = tuple(
        made.year(n)
        for n, age in enumerate(test.ages)
        if age in test.standing_out and not is_few(int(counts[n]), _band(every, age), least=least)
    )
    if test.standing_out and not told:
        return NotKnown("the years that stand out have too few people to be told")
    return told


def _residents(found: Selected, held: ResidentsByAge | None) -> tuple[int, ...] | None:
    if held is None or not isinstance(found.desk, Desk):
        return None
    return residents_by_age(found.desk, held, youngest=AGES[0], oldest=AGES[-1])


def _band(counts: NDArray[np.int64], age: int) -> int:
    """People of the printed band that the age lies in: the rest of it must not be a few."""
    low, high = next(band for band in BANDS if band[1] is not None and age <= band[1])
    return int(counts[low : (high or OLDEST) + 1].sum())


@dataclass(frozen=True, eq=False)
class _Made:
    """The figures of the years, taken from one test."""

    found: Selected
    role: str
    test: KeyAge
    held: ResidentsByAge | None

    @property
    def arguments(self) -> Arguments:
        """Of the test."""
        ages: dict[str, Json] = {"youngest": AGES[0], "oldest": AGES[-1]}
        area: dict[str, Json] = {"area": self.found.desk.area.code}
        asked: Arguments = {
            "people": self.found.ask("partner_people_by_age", role=self.role, **ages),
            "youngest": AGES[0],
            "seed": self.found.desk.settings.seed,
            "level": self.found.desk.level,
        }
        return asked | ({"residents": Ask("residents_by_age", area | ages)} if self.held else {})

    def year(self, n: int) -> KeyYear:
        """The nth age."""
        asked: dict[str, Json] = {"role": self.role, "by": "age", "groups": list(AGES)}
        ask = self.found.ask("partner_people_in_group", **asked, at=n)
        people = self._figure(Recipe(ask.question, {"answer": ask}), self.test.people[n], n, "")
        expected = self._taken("expected", self.test.expected[n], n, "")
        if self.held is None:
            return KeyYear(AGES[n], people, expected)
        rate = self._taken("per_1000", self.test.per_1000[n], n, ", rate")
        beside = self.test.expected_per_1000[n]
        expected_rate = self._taken("expected_per_1000", beside, n, ", rate expected")
        return KeyYear(AGES[n], people, expected, rate, expected_rate)

    def _taken(self, part: str, value: float, n: int, more: str) -> Figure:
        recipe = Recipe("key_age", self.arguments, f"{part}[{n}]")
        figure = self._figure(recipe, value, n, more)
        if self.held is None:
            return figure
        return rate_of(figure, base=self.held.source, called=f"mid-{self.held.year} residents")

    def _figure(self, recipe: Recipe, value: float, n: int, more: str) -> Figure:
        return self.found.figure(
            recipe,
            value,
            unit=Unit.PEOPLE_PER_1000 if "rate" in more else Unit.PEOPLE,
            roles=(self.role,),
            detail=f"{self.role}, aged {AGES[n]}{more}",
        )
