"""Do the words hold their level on real counts? On 300 partnerships and on 43 forces.

The truth of a real change is not known. But if the second halves of two successive years
are exchanged, any steady difference between the years cancels, and what is left is how a
year's total varies by itself: a test at 95% should call about one in twenty of those.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray

from wardwise.domain.period import Month
from wardwise.domain.verdict import Verdict
from wardwise.measures.change.change_percent import change_percent
from wardwise.measures.change.dispersion import dispersion
from wardwise.measures.time.forecast import Forecast, forecast
from wardwise.pipeline.forecast_study.panel import SUBGROUPS


pytestmark = [pytest.mark.shared, pytest.mark.slow]

FIRST = Month(2024, 1)  # two calendar years, complete in all but a few forces
Counts = NDArray[np.float64]


@pytest.fixture(scope="module")
def by_partnership(shared: Path) -> dict[str, Counts]:
    """Offence → partnerships × 24 months, 'all' among them; only areas held throughout."""
    data = shared / "data"
    counts = pd.read_parquet(
        data / "area_counts" / "lsoa_month_type_2023-05_2025-12.parquet",
        filters=[("month", ">=", str(FIRST))],
    )
    district = pd.read_csv(data / "geography" / "lookup_lsoa21_ward24_ltla24.csv.gz")
    lsoa = district.set_index("lsoa21_code")["ltla24_code"]
    counts["area"] = counts["lsoa_code"].map(lsoa)
    table = counts.groupby(["area", "crime_type", "month"])["crime_count"].sum().unstack("month")
    months = [str(FIRST.plus(n)) for n in range(24)]
    offences = {
        str(offence): table.xs(offence, level="crime_type")[months].fillna(0.0)
        for offence in table.index.get_level_values("crime_type").unique()
    }
    whole = sum(f for name, f in offences.items() if name != "Anti-social behaviour")
    held = whole.index[(whole > 100).all(axis=1)]
    frames = offences | {"all": whole}
    return {name: f.reindex(held).fillna(0.0).to_numpy() for name, f in frames.items()}


def _days() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    days = np.array([FIRST.plus(n).days for n in range(24)])
    return days[:12], days[12:]


def _called(counts: Counts, *, exchange: bool, method: str) -> float:
    """Share of partnerships whose total is called changed, φ from 15 of its size and itself."""
    before, after = counts[:, :12].copy(), counts[:, 12:].copy()
    order = np.argsort(counts.sum(axis=1))
    days_before, days_after = _days()
    called = []
    for place in range(len(order)):
        start = min(max(place - 8, 0), len(order) - 16)
        group = order[start : start + 16]
        found = dispersion(
            before=before[group],
            after=after[group],
            days_before=days_before,
            days_after=days_after,
        )
        ours = order[place]
        first, second = before[ours].copy(), after[ours].copy()
        if exchange:
            first[6:], second[6:] = after[ours][6:], before[ours][6:]
        if min(first.sum(), second.sum()) < 20:
            continue
        phi = {"poisson": 1.0, "phi": found.phi, "carried": found.phi_carried}[method]
        change = change_percent(before=first.sum(), after=second.sum(), phi=phi)
        called.append(change.verdict != Verdict.NO_CLEAR_CHANGE)
    return float(np.mean(called))


def test_plain_poisson_calls_most_totals_changed(by_partnership: dict[str, Counts]) -> None:
    assert len(by_partnership["all"]) > 280
    assert _called(by_partnership["all"], exchange=False, method="poisson") > 0.55
    assert _called(by_partnership["all"], exchange=False, method="phi") < 0.45
    assert _called(by_partnership["all"], exchange=False, method="carried") < 0.30


def test_a_firm_change_holds_its_level_where_the_years_are_exchanged(
    by_partnership: dict[str, Counts],
) -> None:
    level = {
        name: _called(counts, exchange=True, method="carried")
        for name, counts in by_partnership.items()
    }
    assert len(level) == 15
    assert 0.03 <= float(np.mean(list(level.values()))) <= 0.07, level
    assert max(level.values()) <= 0.10, level


def test_drift_within_the_year_is_called_by_the_months_alone(
    by_partnership: dict[str, Counts],
) -> None:
    level = {
        name: _called(counts, exchange=True, method="phi")
        for name, counts in by_partnership.items()
    }
    # what the papers say of φ: more than one in twenty, because years do drift, never a third
    assert 0.07 <= float(np.mean(list(level.values()))) <= 0.20, level
    assert max(level.values()) <= 0.30, level


@pytest.fixture(scope="module")
def by_force(shared: Path) -> dict[str, Counts]:
    """Group → forces × quarters from April 2012."""
    rows = pd.read_parquet(shared / "data/home_office/homeoffice_prc_pfa_long.parquet")
    rows = rows[rows["territorial"] & (rows["Group"] != "Fraud offences")]
    quarter = rows["FY"].str[:4].astype(int) * 4 + rows["Financial Quarter"].astype(int)
    rows = rows.assign(quarter=quarter)
    groups = {group: rows[rows["Offence Subgroup"] == group] for group in SUBGROUPS} | {"all": rows}
    return {
        group: part.groupby(["Force", "quarter"])["n"].sum().unstack("quarter").dropna().to_numpy()
        for group, part in groups.items()
    }


def _held(quarters: Counts, *, whole: bool) -> list[bool]:
    """Whether the limits from three years held the fourth, for every force and year.

    Of groups every second year: there are fourteen, and each forecast is tried on its past.
    """
    months = [Month(2021, 1).plus(n) for n in range(36)]  # only the days of the months matter
    held = []
    for start in range(0, quarters.shape[1] - 15, 4 if whole else 8):
        for row in quarters:
            past = np.repeat(row[start : start + 12] / 3, 3)
            outcome = row[start + 12 : start + 16].sum()
            found = forecast(months=months, values=past, whole=whole)
            if outcome >= 30 and isinstance(found, Forecast):
                held.append(found.lower <= outcome <= found.upper)
    return held


def test_the_forecast_holds_the_outcome_as_often_as_it_says(by_force: dict[str, Counts]) -> None:
    whole = _held(by_force["all"], whole=True)
    parts = [held for g in SUBGROUPS for held in _held(by_force[g], whole=False)]
    assert 0.92 <= np.mean(whole) <= 0.98
    assert 0.92 <= np.mean(parts) <= 0.98
    assert len(parts) > 2500
