"""A good file of temperatures, from beside the settings or from a data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from wardwise.sources.imported import Imported
from wardwise.sources.weather import find_temperatures, read_temperatures


TEXT = "\ufeffdate, maximum_celsius\n2024-07-18,24.6\n2024-07-19,25\n\n2024-07-20, -0.5\n"


@pytest.fixture
def read(tmp_path: Path) -> Imported:
    (tmp_path / "warm.csv").write_text(TEXT, "utf-8")
    return read_temperatures("warm.csv", folders=[tmp_path / "nowhere", tmp_path])


def test_every_day_is_a_row_and_the_file_is_listed(read: Imported) -> None:
    days = read.tables["temperature"].to_pylist()
    assert [(row["date"], row["maximum_celsius"]) for row in days] == [
        ("2024-07-18", 24.6),
        ("2024-07-19", 25.0),
        ("2024-07-20", -0.5),
    ]
    (file,) = read.tables["file_read"].to_pylist()
    assert (file["rows_used"], file["source"]) == (3, "temperatures")
    assert file["note"] == "maximum of each day, 2024-07-18 to 2024-07-20"


def test_the_settings_folder_comes_first(tmp_path: Path) -> None:
    for folder in ("beside", "data"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "warm.csv").write_text(TEXT, "utf-8")
    found = find_temperatures("warm.csv", folders=[tmp_path / "beside", tmp_path / "data"])
    assert found.parent.name == "beside"
