"""What the chapter found: the table of hours, and what holds whatever the spans hide."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.document.text import Text
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.people_hours import Hours
from wardwise.figures.people_parts_of_week import Parts


@dataclass(frozen=True)
class Heaped:
    """An hour of the clock that holds far more records than the two beside it."""

    hour: int
    records: Figure
    times: float


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
