"""What the chapter found: assaults at the emergency department, admissions and calls, fires."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_flags import FlagLine
from wardwise.figures.people_groups import Groups
from wardwise.figures.people_hours import Hours
from wardwise.figures.services import Service


@dataclass(frozen=True)
class Police:
    """What the police recorded of violence, in the months that the hospital's change is of."""

    plural: str
    count: Figure
    change: Figure


@dataclass(frozen=True, eq=False)
class Emergency:
    """Assaults seen at the emergency department."""

    service: Service
    groups: Mapping[str, Groups]
    drink: FlagLine | None
    hours: Hours | NotKnown
    police: Police | None


@dataclass(frozen=True)
class WardFires:
    """One ward: deliberate fires, those for each resident, homes on fire without an alarm."""

    area: Area
    count: Figure
    rate: Figure
    no_alarm: Figure | None


@dataclass(frozen=True, eq=False)
class Fires:
    """Deliberate fires, and fires in homes without a smoke alarm.

    ``rate`` is of the partnership as a whole; ``least`` the smallest number that is printed.
    ``homes`` are the latter over the years that wards are told of: few happen in one.
    """

    deliberate: Service
    no_alarm: Service | None
    homes: Figure | None
    kinds: Groups | NotKnown
    rate: Figure | None
    wards: tuple[WardFires, ...]
    least: int


@dataclass(frozen=True, eq=False)
class OtherServices:
    """Each part held or not; nothing is printed where none is."""

    area: Area
    emergency: Emergency | None
    quarterly: tuple[Service, ...]
    fires: Fires | None
    key_findings: tuple[KeyFinding, ...]

    @property
    def is_told(self) -> bool:
        """Whether a service has supplied anything that can be told."""
        return bool(self.emergency or self.quarterly or self.fires)
