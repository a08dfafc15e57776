"""From settings to partners' files: the secret, what the reading rests on, what is kept."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.partner_folder import SECRET, asked, crimes, written
from wardwise.domain.settings import Settings
from wardwise.pipeline.partner_inputs import Partners
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


def test_the_fingerprint_is_that_of_the_settings_secret(folder: Path) -> None:
    assert Partners(_settings(), [folder]).fingerprint == Keys(SECRET).fingerprint


def test_the_reading_rests_on_extract_mapping_and_lookup(folder: Path) -> None:
    held = Partners(_settings(postcode_lookup="postcodes.csv"), [folder]).files
    names = [file.path.name for file in held]
    assert sorted(names) == ["crimes.csv", "made_up.yaml", "postcodes.csv"]


def test_an_original_is_kept_only_where_the_settings_ask_for_it(folder: Path) -> None:
    # YAML reads a bare 'no' as false
    store = folder / "store"
    Partners(_settings(keep_originals=False), [folder]).keep_originals(store)
    assert not store.exists()
    Partners(_settings(keep_originals="encrypted"), [folder]).keep_originals(store)
    (copy,) = (path for path in store.rglob("*") if path.is_file())
    original = (folder / "partners" / "crimes.csv").read_bytes()
    assert open_encrypted(copy, secret=SECRET) == original
    assert str(datetime.date(2030, 3, 31)) in copy.name
