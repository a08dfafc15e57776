"""A theme that no published table counts, counted from a partner's rows on a desk of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wardwise.domain.definition import Definition
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import (
    RECORDED_CRIME,
    Chosen,
    ChosenPart,
    PeopleRecorded,
)
from wardwise.domain.period import Month
from wardwise.figures.desk import Desk
from wardwise.figures.extract_desk import ExtractDesk, extract_desk
from wardwise.figures.people_flags import FlagLine, flag_line
from wardwise.figures.people_selected import Selected, period_of
from wardwise.reference.definitions import load_definition
from wardwise.reference.load import Row, load_table


YEAR = 12  # months
ALWAYS_ANSWERED = 99.5
"""Share of crimes from which a flag counts as answered in all of them. Unit: percent."""


@dataclass(frozen=True, eq=False)
class Theme:
    """The rows of a theme, counted by month and by place.

    ``flags`` are those that it is counted by, each with the share of all crimes in which it was
    answered; ``left_out`` are parts of its definition whose flag the supplier does not fill.
    """

    name: str
    plural: str
    selected: Selected
    by_month: ExtractDesk
    by_place: ExtractDesk | NotKnown
    flags: tuple[FlagLine, ...]
    left_out: tuple[str, ...]

    @property
    def is_crime(self) -> bool:
        """Whether its rows are recorded crimes."""
        return self.selected.chosen.dataset == RECORDED_CRIME

    @property
    def is_by_flag(self) -> bool:
        """Whether what counts is what somebody marked."""
        return bool(self.selected.chosen.flags)

    @property
    def answered(self) -> Figure | None:
        """The flag that is answered least, where it is not answered in every crime."""
        used = [one.used for one in self.flags if one.used.status == "known"]
        least = min(used, key=lambda figure: figure.number, default=None)
        return least if least is not None and least.number < ALWAYS_ANSWERED else None


def theme_row(name: str) -> Row | None:
    """How the theme is counted, by the reference table ``theme_count``."""
    return load_table("theme_count").by("candidate").get((name,))


def holds_partners(desk: Desk) -> bool:
    """Whether any partner's file is held from which themes could be counted."""
    evidence = desk.evidence
    return bool(evidence.recorded_incidents) or not isinstance(evidence.recorded_people, NotHeld)


def theme(desk: Desk, name: str) -> Theme | NotKnown:
    """The theme's rows where a partner's file holds a whole year of them."""
    return desk.once(("theme", name), lambda: _theme(desk, name))


def _theme(desk: Desk, name: str) -> Theme | NotKnown:
    row = theme_row(name)
    if row is None:
        return NotKnown("no partner's file that is held counts it")
    held = _held(desk, str(row["dataset"]))
    if isinstance(held, NotKnown):
        return held
    chosen, left_out = _chosen(desk, row, held)
    if chosen is None:
        return NotKnown("the partner's file does not fill the flag that would tell it")
    selected = Selected(desk, held, name, chosen)
    least = desk.settings.people.least_count
    if chosen.period.length < YEAR:
        return NotKnown("the partner's file holds less than a year")
    if selected.n < least:
        return NotKnown(
            f"fewer than {least} of the year are in the partner's file, which is not to say that "
            "there were none"
        )
    by_month = extract_desk(desk, selected, group=None, unlocated=True)
    if isinstance(by_month, NotKnown):
        return by_month
    return Theme(
        name=name,
        plural=str(row["plural"]),
        selected=selected,
        by_month=by_month,
        by_place=_by_place(desk, selected),
        flags=_flags(selected, chosen),
        left_out=left_out,
    )


def _held(desk: Desk, dataset: str) -> PeopleRecorded | NotKnown:
    evidence = desk.evidence
    if dataset in evidence.recorded_incidents:
        return evidence.recorded_incidents[dataset]
    if dataset != RECORDED_CRIME or isinstance(evidence.recorded_people, NotHeld):
        return NotKnown("no partner has supplied a file of it")
    return evidence.recorded_people


def _chosen(desk: Desk, row: Row, held: PeopleRecorded) -> tuple[Chosen | None, tuple[str, ...]]:
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


def _by_place(desk: Desk, selected: Selected) -> ExtractDesk | NotKnown:
    rows = selected.held.crimes
    located = rows.lsoa[selected.crimes] >= 0
    if not located.any():
        return NotKnown("the partner's file gives no place")
    return extract_desk(desk, selected, group=None, unlocated=False)


def _flags(selected: Selected, chosen: Chosen) -> tuple[FlagLine, ...]:
    """Every flag that the theme is counted by, over all crimes of the file."""
    named = [*chosen.flags, *(flag for part in chosen.parts for flag in part.flags)]
    every = Selected(selected.desk, selected.held, "", Chosen(chosen.area, chosen.period))
    lines = [flag_line(every, flag, flag) for flag in dict.fromkeys(named)]
    return tuple(line for line in lines if line is not None)


def listed_in(cell: object) -> tuple[str, ...]:
    """The names in a cell that is parted by semicolons."""
    return tuple(part.strip() for part in str(cell or "").split(";") if part.strip())


def quarters_of(selected: Selected) -> Sequence[tuple[str, str]]:
    """First and last month of each quarter of the selection's year."""
    months = selected.chosen.period.months
    return [(str(months[n]), str(months[n + 2])) for n in range(0, len(months) - 2, 3)]
