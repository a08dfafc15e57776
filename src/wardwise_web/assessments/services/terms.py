"""Terms of reference: versions, seats on the strategy group, the timetable."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from wardwise_web.assessments.models import Cycle, GroupSeat, Milestone, Terms
from wardwise_web.assessments.rules.cycle import check_may_change
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.once import check_not_twice
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.evidence.services import commission_places
from wardwise_web.people.models import Agency, Person


class TermsOvertaken(Exception):
    """Somebody saved other terms meanwhile; nothing was overwritten. ``now`` is theirs."""

    def __init__(self, now: Terms) -> None:
        self.now = now
        super().__init__(f"{now.by} saved version {now.number} while you were writing.")


@dataclass(frozen=True)
class Wording:
    """The terms as they are to be."""

    purpose: str
    questions: Sequence[str]
    commissioned: Sequence[str]
    equality: str
    marking: str


def save_terms(*, cycle: Cycle, wording: Wording, based_on: int, by: Actor) -> Terms:
    """Keep the terms as a new version; the next build profiles the places that they commission."""
    check_can(by, Verb.WRITE, cycle.as_thing())
    with transaction.atomic():
        locked = Cycle.objects.select_for_update().get(pk=cycle.pk)
        check_may_change(locked)
        last = locked.terms.first()
        if last is not None and last.number != based_on:
            raise TermsOvertaken(last)
        made = Terms.objects.create(
            cycle=locked,
            number=(last.number if last else 0) + 1,
            purpose=wording.purpose,
            questions=list(wording.questions),
            commissioned=list(wording.commissioned),
            equality=wording.equality,
            marking=wording.marking,
            by_id=by.person_id,
        )
        thing = locked.as_thing()
        if locked.marking != wording.marking:
            locked.marking = wording.marking
            locked.save(update_fields=["marking"])
        record("terms.saved", by=by, thing=thing, details={"number": made.number})
        if last is None or list(last.commissioned) != list(wording.commissioned):
            commission_places(
                partnership=locked.partnership, places=wording.commissioned, cycle=thing, by=by
            )
    return made


def seat(
    *, cycle: Cycle, agency: Agency, person: Person, from_on: datetime.date, by: Actor
) -> GroupSeat:
    """Give somebody a place on the strategy group."""
    check_can(by, Verb.WRITE, cycle.as_thing())
    if agency.partnership_id != cycle.partnership_id:
        raise MoveRefused("That agency is not of this partnership.")
    with transaction.atomic():
        locked = Cycle.objects.select_for_update().get(pk=cycle.pk)
        if locked.seats.filter(agency=agency, person=person, until_on__isnull=True).exists():
            raise MoveRefused(f"{person} sits on the group for {agency} already.")
        made = GroupSeat.objects.create(cycle=locked, agency=agency, person=person, from_on=from_on)
        details = {"person": person.name, "agency": agency.name, "from": from_on}
        record("seat.given", by=by, thing=locked.as_thing(), details=details)
    return made


def end_seat(*, held: GroupSeat, on: datetime.date, by: Actor) -> None:
    """The place ends; that it was held stays."""
    check_can(by, Verb.WRITE, held.cycle.as_thing())
    if on < held.from_on:
        raise MoveRefused("A place cannot end before it began.")
    with transaction.atomic():
        locked = GroupSeat.objects.select_for_update().get(pk=held.pk)
        if locked.until_on is None:
            locked.until_on = on
            locked.save(update_fields=["until_on"])
            details = {"person": locked.person.name, "agency": locked.agency.name, "on": on}
            record("seat.ended", by=by, thing=held.cycle.as_thing(), details=details)


def add_milestone(
    *, cycle: Cycle, what: str, due_on: datetime.date, person: Person | None, by: Actor
) -> Milestone:
    """A day in the timetable."""
    check_can(by, Verb.WRITE, cycle.as_thing())
    with transaction.atomic():
        locked = Cycle.objects.select_for_update().get(pk=cycle.pk)
        twins = locked.milestones.filter(what=what, due_on=due_on, person=person)
        check_not_twice(twins, what="This day")
        made = Milestone.objects.create(
            cycle=cycle, what=what, due_on=due_on, first_due_on=due_on, person=person
        )
        details = {"what": what, "due": due_on, "person": person.name if person else None}
        record("milestone.added", by=by, thing=cycle.as_thing(), details=details)
    return made


def move_milestone(*, milestone: Milestone, due_on: datetime.date, because: str, by: Actor) -> None:
    """Another day, for a reason; the first day is kept."""
    check_can(by, Verb.WRITE, milestone.cycle.as_thing())
    if not because.strip():
        raise MoveRefused("Say why the date moves: the first one is kept beside it.")
    with transaction.atomic():
        locked = Milestone.objects.select_for_update().get(pk=milestone.pk)
        was, locked.due_on, locked.moved_because = locked.due_on, due_on, because.strip()
        locked.save(update_fields=["due_on", "moved_because"])
        details = {"what": locked.what, "was": was, "now": due_on}
        thing = milestone.cycle.as_thing()
        record("milestone.moved", by=by, thing=thing, details=details, reason=because)


def finish_milestone(*, milestone: Milestone, by: Actor) -> None:
    """It was done today: by whoever has it, or by who may write the terms."""
    if milestone.person_id != by.person_id:
        check_can(by, Verb.WRITE, milestone.cycle.as_thing())
    check_can(by, Verb.READ, milestone.cycle.as_thing())
    with transaction.atomic():
        locked = Milestone.objects.select_for_update().get(pk=milestone.pk)
        if locked.done_on is None:
            locked.done_on, locked.done_by_id = timezone.localdate(), by.person_id
            locked.save(update_fields=["done_on", "done_by"])
            thing = milestone.cycle.as_thing()
            record("milestone.done", by=by, thing=thing, details={"what": locked.what})
