"""What the chapter found: the year ahead of every group, and the alarms of the last quarter."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.domain.period import Month, Period
from wardwise.figures.alarms import Alarms
from wardwise.figures.forecasts import Outlook


@dataclass(frozen=True, eq=False)
class GroupAhead:
    """One group's last twelve months and its outlook; the whole has no offence."""

    offence: str | None
    latest: Figure
    outlook: Outlook


@dataclass(frozen=True, eq=False)
class AheadFindings:
    """All recorded crime first, then groups, largest first. ``past`` are the whole's months.

    ``breaks`` are groups inside the whole whose counting changed in the last two years.
    """

    area: Area
    source: str
    latest: Period
    year: Period
    whole: GroupAhead
    groups: tuple[GroupAhead, ...]
    past: tuple[Figure, ...]
    alarms: Alarms
    key_findings: tuple[KeyFinding, ...]
    breaks: tuple[tuple[Month, str], ...] = ()
