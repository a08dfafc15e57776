"""Kept machine code is made anew when anything that it was made from changes."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path

import pytest

from wardwise.sources.police_uk.plain_machine import MADE_FROM


COMPILED = [path for path in MADE_FROM if path.name.startswith("plain_")]


def imported(path: Path) -> set[Path]:
    """Files of the modules of ours that a module takes names from."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("wardwise."):
            package = Path(str(importlib.import_module(str(node.module)).__file__))
            inside = [package.with_name(f"{name.name}.py") for name in node.names]
            found |= {path for path in inside if path.exists() and package.stem == "__init__"}
            found |= {package} if package.stem != "__init__" else set()
    return found


@pytest.mark.parametrize("path", COMPILED, ids=lambda path: path.stem)
def test_all_that_the_walk_takes_from_elsewhere_is_named(path: Path) -> None:
    assert imported(path) <= set(MADE_FROM)


def test_the_walk_is_among_what_is_looked_at() -> None:
    assert "plain_kernel.py" in {path.name for path in COMPILED}
    assert imported(COMPILED[2])
