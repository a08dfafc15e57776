"""Is the house still the house? Storeys, sizes, names, chapters, decisions, pages."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import wardwise
from wardwise.cli import parser
from wardwise.contents import ASSESSMENT, RECORDS
from wardwise.pipeline.reference_pages import errors, pages


ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(wardwise.__file__).parent
# Files over 300 lines, each with its reason
LONG: dict[str, str] = {}
NAMELESS = {"utils.py", "util.py", "helpers.py", "helper.py", "misc.py", "common.py"}


def sources() -> list[Path]:
    """Every Python file of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def test_nothing_reaches_up_a_storey() -> None:
    linter = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(linter, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_file_is_over_300_lines() -> None:
    long = {
        path.relative_to(PACKAGE).as_posix(): lines
        for path in sources()
        if (lines := len(path.read_text("utf-8").splitlines())) > 300
    }
    assert set(long) == set(LONG), long


def test_half_the_files_are_under_70_lines_and_half_the_functions_under_12() -> None:
    """Docstrings, which the house asks to be long, are not counted."""
    trees = {
        path: ast.parse(path.read_text("utf-8"))
        for path in sources()
        if not path.name.startswith("test_")
    }
    files = sorted(_lines_of_code(path, tree) for path, tree in trees.items())
    functions = sorted(
        (node.end_lineno or node.lineno) - node.lineno - _docstring_lines(node)
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    )
    assert files[len(files) // 2] <= 70
    assert functions[len(functions) // 2] <= 12


Documented = ast.Module | ast.ClassDef | ast.FunctionDef


def _lines_of_code(path: Path, tree: ast.Module) -> int:
    told = sum(_docstring_lines(node) for node in ast.walk(tree) if isinstance(node, Documented))
    return len(path.read_text("utf-8").splitlines()) - told


def _docstring_lines(node: Documented) -> int:
    first = node.body[0] if node.body else None
    if not (isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)):
        return 0
    return (first.end_lineno or first.lineno) - first.lineno + 1


def test_every_file_has_a_home_with_a_name() -> None:
    assert not [path for path in sources() if path.name in NAMELESS]


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path.relative_to(PACKAGE).as_posix()
        for path in sources()
        if path.read_text("utf-8").strip()
        and ast.get_docstring(ast.parse(path.read_text("utf-8"))) is None
    ]
    assert silent == []


def test_no_asides_are_left_in_the_code() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    assert not [path for path in sources() if marks.search(path.read_text("utf-8"))]


def test_the_clock_is_read_by_the_pipeline_only() -> None:
    clocks = re.compile(r"\b(time\.(time|perf_counter)|datetime\.now|date\.today|utcnow)\(")
    readers = {
        path.relative_to(PACKAGE).parts[0]
        for path in sources()
        if not path.name.startswith("test_") and clocks.search(path.read_text("utf-8"))
    }
    assert readers <= {"pipeline"}


def test_the_network_is_reached_by_fetch_only() -> None:
    network = re.compile(
        r"^\s*(import|from) (urllib\.request|http\.client|socket|requests)\b", re.M
    )
    users = {
        path.relative_to(PACKAGE).parent.as_posix()
        for path in sources()
        if not path.name.startswith("test_") and network.search(path.read_text("utf-8"))
    }
    assert users <= {"sources/fetch"}


def test_every_chapter_folder_is_in_the_contents_with_a_worked_example() -> None:
    folders = {path.parent.name for path in (PACKAGE / "chapters").glob("*/analyse.py")}
    listed = [chapter.name for chapter in (*ASSESSMENT, *RECORDS)]
    assert sorted(listed) == sorted(folders)
    missing = [name for name in folders if not (PACKAGE / "chapters" / name).glob("test_*.py")]
    assert missing == []


def test_decisions_have_one_number_each() -> None:
    numbers = [path.name[:4] for path in (ROOT / "docs" / "adr").glob("*.md")]
    assert len(numbers) == len(set(numbers))
    assert {f"{n:04d}" for n in range(1, 13)} <= set(numbers)


def test_exit_codes_are_one_for_each_kind_of_error() -> None:
    codes = [kind.exit_code for kind in errors()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("name", sorted(pages(parser())))
def test_generated_pages_are_fresh(name: str) -> None:
    page = ROOT / "docs" / "reference" / name
    assert page.read_text("utf-8") == pages(parser())[name], "run `make docs`"


def test_every_command_has_help() -> None:
    page = pages(parser())["command_line.md"]
    assert "None" not in page


def test_lock_files_name_no_host() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in path.read_text("utf-8"), path.name
