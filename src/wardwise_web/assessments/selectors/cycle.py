"""Readings of years and their terms, from the partnership down."""

from __future__ import annotations

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from wardwise_web.assessments.models import (
    ChecklistItem,
    Cycle,
    CycleStep,
    CycleTemplate,
    GroupSeat,
    Milestone,
    Terms,
)
from wardwise_web.assessments.services.cycle_templates import may_begin_in, may_use
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.people.models import Partnership, Person
from wardwise_web.people.selectors import partnerships_of


def cycles_for(actor: Actor, partnership: Partnership) -> list[Cycle]:
    """Years that they may read, the newest first."""
    found = partnership.cycles.select_related("partnership", "build")
    return [one for one in found if can(actor, Verb.READ, one.as_thing())]


def cycle_of(partnership: Partnership, cycle_id: int) -> Cycle:
    """One year of the partnership."""
    found = partnership.cycles.select_related("partnership", "build", "before")
    return get_object_or_404(found, pk=cycle_id)


def cycle_now(partnership: Partnership) -> Cycle | None:
    """The newest year."""
    return partnership.cycles.select_related("partnership", "build").first()


def terms_in_force(cycle: Cycle) -> Terms | None:
    """The last version."""
    return cycle.terms.select_related("by").first()


def terms_versions(cycle: Cycle) -> QuerySet[Terms]:
    """Every version, the newest first."""
    return cycle.terms.select_related("by")


def seats_of(cycle: Cycle) -> QuerySet[GroupSeat]:
    """Who is and was on the strategy group, by agency."""
    return cycle.seats.select_related("agency", "person")


def milestones_of(cycle: Cycle) -> QuerySet[Milestone]:
    """The timetable, by day."""
    return cycle.milestones.select_related("person", "done_by", "cycle__partnership")


def checklist_of(cycle: Cycle) -> QuerySet[ChecklistItem]:
    """Everything that the law asks, in its order."""
    return cycle.checklist.select_related("answered_by", "cycle__partnership")


def steps_of(cycle: Cycle) -> QuerySet[CycleStep]:
    """How the year came where it is."""
    return cycle.steps.select_related("by")


def templates_for(person: Person) -> list[CycleTemplate]:
    """Templates of every partnership in which they may read years, or begin them."""
    found = CycleTemplate.objects.filter(partnership__in=partnerships_of(person))
    return [one for one in found.select_related("partnership", "by") if may_use(person, one)]


def partnerships_to_begin_in(person: Person) -> list[Partnership]:
    """Partnerships in which they may begin a year."""
    return [one for one in partnerships_of(person) if may_begin_in(person, one)]


def milestones_waiting_for(actor: Actor, partnership: Partnership) -> list[Milestone]:
    """What this person still has to do by the timetables."""
    found = Milestone.objects.filter(
        cycle__partnership=partnership, done_on__isnull=True, person=actor.person_id or 0
    )
    return [
        one
        for one in found.select_related("cycle__partnership")
        if can(actor, Verb.READ, one.cycle.as_thing())
    ]
