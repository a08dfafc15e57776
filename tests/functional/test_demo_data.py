"""The files of Exampleshire, read by the readers that read the published ones."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
import yaml

from wardwise.demo import Size, Truths, make_data, settings_text
from wardwise.demo import truths as planted
from wardwise.demo.names import HOME
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR, POLICE_UK_OFFENCES
from wardwise.domain.period import Period
from wardwise.domain.settings import Settings
from wardwise.domain.verdict import Verdict
from wardwise.measures.change.change_percent import change_percent
from wardwise.measures.change.dispersion import dispersion
from wardwise.measures.time.month_index import MonthIndex, month_index
from wardwise.sources.context import read_context
from wardwise.sources.geography import read_geography
from wardwise.sources.geography.boundaries import read_boundaries
from wardwise.sources.geography.own_areas import read_own_areas
from wardwise.sources.home_office import read_home_office
from wardwise.sources.imported import Imported
from wardwise.sources.ons_csp import read_ons_csp
from wardwise.sources.police_uk import count_police_uk, read_police_uk


FORCE_DISTRICTS = [f"E0699900{n}" for n in (1, 2, 3, 4)]
LATEST = planted.LATEST_YEAR


@dataclass(frozen=True)
class Demo:
    folder: Path
    geography: Imported
    police: Imported

    @property
    def lsoa(self) -> pd.DataFrame:
        return self.geography.tables["lsoa"].to_pandas()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_data(to=tmp_path_factory.mktemp("exampleshire"))


@pytest.fixture(scope="module")
def demo(folder: Path) -> Demo:
    geography = read_geography([folder])
    police = read_police_uk(
        folders=[folder],
        lsoas=geography.tables["lsoa"],
        lsoa_2011=geography.tables["lsoa_2011"],
        force_quarter=read_home_office([folder]).tables["force_quarter"],
    )
    return Demo(folder, geography, police)


def rows_of(archive: Path) -> int:
    """Rows of every file of the archive, by Python's own reader: the slow twin."""
    with zipfile.ZipFile(archive) as opened:
        return sum(
            sum(1 for _ in csv.reader(io.StringIO(opened.read(name).decode()))) - 1
            for name in opened.namelist()
        )


def test_every_row_of_the_archives_is_used_or_set_aside_with_a_reason(demo: Demo) -> None:
    read = demo.police.tables["file_read"].to_pandas()
    aside = demo.police.tables["set_aside"].to_pandas()
    there = sum(rows_of(path) for path in (demo.folder / "police_uk").glob("*.zip"))
    assert read["rows_in"].sum() == there
    assert read["rows_used"].sum() + aside["rows"].sum() == there
    assert aside["reason"].str.len().min() > 10


def test_the_counts_are_the_records_that_are_used(demo: Demo) -> None:
    records = demo.police.tables["offence_record"].to_pandas()
    counts = demo.police.tables["offence_count"].to_pandas()
    assert counts["offences"].sum() == records["used"].sum()
    assert set(counts["offence"]) == set(POLICE_UK_OFFENCES)
    months = Period(planted.FIRST_MONTH, planted.LAST_MONTH).months
    assert sorted(set(counts["month"])) == [str(month) for month in months]


def test_the_faults_of_real_archives_are_there(demo: Demo) -> None:
    records = demo.police.tables["offence_record"].to_pandas()
    used = records[records["used"]]
    unlocated = used["lsoa_code"].isna().mean()
    assert 0.03 < unlocated < 0.04
    no_id = used["crime_id"].isna() | (used["crime_id"] == "")
    assert (no_id == (used["offence"] == ANTI_SOCIAL_BEHAVIOUR)).all()
    assert used.loc[~no_id, "crime_id"].duplicated().sum() > 0
    assert used["location"].str.contains(",", na=False).any()
    points = used.dropna(subset=["longitude"]).groupby("lsoa_code")["location"].nunique()
    assert points.max() <= 40  # few shared points, as the published ones have


def test_the_later_extract_yields_where_it_is_short(demo: Demo) -> None:
    records = demo.police.tables["offence_record"].to_pandas()
    earlier = [str(month) for month in planted.EARLIER_EXTRACT.months]
    used = records[records["used"] & records["month"].isin(earlier)]
    by_month = used.groupby("month")["extract"].agg(set)
    assert all(len(extracts) == 1 for extracts in by_month)
    compared = demo.police.tables["extract_comparison"].to_pandas()
    assert compared["month"].tolist() == earlier
    assert (compared[["appeared", "vanished", "offence_changed", "place_changed"]] > 0).all(
        axis=None
    )
    main = by_month[earlier[0]]
    assert by_month[str(planted.SHORT_MONTH)] != main
    assert all(by_month[m] == main for m in earlier if m != str(planted.SHORT_MONTH))


