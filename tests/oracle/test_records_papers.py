"""The three real files as whole papers, against counts worked from the raw files with pandas.

Only pandas reads here: none of the product's readers, measures or tables.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from wardwise.pipeline.explain import explain_all
from wardwise.pipeline.records import records_paper


pytestmark = pytest.mark.shared
SETTINGS = Path(__file__).resolve().parents[2] / "settings" / "records"
Build = Callable[[str], Path]
Figures = dict[tuple[str, str], Any]
BANDS = [(0, 9), (10, 17), (18, 25), (26, 35), (36, 45), (46, 55), (56, 65), (66, 200)]


@pytest.fixture(scope="module")
def build(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Builds one of the three papers, once."""
    folder, built = tmp_path_factory.mktemp("records"), dict[str, Path]()

    def made(name: str) -> Path:
        if name not in built:
            run = records_paper(
                SETTINGS / f"{name}.yaml", folders=[shared / "data"], out=folder / name
            )
            built[name] = run.folder
        return built[name]

    return made


def printed(folder: Path) -> Figures:
    """Measure and detail → the figure."""
    figures = json.loads((folder / "findings.json").read_text("utf-8"))
    return {(one["measure"], one["detail"]): one for one in figures}


def number(figures: Figures, measure: str, detail: str) -> float:
    return float(figures[measure, detail]["value"])


def nibrs(shared: Path, table: str) -> pd.DataFrame:
    """A table of the relational zip, every cell as text."""
    with zipfile.ZipFile(shared / "data" / "records" / "fbi_nibrs_dc_2021.zip") as opened:
        text = io.BytesIO(opened.read(f"NIBRS_{table}.csv"))
    return pd.read_csv(text, dtype=str, keep_default_na=False)


def zipped(shared: Path, name: str) -> pd.DataFrame:
    path = shared / "data" / "records" / name
    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")


def band_names() -> list[str]:
    return ["Under 10", *(f"{a} to {b}" for a, b in BANDS[1:-1]), "66 and over"]


def ages_in_bands(people: pd.DataFrame) -> list[int]:
    """By the year, or by a range that one band holds; babies are 0; 00 and NS are not known."""
    text = people["age_num"].replace({"NN": "0", "NB": "0", "BB": "0", "00": "", "NS": ""})
    age = pd.to_numeric(text, errors="coerce")
    upper = pd.to_numeric(people["age_code_range_high"], errors="coerce").replace(0, np.nan)
    lower = pd.to_numeric(people["age_range_low_num"], errors="coerce").where(upper.notna(), age)
    upper = upper.where(upper.notna(), age)
    return [int(((lower >= low) & (upper <= high)).sum()) for low, high in BANDS]


def test_victims_of_washington_by_age_and_sex(build: Build, shared: Path) -> None:
    figures = printed(build("washington_dc"))
    people = nibrs(shared, "VICTIM").query("victim_type_id in ('4', '5')")
    assert number(figures, "partner_people", "victim") == len(people) == 29_535
    expected = ages_in_bands(people)
    known = sum(expected)
    for name, count in zip(band_names(), expected, strict=True):
        assert number(figures, "partner_people_in_group", f"victim, age band: {name}") == count
        share = number(figures, "group_shares_percent", f"victim, age band: {name}")
        assert share == pytest.approx(100 * count / known)
    missing = number(figures, "group_shares_percent", "victim, age band: not known")
    assert missing == pytest.approx(100 * (1 - known / len(people)))
    women = int((people["sex_code"] == "F").sum())
    assert number(figures, "partner_people_in_group", "victim, sex: Female") == women


def test_suspects_of_washington_are_those_of_whom_anything_is_known(
    build: Build, shared: Path
) -> None:
    figures = printed(build("washington_dc"))
    people = nibrs(shared, "OFFENDER")
    people = people[pd.to_numeric(people["offender_seq_num"], errors="coerce") > 0]
    assert number(figures, "partner_people", "suspect") == len(people) == 18_166
    men = int((people["sex_code"] == "M").sum())
    assert number(figures, "partner_people_in_group", "suspect, sex: Male") == men
    assert not [detail for _, detail in figures if "again" in detail or "too" in detail]


def test_relationships_of_washington(build: Build, shared: Path) -> None:
    figures = printed(build("washington_dc"))
    pairs = nibrs(shared, "VICTIM_OFFENDER_REL")["relationship_id"]
    # 24 is a stranger, 18 is not known: NIBRS_RELATIONSHIP.csv
    strangers, unknown = int((pairs == "24").sum()), int((pairs == "18").sum())
    share = number(figures, "group_shares_percent", "relationship: Stranger")
    assert share == pytest.approx(100 * strangers / (len(pairs) - unknown))
    assert number(figures, "partner_pairs_not_known", "relationship: not known") == unknown


