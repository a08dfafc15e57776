"""Which rows of a partner's file make a theme: categories, flags, codes, or a definition."""

from __future__ import annotations

from dataclasses import replace

from wardwise.domain.definition import Definition
from wardwise.domain.people_recorded import Chosen, ChosenPart, PeopleRecorded
from wardwise.domain.period import Month
from wardwise.figures.desk import Desk
from wardwise.figures.people_selected import period_of
from wardwise.reference.definitions import load_definition
from wardwise.reference.load import Row, load_table


def theme_row(name: str) -> Row | None:
    """How the theme is counted, by the reference table ``theme_count``."""
    return load_table("theme_count").by("candidate").get((name,))


def chosen_of(desk: Desk, row: Row, held: PeopleRecorded) -> tuple[Chosen | None, tuple[str, ...]]:
    """Which rows count, and what of the definition cannot be told; None where nothing can."""
    empty = Chosen(desk.area.code, period_of(desk.latest, held.period), dataset=str(row["dataset"]))
    if row["definition"]:
        parts, left_out = chosen_parts(definition_of(desk, str(row["definition"])), held)
        return (replace(empty, parts=parts) if parts else None), left_out
    flags = tuple(flag for flag in listed_in(row["flags"]) if flag in held.crimes.is_set)
    if row["flags"] and not flags:
        return None, ()
    names, codes = listed_in(row["categories"]), listed_in(row["codes"])
    if codes and not held.crimes.codes:
        return None, ()
    return replace(empty, offences=names, flags=flags, codes=codes), ()


def definition_of(desk: Desk, name: str) -> Definition:
    """The definition in force: the partnership's own where it has one."""
    held = {one.definition.definition: one.definition for one in desk.evidence.definitions}
    return held.get(name) or load_definition(name)


def chosen_parts(
    definition: Definition, held: PeopleRecorded
) -> tuple[tuple[ChosenPart, ...], tuple[str, ...]]:
    """The parts of a definition that the rows can tell, and the names of those they cannot."""
    told: list[ChosenPart] = []
    left_out = []
    for part in definition.parts:
        flags = tuple(flag for flag in part.flags if flag in held.crimes.is_set)
        if (part.flags and not flags) or (part.codes and not held.crimes.codes):
            left_out.append(part.name)
            continue
        first, last = (
            str(Month(day.year, day.month)) if day else None for day in (part.begins, part.ends)
        )
        told.append(ChosenPart(part.codes, flags, first, last))
    return tuple(told), tuple(left_out)


def listed_in(cell: object) -> tuple[str, ...]:
    """The names in a cell that is parted by semicolons."""
    return tuple(part.strip() for part in str(cell or "").split(";") if part.strip())
