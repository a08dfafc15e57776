"""What moved in the last months held: too short a time for a change of level to be named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wardwise.domain.figure import Figure
from wardwise.domain.period import Period
from wardwise.domain.verdict import Verdict
from wardwise.figures.changes import change_figure
from wardwise.figures.desk import Desk
from wardwise.figures.offences import offences_figure


MONTHS = 3


@dataclass(frozen=True)
class QuarterMoved:
    """An offence whose last three months differ from the same months a year before."""

    offence: str
    now: Figure
    then: Figure
    change: Figure


def moved_last_quarter(desk: Desk, offences: Sequence[str]) -> tuple[QuarterMoved, ...]:
    """Those that moved beyond chance, the largest count first; allowed for how many are asked of.

    The same months are compared, so that a season is in both, and the error of 5% is shared out
    among all that are looked at (Bonferroni).
    """
    period = Period.ending(desk.latest.last, months=MONTHS)
    before = period.earlier(12)
    level = 1 - (1 - desk.level) / max(1, len(offences))
    moved = []
    for name in offences:
        change = change_figure(
            desk, area=desk.area, period=period, before=before, offence=name, level=level
        )
        if change.comparison and change.comparison.verdict in (Verdict.ROSE, Verdict.FELL):
            now, then = (
                offences_figure(desk, area=desk.area, period=each, offence=name)
                for each in (period, before)
            )
            moved.append(QuarterMoved(name, now, then, change))
    return tuple(sorted(moved, key=lambda one: -one.then.number))
