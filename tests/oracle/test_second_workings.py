"""Figures of Luton worked again from the raw files by pandas, with nothing of ours in between."""

from __future__ import annotations

import calendar
import json
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import minimize
from shapely import STRtree, points
from shapely.geometry import shape

from wardwise.domain.evidence import HarmWeights, Searches
from wardwise.domain.place import Deprivation
from wardwise.figures.desk import Desk
from wardwise.figures.forecasts import outlook
from wardwise.figures.harm import harm_figure
from wardwise.figures.seasons import season
from wardwise.figures.stop_searches import (
    SearchDesk,
    disparity_figure,
    find_rate_figure,
    search_rate_figure,
)


pytestmark = [pytest.mark.shared, pytest.mark.slow]

LUTON, ASB = "E06000032", "Anti-social behaviour"
ARCHIVE = "police_uk/bedfordshire_2021-05_2024-04.zip"
BLACK = "Black, Black British, Black Welsh, Caribbean or African"


@pytest.fixture(scope="module")
def desk(luton_desk: Desk) -> Desk:
    return luton_desk


def raw(data: Path, kind: str) -> pd.DataFrame:
    """Every row of the archive's files of a kind, with the month of its folder."""
    with zipfile.ZipFile(data / ARCHIVE) as opened:
        names = [name for name in opened.namelist() if name.endswith(f"-{kind}.csv")]
        frames = [pd.read_csv(opened.open(n)).assign(month=Path(n).name[:7]) for n in names]
    return pd.concat(frames, ignore_index=True)


@pytest.fixture(scope="module")
def street(shared: Path) -> pd.DataFrame:
    lookup = pd.read_csv(shared / "data/geography/lookup_lsoa21_ward24_ltla24.csv.gz")
    inside = set(lookup.loc[lookup["ltla24_code"] == LUTON, "lsoa21_code"])
    rows = raw(shared / "data", "street")
    return rows[rows["LSOA code"].isin(inside)]


@pytest.fixture(scope="module")
def searched(shared: Path) -> pd.DataFrame:
    """Searches of people in Luton, May 2023 to April 2024, placed by their point."""
    rows = raw(shared / "data", "stop-and-search")
    rows = rows[rows["month"].between("2023-05", "2024-04") & (rows["Type"] != "Vehicle search")]
    file = shared / f"data/geography/case_areas/lsoa_{LUTON}.geojson"
    outlines = [shape(one["geometry"]) for one in json.loads(file.read_text())["features"]]
    rows = rows[rows["Longitude"].notna()].reset_index(drop=True)
    here = STRtree(outlines).query(points(rows["Longitude"], rows["Latitude"]), "intersects")
    rows = rows.loc[sorted(set(here[0].tolist()))]
    said = rows["Self-defined ethnicity"].fillna("Other ethnic group - Not stated")
    group = said.str.split("/").str[0].str.split(" - ").str[0]
    return rows.assign(group=group.mask(said.str.contains("Not stated"), "Not stated"))


def test_searches_by_ethnicity(desk: Desk, searched: pd.DataFrame, shared: Path) -> None:
    held = desk.evidence.searches
    assert isinstance(held, Searches)
    of = SearchDesk(desk, held, desk.area)
    census = pd.read_csv(shared / "data/population/ethnicity21_ltla21.csv.gz")
    census = census[
        census["ltla21_name"].eq("Luton") & census["ethnic_group"].str.endswith("(number)")
    ]
    people = census.groupby(census["ethnic_group"].str.split(":").str[0])["value"].sum()
    counts = searched["group"].value_counts()
    assert sum(held.by_ethnicity.values()) == len(searched) == 1_493
    rate = search_rate_figure(of, BLACK)
    assert rate.number == pytest.approx(1000 * counts["Black"] / people[BLACK])
    white = counts["White"] / people["White"]
    ratio = disparity_figure(of, BLACK)
    assert ratio.number == pytest.approx(counts["Black"] / people[BLACK] / white)
    known = searched[(searched["group"] == "Black") & searched["Outcome"].notna()]
    found = known["Outcome"] != "A no further action disposal"
    assert find_rate_figure(of, BLACK).number == pytest.approx(100 * found.mean())


