"""Who somebody is in a partnership, at any moment."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.actor import Holding as Held
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.roles import Role
from wardwise_web.people.models import Clearance, Holding, Partnership, Person


def actor_of(person: Person, partnership: Partnership, *, at: datetime | None = None) -> Actor:
    """The person with the roles and the clearance that they had at that moment (now)."""
    moment = at or timezone.now()
    held = holdings_at(moment).filter(person=person, partnership=partnership)
    cleared = (
        Clearance.objects.filter(person=person, partnership=partnership, starts_at__lte=moment)
        .order_by("starts_at", "id")
        .last()
    )
    return Actor(
        person_id=person.pk,
        name=person.name,
        partnership_id=partnership.pk,
        holdings=frozenset(Held(Role(one.role), one.agency_id, one.cycle_id) for one in held),
        clearance=cleared.marking if cleared else LOWEST,
        compartments=frozenset(cleared.compartments if cleared else ()),
    )


def holdings_at(moment: datetime) -> QuerySet[Holding]:
    """What is held at a moment, of agencies that had not left by then."""
    return Holding.objects.filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=moment),
        Q(agency__left_on__isnull=True) | Q(agency__left_on__gt=moment.date()),
        starts_at__lte=moment,
        person__is_active=True,
    )


def partnerships_of(person: Person, *, at: datetime | None = None) -> QuerySet[Partnership]:
    """The partnerships in which somebody holds any role."""
    held = holdings_at(at or timezone.now()).filter(person=person)
    return Partnership.objects.filter(pk__in=held.values("partnership"))


def people_with(partnership: Partnership, role: Role) -> QuerySet[Person]:
    """Everybody who holds a role now, by name."""
    held = holdings_at(timezone.now()).filter(partnership=partnership, role=role)
    return Person.objects.filter(pk__in=held.values("person")).order_by("name")


def people_of(partnership: Partnership) -> QuerySet[Person]:
    """Everybody who holds any role now, by name."""
    held = holdings_at(timezone.now()).filter(partnership=partnership)
    return Person.objects.filter(pk__in=held.values("person")).order_by("name")
