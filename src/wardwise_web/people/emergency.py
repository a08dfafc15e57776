"""Breaking the glass: to read, for a reason, for three hours, what one's role does not open."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.models import BrokenGlass, Partnership, Person
from wardwise_web.people.selectors import glasses_at, told_of_emergencies
from wardwise_web.people.tasks import send_emergency_notice


LASTS = timedelta(hours=3)
LEAST_REASON = 20  # letters: "urgent" says nothing to whoever reads it next month


def break_glass(*, partnership: Partnership, reason: str, site: str, by: Actor) -> BrokenGlass:
    """Open it now; the manager and the auditor are told at once."""
    check_can(by, Verb.CREATE, Thing(Kind.EMERGENCY, partnership.pk, owner_id=by.person))
    if len(reason.strip()) < LEAST_REASON:
        raise MoveRefused("Say what has happened and what you need to read, in a sentence.")
    told = told_of_emergencies(partnership, but=by.person)
    if not told:
        raise MoveRefused("Nobody else is manager or auditor here, so that nobody would know.")
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=by.person)  # one at a time
        now = timezone.now()
        if glasses_at(now).filter(person_id=by.person, partnership=partnership).exists():
            raise MoveRefused("You have emergency access already.")
        made = BrokenGlass.objects.create(
            person_id=by.person,
            partnership=partnership,
            reason=reason.strip(),
            starts_at=now,
            ends_at=now + LASTS,
        )
        record(
            "emergency.opened",
            by=by,
            thing=made.as_thing(),
            operation=Operation.ACCESS,
            details={"until": made.ends_at},
            reason=made.reason,
            recipients=", ".join(person.name for person in told),
        )
        transaction.on_commit(partial(send_emergency_notice.enqueue, made.pk, site))
    return made


def close_glass(*, broken: BrokenGlass, by: Actor) -> None:
    """End it before its time."""
    check_can(by, Verb.WRITE, broken.as_thing())
    with transaction.atomic():
        now = timezone.now()
        locked = BrokenGlass.objects.select_for_update().get(pk=broken.pk)
        if locked.ends_at > now:
            locked.ends_at = now
            locked.save(update_fields=["ends_at"])
            thing = locked.as_thing()
            record("emergency.closed", by=by, thing=thing, operation=Operation.ACCESS)
