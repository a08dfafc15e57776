"""The workbook of the sample paper, cell by cell. `make accept-golden` accepts a change."""

from __future__ import annotations

import difflib
import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from wardwise.render.sheets.build import workbook
from wardwise.render.sheets.model import Amount, SheetCell, SheetLink, Workbook


GOLDEN = Path(__file__).parent / "sample_workbook.txt"
SAMPLE = Path(__file__).parents[1] / "render" / "sample.py"


@pytest.fixture(scope="module")
def sample() -> ModuleType:
    if "paper_sample" not in sys.modules:
        spec = importlib.util.spec_from_file_location("paper_sample", SAMPLE)
        assert spec is not None
        assert spec.loader is not None
        sys.modules["paper_sample"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["paper_sample"])
    return sys.modules["paper_sample"]


def said(cell: SheetCell) -> str:
    match cell:
        case Amount():
            return f"{cell.value:.12g} as {cell.format}"
        case SheetLink():
            return f"{cell.text} → {cell.sheet}"
        case _:
            return cell


def as_text(book: Workbook) -> str:
    lines = [f"{book.title} | {book.author} | {book.marking} | {book.language}"]
    for sheet in book.sheets:
        lines += ["", f"== {sheet.name}", sheet.title, *sheet.lines]
        if sheet.header:
            lines.append(" | ".join(sheet.header))
        lines += [" | ".join(map(said, row)) for row in sheet.rows]
    return "\n".join(lines) + "\n"


def test_the_workbook_is_what_was_accepted(sample):
    now = as_text(workbook(sample.sample_document()))
    if os.environ.get("ACCEPT_GOLDEN"):
        GOLDEN.write_text(now, encoding="utf-8")
    accepted = GOLDEN.read_text(encoding="utf-8")
    change = difflib.unified_diff(
        accepted.splitlines(), now.splitlines(), "accepted", "now", lineterm=""
    )
    assert accepted == now, "\n".join(change)
