"""A year as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from wardwise_web.assessments.cycle_states import CYCLE_MOVES, CycleState
from wardwise_web.assessments.models import ChecklistItem, Cycle, Milestone
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.jinja import day, moment
from wardwise_web.core.moves import Move, moves_from
from wardwise_web.core.permissions.actor import Actor


TAGS = {
    CycleState.OPEN: "govuk-tag--blue",
    CycleState.COMPLETE: "govuk-tag--turquoise",
    CycleState.APPROVED: "govuk-tag--green",
    CycleState.PUBLISHED: "govuk-tag--green",
    CycleState.ARCHIVED: "govuk-tag--grey",
}


@dataclass(frozen=True)
class CycleRow:
    """One line of the list of years."""

    cycle: Cycle
    state: str
    tag: str
    answered: int
    items: int
    next_milestone: Milestone | None


def cycle_row(cycle: Cycle) -> CycleRow:
    """A year with how far its checklist is and what comes next."""
    items = list(cycle.checklist.all())
    return CycleRow(
        cycle,
        cycle.state.capitalize(),
        TAGS[CycleState(cycle.state)],
        sum(not one.is_empty for one in items),
        len(items),
        cycle.milestones.filter(done_on__isnull=True).select_related("person").first(),
    )


@dataclass(frozen=True)
class MoveRow:
    """A button of the year's page."""

    to: str
    slug: str
    move: Move


def moves_for(actor: Actor, cycle: Cycle) -> list[MoveRow]:
    """What this person could do with the year as it stands."""
    found = moves_from(CYCLE_MOVES, now=CycleState(cycle.state), roles=actor.roles)
    return [MoveRow(str(to), str(to), move) for to, move in found.items()]


@dataclass(frozen=True)
class MilestoneRow:
    """One line of the timetable."""

    milestone: Milestone
    word: str
    tag: str


def milestone_rows(milestones: Iterable[Milestone]) -> list[MilestoneRow]:
    """The timetable with a word for each day."""
    today = timezone.localdate()
    made = []
    for one in milestones:
        if one.done_on:
            word, tag = "Done", "govuk-tag--green"
        elif one.due_on < today:
            word, tag = "Late", "govuk-tag--red"
        else:
            word, tag = "To come", "govuk-tag--grey"
        made.append(MilestoneRow(one, word, tag))
    return made


def timetable_sheet(rows: Iterable[MilestoneRow], *, cycle: Cycle) -> Sheet:
    """The timetable as it leaves."""
    return Sheet(
        f"Timetable {cycle.name}",
        cycle.marking,
        ("What", "Due", "First due", "Who", "State", "Done on", "Moved because"),
        [
            (
                row.milestone.what,
                row.milestone.due_on.isoformat(),
                row.milestone.first_due_on.isoformat(),
                row.milestone.person.name if row.milestone.person else "",
                row.word,
                day(row.milestone.done_on),
                row.milestone.moved_because,
            )
            for row in rows
        ],
    )


def checklist_sheet(items: Iterable[ChecklistItem], *, cycle: Cycle) -> Sheet:
    """The checklist as it leaves."""
    return Sheet(
        f"Checklist {cycle.name}",
        cycle.marking,
        ("Item", "What the law asks", "Source", "Met by", "Not met because", "Who", "When"),
        [
            (
                one.item,
                one.about,
                one.law,
                one.met_by,
                one.reason,
                one.answered_by.name if one.answered_by else "",
                moment(one.answered_at),
            )
            for one in items
        ],
    )
