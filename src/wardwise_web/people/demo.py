"""The demo's people: five agencies of Exampleshire and somebody for each role."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from wardwise_web.core.permissions.roles import Role
from wardwise_web.people.beginning import first_administrator
from wardwise_web.people.services import (
    add_agency,
    add_person,
    clear_person,
    found_partnership,
    give_role,
)


if TYPE_CHECKING:
    from wardwise_web.people.stage import DemoPlay

AGENCIES = (
    # (short, name, a responsible authority)
    ("council", "Exampleshire Council", True),
    ("police", "Midshire Police", True),
    ("fire", "Midshire Fire and Rescue Service", True),
    ("health", "Midshire Integrated Care Board", True),
    ("probation", "Probation Service, Midshire", True),
    ("housing", "Kilnfield Homes", False),
)
PEOPLE = (
    # (who, name, agency, roles)
    ("analyst", "Asha Daley", "council", (Role.ANALYST,)),
    ("manager", "Morgan Reid", "council", (Role.MANAGER,)),
    ("police", "Petra Lowe", "police", (Role.CONTRIBUTOR, Role.LEAD)),
    ("fire", "Femi Ward", "fire", (Role.CONTRIBUTOR,)),
    ("health", "Hana Okoye", "health", (Role.CONTRIBUTOR,)),
    ("probation", "Piotr Finch", "probation", (Role.CONTRIBUTOR,)),
    ("owner", "Owen Tranter", "housing", (Role.LEAD,)),
    ("assurer", "Ailsa Grant", "fire", (Role.ASSURER,)),
    ("board", "Bernard Cole", "police", (Role.BOARD,)),
    ("chair", "Charlotte Ames", "council", (Role.BOARD,)),
    ("scrutiny", "Councillor Sunil Rao", "council", (Role.SCRUTINY,)),
    ("auditor", "Audrey Pike", "council", (Role.AUDITOR,)),
)


def load(play: DemoPlay) -> None:
    """Exampleshire, its agencies and its people."""
    play.tell("Seating the partners")
    with transaction.atomic():
        play.partnership = found_partnership(
            name="Exampleshire", slug="exampleshire", area_code="E06999001", operator="demo"
        )
        first = first_administrator(
            partnership=play.partnership,
            agency_name=AGENCIES[0][1],
            email=address("administrator"),
            name="Adele Moss",
            on=date(2024, 4, 1),
        )
        play.people["administrator"] = first.person
        play.agencies["council"] = first.agency
        by = play.actor("administrator")
        for short, name, is_responsible in AGENCIES[1:]:
            play.agencies[short] = add_agency(
                partnership=play.partnership,
                name=name,
                responsible_authority=is_responsible,
                joined_on=date(2024, 4, 1),
                by=by,
            )
        for who, name, agency, roles in PEOPLE:
            person = add_person(partnership=play.partnership, email=address(who), name=name, by=by)
            play.people[who] = person
            for role in roles:
                give_role(person=person, agency=play.agencies[agency], role=role, by=by)
            if who not in ("scrutiny", "auditor"):
                clear_person(
                    person=person,
                    partnership=play.partnership,
                    marking="OFFICIAL-SENSITIVE",
                    compartments=(),
                    by=by,
                )
    for person in play.people.values():
        person.set_password(play.password)
        person.save(update_fields=["password"])


def address(who: str) -> str:
    """A demo person's sign-in; ``.example`` is kept for examples."""
    return f"{who}@exampleshire.example"
