"""What the tool writes for a person to go on with: a chapter, settings, reference pages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml

from tests.sample_folder import SAMPLETON, sample_folder
from wardwise.domain.errors import AssessmentError, EvidenceMissing, SettingsError
from wardwise.pipeline.new_chapter import FILES, new_chapter
from wardwise.pipeline.new_partnership import write_settings
from wardwise.pipeline.progress import Stages
from wardwise.pipeline.reference_pages import errors
from wardwise.sources.settings import read_settings


def test_a_new_chapter_is_a_folder_of_five_files_that_python_can_read(tmp_path: Path) -> None:
    told = new_chapter("night_time_economy", root=tmp_path)
    folder = tmp_path / "chapters" / "night_time_economy"
    assert {path.name for path in folder.iterdir()} == set(FILES)
    for path in folder.iterdir():
        tree = ast.parse(path.read_text("utf-8"))
        assert ast.get_docstring(tree)
    assert "NightTimeEconomyFindings" in (folder / "findings.py").read_text("utf-8")
    assert "import CHAPTER as NIGHT_TIME_ECONOMY" in told


def test_a_chapter_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    new_chapter("markets", root=tmp_path)
    file = tmp_path / "chapters" / "markets" / "analyse.py"
    file.write_text("mine")
    with pytest.raises(SettingsError, match="there already"):
        new_chapter("markets", root=tmp_path)
    assert file.read_text() == "mine"


@pytest.mark.parametrize("name", ["Night", "night-time", "1st", "class", "", "../places"])
def test_a_name_that_is_no_name_of_a_chapter_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match="cannot be the name of a chapter"):
        new_chapter(name, root=tmp_path)
    assert not (tmp_path / "chapters").exists()


def test_settings_are_printed_or_written_and_never_written_over(tmp_path: Path) -> None:
    data = sample_folder(tmp_path / "data")
    text = write_settings(SAMPLETON, source="police_uk", folders=[data], to=None)
    assert yaml.safe_load(text)["partnership"]["name"] == "Sampleton"
    to = tmp_path / "sampleton.yaml"
    told = write_settings(SAMPLETON, source="police_uk", folders=[data], to=to)
    assert "Read them through" in told
    assert read_settings(to).partnership.code == SAMPLETON
    to.write_text("mine")
    with pytest.raises(SettingsError, match=r"sampleton.yaml is there already"):
        write_settings(SAMPLETON, source="police_uk", folders=[data], to=to)
    assert to.read_text() == "mine"


def test_settings_need_a_data_folder(tmp_path: Path) -> None:
    with pytest.raises(EvidenceMissing):
        write_settings(SAMPLETON, source="police_uk", folders=[tmp_path / "nowhere"], to=None)


def test_every_error_has_a_code_of_its_own_and_says_what_it_means() -> None:
    found = list(errors())
    assert found[0] is AssessmentError
    assert len({kind.exit_code for kind in found}) == len(found)
    assert all(kind.about for kind in found)


def test_stages_are_told_and_timed_even_when_one_fails() -> None:
    told: list[str] = []
    stages = Stages(told.append)
    with stages.stage("First"):
        assert told == ["First"]
    with pytest.raises(ValueError, match="broken"), stages.stage("Second"):
        raise ValueError("broken")
    assert told == ["First", "Second"]
    assert list(stages.seconds) == told
    assert all(seconds >= 0 for seconds in stages.seconds.values())
