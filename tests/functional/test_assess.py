"""The whole chain on Exampleshire: what is written, twice the same, traced, never half."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from wardwise.cli import main
from wardwise.document.document_json import read_documents
from wardwise.pipeline.assess import assess
from wardwise.pipeline.publish import pictures_of
from wardwise.render.html import write_html
from wardwise.render.outlines_json import read_outlines
from wardwise.render.pdf import write_pdf
from wardwise.render.pictures import DrawnOnce


pytestmark = pytest.mark.slow

DOCUMENTS = {
    "assessment.html",
    "assessment.pdf",
    "assessment.docx",
    "summary.html",
    "summary.pdf",
    "tables.ods",
    "tables.xlsx",
    "results.gpkg",
    "findings.json",
    "threats.json",
    "document.json",
    "outlines.json",
    "manifest.json",
}
KEYS = {
    "figure_id",
    "chapter",
    "measure",
    "offence",
    "area_code",
    "area_name",
    "period_start",
    "period_end",
    "value",
    "unit",
    "lower",
    "upper",
    "method",
    "comparison",
    "sources",
    "marking",
    "status",
    "reason",
}


@pytest.fixture(scope="session")
def findings(built: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((built / "findings.json").read_text("utf-8"))
    return found


def whole(findings: list[dict[str, Any]], measure: str) -> dict[str, Any]:
    """The first known figure of all recorded crime by that measure."""
    return next(
        one
        for one in findings
        if one["measure"] == measure and one["offence"] is None and one["status"] == "known"
    )


def test_one_folder_holds_every_document_and_nothing_else(built: Path) -> None:
    assert {path.name for path in built.iterdir()} == DOCUMENTS


def test_findings_are_an_array_of_figures_as_promised(findings: list[dict[str, Any]]) -> None:
    assert all(set(figure) >= KEYS for figure in findings)
    assert len({figure["figure_id"] for figure in findings}) == len(findings)
    for figure in findings:
        assert figure["status"] in ("known", "not_known", "withheld")
        assert (figure["value"] is None) == (figure["status"] != "known")
        assert (figure["reason"] is None) == (figure["status"] == "known")
        assert len(figure["period_start"]) == len(figure["period_end"]) == 7


def test_the_promised_measures_are_among_the_figures(findings: list[dict[str, Any]]) -> None:
    measures = {figure["measure"] for figure in findings}
    assert measures >= {
        "offences",
        "rate_per_1000_residents",
        "rate_per_1000_households",
        "change_percent",
        "harm_score",
        "forecast",
    }


def test_the_latest_twelve_months_are_there_for_every_group(
    built: Path, findings: list[dict[str, Any]]
) -> None:
    manifest = json.loads((built / "manifest.json").read_text("utf-8"))
    key = manifest["tables"]["offence_count"]
    counts = pq.read_table(built / manifest["store"] / "tidy" / key / "offence_count.parquet")
    last = pc.max(counts["month"]).as_py()
    groups = set(counts["offence"].unique().to_pylist())
    whole = [
        figure
        for figure in findings
        if figure["measure"] == "offences"
        and figure["area_code"] == "E06999001"
        and figure["period_end"] == last
        and figure["period_start"]
        == f"{int(last[:4]) - (last[5:] != '12')}-{int(last[5:]) % 12 + 1:02d}"
    ]
    assert {figure["offence"] for figure in whole} == groups | {None}
    assert all(figure["status"] == "known" for figure in whole)


def test_a_second_run_finds_that_nothing_has_changed(made: Path, built: Path) -> None:
    run = assess(made / "exampleshire.yaml", folders=[made / "data"], out=built)
    assert run.told.startswith("Nothing has changed")


def test_the_papers_are_rendered_again_from_what_lies_beside_them(
    built: Path, tmp_path: Path
) -> None:
    papers = read_documents((built / "document.json").read_text("utf-8"))
    outlines = read_outlines((built / "outlines.json").read_text("utf-8"))
    drawing = DrawnOnce(outlines)
    for picture in pictures_of(*papers.values()):  # before the pages, as a run does
        drawing(picture)
    for kind, paper in papers.items():
        write_html(paper, tmp_path / f"{kind}.html", draw=drawing, boundaries=outlines)
        assert (tmp_path / f"{kind}.html").read_bytes() == (built / f"{kind}.html").read_bytes()
    write_pdf(papers["summary"], tmp_path / "summary.pdf", draw=drawing)
    assert (tmp_path / "summary.pdf").read_bytes() == (built / "summary.pdf").read_bytes()


def test_two_runs_give_the_same_bytes_but_for_the_timings(
    made: Path, built: Path, tmp_path: Path
) -> None:
    again = tmp_path / "exampleshire"
    assess(made / "exampleshire.yaml", folders=[made / "data"], out=again)
    for name in sorted(DOCUMENTS - {"manifest.json"}):
        assert (again / name).read_bytes() == (built / name).read_bytes(), name
    manifests = [
        json.loads((folder / "manifest.json").read_text("utf-8")) for folder in (built, again)
    ]
    for manifest in manifests:
        del manifest["seconds"]
        del manifest["store"]
    assert manifests[0] == manifests[1]


def test_every_figure_is_worked_again_from_the_stored_rows(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", str(built), "--all"]) == 0
    assert "agree" in capsys.readouterr().out


def test_a_figure_that_the_rows_do_not_give_is_refused(
    built: Path, tmp_path: Path, findings: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    runs = tmp_path / "runs"
    shutil.copytree(built.parent, runs)
    manifest = json.loads((runs / built.name / "manifest.json").read_text("utf-8"))
    path = (
        runs / ".wardwise" / "tidy" / manifest["tables"]["offence_count"] / "offence_count.parquet"
    )
    table = pq.read_table(path)
    more = pc.add(table["offences"], 1)
    pq.write_table(
        table.set_column(table.schema.get_field_index("offences"), "offences", more), path
    )
    figure = whole(findings, "offences")
    assert main(["explain", str(runs / built.name), figure["figure_id"]]) == 17
    assert figure["figure_id"] in capsys.readouterr().err


def test_an_unknown_figure_has_an_exit_code_of_its_own(built: Path) -> None:
    assert main(["explain", str(built), "F-00000000"]) == 18


def test_explain_names_the_formula_the_inputs_and_the_files(
    built: Path, findings: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    figure = next(
        one
        for one in findings
        if one["measure"] == "change_percent"
        and one["offence"] is None
        and one["status"] == "known"
    )
    assert main(["explain", str(built), figure["figure_id"]]) == 0
    told = capsys.readouterr().out
    for words in (
        "change_percent(before, after, phi",
        "counted in the rows",
        "sha256",
        "it agrees",
    ):
        assert words in told


def test_a_killed_run_leaves_the_last_good_one_standing(
    made: Path, built: Path, tmp_path: Path
) -> None:
    out = tmp_path / "exampleshire"
    shutil.copytree(built, out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    settings = tmp_path / "changed.yaml"
    text = (made / "exampleshire.yaml").read_text("utf-8")
    settings.write_text(text.replace("marking: OFFICIAL", "marking: OFFICIAL-SENSITIVE"), "utf-8")
    command = [sys.executable, "-m", "wardwise.cli", "assess", str(settings)]
    command += ["--data", str(made / "data"), "--out", str(out)]
    for wait in (0.5, 2.0, 4.0):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        process.kill()
        process.wait()
        left = {path.name: path.read_bytes() for path in out.iterdir()}
        assert left == before or json.loads(left["manifest.json"])["outputs"]


def test_a_missing_data_folder_is_one_sentence_and_an_exit_code(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["assess", str(made / "exampleshire.yaml"), "--data", str(tmp_path / "nowhere")]
    assert main([*given, "--out", str(tmp_path / "out")]) == 16
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "does not exist" in told
    assert not (tmp_path / "out").exists()


def test_the_quality_report_reconciles_rows(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["check", str(made / "exampleshire.yaml"), "--data", str(made / "data")]
    assert main([*given, "--store", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    line = next(line for line in told.splitlines() if line.strip().startswith("police_uk "))
    numbers = [int(part.replace(",", "")) for part in line.split() if part[0].isdigit()]
    files, rows_in, used, set_aside = numbers
    assert files > 0
    assert rows_in == used + set_aside
    assert "incomplete" in told


def test_the_stored_tables_hold_no_path_of_the_machine(built: Path) -> None:
    manifest = (built / "manifest.json").read_text("utf-8")
    assert str(built.parent) not in manifest
    tables = json.loads(manifest)["tables"]
    assert "offence_record" in tables