def test_only_the_planted_quarter_is_incomplete(demo: Demo) -> None:
    judged = demo.police.tables["completeness"].to_pandas().set_index("first_month")
    status = judged["status"].to_dict()
    planted_quarter = str(planted.INCOMPLETE.first)
    assert status.pop(planted_quarter) == "incomplete"
    assert status.pop("2026-07") == "not judged"  # the Home Office has not published it yet
    assert set(status.values()) == {"complete"}
    assert judged.loc[planted_quarter, "share"] == pytest.approx(planted.INCOMPLETE_SHARE, abs=0.01)


def test_a_record_lies_in_the_outline_of_its_lsoa(demo: Demo) -> None:
    shapes = json.loads(
        (demo.folder / "geography" / "case_areas" / f"lsoa_{HOME}.geojson").read_text()
    )
    outline = {
        shape["properties"]["LSOA21CD"]: shapely.from_geojson(json.dumps(shape["geometry"]))
        for shape in shapes["features"]
    }
    records = demo.police.tables["offence_record"].to_pandas()
    mine = records[records["lsoa_code"].isin(outline) & records["used"]].drop_duplicates(
        ["longitude", "latitude", "lsoa_code"]
    )
    inside = [
        shapely.intersects_xy(outline[code], longitude, latitude)
        for code, longitude, latitude in zip(
            mine["lsoa_code"], mine["longitude"], mine["latitude"], strict=True
        )
    ]
    assert len(inside) > 1000
    assert all(inside)


def test_outlines_fit_together_and_wards_are_their_lsoas(demo: Demo) -> None:
    boundaries = read_boundaries([demo.folder], district_codes=FORCE_DISTRICTS)
    lsoa, ward = boundaries.layers["lsoa"], boundaries.layers["ward"]
    assert shapely.coverage_is_valid(lsoa.geometry.to_numpy(), gap_width=0.5)
    assert lsoa.area.sum() == pytest.approx(ward.area.sum(), rel=1e-6)
    assert len(lsoa) == 380
    wards_of_home = demo.lsoa.query("district_code == @HOME")["ward_name"]
    assert wards_of_home.nunique() == 20
    assert planted.HOT_WARD in set(wards_of_home)


def test_people_add_up(demo: Demo) -> None:
    lsoa, district = demo.lsoa, demo.geography.tables["district"].to_pandas()
    assert not lsoa.isna().any().any()
    assert lsoa.groupby("district_code")["residents"].sum().to_dict() == dict(
        zip(district["district_code"], district["residents"], strict=True)
    )
    home = district.set_index("district_code").loc[HOME]
    assert home["residents"] == 210_000
    assert home["younger"] + home["working_age"] + home["older"] == 210_000
    ethnicity = demo.geography.tables["ethnicity"].to_pandas()
    assert ethnicity.query("district_code == @HOME")["people"].sum() == 210_000
    assert set(lsoa["imd2025_decile"]) == set(range(1, 11))


def test_codes_cannot_be_real(demo: Demo) -> None:
    for column, start in (("lsoa_code", "E0199"), ("ward_code", "E05999"), ("csp_code", "E22999")):
        assert demo.lsoa[column].str.startswith(start).all()


def test_official_figures_follow_from_their_counts(demo: Demo) -> None:
    official = read_ons_csp([demo.folder]).tables["official_count"].to_pandas()
    now = official[official["last_month"] == "2026-06"].set_index(["csp_code", "offence"])
    before = official[official["last_month"] == "2025-06"].set_index(["csp_code", "offence"])
    mine = [key for key in now.index if key[0] == "E22999001" and isinstance(key[1], str)]
    assert len(mine) == 22
    for key in mine:
        row, earlier = now.loc[key], before.loc[key]
        rate = row["offences"] / row["residents"] * 1000
        assert row["rate_per_1000_residents"] == pytest.approx(rate)
        if earlier["offences"] >= 50:
            change = 100 * (row["offences"] / earlier["offences"] - 1)
            assert row["change_percent"] == pytest.approx(change)
        else:
            assert row["symbol"] == "[u]"


def test_own_counts_are_a_little_under_the_official_ones(demo: Demo) -> None:
    counts = demo.police.tables["offence_count"].to_pandas()
    home = set(demo.lsoa.query("district_code == @HOME")["lsoa_code"])
    year = [str(month) for month in Period.parse("2025-07", "2026-06").months]
    mine = counts[counts["lsoa_code"].isin(home) & counts["month"].isin(year)]
    own = mine.loc[mine["offence"] != ANTI_SOCIAL_BEHAVIOUR, "offences"].sum()
    official = read_ons_csp([demo.folder]).tables["official_count"].to_pandas()
    total = official[
        (official["csp_code"] == "E22999001")
        & (official["last_month"] == "2026-06")
        & official["offence"].isna()
    ]["offences"].iloc[0]
    assert 0.95 < own / total < 1.0


