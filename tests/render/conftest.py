"""The sample paper and the rules, for every test of this folder."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from wardwise.document.section import Document
from wardwise.render.pdf import write_pdf
from wardwise.render.sheets import write_ods, write_xlsx
from wardwise.render.word import write_docx


HERE = Path(__file__).parent


def _beside(name: str) -> ModuleType:
    """A module of this folder, which is no package."""
    known = f"paper_{name}"
    if known not in sys.modules:
        spec = importlib.util.spec_from_file_location(known, HERE / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[known] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[known])
    return sys.modules[known]


@pytest.fixture(scope="session")
def sample() -> ModuleType:
    """Made-up content that holds every kind of block."""
    return _beside("sample")


@pytest.fixture(scope="session")
def pdf_rules() -> ModuleType:
    """The machine-checkable rules of PDF/UA-1."""
    return _beside("pdf_rules")


@pytest.fixture(scope="session")
def paper(sample: ModuleType) -> Document:
    """A full assessment of made-up content."""
    return sample.sample_document()


@pytest.fixture(scope="session")
def pdf(sample: ModuleType, paper: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The paper as PDF."""
    path = tmp_path_factory.mktemp("paper") / "assessment.pdf"
    write_pdf(paper, path, draw=sample.draw_stub)
    return path


@pytest.fixture(scope="session")
def docx(sample: ModuleType, paper: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The paper as a Word file."""
    path = tmp_path_factory.mktemp("paper") / "assessment.docx"
    write_docx(paper, path, draw=sample.draw_stub)
    return path


@pytest.fixture(scope="session", params=["ods", "xlsx"])
def book(
    request: pytest.FixtureRequest, paper: Document, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The tables as a workbook, in both formats."""
    path = tmp_path_factory.mktemp("paper") / f"tables.{request.param}"
    {"ods": write_ods, "xlsx": write_xlsx}[request.param](paper, path)
    return path
