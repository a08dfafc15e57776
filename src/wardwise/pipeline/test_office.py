"""The second process: the same bytes, its faults told as ours, and nobody left behind."""

from __future__ import annotations

import io
import os
import pickle
import signal
from pathlib import Path

import pytest

from wardwise.document.blocks import Column, Paragraph, Table
from wardwise.document.pictures import Picture
from wardwise.document.section import Document, Section
from wardwise.document.text import Text
from wardwise.domain.errors import EvidenceMissing, StoreError
from wardwise.pipeline.office import office
from wardwise.pipeline.office_letters import Fault, Paper, Pictures, Written
from wardwise.pipeline.office_process import serve
from wardwise.render.sheets import write_ods, write_xlsx
from wardwise.render.word import write_docx


WRITTEN = ("assessment.docx", "tables.ods", "tables.xlsx")


def paper() -> Document:
    """One section with one table."""
    table = Table("Wards", "Offences by ward", (Column("Ward"), Column("n")), (("Sampleton", "5"),))
    blocks = (Paragraph(Text(("Few words.",))), table)
    return Document(
        kind="assessment",
        title="Strategic assessment",
        partnership="Sampleshire",
        subtitle="Made up",
        period="January to December 2024",
        marking="OFFICIAL",
        run="0123456789",
        prepared_by="Nobody",
        sections=(Section("Levels", "levels", blocks),),
    )


def no_picture(picture: Picture) -> object:
    raise AssertionError(picture)


def test_the_second_process_writes_the_same_bytes(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    write_docx(paper(), here / "assessment.docx", draw=no_picture)  # type: ignore[arg-type]
    write_ods(paper(), here / "tables.ods")
    write_xlsx(paper(), here / "tables.xlsx")
    with office() as writer:
        writer.take(paper(), folder=there, out=tmp_path)
        writer.take_pictures({})
        seconds = writer.finished()
    assert set(seconds) == {"Writing the workbooks", "Writing the Word file"}
    for name in WRITTEN:
        assert (there / name).read_bytes() == (here / name).read_bytes(), name


def test_a_fault_of_the_second_process_is_raised_in_the_first(tmp_path: Path) -> None:
    with office() as writer:
        writer.take(paper(), folder=tmp_path / "gone", out=tmp_path / "luton")
        writer.take_pictures({})
        with pytest.raises(StoreError, match="luton: the documents cannot be written"):
            writer.finished()


def test_a_process_that_is_killed_is_told(tmp_path: Path) -> None:
    with office() as writer:
        os.kill(writer.number, signal.SIGKILL)
        writer.take(paper(), folder=tmp_path, out=tmp_path)
        writer.take_pictures({})
        with pytest.raises(StoreError, match=r"it ended with -9.*the last good run stands"):
            writer.finished()


def test_the_process_ends_with_the_run(tmp_path: Path) -> None:
    with office() as writer:
        number = writer.number
        writer.take(paper(), folder=tmp_path, out=tmp_path)  # and the rest never comes
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_letters_are_answered(tmp_path: Path) -> None:
    letters = pickle.dumps(Paper(paper(), tmp_path, tmp_path)) + pickle.dumps(Pictures({}))
    answer = io.BytesIO()
    serve(io.BytesIO(letters), answer)
    assert isinstance(pickle.loads(answer.getvalue()), Written)
    assert sorted(path.name for path in tmp_path.iterdir()) == list(WRITTEN)


def test_a_run_that_is_gone_is_not_answered(tmp_path: Path) -> None:
    letters = pickle.dumps(Paper(paper(), tmp_path, tmp_path))
    for cut in (b"", letters[:-9], letters, letters + pickle.dumps(Pictures({}))[:-9]):
        answer = io.BytesIO()
        serve(io.BytesIO(cut), answer)
        assert answer.getvalue() == b""
    assert not (tmp_path / "assessment.docx").exists()


def test_an_error_with_a_form_of_its_own_survives_being_sent() -> None:
    # it is made from keywords, which pickle does not know
    error = EvidenceMissing(file="ons", problem="it is empty.", remedy="Fill it.")
    sent = pickle.loads(pickle.dumps(Fault(type(error), str(error), "line 1")))
    again = sent.error()
    assert (type(again), str(again)) == (EvidenceMissing, "ons: it is empty. Fill it.")
    assert again.__notes__ == ["line 1"]
