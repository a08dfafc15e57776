"""A run replaces a folder: never one that holds what a person put there."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from wardwise.domain.errors import StoreError
from wardwise.pipeline.out_folder import check_out


def finished(folder: Path) -> Path:
    """A folder as a run leaves it."""
    folder.mkdir()
    (folder / "assessment.pdf").write_text("paper")
    outputs = {"assessment.pdf": "0" * 64}
    (folder / "manifest.json").write_text(json.dumps({"outputs": outputs}), "utf-8")
    return folder


def test_a_new_an_empty_and_a_finished_folder_may_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    run = finished(tmp_path / "run")
    (run / ".DS_Store").write_text("")
    for out in (tmp_path / "new", tmp_path / "empty", run):
        check_out(out, kept=[tmp_path / "data"])
    assert (run / "assessment.pdf").read_text() == "paper"


def test_a_folder_with_a_persons_file_is_refused(tmp_path: Path) -> None:
    run = finished(tmp_path / "run")
    (run / "my notes.txt").write_text("mine")
    with pytest.raises(StoreError, match=r"run: it holds 'my notes\.txt', which no run") as refused:
        check_out(run)
    assert refused.value.exit_code == 19
    others = tmp_path / "others"
    others.mkdir()
    (others / "assessment.pdf").write_text("of another program")
    with pytest.raises(StoreError, match="expected a new or an empty folder"):
        check_out(others)


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("mine")
    with pytest.raises(StoreError, match="report: it is a file"):
        check_out(tmp_path / "report")


def test_the_data_and_what_holds_them_are_refused(tmp_path: Path) -> None:
    data = tmp_path / "all" / "data"
    data.mkdir(parents=True)
    for out in (data, tmp_path / "all"):
        with pytest.raises(StoreError, match="is or holds data, which the run reads"):
            check_out(out, kept=[data])
    check_out(data / "out", kept=[data])
    with pytest.raises(StoreError, match="lies in context, where the next run would read it"):
        check_out(data / "context" / "out", kept=[data], read=[data / "context"])


def test_a_folder_that_cannot_be_made_is_refused_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match=r"run: .*because notes\.txt is a file"):
        check_out(tmp_path / "notes.txt" / "below" / "run")


@pytest.mark.skipif(os.access("/", os.W_OK), reason="this user may write everywhere")
def test_a_folder_that_may_not_be_written_is_refused_before_the_work() -> None:
    with pytest.raises(StoreError, match="because / may not be written"):
        check_out(Path("/wardwise-documents"))
