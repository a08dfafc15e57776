"""From settings to the door: secret, postcodes, what the reading rests on, what is kept."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.partner_folder import SECRET, asked, crimes, written
from wardwise.domain.settings import Settings
from wardwise.sources.partner_files import files_needed, keep_originals, open_door
from wardwise.sources.partner_files.keys import Keys
from wardwise.sources.partner_files.originals import open_encrypted


def _settings(**people: object) -> Settings:
    return Settings.model_validate(
        {
            "partnership": {"code": "E06999991", "name": "Sampleton", "force": "Sample"},
            "evidence": {"recorded_crime": "police_uk"},
            "partner_files": [asked("recorded_crime", "crimes.csv").model_dump()],
            "people": {"secret_file": "secret", **people},
        }
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written(tmp_path, "crimes.csv", crimes())
    (tmp_path / "secret").write_bytes(SECRET)
    (tmp_path / "postcodes.csv").write_text("postcode,lsoa_code\nLU1 2SE,E01015725\n", "utf-8")
    return tmp_path


def test_the_door_has_the_keys_and_the_postcodes_of_the_settings(folder: Path) -> None:
    settings = _settings(postcode_lookup="postcodes.csv")
    door = open_door(settings, folders=[folder], places=None)
    assert door.keys.fingerprint == Keys(SECRET).fingerprint
    assert door.areas.postcodes is not None
    assert door.areas.postcodes.lsoa == {"LU12SE": "E01015725"}


def test_the_reading_rests_on_extract_mapping_and_lookup(folder: Path) -> None:
    settings = _settings(postcode_lookup="postcodes.csv")
    names = [path.name for path in files_needed(settings, folders=[folder])]
    assert names == ["crimes.csv", "made_up.yaml", "postcodes.csv"]


def test_an_original_is_kept_only_where_the_settings_ask_for_it(folder: Path) -> None:
    # YAML reads a bare 'no' as false
    nothing = keep_originals(_settings(keep_originals=False), folders=[folder], root=folder)
    assert nothing == ()
    settings = _settings(keep_originals="encrypted")
    (copy,) = keep_originals(settings, folders=[folder], root=folder / "store")
    original = (folder / "partners" / "crimes.csv").read_bytes()
    assert open_encrypted(copy, secret=SECRET) == original
    assert str(datetime.date(2030, 3, 31)) in copy.name
