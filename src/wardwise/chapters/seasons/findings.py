"""What the chapter found: seasons, changes of level, and what partners' hours and days tell."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.day_kinds import DayKind
from wardwise.figures.latest_quarter import QuarterMoved
from wardwise.figures.level_changes import LevelChanges
from wardwise.figures.other_chart import OtherChart
from wardwise.figures.people_hours import Hours
from wardwise.figures.seasons import Season


@dataclass(frozen=True)
class GroupSeason:
    """The season of a group, or of all crime (no name); its strength where there is one."""

    offence: str | None
    season: Season
    strength: Figure | None


@dataclass(frozen=True)
class WeekFound:
    """What a police extract tells of all crime: hours of the week, and days that differ.

    ``asked`` is how many comparisons were made; ``own_calendar`` whether the settings give the
    school holidays; ``more_than_published`` whether the extract holds more crimes than the
    published records of the same months.
    """

    crimes: Figure
    hours: Hours | NotKnown
    kinds: tuple[DayKind, ...]
    kinds_period: Period
    own_calendar: bool
    more_than_published: bool = False
    hot_from_celsius: float = 25.0


@dataclass(frozen=True)
class SeasonsFindings:
    """All recorded crime first, then the groups, the strongest season first.

    ``week`` is None where no extract with hours is held; ``charts`` are of other kinds than XmR;
    ``quarter`` are groups that moved in the last three months, and of which no level is named.
    """

    area: Area
    period: Period
    source: str
    groups: tuple[GroupSeason, ...]
    levels: tuple[LevelChanges, ...]
    week: WeekFound | None
    key_findings: tuple[KeyFinding, ...]
    charts: tuple[OtherChart, ...] = ()
    quarter: tuple[QuarterMoved, ...] = ()

    @property
    def seasonal(self) -> tuple[GroupSeason, ...]:
        """Those that a test finds a season in."""
        return tuple(one for one in self.groups if one.season.is_seasonal)

    @property
    def even(self) -> tuple[GroupSeason, ...]:
        """Those that were tested and have none."""
        return tuple(
            one
            for one in self.groups
            if not one.season.is_seasonal and not isinstance(one.season.index, NotKnown)
        )

    @property
    def too_few(self) -> tuple[GroupSeason, ...]:
        """Those of which it is not known."""
        return tuple(one for one in self.groups if isinstance(one.season.index, NotKnown))
