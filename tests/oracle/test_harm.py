"""Harm scores against published Crime Severity Scores, and on a force's real codes.

Figures of the Crime Severity Score: Office for National Statistics, as published in
lesscrime.info (Trafford 2008/09; West Midlands Police 2022).
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from wardwise.evidence.harm import code_weights
from wardwise.measures.harm.category_weight import CategoryWeight, category_weight
from wardwise.measures.harm.score import harm_score, severity_rate_per_1000
from wardwise.reference.load import load_table


# Trafford (E22000107) 2008/09, violence, sexual, robbery, theft, criminal damage, other:
# offences per 1,000 residents and severity score per head
RATES = [8.7300, 0.6701, 2.5757, 43.9964, 15.3493, 7.3031]
SCORES = [2.0765, 0.8335, 2.0596, 4.9166, 0.1903, 0.4365]
TOTAL_RATE, TOTAL_SCORE = 78.6245, 10.5131


def test_trafford_adds_up_from_its_groups() -> None:
    assert sum(RATES) == pytest.approx(TOTAL_RATE, abs=2e-4)
    assert sum(SCORES) == pytest.approx(TOTAL_SCORE, abs=2e-4)


@pytest.mark.parametrize(
    ("rate", "score", "weight"),
    [
        (TOTAL_RATE, TOTAL_SCORE, 133.7),
        (RATES[0], SCORES[0], 237.9),
        (RATES[1], SCORES[1], 1243.8),
        (RATES[2], SCORES[2], 799.6),
        (RATES[3], SCORES[3], 111.8),
        (RATES[4], SCORES[4], 12.4),
    ],
)
def test_a_published_score_follows_from_rate_and_mean_weight(
    rate: float, score: float, weight: float
) -> None:
    # severity per 1,000 residents = offences per 1,000 residents × mean weight; per head /1,000
    ours = severity_rate_per_1000(counts=[rate], weights=[weight], residents=1000)
    assert ours.value / 1000 == pytest.approx(score, rel=6e-4)


def test_the_mean_weight_of_all_is_the_mean_of_the_groups() -> None:
    implied = [1000 * score / rate for score, rate in zip(SCORES, RATES, strict=True)]
    whole = category_weight(counts_by_code=RATES, weights_by_code=implied)
    assert whole.value == pytest.approx(133.7, abs=0.05)
    assert harm_score(counts=RATES, weights=implied).value / 1000 == pytest.approx(
        TOTAL_SCORE, abs=2e-4
    )


def test_the_parts_of_the_west_midlands_score_make_the_whole() -> None:
    # police force E23000014 in 2022: violence, sexual, robbery, theft, damage and arson, other
    parts = [9.6465, 7.068, 2.7019, 5.023, 0.2349, 1.3162]
    assert harm_score(counts=[1] * 6, weights=parts).value == pytest.approx(25.9905, abs=1e-3)


def test_robbery_weighs_in_trafford_what_the_weight_table_says(shared: Path) -> None:
    weights, _ = _weights(shared)
    assert 1000 * SCORES[2] / RATES[2] == pytest.approx(weights["34B"], rel=1e-4)


# ONS, release of about 2021, year ending March: score of England and Wales; mid-year residents
PUBLISHED_SCORES = [("2019/20", 13.757, 59_439_840, 0.003), ("2015/16", 9.893, 57_885_413, 0.025)]


@pytest.mark.shared
@pytest.mark.parametrize(("year", "score", "residents", "apart"), PUBLISHED_SCORES)
def test_the_weights_in_sum_give_the_score_of_england_and_wales(
    shared: Path, year: str, score: float, residents: int, apart: float
) -> None:
    # counts have been revised since, those of 2015/16 more than those of 2019/20
    table = pd.read_parquet(shared / "data" / "home_office" / "homeoffice_prc_pfa_long.parquet")
    table = table[(table["FY"] == year) & table["territorial"]]
    table = table[~table["Group"].str.contains("Fraud")]
    points = (table["Offence Code"].map(code_weights()) * table["n"]).sum()
    assert points / residents == pytest.approx(score, rel=apart)


def _weights(shared: Path) -> tuple[dict[str, float], dict[str, str]]:
    path = shared / "data" / "reference" / "policeuk-ons-code-join.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    weights = {row["ONS_COUNTS_code"]: float(row["ONS_SEVERITY_weight"]) for row in rows}
    groups = {row["ONS_COUNTS_code"]: row["POLICE_UK_CAT_MAP_category"] for row in rows}
    return weights, groups


def _codes(shared: Path) -> pd.DataFrame:
    path = shared / "data" / "home_office" / "homeoffice_prc_pfa_long.parquet"
    table = pd.read_parquet(path)
    year = table[(table["FY"] == "2023/24") & table["territorial"]]
    return year[year["Group"] != "Fraud offences"]


def _category(shared: Path, group: str, force: str) -> CategoryWeight:
    weights, groups = _weights(shared)
    table = _codes(shared)
    table = table[table["Offence Code"].map(groups) == group]
    wide = table.pivot_table(
        index=["Force", "Financial Quarter"],
        columns="Offence Code",
        values="n",
        aggfunc="sum",
        fill_value=0,
    )
    others = wide.groupby("Force").sum().drop(index=force)
    return category_weight(
        counts_by_code=wide.loc[force].to_numpy(dtype=float),
        weights_by_code=[weights[code] for code in wide.columns],
        other_forces=others.to_numpy(dtype=float),
    )


@pytest.mark.shared
def test_the_weight_table_covers_the_codes_but_those_that_came_later(shared: Path) -> None:
    weights, _ = _weights(shared)
    counts = _codes(shared).groupby("Offence Code")["n"].sum()
    missing = counts[(counts > 0) & ~counts.index.isin(list(weights))]
    assert sorted(missing.index) == (
        ["28I", "28J", "28K", "28L", "28M", "28N", "28O", "28P", "29B", "29C", "8T", "8U"]
    )
    assert 100 * (1 - missing.sum() / counts.sum()) == pytest.approx(95.7, abs=0.05)
    succeeded = {str(row["offence_code"]) for row in load_table("severity_successor").rows}
    assert sorted(set(missing.index) - succeeded) == ["8T", "8U"]
    still = missing[["8T", "8U"]].sum() / counts.sum()
    assert 100 * (1 - still) == pytest.approx(99.1, abs=0.05)


@pytest.mark.shared
def test_every_code_that_took_over_has_the_weight_of_one_that_has_one(shared: Path) -> None:
    weights, _ = _weights(shared)
    for row in load_table("severity_successor").rows:
        assert str(row["weight_of"]) in weights
        assert str(row["offence_code"]) not in weights


@pytest.mark.shared
def test_a_category_whose_offences_are_unlike_has_a_wide_range(shared: Path) -> None:
    drugs = _category(shared, "Drugs", "Bedfordshire")
    vehicle = _category(shared, "Vehicle Crime", "Bedfordshire")
    assert drugs.value == pytest.approx(127.9, abs=0.1)
    assert drugs.typical == pytest.approx(1.77, abs=0.01)  # possession of cannabis
    assert vehicle.value == pytest.approx(60.2, abs=0.1)
    drugs_width = (drugs.upper - drugs.lower) / drugs.value
    vehicle_width = (vehicle.upper - vehicle.lower) / vehicle.value
    assert drugs_width > 3 * vehicle_width


@pytest.mark.shared
def test_every_other_force_lies_where_the_range_says(shared: Path) -> None:
    """The range stands for another area's mix: 95% of the other forces should be inside."""
    weights, groups = _weights(shared)
    table = _codes(shared)
    inside = []
    for group in ("Violence and Sexual Offences", "Burglary", "Vehicle Crime", "Drugs"):
        part = table[table["Offence Code"].map(groups) == group]
        part = part.assign(points=part["n"] * part["Offence Code"].map(weights))
        sums = part.groupby("Force")[["n", "points"]].sum()
        means = sums["points"] / sums["n"]
        ours = _category(shared, group, means.sub(means.median()).abs().idxmin())
        inside.append(((means >= ours.lower) & (means <= ours.upper)).mean())
    assert np.mean(inside) > 0.9