def daily(street: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Anti-social behaviour of the last 24 months, days and numbers of the months."""
    by_month = street[street["Crime type"] == ASB].groupby("month").size().sort_index()[-24:]
    year, number = (by_month.index.str[part].astype(int) for part in (slice(4), slice(5, 7)))
    days = [calendar.monthrange(y, m)[1] for y, m in zip(year, number, strict=True)]
    return by_month.to_numpy(float), np.array(days, float), np.array(number)


def test_month_index_by_a_likelihood_climbed_blindly(desk: Desk, street: pd.DataFrame) -> None:
    counts, days, number = daily(street)
    when = (np.arange(24) - 5.5) / 12  # in years from the middle of the first
    months = [(number == n).astype(float) - (number == 12) for n in range(1, 12)]
    design = np.column_stack([1 - when, when, *months])
    start = np.r_[np.full(2, np.log(counts.sum() / days.sum())), np.zeros(11)]

    def less_likely(effect: np.ndarray) -> float:
        return float(-(counts * (design @ effect) - days * np.exp(design @ effect)).sum())

    def slope(effect: np.ndarray) -> np.ndarray:
        return np.asarray(-design.T @ (counts - days * np.exp(design @ effect)))

    best = minimize(less_likely, start, jac=slope, method="BFGS", options={"gtol": 1e-7}).x
    level = np.exp(np.r_[best[2:], -best[2:].sum()])
    usual = np.array([31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    index = 100 * level / ((usual * level).sum() / usual.sum())
    found = season(desk, area=desk.area, offence=ASB)
    made = {int(one.detail.split()[-1]): one.number for one in found.months}
    assert made == pytest.approx({n: index[n - 1] for n in range(1, 13)}, abs=1e-3)


def test_forecast_by_hand(desk: Desk, street: pd.DataFrame) -> None:
    # too few months to try a rule on, so the one that was best elsewhere: the last year's average
    # by the day; 2024 has the leap day in February, which the next February has not
    counts, days, _ = daily(street)
    ahead = np.where(days[12:] == 29, 28, days[12:])
    figure = outlook(desk, area=desk.area, offence=ASB).figure
    assert figure.method == "the year's average, spread by the season"
    assert figure.number == pytest.approx(counts[12:].sum() / days[12:].sum() * ahead.sum())


def test_harm_score_from_codes(desk: Desk, street: pd.DataFrame, shared: Path) -> None:
    weights = desk.evidence.harm
    assert isinstance(weights, HarmWeights)
    join = pd.read_csv(shared / "data/reference/policeuk-ons-code-join.csv", dtype=str)
    weight = join.set_index("ONS_COUNTS_code")["ONS_SEVERITY_weight"].astype(float)
    table = pd.read_parquet(shared / "data/home_office/homeoffice_prc_pfa_long.parquet")
    last = sorted({*zip(table["FY"], table["Financial Quarter"], strict=True)})[-4:]
    rows = table[(table["Force"] == "Bedfordshire")]
    rows = rows[[pair in last for pair in zip(rows["FY"], rows["Financial Quarter"], strict=True)]]
    rows = rows[rows["Offence Subgroup"].isin(["Possession of drugs", "Trafficking of drugs"])]
    mean = (rows["n"] * rows["Offence Code"].map(weight)).sum() / rows["n"].sum()
    year = street["month"].between("2023-05", "2024-04") & (street["Crime type"] == "Drugs")
    figure = harm_figure(desk, weights, area=desk.area, period=desk.latest, offence="Drugs")
    assert figure.number == pytest.approx(mean * year.sum())


def test_deprivation_of_2019(desk: Desk, shared: Path) -> None:
    data = shared / "data"
    old = pd.read_csv(data / "geography/LSOA11_LSOA21_LAD22_exact_fit_V3.csv.gz")
    old = old[old["LAD22CD"] == LUTON]
    assert set(old["CHGIND"]) == {"U", "S"}  # a part of a split area has the tenth of the whole
    index = pd.read_csv(data / "imd/imd2019_england_lsoa11.csv.gz").set_index("lsoa11_code")
    people = pd.read_csv(data / "population/census2021_TS001_usual_residents_LSOA21.csv.gz")
    residents = old["LSOA21CD"].map(people.dropna().set_index("mnemonic")["total"])
    tenth = old["LSOA11CD"].map(index["IMD_decile"])
    held = desk.evidence.deprivation
    assert isinstance(held, Deprivation)
    found = held.residents_by_tenth["imd_2019"][LUTON]
    assert list(found) == [residents[tenth == n].sum() for n in range(1, 11)]


def test_completeness_of_a_whole_quarter(desk: Desk, shared: Path) -> None:
    rows = raw(shared / "data", "street")
    rows = rows[rows["month"].between("2023-07", "2023-09") & (rows["Crime type"] != ASB)]
    table = pd.read_parquet(shared / "data/home_office/homeoffice_prc_pfa_long.parquet")
    table = table[(table["FY"] == "2023/24") & (table["Financial Quarter"] == 2)]
    table = table[(table["Force"] == "Bedfordshire") & ~table["Group"].str.contains("Fraud")]
    found = {str(one.period): one for one in desk.evidence.completeness.stretches}
    assert found["2023-07/2023-09"].share == pytest.approx(len(rows) / table["n"].sum(), abs=1e-3)
