"""One row for every offence that the model counts, with all that the files say about it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.demo import truths as planted
from wardwise.demo.crimes import Crimes
from wardwise.demo.model_table import model_table
from wardwise.demo.points import A_LSOA, SnapPoints
from wardwise.demo.randomness import stream
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Month


Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

UNLOCATED = 0.035  # the Bedfordshire archive of 2021 to 2024 has 3.5%
PUBLISHED = 0.996  # of what the force counts, in a quarter that is complete
STATUS_UNAVAILABLE = 0.02
# Months until an outcome is recorded: shares of Bedfordshire's outcomes, 2021 to 2024
LATENESS = np.array([0.655, 0.225, 0.06, 0.028, 0.014, 0.008, 0.006, 0.004])
NEVER = 999


@dataclass(frozen=True, eq=False)
class Records:
    """Shape: offences committed, in order of month. Positions refer to Land, Crimes and tables."""

    lsoa: Ints  # in Land; the true place, also where the files do not give it
    month: Ints
    offence: Ints
    code: Ints  # row of the code table; −1 for anti-social behaviour
    point: Ints
    located: Bools
    outcome: Ints  # column of the outcome table
    outcome_month: Ints
    published: Bools  # in the archive, or left out of the incomplete months
    in_short_month: Bools


def make_records(crimes: Crimes, points: SnapPoints, *, seed: int) -> Records:
    """Expand the counts to rows and give each its code, point, outcome and faults."""
    random = stream(seed, "records")
    lsoa, month, offence = _expanded(crimes)
    rows = len(lsoa)
    month_code = np.array([m.ordinal for m in crimes.months])[month]
    incomplete = _between(month_code, planted.INCOMPLETE.first, planted.INCOMPLETE.last)
    short = _between(month_code, planted.SHORT_MONTH, planted.SHORT_MONTH)
    drawn = random.random((4, rows))
    outcome, lateness = _outcomes(random, crimes, offence)
    return Records(
        lsoa=crimes.lsoas[lsoa],
        month=month,
        offence=offence,
        code=_codes(random, crimes, offence),
        point=_points(drawn[0], points, crimes.lsoas[lsoa]),
        located=drawn[1] >= UNLOCATED,
        outcome=outcome,
        outcome_month=month + lateness,
        published=drawn[2] < np.where(incomplete, planted.INCOMPLETE_SHARE, PUBLISHED),
        in_short_month=short & (drawn[3] >= planted.SHORT_SHARE),
    )


def _expanded(crimes: Crimes) -> tuple[Ints, Ints, Ints]:
    by_month = np.moveaxis(crimes.counts, 1, 0)  # months × LSOAs × offences
    cell = np.repeat(np.arange(by_month.size), by_month.ravel())
    month, lsoa, offence = np.unravel_index(cell, by_month.shape)
    return lsoa, month, offence


def _between(month: Ints, first: Month, last: Month) -> Bools:
    between: Bools = (month >= first.ordinal) & (month <= last.ordinal)
    return between


def _points(drawn: NDArray[np.float64], points: SnapPoints, lsoa: Ints) -> Ints:
    cumulative = np.cumsum(points.weight, axis=1)[lsoa]
    chosen: Ints = np.minimum((drawn[:, None] > cumulative).sum(axis=1), A_LSOA - 1)
    return chosen


def _codes(random: np.random.Generator, crimes: Crimes, offence: Ints) -> Ints:
    table = model_table("code")
    code = np.full(len(offence), -1)
    for position, name in enumerate(crimes.offences):
        rows = np.flatnonzero(table["offence"] == name)
        if len(rows):
            own = np.flatnonzero(offence == position)
            share = table["share"].to_numpy(float)[rows]
            code[own] = random.choice(rows, len(own), p=share / share.sum())
    return code


def _outcomes(random: np.random.Generator, crimes: Crimes, offence: Ints) -> tuple[Ints, Ints]:
    table = model_table("outcome").set_index("offence")
    outcome, lateness = np.zeros(len(offence), np.int64), np.full(len(offence), NEVER)
    for position, name in enumerate(crimes.offences):
        if name == ANTI_SOCIAL_BEHAVIOUR:
            continue
        own = np.flatnonzero(offence == position)
        share = table.loc[name].to_numpy(float)
        outcome[own] = random.choice(len(share), len(own), p=share / share.sum())
        lateness[own] = random.choice(len(LATENESS), len(own), p=LATENESS / LATENESS.sum())
    lateness[random.random(len(offence)) < STATUS_UNAVAILABLE] = NEVER
    return outcome, lateness
