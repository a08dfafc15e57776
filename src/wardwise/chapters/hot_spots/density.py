"""The part on density: how thickly offences lie, and where that changed."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Period
from wardwise.figures.changes import groups_that_break
from wardwise.figures.densities import Changed, Density, changed, density
from wardwise.figures.desk import Desk


GROUPS = 3
"""Besides all recorded crime: the largest groups."""


@dataclass(frozen=True, eq=False)
class DensityLine:
    """One group: its density, and its change or why that is not known."""

    density: Density
    change: Changed | NotKnown

    @property
    def moved(self) -> Changed | None:
        """The change, if anywhere it is more than chance."""
        if isinstance(self.change, NotKnown):
            return None
        land = self.change.more_km2.number + self.change.less_km2.number
        return self.change if land > 0 else None


@dataclass(frozen=True, eq=False)
class DensityFindings:
    """All recorded crime, and the groups that have offences enough.

    ``breaking`` are groups counted otherwise now, which all recorded crime holds.
    """

    area: Area
    period: Period
    before: Period
    whole: DensityLine
    groups: tuple[DensityLine, ...]
    breaking: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[DensityLine, ...]:
        """All crime first."""
        return (self.whole, *self.groups)


def analyse(desk: Desk) -> DensityFindings | None:
    """None where no point is held: there is no density of counts by area."""
    whole = density(desk, offence=None)
    if isinstance(whole, NotKnown):
        return None
    names = [name for name in desk.offences if name != ANTI_SOCIAL_BEHAVIOUR][:GROUPS]
    tried = [density(desk, offence=name) for name in names]
    groups = [one for one in tried if not isinstance(one, NotKnown)]
    looks = 1 + len(groups)
    lines = [DensityLine(one, changed(desk, one, looks=looks)) for one in (whole, *groups)]
    return DensityFindings(
        area=desk.area,
        period=desk.latest,
        before=desk.before,
        whole=lines[0],
        groups=tuple(lines[1:]),
        breaking=groups_that_break(desk, period=desk.latest, before=desk.before),
    )
