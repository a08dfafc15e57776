"""From people found to groups in order, with what can and cannot be recognised."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.records_people.findings import PeopleOfRecords, RoleOrders
from wardwise.chapters.records_people.relationship import relations_answer
from wardwise.chapters.records_people.words import role_answer
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_found import RoleFound
from wardwise.figures.people_identity import Identity, identity
from wardwise.figures.people_order import order_of
from wardwise.figures.people_selected import SOURCE_OF
from wardwise.figures.records_desk import RecordsDesk
from wardwise.figures.relationships import RELATIONSHIPS, relations


PROPERTIES = ("age band", "sex", "ethnicity")


def analyse(desk: RecordsDesk) -> PeopleOfRecords:
    """Each role that is held; repeats and overlap only where people keep their numbers."""
    found = PeopleOfRecords(
        area=desk.area,
        period=desk.period,
        roles=tuple(_role(desk, role) for role in desk.people.roles.values()),
        relations=relations(desk),
        relations_source=desk.source_line(RELATIONSHIPS),
        overlap=desk.people.overlap,
    )
    told = [role_answer(role) for role in found.roles]
    related = [relations_answer(found.relations)] if found.relations else []
    return replace(found, brief=(*told, *related))


def _role(desk: RecordsDesk, found: RoleFound) -> RoleOrders:
    kept = identity(desk.selected, found.role)
    return RoleOrders(
        role=found.role,
        source=desk.source_line(SOURCE_OF[found.role]),
        people=found.people,
        orders={
            by: order_of(desk.selected, found.groups[by]) for by in PROPERTIES if by in found.groups
        },
        peak=found.peak,
        identity=kept,
        repeats=found.again.share if kept is Identity.LASTING else NotKnown(str(kept)),
    )
