"""How complete a table of counts is, against the Home Office force totals.

Rows without an LSOA name no force here, so a force's count is of its located rows alone and
falls short by as much as the force fails to locate. A stretch below 97% of the Home Office
count is therefore complete if it reaches 97% of the force's own usual share (the median of
the quarters held whole), provided that this is at least 90%: then what is missing is missing
alike in every period, and periods can be compared.
"""

from __future__ import annotations

from dataclasses import replace
from statistics import median

import numpy as np
import pyarrow as pa

from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR, POLICE_UK_OFFENCES
from wardwise.domain.period import Month
from wardwise.sources.area_counts.cells import CountCells
from wardwise.sources.area_counts.held import DistrictMonths
from wardwise.sources.area_counts.schema import SOURCE
from wardwise.sources.completeness import (
    COMPLETE_FROM,
    HeldByForce,
    Judged,
    completeness_table,
    expected_by_quarter,
    judge_force,
)


USUAL_FROM = 0.90


def judge_completeness(
    cells: CountCells, *, held: DistrictMonths, force_quarter: pa.Table | None
) -> pa.Table:
    """The tidy table ``completeness``: located records of every force that is held."""
    expected = expected_by_quarter(force_quarter)
    judged = {
        force: _against_the_usual(judge_force(HeldByForce(force, months), expected=expected))
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


def _against_the_usual(stretches: list[Judged]) -> list[Judged]:
    shares = [each.share for each in stretches if each.share is not None]
    usual = median(shares) if shares else 0.0
    return [_mended(each, usual) for each in stretches]


def _mended(each: Judged, usual: float) -> Judged:
    if each.status != "incomplete" or each.share is None or usual < USUAL_FROM:
        return each
    if each.share < COMPLETE_FROM * usual:
        return each
    why = (
        f"{each.why}; as usual for this force ({100 * usual:.1f}%): rows without an LSOA name no"
        " force in this source"
    )
    return replace(each, status="complete", why=why)
