"""A figure walked back to its rows, whatever became of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.tidy_force import tidy_tables
from wardwise.domain.errors import FigureDiffers, FigureUnknown, StoreError
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.figures.changes import change_figure
from wardwise.figures.desk import Desk
from wardwise.figures.offences import offences_figure
from wardwise.pipeline.explain import explain, explain_all
from wardwise.pipeline.unchanged import is_unchanged
from wardwise.render.figures_json import figures_json
from wardwise.store.tidy import TidyStore


KEY = "c" * 64


def figures(desk: Desk) -> dict[str, Figure]:
    """One figure of each fate."""
    known = offences_figure(desk, area=desk.area, period=desk.latest, offence="Burglary")
    return {
        "known": known,
        "change": change_figure(
            desk, area=desk.area, period=desk.latest, before=desk.before, offence=None
        ),
        "not known": replace(known, value=NotKnown("nobody counted it"), detail="not known"),
        "withheld": replace(known, value=Withheld("fewer than five"), detail="withheld"),
        "given": replace(known, recipe=None, value=5, detail="given"),
        "wrong": replace(known, value=known.number + 1, detail="wrong"),
    }


@pytest.fixture
def run(tmp_path: Path, force_desk: Desk) -> Path:
    """The folder of a finished run, its store beside it."""
    made = figures(force_desk)
    store = TidyStore(tmp_path / "store")
    kept = store.put(KEY, tables=tidy_tables(), notices=())
    folder = tmp_path / "run"
    folder.mkdir()
    right = [("levels", figure) for name, figure in made.items() if name != "wrong"]
    (folder / "findings.json").write_text(figures_json(right), "utf-8")
    manifest = {
        "run": "made up",
        "run_key": "key",
        "code": "0" * 64,
        "store": "../store",
        "tables": {name: path.parent.name for name, path in kept.tables.items()},
        "files": [
            {"path": "police_uk/made-up.zip", "sha256": "9" * 64},
            {"path": "ons/tables.xlsx", "sha256": "8" * 64},
        ],
        "outputs": {},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return folder


def test_a_known_figure_has_formula_rows_files_and_is_worked_again(
    run: Path, force_desk: Desk
) -> None:
    told = explain(run, figures(force_desk)["known"].figure_id.lower())
    assert "Burglary, Sampleton (E06999991), 2024-01 to 2024-12" in told
    assert "formula     offences(count)" in told
    assert "counted in the rows: source police_uk" in told
    assert f"file        police_uk/made-up.zip  sha256 {'9' * 64}" in told
    assert "ons/tables.xlsx" not in told  # no figure of police.uk rests on the ONS workbook
    assert told.endswith("it agrees")


def test_a_count_is_told_without_a_point(run: Path, force_desk: Desk) -> None:
    known = figures(force_desk)["known"]
    told = explain(run, known.figure_id).splitlines()
    assert told[0].endswith(f" {known.number:.0f} offences") or f"{known.number:.0f} (" in told[0]
    assert not any(".0 " in line or line.endswith(".0") for line in told)
    assert told[-1].endswith(f"worked again {known.number:.0f} — it agrees")


def test_a_sum_inside_a_sum_is_laid_out(run: Path, force_desk: Desk) -> None:
    told = explain(run, figures(force_desk)["change"].figure_id)
    assert "from dispersion" in told
    assert "days_before = 365" in told
    assert "against 2023-01/2023-12" in told


@pytest.mark.parametrize(
    ("fate", "words"),
    [
        ("not known", "not known: nobody counted it"),
        ("withheld", "withheld: fewer than five"),
        ("given", "nothing to work: the settings or the method give it"),
    ],
)
def test_a_figure_that_is_not_worked_again_says_why(
    run: Path, force_desk: Desk, fate: str, words: str
) -> None:
    assert words in explain(run, figures(force_desk)[fate].figure_id)


def test_every_figure_is_worked_again_and_counted(run: Path) -> None:
    told = explain_all(run)
    assert told.startswith("2 figures were worked again")
    assert "1 are given" in told
    assert "2 are not known" in told


def test_a_figure_that_the_rows_do_not_give_is_refused(run: Path, force_desk: Desk) -> None:
    wrong = figures(force_desk)["wrong"]
    (run / "findings.json").write_text(figures_json([("levels", wrong)]), "utf-8")
    with pytest.raises(FigureDiffers, match="Do not use the document") as refused:
        explain(run, wrong.figure_id)
    assert refused.value.exit_code == 17
    with pytest.raises(FigureDiffers):
        explain_all(run)


def test_a_figure_of_no_name_is_told(run: Path) -> None:
    with pytest.raises(FigureUnknown, match="there is no figure 'F-00000000' among 5"):
        explain(run, "F-00000000")


def test_a_folder_that_is_no_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="not the folder of a finished run"):
        explain(tmp_path, "F-00000000")


def test_rows_that_are_gone_are_told(run: Path) -> None:
    (run.parent / "store" / "tidy" / KEY[:32] / "lsoa.parquet").unlink()
    with pytest.raises(StoreError, match="the stored rows of lsoa are gone"):
        explain_all(run)


def test_a_run_is_unchanged_only_if_every_document_is(run: Path) -> None:
    manifest: dict[str, Any] = json.loads((run / "manifest.json").read_text("utf-8"))
    page = run / "assessment.html"
    page.write_bytes(b"the page")
    manifest["outputs"] = {page.name: hashlib.sha256(b"the page").hexdigest()}
    (run / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    assert is_unchanged(run, "key")
    assert not is_unchanged(run, "another key")
    page.write_bytes(b"edited by hand")
    assert not is_unchanged(run, "key")
    page.unlink()
    assert not is_unchanged(run, "key")
    (run / "manifest.json").write_text("{", "utf-8")
    assert not is_unchanged(run, "key")
