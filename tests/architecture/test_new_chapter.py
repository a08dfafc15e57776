"""A chapter that has just been started is whole: it works, and the house has nothing to say."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

import wardwise.chapters
from wardwise.domain.errors import SettingsError
from wardwise.pipeline.new_chapter import new_chapter


NAME = "sampled_night_time_economy"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a new chapter, which can be imported as if it lay among the others."""
    new_chapter(NAME, root=tmp_path)
    monkeypatch.setattr(
        wardwise.chapters, "__path__", [*wardwise.chapters.__path__, str(tmp_path / "chapters")]
    )
    return tmp_path / "chapters" / NAME


def test_its_worked_example_holds(started: Path) -> None:
    names = [path.stem for path in started.glob("*.py")]
    assert sorted(names) == ["__init__", "analyse", "findings", "test_chapter", "write"]
    example = importlib.import_module(f"wardwise.chapters.{NAME}.test_chapter")
    example.test_the_answer_worked_by_hand()
    chapter = importlib.import_module(f"wardwise.chapters.{NAME}").CHAPTER
    assert (chapter.name, chapter.title) == (NAME, "Sampled night time economy")


def test_the_house_has_nothing_to_say_of_it(started: Path) -> None:
    ruff = str(Path(sys.executable).with_name("ruff"))
    config = ["--config", str(ROOT / "pyproject.toml"), "--no-cache", str(started)]
    for asked in (["check"], ["format", "--check"]):
        done = subprocess.run(
            [ruff, *asked, *config], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout


def test_it_says_the_line_for_the_contents(tmp_path: Path) -> None:
    told = new_chapter(NAME, root=tmp_path)
    assert f"from wardwise.chapters.{NAME} import CHAPTER as {NAME.upper()}" in told


@pytest.mark.parametrize("name", ["Night", "night-time", "2nd", "class", ""])
def test_a_name_that_cannot_be_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(f"'{name}' cannot be the name")):
        new_chapter(name, root=tmp_path)
    assert not (tmp_path / "chapters").exists()


def test_a_chapter_that_is_there_is_left_alone(tmp_path: Path) -> None:
    new_chapter(NAME, root=tmp_path)
    with pytest.raises(SettingsError, match="there already"):
        new_chapter(NAME, root=tmp_path)
