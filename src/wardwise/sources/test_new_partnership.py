"""A settings file for any partnership, and the four that are part of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sample_folder import SAMPLETON, sample_folder
from wardwise.domain.settings import Settings
from wardwise.sources.geography import read_geography
from wardwise.sources.new_partnership import new_partnership
from wardwise.sources.settings import read_settings


ROOT = Path(__file__).resolve().parents[3]


def _read(text: str, path: Path) -> Settings:
    file = path / "new.yaml"
    file.write_text(text, "utf-8")
    return read_settings(file)


def test_name_force_wards_and_comparators_are_filled_in(tmp_path: Path) -> None:
    text = new_partnership(SAMPLETON, source="police_uk", folders=[sample_folder(tmp_path)])
    settings = _read(text, tmp_path)
    assert settings.partnership.name == "Sampleton"
    assert settings.partnership.force == "Sampleshire"
    assert settings.evidence.outcomes == "police_uk"
    assert settings.comparators.most_similar == "computed"
    assert "E05999991 Eastgate" in text
    assert "always shown beside ours: Otherham" in text


def test_counts_by_area_have_no_outcomes(tmp_path: Path) -> None:
    text = new_partnership(SAMPLETON, source="area_counts", folders=[sample_folder(tmp_path)])
    settings = _read(text, tmp_path)
    assert settings.evidence.recorded_crime == "area_counts"
    assert settings.evidence.outcomes is None
    assert settings.evidence.stop_and_search is None


@pytest.mark.shared
@pytest.mark.parametrize(
    ("code", "written", "name", "force"),
    [
        ("E06000042", "E06000042", "Milton Keynes", "Thames Valley"),
        ("E22000307", "E06000042", "Milton Keynes", "Thames Valley"),
        ("E07000107", "E22000352", "Dartford and Gravesham", "Kent"),
        ("W06000015", "W06000015", "Cardiff", "South Wales"),
        ("E06000023", "E06000023", "Bristol, City of", "Avon and Somerset"),
        ("E22000063", "E22000063", "Bournemouth", "Dorset"),
    ],
)
def test_real_partnerships(
    shared: Path, tmp_path: Path, code: str, written: str, name: str, force: str
) -> None:
    text = new_partnership(code, source="police_uk", folders=[shared / "data"])
    found = _read(text, tmp_path).partnership
    assert (found.code, found.name, found.force) == (written, name, force)


@pytest.mark.parametrize("file", sorted((ROOT / "settings").glob("*.yaml")), ids=lambda f: f.stem)
def test_the_settings_of_the_project_are_read(file: Path) -> None:
    settings = read_settings(file)
    assert settings.partnership.name.lower().replace(" ", "-") == file.stem
    assert settings.period.last_month is None


@pytest.mark.shared
def test_the_wards_commissioned_for_dudley_are_the_five_of_2018(shared: Path) -> None:
    lsoas = read_geography([shared / "data"]).tables["lsoa"].to_pandas()
    codes = read_settings(ROOT / "settings" / "dudley.yaml").places.commissioned
    names = lsoas.drop_duplicates("ward_code").set_index("ward_code")["ward_name"]
    assert [names[code] for code in codes] == [
        "St. James's",
        "St. Thomas's",
        "Lye & Stourbridge North",
        "Halesowen North",
        "Halesowen South",
    ]
