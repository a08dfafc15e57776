"""What the chapter found: the table of hours, and what holds whatever the spans hide."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.document.text import Text
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.people_hours import Hours
from wardwise.figures.people_parts_of_week import Part, Parts


SIX = 6


@dataclass(frozen=True)
class Heaped:
    """An hour of the clock that holds far more records than the two beside it."""

    hour: int
    records: Figure
    times: float

    @property
    def excess(self) -> float:
        """Records above those of an hour like the two beside it: they may belong anywhere."""
        return self.records.number * (1 - 1 / self.times)


@dataclass(frozen=True, eq=False)
class HoursFound:
    """``timed`` are the precisions with crimes and shares, the surest first.

    ``gathers``: whether the busiest six hours of the table hold more than a quarter by more
    than chance, every six hours having been looked at.
    """

    area: Area
    period: Period
    source: str
    crimes: Figure
    hours: Hours | NotKnown
    quarters: Parts | None
    weekdays: Parts | None
    gathers: bool
    heaped: tuple[Heaped, ...]
    timed: tuple[tuple[str, Figure, Figure], ...]
    brief: tuple[Text, ...] = ()

    @property
    def leading(self) -> Part | None:
        """The quarter that leads wherever the spans, and what is heaped on an hour, belong."""
        lead = self.quarters.busiest if self.quarters else None
        if self.quarters is None or lead is None:
            return None
        quarters = self.quarters.parts
        spare = [100 * one.excess / self.crimes.number for one in self.heaped]
        own = sum(
            part
            for one, part in zip(self.heaped, spare, strict=True)
            if quarters[one.hour // SIX] is lead
        )
        rest = max(one.at_most.number for one in quarters if one is not lead)
        return lead if lead.surely.number - own > rest + sum(spare) else None
