"""Who somebody is in a partnership, at any moment."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.audit.words import events_that_say
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.actor import Holding as Held
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.roles import Role
from wardwise_web.core.permissions.table import PARTNERS
from wardwise_web.people.models import (
    Agency,
    BrokenGlass,
    Clearance,
    Holding,
    Partnership,
    Person,
)


def actor_of(person: Person, partnership: Partnership, *, at: datetime | None = None) -> Actor:
    """The person with the roles and the clearance that they had at that moment (now)."""
    moment = at or timezone.now()
    held = holdings_at(moment).filter(person=person, partnership=partnership)
    return _actor(person, partnership, list(held), moment)


def seat_of(person: Person, slug: str) -> tuple[Partnership, Actor] | None:
    """A partnership and who somebody is in it; None where they hold nothing, or it is not."""
    moment = timezone.now()
    held = list(
        holdings_at(moment)
        .filter(person=person, partnership__slug=slug)
        .select_related("partnership")
    )
    if not held:
        return None
    partnership = held[0].partnership
    return partnership, _actor(person, partnership, held, moment)


def _actor(
    person: Person, partnership: Partnership, held: list[Holding], moment: datetime
) -> Actor:
    cleared = (
        Clearance.objects.filter(person=person, partnership=partnership, starts_at__lte=moment)
        .order_by("starts_at", "id")
        .last()
    )
    broken = glasses_at(moment).filter(person=person, partnership=partnership)
    return Actor(
        person_id=person.pk,
        name=person.name,
        partnership_id=partnership.pk,
        holdings=frozenset(Held(Role(one.role), one.agency_id, one.cycle_id) for one in held),
        clearance=cleared.marking if cleared else LOWEST,
        compartments=frozenset(cleared.compartments if cleared else ()),
        in_emergency=any(one.role in PARTNERS for one in held) and broken.exists(),
    )


def glasses_at(moment: datetime) -> QuerySet[BrokenGlass]:
    """Emergency access that is open at a moment."""
    return BrokenGlass.objects.filter(starts_at__lte=moment, ends_at__gt=moment)


def glasses_of(partnership: Partnership) -> QuerySet[BrokenGlass]:
    """Every time that somebody broke the glass, the newest first."""
    return partnership.broken_glasses.select_related("person")


def told_of_emergencies(partnership: Partnership, *, but: int) -> list[Person]:
    """The managers and auditors, but whoever it is about."""
    held = holdings_at(timezone.now()).filter(
        partnership=partnership, role__in=(Role.MANAGER, Role.AUDITOR)
    )
    found = Person.objects.filter(pk__in=held.values("person")).exclude(pk=but)
    return list(found.order_by("name"))


def open_glass_of(person: Person, partnership: Partnership) -> BrokenGlass | None:
    """What somebody has open now."""
    return glasses_at(timezone.now()).filter(person=person, partnership=partnership).first()


def holdings_at(moment: datetime) -> QuerySet[Holding]:
    """What is held at a moment, of agencies that had not left by then."""
    return Holding.objects.filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=moment),
        Q(agency__left_on__isnull=True) | Q(agency__left_on__gt=timezone.localdate(moment)),
        starts_at__lte=moment,
        person__is_active=True,
    )


def partnerships_of(person: Person, *, at: datetime | None = None) -> QuerySet[Partnership]:
    """The partnerships in which somebody holds any role."""
    held = holdings_at(at or timezone.now()).filter(person=person)
    return Partnership.objects.filter(pk__in=held.values("partnership"))


def people_in(partnership: Partnership, roles: Collection[Role]) -> QuerySet[Person]:
    """Everybody who holds one of some roles now, by name."""
    held = holdings_at(timezone.now()).filter(partnership=partnership, role__in=roles)
    return Person.objects.filter(pk__in=held.values("person")).order_by("name")


def seats_in(partnership: Partnership, roles: Collection[Role]) -> dict[int, dict[int, str]]:
    """Person → agency → its name: for whom each of them holds one of some roles now."""
    held = holdings_at(timezone.now()).filter(partnership=partnership, role__in=roles)
    found: dict[int, dict[int, str]] = {}
    for person, agency, name in held.values_list("person", "agency", "agency__name"):
        found.setdefault(person, {})[agency] = name
    return found


def people_with(partnership: Partnership, role: Role) -> QuerySet[Person]:
    """Everybody who holds a role now, by name."""
    return people_in(partnership, [role])


def people_of(partnership: Partnership) -> QuerySet[Person]:
    """Everybody who holds any role now, by name."""
    held = holdings_at(timezone.now()).filter(partnership=partnership)
    return Person.objects.filter(pk__in=held.values("person")).order_by("name")


def holdings_of(person: Person) -> QuerySet[Holding]:
    """What somebody holds now, in every partnership."""
    held = holdings_at(timezone.now()).filter(person=person)
    return held.select_related("partnership", "agency").order_by("partnership__name", "role")


def every_holding_of(person: Person, partnership: Partnership) -> QuerySet[Holding]:
    """What somebody holds and held in a partnership, the newest first."""
    return (
        Holding.objects.filter(person=person, partnership=partnership)
        .select_related("agency", "given_by")
        .order_by("-starts_at", "-id")
    )


def members_of(partnership: Partnership) -> QuerySet[Person]:
    """Everybody who was added, with a role or without one yet, by name."""
    return Person.objects.filter(memberships__partnership=partnership).order_by("name")


def clearance_of(person: Person, partnership: Partnership) -> Clearance | None:
    """The clearance in force."""
    found = Clearance.objects.filter(person=person, partnership=partnership)
    return found.order_by("starts_at", "id").last()


def agencies_at(partnership: Partnership, on: date) -> QuerySet[Agency]:
    """The bodies that took part on a day."""
    return partnership.agencies.filter(
        Q(left_on__isnull=True) | Q(left_on__gt=on), joined_on__lte=on
    )


def agencies_now(partnership: Partnership) -> QuerySet[Agency]:
    """The bodies that take part today."""
    return agencies_at(partnership, timezone.localdate())


def find_acts(rows: QuerySet[AuditEvent], words: str) -> QuerySet[AuditEvent]:
    """The acts in whose name, actor, object or details all the words come."""
    for word in words.split():
        rows = rows.filter(
            Q(event__icontains=word)
            | Q(event__in=events_that_say(word))
            | Q(actor_name__icontains=word)
            | Q(object_kind__icontains=word)
            | Q(details__icontains=word)
        )
    return rows
