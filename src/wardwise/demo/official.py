"""What the Home Office and the ONS hold: every offence by its true place and code.

Midshire's follow from the records. Other forces have no records, so theirs are drawn by
district, year and code from the same rates.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.demo.crimes import overdispersed
from wardwise.demo.land import MIDSHIRE, Land
from wardwise.demo.model_table import model_table
from wardwise.demo.months import months_of
from wardwise.demo.people import People
from wardwise.demo.randomness import stream
from wardwise.demo.records import Records
from wardwise.domain.period import Month, Period


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

OFFICIAL_YEAR = Period(Month(2025, 7), Month(2026, 6))
UNASSIGNED = 0.02  # the force cannot say in which partnership
OTHER_FORCES_PHI = 9.0  # years differ more than months do, as real ones


@dataclass(frozen=True, eq=False)
class Official:
    """``midshire``: months × districts of the force and 'unassigned' × codes.

    ``others``: two years (before, latest) × districts × codes, nought in Midshire's districts.
    """

    midshire: Ints
    others: Ints


def make_official(land: Land, people: People, records: Records, *, seed: int) -> Official:
    """Count the records by code, and draw the years of the forces without records."""
    return Official(
        midshire=_midshire(stream(seed, "unassigned"), land, records),
        others=_others(stream(seed, "other forces"), land, people),
    )


def _midshire(random: np.random.Generator, land: Land, records: Records) -> Ints:
    crime = records.code >= 0
    district = land.district_of[records.lsoa]
    district = np.where(random.random(len(district)) < UNASSIGNED, MIDSHIRE, district)
    counted = np.zeros((records.month.max() + 1, MIDSHIRE + 1, len(model_table("code"))), np.int64)
    np.add.at(counted, (records.month[crime], district[crime], records.code[crime]), 1)
    return counted


def _others(random: np.random.Generator, land: Land, people: People) -> Ints:
    rate = rates_by_code()
    residents = land.by_district(people.residents)
    weighted = np.bincount(land.district_of, people.deprivation * people.residents) / residents
    level = np.exp(0.35 * weighted + random.normal(0, 0.12, len(residents)))
    expected = residents[:, None] * rate * level[:, None] / 1000
    expected = expected * np.exp(random.normal(0, 0.1, expected.shape))
    expected[land.force_of == 0] = 0
    drift = np.exp(random.normal(0, 0.03, (2, *expected.shape)))
    # A gamma of shape nought is refused, so the districts with records get a trace that draws 0
    return overdispersed(random, np.maximum(expected * drift, 1e-12), phi=OTHER_FORCES_PHI)


def rates_by_code() -> Floats:
    """Offences a year per 1,000 residents by Home Office code."""
    code, offence = model_table("code"), model_table("offence").set_index("offence")
    share = code["share"] / code.groupby("offence")["share"].transform("sum")
    rates: Floats = (share * code["offence"].map(offence["rate_per_1000"])).to_numpy(float)
    return rates


def year_by_partnership(land: Land, official: Official, period: Period) -> Ints:
    """Offences of the year by district and code, and Midshire's unassigned in the last row."""
    latest = int(period == OFFICIAL_YEAR)
    counts = np.vstack([official.others[latest], np.zeros_like(official.others[latest][:1])])
    midshire = official.midshire[months_of(period)].sum(axis=0)
    counts[:MIDSHIRE] = midshire[:MIDSHIRE]
    counts[len(land.district_code)] = midshire[MIDSHIRE]
    return counts
