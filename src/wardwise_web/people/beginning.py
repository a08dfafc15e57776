"""The first administrator: made by whoever runs the installation, since nobody else can."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.permissions.actor import system
from wardwise_web.core.permissions.roles import Role
from wardwise_web.people.models import Agency, Holding, Membership, Partnership, Person
from wardwise_web.people.services import account_of


@dataclass(frozen=True)
class Beginning:
    """The first agency and its administrator, who invite the others."""

    agency: Agency
    person: Person


def first_administrator(
    *, partnership: Partnership, agency_name: str, email: str, name: str, on: date
) -> Beginning:
    """Refused once anybody holds a role: from then on the administrator gives them."""
    if Holding.objects.filter(partnership=partnership).exists():
        raise ValueError(f"{partnership} has an administrator: ask them for an account.")
    with transaction.atomic():
        agency = Agency.objects.create(
            partnership=partnership, name=agency_name, responsible_authority=True, joined_on=on
        )
        person = Person.objects.create_user(email=email, name=name)
        Membership.objects.create(person=person, partnership=partnership)
        Holding.objects.create(
            person=person,
            partnership=partnership,
            agency=agency,
            role=Role.ADMINISTRATOR,
            starts_at=timezone.now(),
        )
        record(
            "administrator.first",
            by=system(partnership.pk),
            thing=account_of(person, partnership),
            operation=Operation.ACCESS,
            details={"agency": agency_name},
        )
    return Beginning(agency, person)
