"""The points that a map of density is made of: a partner's exact ones, or else published ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Ask
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.people_recorded import Floats, Ints
from wardwise.domain.period import Period
from wardwise.domain.points_recorded import PointPrecision
from wardwise.figures.changes import break_between, why_not_comparable
from wardwise.figures.desk import Desk
from wardwise.figures.people_selected import Selected, select, select_every
from wardwise.figures.repeat_events import no_addresses


NOT_BOTH_YEARS = "the partners' records do not cover both years"


@dataclass(frozen=True, eq=False)
class PointsUsed:
    """Events of the latest year and the year before as points, and how to ask for them again.

    ``points`` are of both years (metres, events × 2), ``months`` run from 0 in the first month
    of the year before. ``not_comparable`` says why the years cannot be compared, or nothing.
    """

    points: Floats
    months: Ints
    precision: PointPrecision
    source: str
    marking: str
    latest_ask: Ask
    both_ask: Ask
    months_ask: Ask
    not_comparable: str

    @property
    def latest(self) -> Floats:
        """Those of the latest year."""
        found: Floats = self.points[self.months >= 12]
        return found


def points_used(desk: Desk, *, offence: str | None) -> PointsUsed | NotKnown:
    """Exact points where a partner's extract gives them in the assessment's year."""
    found = (
        select_every(desk) if offence is None else select(desk, name=offence, offences=(offence,))
    )
    is_of_year = isinstance(found, Selected) and found.chosen.period == desk.latest
    if isinstance(found, Selected) and is_of_year and not no_addresses(found):
        return _exact(desk, found, offence)
    return _published(desk, offence)


def _exact(desk: Desk, found: Selected, offence: str | None) -> PointsUsed:
    both = found.other(period=Period(desk.before.first, desk.latest.last))
    addresses, crimes = found.held.addresses, found.held.crimes
    assert addresses is not None  # else there is a reason
    number = addresses.number[both.crimes]
    at = number[number >= 0]
    covered = set(found.held.months)
    is_whole = all(month in covered for month in both.chosen.period.months)
    broken = break_between(desk, period=desk.latest, before=desk.before, offence=offence)
    return PointsUsed(
        points=np.column_stack((addresses.easting[at], addresses.northing[at])),
        months=crimes.month[both.crimes][number >= 0] - desk.before.first.ordinal,
        precision=PointPrecision.EXACT,
        source=found.chosen.source,
        marking=found.held.marking,
        latest_ask=found.ask("partner_points"),
        both_ask=both.ask("partner_points"),
        months_ask=both.ask("partner_point_months"),
        not_comparable=(broken or "") if is_whole else NOT_BOTH_YEARS,
    )


def _published(desk: Desk, offence: str | None) -> PointsUsed | NotKnown:
    held = desk.evidence.recorded_points
    if isinstance(held, NotHeld):
        return NotKnown(f"it needs {held.what}, from {held.from_whom}")
    both = Period(desk.before.first, desk.latest.last)
    kept = (held.month >= both.first.ordinal) & (held.month <= both.last.ordinal)
    names = np.array([name == offence for name in held.offences])
    if offence is None:
        names = np.array([name != ANTI_SOCIAL_BEHAVIOUR for name in held.offences])
    kept &= names[held.offence]
    asked = desk.ask(desk.area, both, offence)
    return PointsUsed(
        points=np.column_stack((held.easting, held.northing))[kept],
        months=held.month[kept] - both.first.ordinal,
        precision=held.precision,
        source=held.source,
        marking=desk.marking,
        latest_ask=Ask("recorded_points", desk.ask(desk.area, desk.latest, offence)),
        both_ask=Ask("recorded_points", asked),
        months_ask=Ask("recorded_point_months", asked),
        not_comparable=why_not_comparable(
            desk, period=desk.latest, before=desk.before, offence=offence
        )
        or "",
    )
