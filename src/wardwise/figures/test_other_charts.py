"""Charts of other kinds: each chosen by what is counted, limits as a pencil has them."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from tests.builders import desk_with
from wardwise.domain.evidence import GroupWeight, HarmWeights, Outcomes
from wardwise.domain.period import Month, Period
from wardwise.figures.desk import Desk
from wardwise.figures.other_chart import OtherChart
from wardwise.figures.other_charts import other_charts


LARGE = [300, 310, 290, 305, 295, 300, 310, 290, 305, 295, 300, 300] * 3
MIDDLE = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] * 3  # one a day
FEW = [4, 5, 3, 4, 4, 5, 3, 4, 4, 4, 4, 4] * 3


def desk(**more: list[int]) -> Desk:
    return desk_with({"Burglary": LARGE, "Drugs": MIDDLE, "Robbery": FEW} | more)


def by_kind(made: Desk) -> dict[str, OtherChart]:
    return {one.kind: one for one in other_charts(made)}


def test_each_kind_takes_the_group_it_is_for() -> None:
    found = by_kind(desk())
    assert {kind: one.what for kind, one in found.items()} == {
        "p": "Burglary among recorded crime",
        "c": "Robbery",
        "u": "Drugs",
    }
    # c: 48 a year is 4 a month, 4 ± 3 × √4 is −2 (nought) to 10
    few = found["c"].centre
    assert few.number == 4
    assert few.interval is not None
    assert (few.interval.lower, few.interval.upper) == (0, 10)
    # u: 1,095 in 1,096 days but for the leap day; a month that is long is no rise
    assert found["u"].centre.number == pytest.approx(1095 / 1096)
    assert found["u"].series.stretches[0].lower <= 1 <= found["u"].series.stretches[0].upper
    # p: 3,600 of 3,600 + 365 + 48 a year
    assert found["p"].centre.number == pytest.approx(3600 / (3600 + 365 + 48))


def test_where_no_group_is_small_the_smallest_is_charted_in_a_ward() -> None:
    # drugs are 32 a month, of which an eighth lies in each neighbourhood of the second ward
    made = desk_with(
        {"Burglary": [n * 8 for n in LARGE], "Drugs": [32] * 36}, shares=(0.5, 0.25, 0.125, 0.125)
    )
    chart = by_kind(made)["c"]
    assert chart.what == "Drugs in Westgate"
    assert (chart.centre.number, chart.centre.area.name) == (8, "Westgate")


def test_a_month_outside_is_told() -> None:
    few = [*FEW[:-2], 15, 4]
    chart = by_kind(desk(Robbery=few))["c"]
    assert chart.said == "outside the limits, November 2024"
    assert chart.speaks
    assert not by_kind(desk())["c"].speaks


def test_charges_are_a_share_of_the_months_that_are_old_enough() -> None:
    made = desk()
    months = Period.ending(Month(2024, 12), months=36).months
    whole = np.array([LARGE, MIDDLE, FEW])
    counts = np.stack([whole // 10, whole - whole // 10], axis=2)
    held = Outcomes(
        source="police_uk",
        offences=("Burglary", "Drugs", "Robbery"),
        months=months,
        groups=("Charged or summonsed", "No outcome recorded"),
        counts=counts,
        outcomes_of={"Charged or summonsed": ("Suspect charged",)},
    )
    chart = by_kind(Desk(replace(made.evidence, outcomes=held), made.settings))["p"]
    assert chart.what == "Recorded crime with a charge or summons"
    old = slice(0, 30)  # the last six months may still get an outcome
    part = (whole // 10)[:, old].sum()
    assert chart.centre.number == pytest.approx(part / whole[:, old].sum())
    assert chart.centre.period.last == Month(2024, 6)
    assert chart.centre.recipe is not None
    assert chart.centre.recipe.arguments["widen"] is True


def test_severity_is_a_run_chart_whose_shift_is_told() -> None:
    weights = {
        name: GroupWeight(value, value, value, value, 100.0, ("1",))
        for name, value in {"Burglary": 10.5, "Drugs": 1.5, "Robbery": 100.0}.items()
    }
    harm = HarmWeights("made up", "1", "Sampleshire", (), weights, {}, {})
    grown = [*LARGE[:18], *(2 * n for n in LARGE[18:])]
    made = desk(Burglary=grown)
    chart = by_kind(Desk(replace(made.evidence, harm=harm), made.settings))["run"]
    # 18 on each side of the middle; log2 36 + 3 is 8.2
    assert chart.said.startswith("a shift: 18 months running on one side, where 8 are")
    points = [
        (b * 10.5 + d * 1.5 + r * 100) / month.days * 365.25 / 12
        for b, d, r, month in zip(grown, MIDDLE, FEW, chart.series.months, strict=True)
    ]
    assert chart.centre.number == pytest.approx(np.median(points), rel=1e-3)
    assert not chart.series.stretches[0].has_limits
    assert chart.centre.interval is None


def test_too_few_months_have_no_chart() -> None:
    assert other_charts(desk_with({"Burglary": [300] * 11})) == ()


def test_a_share_of_everything_or_of_nothing_is_no_chart() -> None:
    assert [one.kind for one in other_charts(desk_with({"Burglary": [0, 300] * 18}))] == ["u"]
    empty = desk_with({"Burglary": [0, 300] * 18, "Drugs": [0, 4] * 18})
    assert "p" not in by_kind(empty)


def test_limits_of_the_rate_are_each_months_own() -> None:
    drugs = [n + (5 if k % 2 else -5) for k, n in enumerate(MIDDLE)]
    chart = by_kind(desk(Drugs=drugs))["u"]
    days = [month.days for month in chart.series.months]
    mean = sum(drugs) / sum(days)
    standard = [(n / d - mean) / math.sqrt(mean / d) for n, d in zip(drugs, days, strict=True)]
    spread = np.abs(np.diff(standard)).mean() / 1.128
    for stretch, size in zip(chart.series.stretches, days, strict=True):
        assert stretch.upper == pytest.approx(mean + 3 * spread * math.sqrt(mean / size))
