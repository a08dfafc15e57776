"""Every change to people: who joins, what they may do, and when it ends."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from functools import partial

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor, system
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.roles import Role
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.models import (
    Agency,
    Clearance,
    Holding,
    Membership,
    Partnership,
    Person,
)
from wardwise_web.people.tasks import send_invitation


def found_partnership(*, name: str, slug: str, area_code: str, operator: str) -> Partnership:
    """Begin a partnership: by whoever runs the installation, before anybody holds a role."""
    with transaction.atomic():
        made = Partnership.objects.create(name=name, slug=slug, area_code=area_code)
        thing = Thing(Kind.CYCLE, made.pk)
        record(
            "partnership.founded", by=system(made.pk), thing=thing, details={"operator": operator}
        )
    return made


def add_agency(
    *,
    partnership: Partnership,
    name: str,
    responsible_authority: bool,
    joined_on: date,
    by: Actor,
) -> Agency:
    """A body that takes part from a day."""
    check_can(by, Verb.CREATE, Thing(Kind.AGENCY, partnership.pk))
    with transaction.atomic():
        Partnership.objects.select_for_update().get(pk=partnership.pk)
        if partnership.agencies.filter(name__iexact=name).exists():
            raise MoveRefused(f"There is an agency named '{name}' already.")
        made = Agency.objects.create(
            partnership=partnership,
            name=name,
            responsible_authority=responsible_authority,
            joined_on=joined_on,
        )
        record("agency.joined", by=by, thing=made.as_thing(), details={"name": name})
    return made


def end_agency(*, agency: Agency, on: date, successor: Agency | None, by: Actor) -> None:
    """A body leaves: its people's rights end that day, and what they did stays theirs."""
    check_can(by, Verb.WRITE, agency.as_thing())
    with transaction.atomic():
        locked = Agency.objects.select_for_update().get(pk=agency.pk)
        if locked.left_on is not None and locked.left_on <= timezone.localdate():
            # another day would give rights back, and change what was true on a past one
            raise MoveRefused(f"{agency.name} has left already.")
        if on < locked.joined_on:
            raise MoveRefused(f"{agency.name} cannot leave before it joined.")
        agency.left_on, agency.succeeded_by = on, successor
        agency.save(update_fields=["left_on", "succeeded_by"])
        details = {"on": on, "successor": successor.name if successor else None}
        record("agency.left", by=by, thing=agency.as_thing(), details=details)


def add_person(
    *, partnership: Partnership, email: str, name: str, by: Actor, site: str = ""
) -> Person:
    """An account, or the one that already has this address; it holds nothing yet.

    With ``site``, the address of this installation, they are told by mail.
    """
    check_can(by, Verb.CREATE, Thing(Kind.ACCOUNT, partnership.pk))
    with transaction.atomic():
        known = Person.objects.filter(email__iexact=email).first()
        person = known or Person.objects.create_user(email=email, name=name)
        Membership.objects.get_or_create(person=person, partnership=partnership)
        thing = account_of(person, partnership)
        record("person.added", by=by, thing=thing, operation=Operation.ACCESS)
        if site:
            tell = partial(send_invitation.enqueue, person.pk, partnership.pk, site)
            transaction.on_commit(tell)
    return person


def give_role(*, person: Person, agency: Agency, role: Role, by: Actor) -> Holding:
    """Give a role from now; nobody gives themselves one."""
    check_can(by, Verb.WRITE, account_of(person, agency.partnership))
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        if person.holdings.filter(agency=agency, role=role, ends_at__isnull=True).exists():
            # two of the same, and ending one would leave the other's rights
            raise MoveRefused(f"{person} is {role.label.lower()} for {agency} already.")
        made = Holding.objects.create(
            person=person,
            partnership=agency.partnership,
            agency=agency,
            role=role,
            starts_at=timezone.now(),
            given_by_id=by.person_id,
        )
        record(
            "role.given",
            by=by,
            thing=account_of(person, agency.partnership),
            operation=Operation.ACCESS,
            details={"role": role, "agency": agency.name},
        )
    return made


def end_role(*, holding: Holding, by: Actor) -> None:
    """End a role now; the row stays, so that past rights can be answered."""
    thing = account_of(holding.person, holding.partnership)
    check_can(by, Verb.WRITE, thing)
    with transaction.atomic():
        locked = Holding.objects.select_for_update().get(pk=holding.pk)
        if locked.ends_at is None:
            locked.ends_at = timezone.now()
            locked.save(update_fields=["ends_at"])
            details = {"role": locked.role, "agency": locked.agency.name}
            record("role.ended", by=by, thing=thing, operation=Operation.ACCESS, details=details)


def clear_person(
    *,
    person: Person,
    partnership: Partnership,
    marking: str,
    compartments: Collection[str],
    by: Actor,
) -> Clearance:
    """Clear somebody to a marking, and admit them to closed subjects, from now."""
    thing = account_of(person, partnership)
    check_can(by, Verb.WRITE, thing)
    with transaction.atomic():
        made = Clearance.objects.create(
            person=person,
            partnership=partnership,
            marking=marking,
            compartments=sorted(compartments),
            starts_at=timezone.now(),
            given_by_id=by.person_id,
        )
        details = {"marking": marking, "compartments": sorted(compartments)}
        record("clearance.given", by=by, thing=thing, operation=Operation.ACCESS, details=details)
    return made


def end_sessions(*, person: Person, but: str | None = None) -> int:
    """Sign somebody out everywhere, but for one session; how many have ended."""
    # a session's person is inside it: there are as many as people who are signed in
    open_ones = Session.objects.filter(expire_date__gt=timezone.now())
    theirs = [
        one.pk
        for one in open_ones.iterator()
        if one.get_decoded().get(SESSION_KEY) == str(person.pk) and one.pk != but
    ]
    return Session.objects.filter(pk__in=theirs).delete()[0]


def sign_out_everywhere(*, person: Person, partnership: Partnership, by: Actor) -> int:
    """An administrator ends every session of somebody: a telephone was lost."""
    thing = account_of(person, partnership)
    check_can(by, Verb.WRITE, thing)
    with transaction.atomic():
        ended = end_sessions(person=person)
        details = {"sessions": ended}
        record("sessions.ended", by=by, thing=thing, operation=Operation.ACCESS, details=details)
    return ended


def account_of(person: Person, partnership: Partnership) -> Thing:
    """An account as the permissions see it: its own person is its author."""
    return Thing(
        Kind.ACCOUNT,
        partnership.pk,
        person.pk,
        owner_id=person.pk,
        author_ids=frozenset({person.pk}),
    )


def begin_visit(*, person: Person) -> datetime | None:
    """Note that they are here; answers when they were here before, if ever."""
    now = timezone.now()
    before = person.last_seen
    Person.objects.filter(pk=person.pk).update(last_seen=now)
    return before
