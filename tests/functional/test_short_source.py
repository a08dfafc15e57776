"""Three months of one small force and nothing else: still documents, and still no guesses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geopandas
import pyarrow.parquet as pq
import pytest

from tests.police_uk_folder import crime, csv_text, nuisance, put, unlocated
from tests.sample_folder import sample_folder
from wardwise.cli import main
from wardwise.pipeline.assess import Run, assess
from wardwise.pipeline.check import check
from wardwise.pipeline.explain import explain_all
from wardwise.pipeline.gather import Gatherer
from wardwise.pipeline.progress import quiet
from wardwise.sources.settings import read_settings
from wardwise.store.tidy import TidyStore


SETTINGS = """
partnership: {code: E06999991, name: Sampleton, force: Sampleshire}
evidence:
  recorded_crime: police_uk
  outcomes: police_uk
  stop_and_search: none
  official: none
  force_totals: none
  context: []
places:
  commissioned: [Eastgate]
  own_areas:
    - {name: Town centre, lsoas: [E01999992, E01999993]}
threat: {draws: 100}
"""
MONTHS = ("2023-04", "2023-05", "2023-06")
DOCUMENTS = {
    *("assessment.html", "assessment.pdf", "assessment.docx", "summary.html", "summary.pdf"),
    *("tables.ods", "tables.xlsx", "results.gpkg"),
    *("findings.json", "threats.json", "document.json", "outlines.json"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data of three months and a settings file beside it."""
    folder = tmp_path_factory.mktemp("short")
    data = sample_folder(folder / "data")
    number = 0
    for n, month in enumerate(MONTHS):
        rows = [nuisance(month=month)]
        for at in range(4):
            for _ in range(2 + (n + at) % 3):
                number += 1
                rows.append(crime(number, month=month, at=at))
        rows.append(unlocated(1_000 + n, month=month))
        put(data, csv_text(rows), month=month)
    (folder / "sampleton.yaml").write_text(SETTINGS, "utf-8")
    return folder


@pytest.fixture(scope="module")
def told() -> list[str]:
    """What was told as the run went on."""
    return []


@pytest.fixture(scope="module")
def run(made: Path, told: list[str]) -> Run:
    """The finished run."""
    return assess(
        made / "sampleton.yaml",
        folders=[made / "data"],
        out=made / "runs" / "sampleton",
        tell=told.append,
    )


@pytest.fixture(scope="module")
def findings(run: Run) -> list[dict[str, Any]]:
    """Every printed figure."""
    found: list[dict[str, Any]] = json.loads((run.folder / "findings.json").read_text("utf-8"))
    return found


def test_every_document_is_there(run: Run, told: list[str]) -> None:
    manifest = json.loads((run.folder / "manifest.json").read_text("utf-8"))
    written = {path.name for path in run.folder.iterdir()} - {"manifest.json"}
    assert written == set(manifest["outputs"])
    assert written == DOCUMENTS
    assert told[0] == "Reading the settings"
    # the second process tells what it took at the end, and not as it goes on
    beside = {"Writing the workbooks", "Writing the Word file"}
    assert set(manifest["seconds"]) - beside <= set(told)
    assert run.told == f"The documents are in {run.folder}"


def test_a_year_of_which_three_months_are_held_is_not_known(findings: list[dict[str, Any]]) -> None:
    whole = [one for one in findings if one["measure"] == "offences" and one["offence"] is None]
    years = [one for one in whole if one["period_start"] != one["period_end"]]
    assert years
    assert {one["status"] for one in years} == {"not_known"}
    months = {
        one["period_start"]: one["value"]
        for one in whole
        if one["area_code"] == "E06999991" and one["status"] == "known"
    }
    # at four places 2 + (n + at) % 3: April 2+3+4+2 = 11, May 3+4+2+3 = 12, June 4+2+3+4 = 13;
    # the burglary with no LSOA is given to nobody
    assert months == {"2023-04": 11, "2023-05": 12, "2023-06": 13}


def test_nothing_rose_fell_or_was_proposed(run: Run, findings: list[dict[str, Any]]) -> None:
    changes = [one for one in findings if one["comparison"]]
    assert {one["comparison"]["verdict"] for one in changes} == {"not comparable"}
    page = (run.folder / "assessment.html").read_text("utf-8")
    assert "proposes no priority" in page
    assert "Nothing is proposed, so there is nothing to profile" in page


def test_what_is_known_is_worked_again_from_the_rows(run: Run) -> None:
    assert "agree" in explain_all(run.folder)


def test_a_run_of_which_nothing_has_changed_is_found(made: Path, run: Run) -> None:
    again = assess(made / "sampleton.yaml", folders=[made / "data"], out=run.folder)
    assert again.told.startswith("Nothing has changed")


def test_own_areas_are_in_the_layers_with_the_wards(run: Run) -> None:
    own = geopandas.read_file(run.folder / "results.gpkg", layer="own")
    assert list(own["name"]) == ["Town centre"]
    wards = geopandas.read_file(run.folder / "results.gpkg", layer="ward")
    assert sorted(wards["name"]) == ["Eastgate", "Westgate"]


def test_the_quality_report_says_what_was_read_and_what_has_no_place(made: Path, run: Run) -> None:
    report = check(
        made / "sampleton.yaml", folders=[made / "data"], store=run.folder.parent / ".wardwise"
    )
    # 11 + 12 + 13 located, three nuisances, three with no place: 42 rows in three files
    line = next(line for line in report.splitlines() if line.strip().startswith("police_uk "))
    assert [part for part in line.split() if part.isdigit()] == ["3", "42", "42", "0"]
    assert "3 of 42 (7.1%) have no LSOA" in report
    assert "Completeness against the Home Office totals\n  " in report


def test_only_what_changed_is_read_again(made: Path, tmp_path: Path) -> None:
    settings = read_settings(made / "sampleton.yaml")
    store = TidyStore(tmp_path)
    folders = [made / "data"]
    first = Gatherer(settings, folders, store, beside=made).gather(quiet)
    again = Gatherer(settings, folders, store, beside=made).gather(quiet)
    assert again == first
    put(tmp_path / "more", csv_text([crime(5_000, month="2023-07")]), month="2023-07")
    later = Gatherer(settings, [*folders, tmp_path / "more"], store, beside=made).gather(quiet)
    assert later.tables["lsoa"] == first.tables["lsoa"]
    assert later.tables["offence_count"] != first.tables["offence_count"]
    rows = [pq.read_table(one.tables["offence_count"])["offences"] for one in (first, later)]
    assert sum(rows[1].to_pylist()) == sum(rows[0].to_pylist()) + 1
    (town,) = first.own
    assert first.own[town] == ("E01999992", "E01999993")


def test_a_folder_that_cannot_be_made_is_told_and_nothing_is_written(
    made: Path, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.folder.is_dir()
    (tmp_path / "file").write_text("")
    given = ["assess", str(made / "sampleton.yaml"), "--data", str(made / "data")]
    store = str(run.folder.parent / ".wardwise")
    out = str(tmp_path / "file" / "out")
    assert main([*given, "--out", out, "--store", store]) == 19
    assert "cannot be made" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
