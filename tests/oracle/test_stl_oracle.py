"""STL against Cleveland's own program, in six settings of its loops and jumps."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from wardwise.measures.time.seasonal_trend import SeasonalTrend, Smoothing, seasonal_trend
from wardwise.measures.time.several_seasons import SeveralSeasons, several_seasons


pytestmark = pytest.mark.shared

FIRST = {
    "period": 12,
    "season_window": 35,
    "trend_window": 19,
    "low_pass_window": 13,
    "season_jump": 4,
    "trend_jump": 2,
    "low_pass_jump": 2,
    "inner": 1,
    "outer": 2,
}
SCENARIOS = {
    "baseline": {},
    "nljump-1": {"low_pass_jump": 1},
    "ntjump-1": {"trend_jump": 1},
    "nljump-1-ntjump-1": {"low_pass_jump": 1, "trend_jump": 1},
    "short": {},
    "stlez": {"inner": 2, "outer": 0},
    "stlez-robust": {},  # it stops by itself, here after two outer loops
}
"""What differs from the first; ``short`` is of one month less."""


@pytest.fixture(scope="module")
def published(shared: Path) -> pd.DataFrame:
    found = pd.read_csv(shared / "oracles" / "stl_ets" / "stl_test_results.csv")
    found.columns = [name.strip() for name in found.columns]
    found["scenario"] = found["scenario"].str.strip()
    return found.set_index("scenario")


@pytest.fixture(scope="module")
def carbon_dioxide(shared: Path) -> np.ndarray:
    return np.loadtxt(shared / "oracles" / "stl_ets" / "stl_co2.csv")


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_season_and_trend_as_published(
    published: pd.DataFrame, carbon_dioxide: np.ndarray, scenario: str
) -> None:
    expected = published.loc[[scenario]].sort_values("idx")
    values = carbon_dioxide[: len(expected)]
    found = seasonal_trend(values=values, settings=Smoothing(**FIRST | SCENARIOS[scenario]))
    assert isinstance(found, SeasonalTrend)
    assert found.season == pytest.approx(expected["season"].to_numpy(), rel=1e-6, abs=1e-6)
    assert found.trend == pytest.approx(expected["trend"].to_numpy(), rel=1e-6)


def test_several_seasons_as_r_has_them(shared: Path) -> None:
    """Hourly demand for electricity with a day and a week, against R's ``mstl``."""
    folder = shared / "oracles" / "stl_ets"
    expected = pd.read_csv(folder / "mstl_test_results.csv")
    values = pd.read_csv(folder / "mstl_elec_vic.csv")["y"].to_numpy()
    found = several_seasons(values=values, periods=[168, 24])
    assert isinstance(found, SeveralSeasons)
    assert found.periods == (24, 168)
    assert found.trend == pytest.approx(expected["Trend"].to_numpy(), rel=1e-6)
    for season, column in zip(found.seasons, ("Seasonal24", "Seasonal168"), strict=True):
        assert season == pytest.approx(expected[column].to_numpy(), rel=1e-5, abs=1e-4)
    assert found.rest == pytest.approx(expected["Remainder"].to_numpy(), rel=1e-5, abs=1e-4)
