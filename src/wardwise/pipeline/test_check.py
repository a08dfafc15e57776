"""The data-quality report: rows in, rows used, rows set aside, and what cannot be trusted."""

from __future__ import annotations

import getpass
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tidy_force import tidy_tables
from wardwise.domain.evidence import Completeness, Quality
from wardwise.figures.desk import Desk
from wardwise.pipeline.check import report
from wardwise.pipeline.inputs import InputFile, file_sha256
from wardwise.pipeline.keeping import keep_files
from wardwise.pipeline.manifest import Manifest, read_manifest
from wardwise.sources.imported import Imported


def lines_of(text: str) -> list[str]:
    """Lines without what only lays them out."""
    return [" ".join(line.split()) for line in text.splitlines()]


def test_every_row_is_used_or_set_aside(force_desk: Desk) -> None:
    told = lines_of(report(force_desk.evidence, name="Sampleton"))
    assert told[0] == "Data quality for Sampleton"
    # 500 + 501 rows in, 480 + 481 used: 40 set aside, which are the 40 by reason below
    assert "police_uk 2 files 1,001 rows in 961 used 40 set aside" in told
    assert "40 police_uk: a row twice" in told


def test_extracts_completeness_and_places_are_owned_up_to(force_desk: Desk) -> None:
    told = "\n".join(lines_of(report(force_desk.evidence, name="Sampleton")))
    assert "January 2022 to March 2022 incomplete 90.0% made up" in told
    assert "2024-03 earlier 399, later 400; later used; 5 appeared, 4 vanished" in told
    assert "of 395 in both 1 changed offence, 2 place, 3 outcome" in told
    assert "have no LSOA and are given to no partnership" in told
    assert told.endswith("Notices\nMade up.")


def test_nothing_to_tell_is_told(force_desk: Desk) -> None:
    bare = replace(
        force_desk.evidence,
        quality=Quality((), (), (), ()),
        completeness=Completeness(()),
        force_rows={},
        unlocated={},
    )
    told = report(bare, name="Sampleton")
    assert "Rows set aside, by reason\n  none" in told
    assert "not judged" in told
    assert "Rows with no place" not in told
    assert told.endswith("Notices\n  none")


def test_files_that_were_read_are_kept_once(tmp_path: Path) -> None:
    path = tmp_path / "made-up.zip"
    path.write_bytes(b"as it came")
    sha256 = file_sha256(path, path.stat().st_mtime_ns)
    read = InputFile("police_uk/made-up.zip", path, sha256, 10)
    other = InputFile("police_uk/readme.txt", path, sha256, 10)
    imported = Imported({"file_read": tidy_tables()["file_read"]})
    assert keep_files(imported, [read, other], root=tmp_path / "store") == 0
    # the same bytes under another name are known again, and held once
    copy = tmp_path / "more-made-up.zip"
    copy.write_bytes(b"as it came")
    again = InputFile("police_uk/more-made-up.zip", copy, sha256, 10)
    assert keep_files(imported, [again], root=tmp_path / "store") == 1
    assert len(list((tmp_path / "store").rglob("file"))) == 1
    # a reader that lists no file keeps none
    assert keep_files(Imported({}), [read], root=tmp_path / "store") == 0


def test_an_account_without_a_name_keeps_files_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("no such user")

    monkeypatch.setattr(getpass, "getuser", nobody)
    path = tmp_path / "more-made-up.zip"
    path.write_bytes(b"as it came")
    read = InputFile("police_uk/more-made-up.zip", path, "0" * 64, 10)
    imported = Imported({"file_read": tidy_tables()["file_read"]})
    keep_files(imported, [read], root=tmp_path / "store")
    notes = [note.read_text("utf-8") for note in (tmp_path / "store").rglob("note.json")]
    assert any("not known" in note for note in notes)


def test_a_manifest_is_read_back_with_the_timings_last(tmp_path: Path) -> None:
    manifest = Manifest(
        run="r",
        run_key="k",
        settings={"seed": 1},
        files=[InputFile("ons/a.xlsx", tmp_path, "0" * 64, 3)],
        tables={"lsoa": "b", "district": "a"},
        store="../store",
        code="c",
        seed=1,
        warnings=["told"],
        outputs={"z.pdf": "1", "a.html": "2"},
        seconds={"Reading": 0.5},
    )
    assert read_manifest(tmp_path) is None
    (tmp_path / "manifest.json").write_text(manifest.text(), "utf-8")
    found = read_manifest(tmp_path)
    assert found is not None
    assert list(found)[-1] == "seconds"
    assert list(found["outputs"]) == ["a.html", "z.pdf"]
    assert found["files"] == [{"path": "ons/a.xlsx", "sha256": "0" * 64, "bytes": 3}]
    assert "severity_weight" in found["reference"]
