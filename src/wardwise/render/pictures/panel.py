"""Where one control chart is drawn, and to what scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wardwise.document.pictures import ControlSeries
from wardwise.domain.period import Month
from wardwise.render.pictures.canvas import Box, Point
from wardwise.render.pictures.months import month_scale
from wardwise.render.pictures.scales import Scale, close_range
from wardwise.render.pictures.signals import Key


@dataclass(frozen=True)
class Panel:
    """Where one series is drawn and how finely."""

    series: ControlSeries
    box: Box
    range: tuple[float, float]
    key: Key
    dot: float = 2.3
    wordy: bool = True  # room for "Upper limit" beside the value

    @property
    def across(self) -> Scale:
        """Months to pixels."""
        return month_scale(self.series.months, self.box)

    @property
    def up(self) -> Scale:
        """Values to pixels."""
        return Scale(*self.range, self.box.bottom, self.box.top)

    def at(self, month: Month, value: float) -> Point:
        """The place of a month's value."""
        return self.across(month.ordinal), self.up(value)


def range_of(series: Sequence[ControlSeries]) -> tuple[float, float]:
    """One range that holds every value and limit."""
    values = [value for one in series for value in one.values if value is not None]
    limits = [x for one in series for s in one.stretches for x in (s.lower, s.upper)]
    return close_range([*values, *limits])


def lowered(panel: Panel, by: float) -> Panel:
    """The same, so much further down."""
    return replace(panel, box=replace(panel.box, top=panel.box.top + by))