def test_the_context_names_what_is_not_known(demo: Demo) -> None:
    names = Settings.model_validate(yaml.safe_load(settings_text())).evidence.context
    read = read_context([demo.folder], names=names, area_code=HOME)
    indicators = read.tables["context_indicator"].to_pandas().set_index("indicator")
    assert indicators.loc["Unemployment", "value"] == 4.9
    assert pd.isna(indicators.loc["Permanent exclusions", "value"])
    said = " ".join(read.notices)
    assert "Permanent exclusions" in said
    assert "Children in care" in said
    assert "Unemployment" not in said


def test_the_settings_are_whole_and_name_the_break(demo: Demo) -> None:
    settings = Settings.model_validate(yaml.safe_load(settings_text()))
    assert settings.partnership.code == HOME
    assert settings.series_breaks[0].month == str(planted.RECORDING_CHANGED)
    assert planted.RECORDING in settings.series_breaks[0].offences
    boundaries = read_boundaries([demo.folder], district_codes=[HOME])
    own = read_own_areas(
        settings.places.own_areas,
        folders=[demo.folder],
        lsoas=demo.geography.tables["lsoa"],
        boundaries=boundaries,
    )
    assert {area.name for area in own.members} == {"Town centre", "Staithe Estate"}
    assert all(len(codes) >= 3 for codes in own.members.values())


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(
    folder: Path, tmp_path: Path
) -> None:
    again = make_data(to=tmp_path / "again")
    names = [path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file()]
    assert len(names) > 30
    for name in names:
        assert (again / name).read_bytes() == (folder / name).read_bytes(), name
    other = make_data(to=tmp_path / "other", seed=1)
    assert (other / "truth.json").read_bytes() != (folder / "truth.json").read_bytes()


def home_months(folder: Path, offence: str) -> tuple[np.ndarray, pd.DataFrame]:
    """Located offences: partnerships of the force × months, and Exampleshire's LSOAs by year."""
    geography = read_geography([folder])
    counted = count_police_uk(
        folders=[folder],
        lsoas=geography.tables["lsoa"],
        lsoa_2011=geography.tables["lsoa_2011"],
    )
    counts = counted.tables["offence_count"].to_pandas().query("offence == @offence")
    lsoa = geography.tables["lsoa"].to_pandas()
    placed = counts.merge(lsoa[["lsoa_code", "district_code", "ward_name"]], on="lsoa_code")
    table = placed.pivot_table(
        index="district_code", columns="month", values="offences", aggfunc="sum"
    )
    return table.loc[FORCE_DISTRICTS].to_numpy(float), placed


def verdict_of(folder: Path, offence: str) -> Verdict:
    """What the test says of Exampleshire's latest year, φ from the force's partnerships."""
    months, _ = home_months(folder, offence)
    before, after = months[:, -24:-12], months[:, -12:]
    years = (LATEST.earlier(), LATEST)
    days = [np.array([month.days for month in year.months]) for year in years]
    phi = dispersion(before=before, after=after, days_before=days[0], days_after=days[1]).phi
    return change_percent(
        before=float(before[0].sum()),
        after=float(after[0].sum()),
        phi=phi,
        days_before=years[0].days,
        days_after=years[1].days,
    ).verdict


@pytest.mark.slow
@pytest.mark.parametrize("size", [Size.SMALL, Size.MEDIUM, Size.LARGE])
def test_what_is_planted_can_be_found_in_the_files_at_every_size(
    size: Size, tmp_path: Path
) -> None:
    made = make_data(to=tmp_path, truths=Truths.all_of(size))
    assert json.loads((made / "truth.json").read_text())["sizes"]["rise"] == size
    assert verdict_of(made, planted.RISE) is Verdict.ROSE
    assert verdict_of(made, planted.NOTHING) is Verdict.NO_CLEAR_CHANGE
    season, _ = home_months(made, planted.SEASON)
    months = Period(planted.FIRST_MONTH, planted.LAST_MONTH).months
    index = month_index(months=months, values=season[0])
    assert isinstance(index, MonthIndex)
    assert index.is_seasonal
    assert int(np.argmax(index.index)) + 1 in (6, 7, 8)
    _, placed = home_months(made, planted.HOT)
    mine = placed[placed["month"].isin([str(m) for m in LATEST.months])]
    lsoa = read_geography([made]).tables["lsoa"].to_pandas().query("district_code == @HOME")
    residents = lsoa.groupby("ward_name")["residents"].sum()
    rates = mine[mine["district_code"] == HOME].groupby("ward_name")["offences"].sum() / residents
    assert rates.idxmax() == planted.HOT_WARD
