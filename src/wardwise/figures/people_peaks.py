"""At which age the people of a role are most, and whether one year of age stands out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.figure import Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import Band
from wardwise.figures.people_groups import BANDS, Group, Groups
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.figures.people_withheld import is_few
from wardwise.measures.people.key_age import key_age
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
    """A year of age with more people than its neighbours lead one to expect."""

    age: int
    people: Figure
    expected: Figure


def age_peak(found: Selected, ages: Groups) -> AgePeak:
    """For each year of age, so that a wide band does not win by its width."""
    names = [group.name for group in ages.groups]
    widths = [_years(band) for band in ages.bands]
    peak = peak_group(
        groups=names, people=ages.true_counts, residents=widths, level=found.desk.level
    )
    return AgePeak(ages.groups[names.index(peak.group)], peak.may_be, peak.level)


def _years(band: Band) -> int:
    low, high = band
    return (OLDEST if high is None else high) - low + 1


def key_years(found: Selected, *, role: str) -> tuple[KeyYear, ...] | NotKnown:
    """The years that stand out when every year from 10 to 39 is looked at; none is an answer."""
    people = found.rows(role)
    ages = people.age[found.once(role)]
    every = np.bincount(ages[ages >= 0], minlength=AGES[-1] + 1)
    counts = every[AGES[0] : AGES[-1] + 1]
    if counts.sum() < FEWEST:
        return NotKnown("too few people have an age to the year")
    seed = found.desk.settings.seed
    test = key_age(people=counts.tolist(), youngest=AGES[0], seed=seed, level=found.desk.level)
    least = found.desk.settings.people.least_count
    return tuple(
        _year(found, role, n, test.expected[n], counts.tolist())
        for n, age in enumerate(test.ages)
        if age in test.standing_out and not is_few(int(counts[n]), _band(every, age), least=least)
    )


def _band(counts: NDArray[np.int64], age: int) -> int:
    """People of the printed band that the age lies in: the rest of it must not be a few."""
    low, high = next(band for band in BANDS if band[1] is not None and age <= band[1])
    return int(counts[low : (high or OLDEST) + 1].sum())


def _year(found: Selected, role: str, n: int, expected: float, counts: list[int]) -> KeyYear:
    asked: dict[str, Json] = {"role": role, "by": "age", "groups": list(AGES)}
    ask = found.ask("partner_people_in_group", **asked, at=n)
    detail = f"{role}, aged {AGES[n]}"
    people = found.figure(
        Recipe(ask.question, {"answer": ask}),
        counts[n],
        unit=Unit.PEOPLE,
        roles=(role,),
        detail=detail,
    )
    arguments: Arguments = {
        "people": found.ask("partner_people_in_groups", **asked),
        "youngest": AGES[0],
        "seed": found.desk.settings.seed,
        "level": found.desk.level,
    }
    return KeyYear(
        AGES[n],
        people,
        found.figure(
            Recipe("key_age", arguments, f"expected[{n}]"),
            expected,
            unit=Unit.PEOPLE,
            roles=(role,),
            detail=detail,
        ),
    )
