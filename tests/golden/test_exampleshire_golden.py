"""Did Exampleshire's documents change? Reviewed as a diff; `make accept-golden` accepts."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.golden.document_text import document_text
from wardwise.demo import SECRET_FILE, SEED, secret_text, settings_text
from wardwise.document.document_json import document_json, read_documents
from wardwise.pipeline.analysis import Analysed, analyse
from wardwise.pipeline.gather import Gatherer
from wardwise.pipeline.papers import assessment, summary
from wardwise.pipeline.progress import quiet
from wardwise.sources.settings import read_settings
from wardwise.store.tidy import TidyStore


pytestmark = pytest.mark.slow

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def analysed(
    partner_folder: Path,
    read_store: Callable[[Path], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Analysed:
    folder = tmp_path_factory.mktemp("golden")
    (folder / SECRET_FILE).write_text(secret_text(seed=SEED), "utf-8")
    (folder / "settings.yaml").write_text(settings_text(with_partners=True), "utf-8")
    settings = read_settings(folder / "settings.yaml")
    store = TidyStore(read_store(folder / "store"))
    gathered = Gatherer(settings, [partner_folder], store, beside=folder).gather(quiet)
    return analyse(settings, gathered, store)


@pytest.mark.parametrize("kind", ["assessment", "summary"])
def test_the_paper_reads_as_it_was_accepted(analysed: Analysed, kind: str) -> None:
    made = {
        "assessment": assessment(analysed.desk, analysed.sections, "run"),
        "summary": summary(analysed.desk, analysed.summary, "run"),
    }[kind]
    text, golden = document_text(made), HERE / f"exampleshire_{kind}.txt"
    if os.environ.get("ACCEPT_GOLDEN"):
        golden.write_text(text, "utf-8")
    accepted = golden.read_text("utf-8")
    changed = list(difflib.unified_diff(accepted.splitlines(), text.splitlines(), lineterm="", n=0))
    assert text == accepted, "\n".join(changed[:40])


def test_the_papers_come_back_from_plain_data_as_they_were(analysed: Analysed) -> None:
    papers = (
        assessment(analysed.desk, analysed.sections, "run"),
        summary(analysed.desk, analysed.summary, "run"),
    )
    written = document_json(papers)
    read = read_documents(written)
    assert tuple(read.values()) == papers
    assert document_json(tuple(read.values())) == written
