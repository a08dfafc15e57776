"""The door of density."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from wardwise.cli import main


SQUARE = {
    "type": "Polygon",
    "coordinates": [[[0, 0], [1000, 0], [1000, 1000], [0, 1000], [0, 0]]],
}


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """One event a month at a quiet place for two years, and a busy place in the second."""
    file = tmp_path / "events.csv"
    quiet = [f"700,700,{2023 + n // 12}-{n % 12 + 1:02d}-15" for n in range(24)]
    busy = [f"300,300,2024-{n % 12 + 1:02d}-15" for n in range(36)]
    file.write_text("east,north,day\n" + "\n".join(quiet + busy))
    return file


@pytest.fixture
def boundary(tmp_path: Path) -> Path:
    file = tmp_path / "square.geojson"
    file.write_text(json.dumps(SQUARE))
    return file


def answer(file: Path, *more: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["measure", "kde", str(file), "--x", "east", "--y", "north", *more, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)["answer"]
    return found


def test_density_inside_a_boundary_and_where_it_changed(
    events: Path, boundary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(
        events, "--bandwidth", "200", "--cell", "20", "--boundary", str(boundary),
        "--date", "day", "--cells", capsys=capsys,
    )  # fmt: skip
    assert (found["columns"], found["rows"], found["land_km2"]) == (50, 50, 1.0)
    # 36 events at one place: 36 × 3/(π 0.2²) × (1 − (10² + 10²)/200²)² at the nearest middle
    assert found["peak_per_km2"] == pytest.approx(36 * 23.873 * (1 - 200 / 40_000) ** 2, rel=1e-3)
    assert np.array(found["peak_at"]) == pytest.approx((300, 300), abs=11)
    per_km2 = np.array(found["per_km2"], dtype=float)
    assert per_km2.sum() * 0.02**2 == pytest.approx(60, rel=1e-3)
    assert found["change"]["first_month"] == "2023-01"
    assert found["change"]["in_more"] == [0, 36]
    assert found["change"]["less_km2"] == 0


@pytest.mark.parametrize("rule", ["silverman", "crime-map"])
def test_bandwidth_by_a_rule(events: Path, rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(events, "--bandwidth", rule, capsys=capsys)
    # silverman: σ² = ... × 60^(−1/6) × √8; crime-map: 400 m / 150 is under 10 m, which is least
    wanted = {"silverman": 283, "crime-map": 50}[rule]
    assert found["bandwidth_metres"] == pytest.approx(wanted, rel=0.01)
    assert found["left_out"] == 0


def test_gaussian_and_adaptive(events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = answer(events, "--bandwidth", "100", "--kernel", "gaussian", capsys=capsys)
    # 36 / (2π 0.1²) at the place itself
    assert plain["peak_per_km2"] == pytest.approx(36 / (2 * np.pi * 0.01), rel=0.03)
    adaptive = answer(
        events, "--bandwidth", "100", "--kernel", "gaussian", "--adaptive", capsys=capsys
    )
    assert adaptive["peak_per_km2"] > plain["peak_per_km2"]


def test_what_cannot_be_is_told(
    events: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = ["--x", "east", "--y", "north", "--bandwidth", "200"]
    assert main(["measure", "kde", str(events), *named, "--cell", "150"]) == 10
    assert "fewer than 2 cells" in capsys.readouterr().err
    assert main(["measure", "kde", str(events), *named, "--boundary", "none.geojson"]) != 0
    assert "no such file" in capsys.readouterr().err
    assert main(["measure", "kde", str(events), *named, "--boundary", str(events)]) == 10
    assert "cannot be read as outlines" in capsys.readouterr().err
    empty = tmp_path / "empty.csv"
    empty.write_text("east,north\n")
    assert main(["measure", "kde", str(empty), *named]) == 10
    assert "there is no row" in capsys.readouterr().err


def test_a_change_needs_the_whole_year_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [f"{300 + n},300,{2023 + n // 12}-{n % 12 + 1:02d}-15" for n in range(1, 24)]
    file = tmp_path / "short.csv"
    file.write_text("\n".join(["east,north,day", *rows]))
    named = ["--x", "east", "--y", "north", "--bandwidth", "200", "--date", "day"]
    assert main(["measure", "kde", str(file), *named]) == 10
    assert "the file begins in 2023-02" in capsys.readouterr().err
