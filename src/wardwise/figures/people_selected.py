"""Whose crimes and people a profile is about: chosen from the partners' rows once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown, Value
from wardwise.domain.people_recorded import (
    Chosen,
    ChosenPart,
    CrimeRows,
    Ints,
    Marks,
    PeopleRecorded,
    PeopleRows,
)
from wardwise.domain.period import Month, Period
from wardwise.figures.desk import Desk
from wardwise.figures.people_desk import PeopleDesk
from wardwise.measures.estimate import Estimate


FLAGS_OF: Mapping[str, tuple[str, ...]] = {
    "Domestic abuse": ("domestic_abuse",),
    "Hate crime": (
        "hate_race",
        "hate_religion",
        "hate_sexual_orientation",
        "hate_disability",
        "hate_transgender",
    ),
    "Cyber crime": ("cyber",),
}
"""Candidate that no offence group counts → the flags that mark a crime as one."""

Arguments = dict[str, Ask | Recipe | Json]

CRIMES = "partner:recorded_crime"
SOURCE_OF = {
    "victim": "partner:victims",
    "suspect": "partner:suspects",
    "offender": "partner:offenders",
}


@dataclass(frozen=True, eq=False)
class Selected:
    """The crimes of one priority in a period, and by them the people; no name is all crime."""

    desk: PeopleDesk
    held: PeopleRecorded
    name: str
    chosen: Chosen

    @cached_property
    def crimes(self) -> Marks:
        """Which crimes are chosen. Shape: crimes."""
        rows, chosen = self.held.crimes, self.chosen
        first, last = chosen.period.first.ordinal, chosen.period.last.ordinal
        inside: Marks = (rows.month >= first) & (rows.month <= last)
        if not (chosen.offences or chosen.flags or chosen.codes or chosen.parts):
            return inside
        wanted = np.isin(rows.offence, _positions(rows.offences, chosen.offences))
        wanted |= np.isin(rows.category, _positions(rows.categories, chosen.offences))
        wanted |= np.isin(rows.code, _positions(rows.codes, chosen.codes))
        for flag in chosen.flags:
            wanted |= rows.is_set.get(flag, False)
        for part in chosen.parts:
            wanted |= in_part(rows, part)
        return inside & wanted

    @property
    def n(self) -> int:
        """How many crimes."""
        return int(self.crimes.sum())

    def parts(self, role: str) -> Ints:
        """Rows of the role that belong to the chosen crimes, in the order of the file."""
        people = self.held.people.get(role)
        if people is None:
            return np.zeros(0, dtype=np.int32)
        record = self.held.crimes.record[self.crimes]
        named = (people.record >= 0) & np.isin(people.record, record)
        return np.flatnonzero(named).astype(np.int32)

    def once(self, role: str) -> Ints:
        """Of those the first of each person; a part without an identity stands for itself."""
        at = self.parts(role)
        if not len(at):
            return at
        people = self.rows(role)
        who = people.person[at].astype(np.int64)
        who = np.where(who >= 0, who, -1 - np.arange(len(at)))
        days = people.days[at]
        day = np.where(np.isnat(days), np.datetime64("9999-12-31"), days)
        order = np.lexsort((np.arange(len(at)), day, who))
        first = np.ones(len(at), dtype=bool)
        first[1:] = np.diff(who[order]) != 0
        return np.sort(at[order[first]])

    def rows(self, role: str) -> PeopleRows:
        """All rows of a role that is held."""
        return self.held.people[role]

    def ask(self, question: str, **more: Json) -> Ask:
        """A question about these crimes, or about the people in them."""
        return Ask(question, {**more, **self.chosen.asked})

    def other(self, *, period: Period | None = None, every_crime: bool = False) -> Selected:
        """The same in another period, or every crime."""
        when = period or self.chosen.period
        chosen = (
            Chosen(self.chosen.area, when) if every_crime else replace(self.chosen, period=when)
        )
        return Selected(self.desk, self.held, self.name, chosen)

    def figure(
        self,
        recipe: Recipe,
        value: Value | Estimate,
        *,
        unit: Unit,
        roles: Sequence[str] = (),
        detail: str,
    ) -> Figure:
        """A figure of these crimes, or of the people in those roles, with the files' marking."""
        made = value if isinstance(value, Estimate) else None
        return Figure(
            measure=recipe.measure,
            offence=self.name or None,
            area=self.desk.area,
            period=self.chosen.period,
            value=value.value if isinstance(value, Estimate) else value,
            unit=unit,
            sources=(self.chosen.source, *(SOURCE_OF[role] for role in roles)),
            recipe=recipe,
            method=made.method if made else "count",
            interval=made.interval if made else None,
            detail=detail,
            marking=self.held.marking,
        )


def select(
    desk: Desk,
    *,
    name: str,
    offences: Sequence[str],
    codes: Sequence[str] = (),
    flags: Sequence[str] = (),
) -> Selected | NotKnown:
    """The crimes of a priority in the assessment's year, or in the last year that is held."""
    held = desk.evidence.recorded_people
    if isinstance(held, NotHeld):
        return NotKnown(f"it needs {held.what}, from {held.from_whom}")
    filled = tuple(flag for flag in flags if flag in held.crimes.is_set)
    if not (offences or codes or filled):
        return NotKnown("no partner's file tells its crimes apart")
    period = period_of(desk.latest, held.period)
    chosen = Chosen(desk.area.code, period, tuple(offences), filled, tuple(codes))
    found = Selected(desk, held, name, chosen)
    return found if found.n else NotKnown("no partner's file holds a crime of that name")


def select_every(desk: Desk) -> Selected | NotKnown:
    """Every crime of the partners' files in the assessment's year."""
    held = desk.evidence.recorded_people
    if isinstance(held, NotHeld):
        return NotKnown(f"it needs {held.what}, from {held.from_whom}")
    period = period_of(desk.latest, held.period)
    found = Selected(desk, held, "", Chosen(desk.area.code, period))
    return found if found.n else NotKnown("no partner's file holds a crime of that year")


def codes_of(desk: Desk, name: str) -> tuple[str, ...]:
    """Home Office codes of a published offence, where the extract gives codes at all."""
    harm, held = desk.evidence.harm, desk.evidence.recorded_people
    if isinstance(harm, NotHeld) or isinstance(held, NotHeld) or name not in harm.official:
        return ()
    return tuple(code for code in harm.official[name].codes if code in held.crimes.codes)


def period_of(latest: Period, held: Period) -> Period:
    """The assessment's year where the files cover it, or else the last twelve months held."""
    if held.first <= latest.first and latest.last <= held.last:
        return latest
    return Period(max(held.first, held.last.plus(-11)), held.last)


def in_part(rows: CrimeRows, part: ChosenPart) -> Marks:
    """Which of all crimes are in the part of a definition. Shape: crimes."""
    found: Marks = np.ones(len(rows.month), dtype=np.bool_)
    nowhere = np.zeros_like(found)
    if part.codes:
        found &= np.isin(rows.code, _positions(rows.codes, part.codes))
    if part.flags:
        found &= np.any([rows.is_set.get(flag, nowhere) for flag in part.flags], axis=0)
    if part.first:
        found &= rows.month >= Month.parse(part.first).ordinal
    if part.last:
        found &= rows.month <= Month.parse(part.last).ordinal
    return found


def _positions(names: Sequence[str], wanted: Sequence[str]) -> list[int]:
    return [n for n, name in enumerate(names) if name in wanted]
