"""A theme that no published table counts, counted from a partner's rows on a desk of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import RECORDED_CRIME, Chosen, PeopleRecorded
from wardwise.figures.desk import Desk
from wardwise.figures.extract_desk import ExtractDesk, extract_desk
from wardwise.figures.incidents import incident_groups
from wardwise.figures.people_flags import FlagLine, flag_line
from wardwise.figures.people_groups import Groups
from wardwise.figures.people_selected import Selected
from wardwise.figures.theme_rows import chosen_of, theme_row


YEAR = 12  # months
OVERLAPPING = {"Re-offending": ("probation", "youth_justice")}
"""Theme → returns on it whose people may be in several of the cohorts."""
WITHOUT_PLACE = "the partner's file gives no place"
IN_DISTRICTS = "the partner's file gives postcode districts, and no neighbourhood"
DISTRICT = "outward_postcode"
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
        return NotKnown(_why_uncounted(desk, name))
    held = held_rows(desk, str(row["dataset"]))
    if isinstance(held, NotKnown):
        return held
    chosen, left_out = chosen_of(desk, row, held)
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


def _why_uncounted(desk: Desk, name: str) -> str:
    """That nobody counts it, or that what is returned does not add up to a year."""
    returns = desk.evidence.returns
    held = () if isinstance(returns, NotHeld) else tuple(returns)
    if not any(dataset in held for dataset in OVERLAPPING.get(name, ())):
        return "no partner's file that is held counts it"
    return "the returns are of caseloads that overlap, and do not add up to a count of the year"


def held_rows(desk: Desk, dataset: str) -> PeopleRecorded | NotKnown:
    """The rows of crimes, or of one dataset of incidents."""
    evidence = desk.evidence
    if dataset in evidence.recorded_incidents:
        return evidence.recorded_incidents[dataset]
    if dataset != RECORDED_CRIME or isinstance(evidence.recorded_people, NotHeld):
        return NotKnown("no partner has supplied a file of it")
    return evidence.recorded_people


def _by_place(desk: Desk, selected: Selected) -> ExtractDesk | NotKnown:
    why = without_place(selected)
    return why or extract_desk(desk, selected, group=None, unlocated=False)


def without_place(selected: Selected) -> NotKnown | None:
    """Why none of the rows has a neighbourhood; nothing where some have."""
    if (selected.held.crimes.lsoa[selected.crimes] >= 0).any():
        return None
    return NotKnown(WITHOUT_PLACE if in_districts(selected) is None else IN_DISTRICTS)


def in_districts(selected: Selected) -> Groups | None:
    """The theme's rows by the outward half of the postcode, where the file gives it."""
    if DISTRICT not in selected.held.crimes.columns:
        return None
    found = incident_groups(selected, DISTRICT)
    return found if isinstance(found, Groups) else None


def _flags(selected: Selected, chosen: Chosen) -> tuple[FlagLine, ...]:
    """Every flag that the theme is counted by, over all crimes of the file."""
    named = [*chosen.flags, *(flag for part in chosen.parts for flag in part.flags)]
    every = Selected(selected.desk, selected.held, "", Chosen(chosen.area, chosen.period))
    lines = [flag_line(every, flag, flag) for flag in dict.fromkeys(named)]
    return tuple(line for line in lines if line is not None)


def quarters_of(selected: Selected) -> Sequence[tuple[str, str]]:
    """First and last month of each quarter of the selection's year."""
    months = selected.chosen.period.months
    return [(str(months[n]), str(months[n + 2])) for n in range(0, len(months) - 2, 3)]
