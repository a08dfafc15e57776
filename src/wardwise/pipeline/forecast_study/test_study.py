"""The study on made-up partnerships and forces: every row, and ranges that hold."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import yaml

from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.domain.period import Month
from wardwise.measures.time.forecast_models import RULES
from wardwise.pipeline.forecast_study import choice, study
from wardwise.pipeline.forecast_study.errors import HORIZONS, all_rules, counts_of
from wardwise.pipeline.forecast_study.page import forecasts_page
from wardwise.pipeline.forecast_study.panel import Panel
from wardwise.pipeline.forecast_study.tables import write_tables


TABLES = Path(study.__file__).parents[2] / "reference" / "tables"


def made(months: int, areas: int, mean: float) -> Callable[[Path], Panel]:
    """Areas with one group and all crime, levels that wander a little."""
    random = np.random.default_rng(7)
    drift = np.exp(np.cumsum(random.normal(0, 0.03, (2 * areas, months)), axis=1))
    counts = random.poisson(mean * drift).astype(float)
    names = np.array([f"A{n // 2}" for n in range(2 * areas)], dtype=object)
    forces = np.array([f"F{n // 2 % 6}" for n in range(2 * areas)], dtype=object)
    offence = np.array(["Burglary", ALL_RECORDED_CRIME] * areas, dtype=object)
    panel = Panel(
        tuple(Month(2023, 5).plus(n) for n in range(months)), counts, names, forces, offence
    )
    return lambda _: panel


@pytest.fixture(scope="module")
def found() -> study.Study:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(study, "partnerships", made(32, 12, 80.0))
        patch.setattr(study, "forces", made(60, 6, 900.0))
        patch.setattr(choice, "EVERY", 1)
        return study.study(Path())


def test_every_rule_and_horizon_is_tried(found: study.Study) -> None:
    assert set(found.rules) == set(RULES)
    assert [one.horizon for one in found.horizons] == [*HORIZONS, *HORIZONS]
    by_name = {(one.series, one.horizon): one for one in found.horizons}
    # 12 origins from 20 to 31 of 12 areas; a year from the first alone
    assert by_name["group", "month 1"].forecasts == 144
    assert by_name["whole", "year"].forecasts == 12
    assert by_name["whole", "year"].partnerships == 12
    # origins 36, 39, 42, 45, 48 of six forces
    assert by_name["group", "year"].force_forecasts == 30
    assert by_name["group", "month 1"].force_forecasts == 0
    assert by_name["group", "month 1"].held_without[1] > 88
    assert by_name["group", "year"].held_forces[1] >= 93
    assert by_name["group", "month 4"].shocks == by_name["group", "quarter 2"].shocks


def test_a_rule_is_chosen_from_what_was_known(found: study.Study) -> None:
    ways = {one.way: one for one in found.choices}
    assert ways["the seasonal naive always"].naive_chosen == 24
    assert ways["as forecasts are made"].naive_chosen < 24


def test_errors_are_of_what_came() -> None:
    panel = made(32, 1, 80.0)(Path())
    tried = all_rules(panel)
    month = tried.of(RULES[0], "month 1")
    known = counts_of(panel)[0]
    first = month.iloc[0]
    naive = known.offences[8] / known.days[8] * known.days[20]
    assert first["expected"] == pytest.approx(naive)
    assert first["error"] == pytest.approx(np.log((known.offences[20] + 0.5) / (naive + 0.5)))


def test_the_tables_have_the_columns_that_their_sidecars_say(
    found: study.Study, tmp_path: Path
) -> None:
    write_tables(found, tmp_path)
    for name in ("forecast_error", "forecast_rule"):
        with (tmp_path / f"{name}.csv").open(encoding="utf-8") as file:
            header = next(csv.reader(file))
        sidecar = yaml.safe_load((TABLES / f"{name}.yaml").read_text("utf-8"))
        assert header == list(sidecar["fields"])


def test_the_page_prints_them(found: study.Study) -> None:
    page = forecasts_page(found)
    assert page.count("\n| month 12 |") == 2
    assert page.count("| not tried |") == 24
    assert "### All recorded crime together" in page
    assert "| as forecasts are made |" in page
