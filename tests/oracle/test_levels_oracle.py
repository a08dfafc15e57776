"""Counts, rates and shares against Public Health England's published test tables."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from wardwise.measures.levels.byar import byar_limits
from wardwise.measures.levels.rate import rate_per_1000_residents
from wardwise.measures.levels.share import share_percent


pytestmark = pytest.mark.shared

LEVELS = {"95%": 0.95, "99.8%": 0.998}


def _rows(shared: Path, name: str) -> list[dict[str, str]]:
    path = shared / "oracles" / "rates_ci_funnel" / name
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _limits(row: dict[str, str]) -> list[tuple[float, float, float]]:
    """Level, lower and upper, from either of the two layouts."""
    if "confidence" in row:
        return [(LEVELS[row["confidence"]], float(row["lowercl"]), float(row["uppercl"]))]
    return [
        (0.95, float(row["lower95_0cl"]), float(row["upper95_0cl"])),
        (0.998, float(row["lower99_8cl"]), float(row["upper99_8cl"])),
    ]


def test_byar_limits(shared: Path) -> None:
    rows = _rows(shared, "testdata_Byars_Wilson__testdata_B_W.csv")
    rows = [row for row in rows if row["method"] == "Byars"]
    assert len(rows) == 7
    for row in rows:
        lower, upper = byar_limits(count=float(row["x"]), level=LEVELS[row["confidence"]])
        assert upper == pytest.approx(float(row["uppercl"]), rel=1e-9)
        # the last row leaves the lower limit blank: the formula would be below nought
        assert lower == pytest.approx(float(row["lowercl"] or 0), rel=1e-9)


def test_wilson_limits(shared: Path) -> None:
    rows = _rows(shared, "testdata_Byars_Wilson__testdata_B_W.csv")
    rows = [row for row in rows if row["method"] == "Wilson"]
    assert len(rows) == 6
    for row in rows:
        level = LEVELS[row["confidence"]]
        share = share_percent(part=float(row["x"]), whole=float(row["n"]), level=level)
        assert share.lower == pytest.approx(100 * float(row["lowercl"]), rel=1e-9)
        assert share.upper == pytest.approx(100 * float(row["uppercl"]), rel=1e-9)


@pytest.mark.parametrize(
    ("name", "complete"),
    [("testdata_Rate__testdata_Rate.csv", 17), ("testdata_Rate__testdata_Rate_g.csv", 9)],
)
def test_crude_rates_exact_below_ten_and_byar_from_ten(
    shared: Path, name: str, complete: int
) -> None:
    rows = [row for row in _rows(shared, name) if row["value"]]
    assert len(rows) == complete
    for row in rows:
        scale = float(row["multiplier"]) / 1000
        for level, lower, upper in _limits(row):
            rate = rate_per_1000_residents(
                offences=float(row["Numerator"]), residents=float(row["Denominator"]), level=level
            )
            assert rate.value * scale == pytest.approx(float(row["value"]), rel=1e-9)
            # the workbook's own chi-square is good to eight figures at a count of one
            assert rate.lower * scale == pytest.approx(lower, rel=1e-7)
            assert rate.upper * scale == pytest.approx(upper, rel=1e-7)
            assert rate.method == {"Exact": "exact", "Byars": "Byar"}[row["method"]]


@pytest.mark.parametrize(
    ("name", "complete"),
    [
        ("testdata_Proportion__testdata_Prop.csv", 16),
        ("testdata_Proportion__testdata_Prop_g.csv", 8),
    ],
)
def test_proportions(shared: Path, name: str, complete: int) -> None:
    rows = [row for row in _rows(shared, name) if row["value"]]
    assert len(rows) == complete
    for row in rows:
        scale = float(row["multiplier"]) / 100
        for level, lower, upper in _limits(row):
            share = share_percent(
                part=float(row["Numerator"]), whole=float(row["Denominator"]), level=level
            )
            assert share.value * scale == pytest.approx(float(row["value"]), rel=1e-9)
            assert share.lower * scale == pytest.approx(lower, rel=1e-9)
            assert share.upper * scale == pytest.approx(upper, rel=1e-9)