def test_hours_of_washington_are_those_of_the_incidents(build: Build, shared: Path) -> None:
    figures = printed(build("washington_dc"))
    rows = nibrs(shared, "OFFENSE").merge(nibrs(shared, "incident"), on="incident_id")
    hours = pd.to_numeric(rows["incident_hour"], errors="coerce")
    days = pd.to_datetime(rows["incident_date"]).dt.day_of_week
    # a record without an hour is spread over its day: a 24th of it in each hour
    for hour, day in ((0, 5), (3, 0), (17, 4)):
        known = int(((hours == hour) & (days == day)).sum())
        spread = int((hours.isna() & (days == day)).sum()) / 24
        detail = f"hour {hour}, weekday {day + 1}"
        assert number(figures, "hour_by_weekday", detail) == pytest.approx(known + spread)
    share = number(figures, "hour_by_weekday", "known to the hour")
    assert share == pytest.approx(100 * hours.notna().mean())


def test_victims_and_suspects_of_the_new_york_shootings(build: Build, shared: Path) -> None:
    figures = printed(build("new_york_shootings"))
    rows = zipped(shared, "nypd_shootings_2006_2020.csv.gz")
    known = rows[rows["VIC_AGE_GROUP"] != "UNKNOWN"]
    share = number(figures, "group_shares_percent", "victim, age band: 25 to 44")
    assert share == pytest.approx(100 * (known["VIC_AGE_GROUP"] == "25-44").mean())
    traits = ["PERP_AGE_GROUP", "PERP_SEX", "PERP_RACE"]
    described = rows[(rows[traits] != "").any(axis=1)]
    people = described.drop_duplicates(["INCIDENT_KEY", *traits])
    assert number(figures, "partner_people", "suspect") == len(people)
    # 1020, 940 and 224 are no age groups: they are faults and not known
    bands = people["PERP_AGE_GROUP"].isin(["<18", "18-24", "25-44", "45-64", "65+"])
    missing = number(figures, "group_shares_percent", "suspect, age band: not known")
    assert missing == pytest.approx(100 * (1 - bands.mean()))
    assert number(figures, "partner_faults", "age_band: not an age group") == 3
    assert number(figures, "partner_people_in_group", "suspect, ethnicity: White Hispanic") == int(
        (people["PERP_RACE"] == "WHITE HISPANIC").sum()
    )


def test_vehicle_thefts_by_hour_and_weekday(build: Build, shared: Path) -> None:
    """Minute by minute: each of a span's minutes has the same part of the theft."""
    figures = printed(build("new_york_vehicle_thefts"))
    rows = zipped(shared, "nyc_vehicle_thefts.csv.gz")
    moments = [pd.to_datetime(rows[name]) for name in ("date_start", "date_end")]
    starts = moments[0].to_numpy("M8[m]").astype(np.int64)
    # without an end a theft counts at its start
    ends = moments[1].fillna(moments[0]).to_numpy("M8[m]").astype(np.int64)
    week = np.zeros(10_080)
    for start, length in zip(starts, ends - starts, strict=True):
        first = (start + 3 * 1_440) % 10_080  # the count of days begins on a Thursday
        if length >= 10_080:
            week += 1 / 10_080
        elif length <= 1:
            week[first] += 1
        else:
            whole = max(0, first + length - 10_080)
            week[first : min(first + length, 10_080)] += 1 / length
            week[:whole] += 1 / length
    cells = week.reshape(7, 24, 60).sum(axis=2)
    for day in range(7):
        for hour in range(24):
            found = number(figures, "hour_by_weekday", f"hour {hour}, weekday {day + 1}")
            assert found == pytest.approx(cells[day, hour], abs=1e-6)


@pytest.mark.parametrize("name", ["washington_dc", "new_york_shootings", "new_york_vehicle_thefts"])
def test_each_paper_is_whole_and_can_be_worked_again(build: Build, name: str) -> None:
    folder = build(name)
    html = (folder / "assessment.html").read_text("utf-8")
    assert {path.suffix for path in folder.iterdir()} == {
        ".docx", ".html", ".json", ".ods", ".pdf", ".xlsx"
    }  # fmt: skip
    assert "per 1,000" not in html
    assert "figures were worked again from the stored rows and agree" in explain_all(folder)
    files = pd.read_excel(folder / "tables.xlsx", sheet_name=None, engine="calamine")
    assert len(files) > 5


@pytest.mark.parametrize("name", ["washington_dc", "new_york_shootings"])
def test_nobody_is_followed_who_cannot_be_recognised(build: Build, name: str) -> None:
    html = (build(name) / "assessment.html").read_text("utf-8")
    assert "nobody can be recognised in a second" in html
    measures = {measure for measure, _ in printed(build(name))}
    assert not measures & {
        "repeat_share_percent",
        "overlap_share_percent",
        "share_of_most_repeated",
    }
