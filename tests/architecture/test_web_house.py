"""Whether the web application is still laid out as docs/explanation/at_one_table.md says."""

from __future__ import annotations

import ast
import re
from pathlib import Path


WEB = Path(__file__).resolve().parents[2] / "src" / "wardwise_web"


def sources() -> list[Path]:
    """Every Python file of ours: no migrations, nothing fetched."""
    return [
        path
        for path in sorted(WEB.rglob("*.py"))
        if not {"migrations", "node_modules"} & set(path.parts)
    ]


def test_no_file_is_over_300_lines() -> None:
    long = [path.name for path in sources() if len(path.read_text("utf-8").splitlines()) > 300]
    assert long == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(WEB))
        for path in sources()
        if ast.get_docstring(ast.parse(path.read_text("utf-8"))) is None
    ]
    assert silent == []


def test_views_and_presenters_start_from_the_partnership() -> None:
    """Every query of a page goes through a selector or the partnership, so that none reads
    another partnership's rows."""
    careless = [
        str(path.relative_to(WEB))
        for path in sources()
        if (path.name.startswith(("views", "presenters")) or "views" in path.parts)
        and re.search(r"\.objects\b", path.read_text("utf-8"))
    ]
    assert careless == []


def test_only_services_write() -> None:
    writes = re.compile(r"\.(save|create|bulk_create|update|delete|get_or_create)\(")
    allowed = {"services", "tests", "audit", "migrations"}
    careless = [
        str(path.relative_to(WEB))
        for path in sources()
        if path.name.startswith(("views", "selectors", "presenters", "rules", "today", "states"))
        and not allowed & set(path.parts)
        and writes.search(path.read_text("utf-8"))
    ]
    assert careless == []


def test_no_template_runs_a_script_or_a_style_of_its_own() -> None:
    """The content security policy refuses both."""
    inline = re.compile(r"<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=\"", re.IGNORECASE)
    careless = [
        path.name
        for path in sorted(WEB.rglob("jinja2/**/*.html"))
        if inline.search(path.read_text("utf-8"))
    ]
    assert careless == []
