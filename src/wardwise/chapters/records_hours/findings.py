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


@dataclass(frozen=True, eq=False)
class HoursFound:
    """``timed`` are the precisions with crimes and shares, the surest first."""

    area: Area
    period: Period
    source: str
    crimes: Figure
    hours: Hours | NotKnown
    quarters: Parts | None
    weekdays: Parts | None
    timed: tuple[tuple[str, Figure, Figure], ...]
    brief: tuple[Text, ...] = ()
