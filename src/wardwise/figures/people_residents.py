"""Residents of the groups that people are counted in: the bases of their rates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wardwise.domain.figure import Ask, Json
from wardwise.domain.nothing import NotKnown
from wardwise.domain.place import ResidentsByAge
from wardwise.figures.desk import Desk
from wardwise.figures.people_desk import PeopleDesk
from wardwise.figures.people_groups import Key
from wardwise.figures.population_counts import PART, districts_in, is_part_of_districts


NOT_HELD = NotKnown("residents by single year of age are not held")
BY = ("age band", "sex", "ethnicity")
"""Properties whose groups have residents."""


@dataclass(frozen=True)
class Base:
    """Residents of each group in the order of the groups, None where a group has none known."""

    residents: tuple[int | None, ...]
    ask: Ask
    source: str
    year: int

    @property
    def called(self) -> str:
        """``mid-2020 residents``, or ``Census 2021 residents``."""
        return f"{'Census ' if 'census' in self.source else 'mid-'}{self.year} residents"


def ages_held(desk: PeopleDesk) -> ResidentsByAge | NotKnown:
    """The table of residents by age, where it is held and covers the area and nothing besides."""
    held = desk.evidence.people.by_age if isinstance(desk, Desk) else None
    if held is None or not isinstance(desk, Desk):
        return NOT_HELD
    if is_part_of_districts(desk, desk.area.code):
        return PART
    known = all(code in held.everybody for code in districts_in(desk, desk.area.code))
    return held if known else NOT_HELD


def base_of(desk: PeopleDesk, *, by: str, keys: Sequence[Key]) -> Base | NotKnown:
    """Residents of bands of ages, sexes (mid-year table) or ethnic groups (Census)."""
    held = ages_held(desk)
    if isinstance(held, NotKnown) or not isinstance(desk, Desk):
        return NOT_HELD if not isinstance(held, NotKnown) else held
    groups: list[Json] = [key if isinstance(key, str) else list(key) for key in keys]
    asked: dict[str, Json] = {"area": desk.area.code, "by": by, "groups": groups}
    people = desk.evidence.people
    is_census = by == "ethnicity"
    return Base(
        residents=tuple(_residents(desk, held, by, key) for key in keys),
        ask=Ask("residents_in_groups", asked),
        source=people.source if is_census else held.source,
        year=people.year if is_census else held.year,
    )


def residents_by_age(
    desk: Desk, held: ResidentsByAge, *, youngest: int, oldest: int
) -> tuple[int, ...]:
    """Residents of each single year of age, first to last."""
    districts = districts_in(desk, desk.area.code)
    return tuple(
        sum(held.everybody[code][age] for code in districts) for age in range(youngest, oldest + 1)
    )


def _residents(desk: Desk, held: ResidentsByAge, by: str, key: Key) -> int | None:
    districts = districts_in(desk, desk.area.code)
    if not isinstance(key, str):
        low, high = key
        last = len(held.everybody[districts[0]]) if high is None else high + 1
        return sum(sum(held.everybody[code][low:last]) for code in districts)
    if by == "sex":
        counts = {"F": held.females, "M": held.males}.get(key)
        return None if counts is None else sum(sum(counts[code]) for code in districts)
    groups = desk.evidence.people.ethnicity
    found = [groups.get(code, {}).get(key) for code in districts]
    known = [n for n in found if n is not None]
    return sum(known) if known else None
