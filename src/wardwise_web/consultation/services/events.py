"""Every change to the record of meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from wardwise_web.assessments.models import Cycle
from wardwise_web.consultation.models import Event, EventStep, Hands, Senior
from wardwise_web.consultation.rules import check_complete
from wardwise_web.consultation.services import check_version
from wardwise_web.consultation.states import EVENT_MOVES, EventState
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused, check_move
from wardwise_web.core.once import check_not_twice
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.models import Agency


@dataclass(frozen=True)
class EventRecord:
    """What is recorded of an event; None and '' are not known yet."""

    title: str
    is_public: bool
    held_on: date | None
    place: str
    invited: str
    announced: str
    discussed: str
    told_after: str
    came: int | None


def add_event(*, cycle: Cycle, agency: Agency, said: EventRecord, by: Actor) -> Event:
    """Begin the record of an event, held or planned."""
    check_can(by, Verb.CREATE, Thing(Kind.EVENT, cycle.partnership_id))
    if agency.pk not in by.agency_ids:
        raise MoveRefused("An event is put down for an agency that you speak for.")
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)
        told = {"cycle": cycle, "agency": agency, "author_id": by.person, **vars(said)}
        check_not_twice(Event.objects.filter(**told), what="This event")
        event = Event.objects.create(partnership=cycle.partnership, **told)
        EventStep.objects.create(event=event, state=EventState.DRAFT, by_id=by.person)
        record("event.added", by=by, thing=event.as_thing(), details={"title": said.title})
    return event


def change_event(*, event: Event, said: EventRecord, version: int, by: Actor) -> None:
    """Record it otherwise."""
    with transaction.atomic():
        locked = _locked(event, by=by)
        check_version(locked.version, version=version)
        for name, value in vars(said).items():
            setattr(locked, name, value)
        locked.version += 1
        locked.save()
        record("event.changed", by=by, thing=locked.as_thing())


def add_senior(*, event: Event, agency: Agency, name: str, post: str, by: Actor) -> Senior:
    """Somebody senior who was there."""
    with transaction.atomic():
        locked = _locked(event, by=by)
        who = {"agency": agency, "name": name, "post": post}
        check_not_twice(locked.seniors.filter(**who), what="Who this is")
        made = Senior.objects.create(event=locked, **who)
        details = {"agency": agency.name, "post": post}
        record("event.senior_added", by=by, thing=locked.as_thing(), details=details)
    return made


def remove_senior(*, senior: Senior, by: Actor) -> None:
    """Somebody who was put down by mistake."""
    with transaction.atomic():
        locked = _locked(senior.event, by=by)
        details = {"agency": senior.agency.name, "post": senior.post}
        senior.delete()
        record("event.senior_removed", by=by, thing=locked.as_thing(), details=details)


def add_hands(
    *,
    event: Event,
    question: str,
    answers: Sequence[tuple[str, int]],
    present: int,
    by: Actor,
) -> Hands:
    """A show of hands: kept as counted."""
    if len(answers) < 2 or any(hands > present for _, hands in answers):
        raise MoveRefused("Give two answers or more, none with more hands than people present.")
    with transaction.atomic():
        locked = _locked(event, by=by)
        counted = {"answers": [list(one) for one in answers], "present": present}
        twins = locked.hands.filter(question=question, **counted)
        check_not_twice(twins, what="This show of hands")
        made = Hands.objects.create(event=locked, question=question, **counted)
        record("event.hands_counted", by=by, thing=locked.as_thing(), details={"asked": question})
    return made


def move_event(*, event: Event, to: EventState, note: str, by: Actor) -> None:
    """Complete the record, open it again, put it before the public or take it back."""
    with transaction.atomic():
        locked = Event.objects.select_for_update().get(pk=event.pk)
        now = EventState(locked.state)
        check_can(by, Verb.WRITE if now is EventState.DRAFT else Verb.APPROVE, locked.as_thing())
        check_move(EVENT_MOVES, now=now, to=to, roles=by.roles, reason=note)
        if now is EventState.DRAFT:
            check_complete(locked)
        locked.state = to
        locked.save(update_fields=["state"])
        EventStep.objects.create(event=locked, state=to, note=note, by_id=by.person)
        record(f"event.{to}", by=by, thing=locked.as_thing(), reason=note)


def _locked(event: Event, *, by: Actor) -> Event:
    found = Event.objects.select_for_update().get(pk=event.pk)
    check_can(by, Verb.WRITE, found.as_thing())
    return found
