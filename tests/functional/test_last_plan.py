"""Last year's plan, counted by hand; and read from its file with its faults."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders import AREA, desk_with
from wardwise.chapters.last_plan import CHAPTER
from wardwise.chapters.statutory_coverage.content import last_plan as item_f
from wardwise.chapters.statutory_coverage.findings import Met
from wardwise.document.blocks import Paragraph, Table
from wardwise.domain.errors import EvidenceMissing, ExtractError
from wardwise.evidence.last_plan import last_plan
from wardwise.evidence.recompute import recompute
from wardwise.evidence.tables import open_tables
from wardwise.figures.desk import Desk
from wardwise.sources.last_plan import read_plan


MONTHS = {"Burglary": [4] * 24}


def action(code: str, state: str, **changes: Any) -> dict[str, Any]:
    return {
        "code": code, "title": f"Title {code}", "agency": "Council", "state": state,
        "first_due_on": "2025-09-30", "due_on": "2025-09-30", "percent_complete": 50,
        "days_late": 0, **changes,
    }  # fmt: skip


def indicator(code: str, result: str, **changes: Any) -> dict[str, Any]:
    return {"code": code, "name": "Burglary", "result": result, "unit": "offences", **changes}


PLAN: dict[str, Any] = {
    "schema": 1, "partnership": AREA.code, "year": "2024/25", "first_month": "2024-10",
    "last_month": "2025-09", "as_of": "2025-09-30",
    "actions": [
        action("A1", "closed"),
        action("A2", "closed", due_on="2025-12-31"),
        action("A3", "in hand", days_late=12, last_word="Nearly."),
        action("A4", "stopped"),
    ],
    "indicators": [
        indicator("C1", "met", asked=400, actual=390.5),
        indicator("C2", "not known", asked=60.0, state="withheld", reason="fewer than 8"),
        indicator("C3", "no target", state="not known", reason="no reading is held"),
    ],
}  # fmt: skip


def tables_of(plan: dict[str, Any], folder: Path) -> Any:
    import pyarrow.parquet as pq

    (folder / "plan.json").write_text(json.dumps(plan), "utf-8")
    read = read_plan("plan.json", folders=[folder], area_code=AREA.code)
    for name, table in read.tables.items():
        pq.write_table(table, folder / f"{name}.parquet")
    return open_tables({name: folder / f"{name}.parquet" for name in read.tables})


def desk_of(plan: dict[str, Any], folder: Path) -> tuple[Desk, Any]:
    tables = tables_of(plan, folder)
    return desk_with(MONTHS, last_plan=last_plan(tables)), tables


def test_what_became_of_the_plan_is_counted_by_hand(tmp_path: Path) -> None:
    desk, _ = desk_of(PLAN, tmp_path)
    lead = CHAPTER.write(CHAPTER.analyse(desk)).blocks[0]
    assert isinstance(lead, Paragraph)
    assert str(lead.text) == (
        "Actions of the plan of 2024/25: 4. Closed: 2; in hand: 1; deferred or stopped: 1. Past"
        " their date: 1. Indicators that met their target: 1; that did not: 0; of which it is not"
        " known: 1."
    )


def test_every_figure_is_made_again_from_the_rows(tmp_path: Path) -> None:
    desk, tables = desk_of(PLAN, tmp_path)
    figures = CHAPTER.write(CHAPTER.analyse(desk)).figures
    assert len(figures) == 13
    for figure in figures:
        assert figure.recipe is not None
        if figure.status == "known":
            assert recompute(figure.recipe, tables) == figure.number, figure.detail


def test_an_action_that_was_closed_late_is_counted_from_the_rows(tmp_path: Path) -> None:
    late = action("A1", "closed") | {"days_late": 12}
    desk, tables = desk_of(PLAN | {"actions": [late]}, tmp_path)
    tallies = CHAPTER.analyse(desk).tallies
    assert tallies is not None
    for figure, many in ((tallies.closed_late, 1), (tallies.late, 0)):
        assert figure.number == many
        assert figure.recipe is not None
        assert recompute(figure.recipe, tables) == many


def test_what_is_not_known_and_what_is_withheld_stay_apart(tmp_path: Path) -> None:
    desk, _ = desk_of(PLAN, tmp_path)
    section = CHAPTER.write(CHAPTER.analyse(desk))
    (table,) = (b for b in section.blocks if isinstance(b, Table) and "indicators" in b.name)
    came_to = {str(row[0])[:2]: getattr(row[3], "text", row[3]) for row in table.rows}
    assert came_to == {"C1": "390.5", "C2": "[c]", "C3": "[x]"}


def test_a_date_that_moved_and_one_that_passed_are_said(tmp_path: Path) -> None:
    desk, _ = desk_of(PLAN, tmp_path)
    section = CHAPTER.write(CHAPTER.analyse(desk))
    (table,) = (b for b in section.blocks if isinstance(b, Table) and "actions" in b.name)
    assert [row[2] for row in table.rows] == [
        "Closed", "Closed; its date was moved", "In hand; past its date", "Stopped",
    ]  # fmt: skip


def test_without_a_plan_there_is_no_chapter_and_item_f_is_not_met(tmp_path: Path) -> None:
    desk = desk_with(MONTHS)
    assert not CHAPTER.is_told(CHAPTER.analyse(desk))
    assert item_f(desk).met is Met.NOT_MET
    assert item_f(desk_of(PLAN, tmp_path)[0]).met is Met.MET


def test_the_same_plan_is_read_from_yaml(tmp_path: Path) -> None:
    import yaml

    (tmp_path / "plan.yaml").write_text(yaml.safe_dump(PLAN), "utf-8")
    read = read_plan("plan.yaml", folders=[tmp_path], area_code=AREA.code)
    assert read.tables["plan_action"].num_rows == 4


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"schema": 2}, "at schema"),
        ({"actions": [action("A1", "lost")]}, "at actions.0.state"),
        ({"partnership": "E06000001"}, "expected that of"),
        ({"more": 1}, "at more"),
    ],
)
def test_a_fault_of_the_file_says_where(tmp_path: Path, change: Any, words: str) -> None:
    (tmp_path / "plan.json").write_text(json.dumps({**PLAN, **change}), "utf-8")
    with pytest.raises(ExtractError, match=words):
        read_plan("plan.json", folders=[tmp_path], area_code=AREA.code)


def test_a_file_that_is_no_plan_or_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_bytes(b"\xff\xfe")
    with pytest.raises(ExtractError, match="no file of a plan"):
        read_plan("plan.json", folders=[tmp_path], area_code=AREA.code)
    with pytest.raises(EvidenceMissing, match=r"plan\.last"):
        read_plan("other.json", folders=[tmp_path], area_code=AREA.code)
