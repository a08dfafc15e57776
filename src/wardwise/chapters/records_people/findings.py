"""What the chapter found: each role by age, sex and ethnicity, and the relationships."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.document.text import Text
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.people_identity import Identity
from wardwise.figures.people_order import Order
from wardwise.figures.people_peaks import AgePeak
from wardwise.figures.relationships import Relations


@dataclass(frozen=True)
class RoleOrders:
    """People of one role: ``orders`` by property ('age band', 'sex', 'ethnicity')."""

    role: str
    source: str
    people: Figure
    orders: dict[str, Order]
    peak: AgePeak | NotKnown
    identity: Identity
    repeats: Figure | NotKnown


@dataclass(frozen=True)
class PeopleOfRecords:
    """``roles`` that a file was given for; ``overlap`` only where numbers are common to both."""

    area: Area
    period: Period
    roles: tuple[RoleOrders, ...]
    relations: Relations | None
    relations_source: str
    overlap: Figure | NotKnown
    brief: tuple[Text, ...] = ()
