"""How complete a table of counts is, against the Home Office force totals.

Rows without an LSOA name no force here, so a force's count is of its located rows alone and
falls short by as much as the force fails to locate. That is told where a stretch is found
incomplete; it is no excuse, because a force that locates more from one year to the next
would else seem to have more crime.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyarrow as pa

from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR, POLICE_UK_OFFENCES
from wardwise.domain.period import Month
from wardwise.sources.area_counts.cells import CountCells
from wardwise.sources.area_counts.held import DistrictMonths
from wardwise.sources.area_counts.schema import SOURCE
from wardwise.sources.completeness import (
    HeldByForce,
    Judged,
    completeness_table,
    expected_by_quarter,
    judge_force,
)


def judge_completeness(
    cells: CountCells, *, held: DistrictMonths, force_quarter: pa.Table | None
) -> pa.Table:
    """The tidy table ``completeness``: located records of every force that is held."""
    expected = expected_by_quarter(force_quarter)
    judged = {
        force: [_told(each) for each in judge_force(HeldByForce(force, months), expected=expected)]
        for force, months in _held(cells, held).items()
        if months
    }
    return completeness_table(judged, source=SOURCE)


def _held(cells: CountCells, held: DistrictMonths) -> dict[str, dict[Month, int]]:
    """Force → month → located offences without ASB, in the months that the force is held."""
    is_crime = cells.offence != POLICE_UK_OFFENCES.index(ANTI_SOCIAL_BEHAVIOUR)
    counted = (cells.place >= 0) & is_crime
    district = held.district_of_place[cells.place[counted]]
    at = district * len(cells.months) + cells.month[counted]
    totals = np.bincount(at, weights=cells.offences[counted], minlength=held.held.size)
    totals = totals.reshape(held.held.shape)
    of_force = np.array(held.forces)
    found: dict[str, dict[Month, int]] = {}
    for force in sorted(set(held.forces)):
        mine = of_force == force
        found[force] = {
            Month.parse(month): int(totals[mine, n].sum())
            for n, month in enumerate(cells.months)
            if held.held[mine, n].any()
        }
    return found


def _told(each: Judged) -> Judged:
    if each.status != "incomplete":
        return each
    return replace(each, why=f"{each.why}; rows without an LSOA name no force in this source")
