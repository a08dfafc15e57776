"""People as pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.audit.presenters import Act, told
from wardwise_web.core.audit.selectors import names_in
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.roles import Role
from wardwise_web.core.permissions.table import RIGHTS
from wardwise_web.core.permissions.thing import Kind
from wardwise_web.people.models import Agency, Partnership
from wardwise_web.people.selectors import agencies_at, clearance_of, holdings_at, members_of


@dataclass(frozen=True)
class MemberRow:
    """One line of the list of people."""

    person_id: int
    name: str
    email: str
    roles: tuple[str, ...]
    clearance: str
    is_active: bool


def member_rows(partnership: Partnership) -> list[MemberRow]:
    """Everybody, with what they hold now."""
    held: dict[int, list[str]] = {}
    now = holdings_at(timezone.now()).filter(partnership=partnership).select_related("agency")
    for one in now:
        held.setdefault(one.person_id, []).append(f"{Role(one.role).label}, {one.agency}")
    return [
        MemberRow(
            person_id=person.pk,
            name=person.name,
            email=person.email,
            roles=tuple(held.get(person.pk, ())),
            clearance=clear.marking if (clear := clearance_of(person, partnership)) else "OFFICIAL",
            is_active=person.is_active,
        )
        for person in members_of(partnership)
    ]


def acts_told(rows: Iterable[AuditEvent], partnership: Partnership) -> list[Act]:
    """Audit rows in words; an account by whose it is, any other thing as it was first called."""
    found = list(rows)
    whose = {
        (str(Kind.ACCOUNT), str(person.pk), ""): person.name for person in members_of(partnership)
    }
    names = names_in(found) | whose
    return [told(row, names) for row in found]


@dataclass(frozen=True)
class RightRow:
    """What could be done with one kind of object, and on what it depended."""

    kind: str
    verbs: tuple[str, ...]


def rights_of(actor: Actor) -> list[RightRow]:
    """Kind by kind, what the actor's roles allow; a condition is named in brackets."""
    rows = []
    for kind, rights in RIGHTS.items():
        verbs = [
            f"{verb}{_only(right.condition.__name__)}"
            for right in rights
            if actor.roles & set(right.roles)
            for verb in sorted(right.verbs)
        ]
        if verbs:
            rows.append(RightRow(str(kind), tuple(dict.fromkeys(verbs))))
    return rows


def _only(condition: str) -> str:
    return "" if condition == "always" else f" (only: {condition.replace('_', ' ')})"


def end_of_day(on: date) -> datetime:
    """The last moment of a day by the clock of the United Kingdom."""
    return timezone.make_aware(datetime.combine(on, time.max))


@dataclass(frozen=True)
class Seat:
    """A person in the structure, with the role they held."""

    name: str
    role: str


@dataclass(frozen=True)
class Body:
    """An agency in the structure, with its people."""

    agency: Agency
    seats: tuple[Seat, ...]


def structure_at(partnership: Partnership, on: date) -> list[Body]:
    """The bodies of a day, responsible authorities first, with who held what for them."""
    held = (
        holdings_at(end_of_day(on))
        .filter(partnership=partnership)
        .select_related("person")
        .order_by("person__name")
    )
    seats: dict[int, list[Seat]] = {}
    for one in held:
        seats.setdefault(one.agency_id, []).append(Seat(one.person.name, Role(one.role).label))
    bodies = agencies_at(partnership, on).order_by("-responsible_authority", "name")
    return [Body(agency, tuple(seats.get(agency.pk, ()))) for agency in bodies]
