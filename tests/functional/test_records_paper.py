"""``wardwise records`` on a made-up place: every document, every figure worked again, the law."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.records_place import CRIMES, write_place
from wardwise.cli import main
from wardwise.domain.errors import GatewayMissing, SecretMissing, SettingsError
from wardwise.pipeline.explain import explain, explain_all
from wardwise.pipeline.records import records_paper


DOCUMENTS = {"docx", "html", "json", "ods", "pdf", "xlsx"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up place's folder."""
    folder = tmp_path_factory.mktemp("place")
    write_place(folder)
    return folder


@pytest.fixture(scope="module")
def out(place: Path) -> Path:
    """Its documents, made through the command line."""
    out = place / "out" / "sampleville"
    typed = ["records", str(place / "sampleville.yaml"), "--data", str(place / "data")]
    assert main([*typed, "--out", str(out)]) == 0
    return out


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    """The settings of a place of its own, to be altered."""
    found: dict[str, Any] = yaml.safe_load(write_place(tmp_path).read_text("utf-8"))
    return found


def written(folder: Path, settings: dict[str, Any]) -> Path:
    path = folder / "altered.yaml"
    path.write_text(yaml.safe_dump(settings), "utf-8")
    return path


def test_it_writes_the_same_set_of_documents_without_a_map(out: Path) -> None:
    assert {path.suffix[1:] for path in out.iterdir()} == DOCUMENTS
    assert not list(out.glob("*.gpkg"))


def test_every_figure_is_made_again_from_the_stored_rows(out: Path) -> None:
    told = explain_all(out)
    assert re.match(r"\d+ figures were worked again from the stored rows and agree", told)
    figures = json.loads((out / "findings.json").read_text("utf-8"))
    crimes = next(one for one in figures if one["measure"] == "partner_crimes")
    assert crimes["value"] == CRIMES
    story = explain(out, crimes["figure_id"])
    assert "it agrees" in story
    assert "partners/recorded_crime.csv  sha256" in story


def test_there_are_no_rates_and_every_share_has_its_interval(out: Path) -> None:
    figures = json.loads((out / "findings.json").read_text("utf-8"))
    assert not [one for one in figures if "per 1,000" in one["unit"]]
    shares = [one for one in figures if one["measure"] == "group_shares_percent"]
    assert shares
    assert all(one["lower"] <= one["value"] <= one["upper"] for one in shares)


def test_the_manifest_names_files_and_mapping_and_the_run_is_not_made_twice(
    place: Path, out: Path
) -> None:
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert {file["path"] for file in manifest["files"]} == {
        "mappings/made_up_place.yaml",
        *(f"partners/{name}.csv" for name in ("recorded_crime", "victims", "suspects")),
        "partners/relationships.csv",
    }
    again = records_paper(place / "sampleville.yaml", folders=[place / "data"], out=out)
    assert again.told.startswith("Nothing has changed")


def test_no_number_of_a_person_or_of_a_crime_is_in_the_store_or_the_documents(
    place: Path, out: Path
) -> None:
    references = re.compile(r"\bc(1\d\d|2[0-3]\d)\b")
    assert not references.search((out / "assessment.html").read_text("utf-8"))
    assert not [path for path in stored(place) if b"c239" in path.read_bytes()]


def stored(place: Path) -> Iterator[Path]:
    yield from (path for path in (place / "out" / ".wardwise").rglob("*") if path.is_file())


def test_without_a_gateway_nothing_is_read(tmp_path: Path, settings: dict[str, Any]) -> None:
    del settings["partner_files"][0]["gateway"]
    with pytest.raises(GatewayMissing, match="'gateway' is not given"):
        records_paper(
            written(tmp_path, settings), folders=[tmp_path / "data"], out=tmp_path / "out"
        )


def test_records_that_are_not_public_need_a_secret(
    tmp_path: Path, settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WARDWISE_SECRET", raising=False)
    settings["published"] = False
    with pytest.raises(SecretMissing):
        records_paper(
            written(tmp_path, settings), folders=[tmp_path / "data"], out=tmp_path / "out"
        )


def test_settings_of_an_assessment_are_told_apart(tmp_path: Path, settings: dict[str, Any]) -> None:
    settings["evidence"] = {"recorded_crime": "police_uk"}
    with pytest.raises(SettingsError, match="evidence"):
        records_paper(
            written(tmp_path, settings), folders=[tmp_path / "data"], out=tmp_path / "out"
        )


def test_crimes_alone_make_a_paper_without_people(tmp_path: Path, settings: dict[str, Any]) -> None:
    settings["partner_files"] = settings["partner_files"][:1]
    run = records_paper(
        written(tmp_path, settings), folders=[tmp_path / "data"], out=tmp_path / "out" / "alone"
    )
    html = (run.folder / "assessment.html").read_text("utf-8")
    assert "Hours and weekdays" in html
    assert "ictims" not in html
