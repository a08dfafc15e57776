"""A whole run with a force's extract: people's tables are printed, and nothing of them leaks."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from wardwise.demo import settings_text
from wardwise.pipeline.assess import assess
from wardwise.pipeline.explain import explain_all
from wardwise.store.tidy import TidyStore


SECRET = "a made-up secret for tests 0123456789"
MAPPING = """\
mapping: made_up
version: 1.0.0
system: A made-up system
file: {kind: csv, encoding: utf-8, delimiter: ","}
datasets:
  recorded_crime:
    columns:
      crime_reference: {column: REF}
      offence: {column: OFFENCE, otherwise: keep}
      recorded_on: {column: RECORDED, format: "%Y-%m-%d"}
      from: {column: FROM, format: "%Y-%m-%d %H:%M"}
      to: {column: TO, format: "%Y-%m-%d %H:%M"}
      lsoa: {column: LSOA}
      domestic_abuse: {column: DA, yes: ["Y"], no: ["N"]}
  victims:
    columns:
      crime_reference: {column: REF}
      person: {column: PERSON}
      age: {column: AGE}
      sex: {column: SEX, not_known: [U]}
  suspects:
    columns:
      crime_reference: {column: REF}
      person: {column: PERSON}
      age: {column: AGE}
      sex: {column: SEX, not_known: [U]}
"""
FILES = """
people: {secret_file: secret.txt}
partner_files:
"""
LAW = """\
  - dataset: {dataset}
    file: {dataset}.csv
    mapping: made_up
    supplier: Made-up Police
    received_on: 2026-11-15
    controller: Chief Constable of Made-up Police
    gateway: s.115
    purpose: Strategic assessment
    retain_until: 2099-03-31
    marking: OFFICIAL-SENSITIVE
"""
GROUPS = (
    "Violence and sexual offences",
    "Burglary",
    "Criminal damage and arson",
    "Shoplifting",
    "Robbery",
    "Vehicle crime",
    "Public order",
    "Drugs",
)
CRIMES = 12_000
HEAD = ("REF", "OFFENCE", "RECORDED", "FROM", "TO", "LSOA", "DA")


def _crimes(lsoas: list[str], last: datetime) -> Iterator[tuple[object, ...]]:
    """Two years up to the last month, most of them in the evening."""
    for n in range(CRIMES):
        at = last - timedelta(days=n % 730, hours=(n * 7) % 6)
        until = at + timedelta(hours=(0, 3, 10)[n % 3])
        stamp = "%Y-%m-%d %H:%M"
        yield (
            f"40/{n:06d}/99",
            GROUPS[n % len(GROUPS)],
            at.date() + timedelta(days=1),
            at.strftime(stamp),
            until.strftime(stamp),
            lsoas[n % len(lsoas)],
            "NY"[n % 5 == 0],
        )


def _people(role: str, every: int) -> Iterator[tuple[object, ...]]:
    for n in range(0, CRIMES, every):
        who = n % 200 if n % 3 == 0 else n
        age = 14 if n % 11 == 0 else 10 + n * 7 % 50
        yield f"40/{n:06d}/99", f"PLANTED-{who}", age, "FMMU"[n % 4]


def _written(path: Path, head: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream, lineterminator="\n").writerows([head, *rows])


@pytest.fixture(scope="module")
def run(
    made: Path,
    built: Path,
    read_store: Callable[[Path], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """Exampleshire again, beside an extract of its crimes; the folder of the run."""
    folder = tmp_path_factory.mktemp("partners")
    printed = json.loads((built / "manifest.json").read_text("utf-8"))
    store = TidyStore((built / printed["store"]).resolve())
    lsoa = pq.read_table(store.folder / printed["tables"]["lsoa"] / "lsoa.parquet").to_pylist()
    code = printed["settings"]["partnership"]["code"]
    ours = [row["lsoa_code"] for row in lsoa if code in (row["district_code"], row["csp_code"])]
    figures = json.loads((built / "findings.json").read_text("utf-8"))
    last = max(f["period_end"] for f in figures if "police_uk" in f["sources"])
    year, month = (int(part) for part in last.split("-")[:2])
    end = datetime(year, month, 27, 23, 30, tzinfo=UTC)
    _written(folder / "recorded_crime.csv", HEAD, _crimes(ours, end))
    for role, every in (("victims", 1), ("suspects", 4)):
        _written(folder / f"{role}.csv", ("REF", "PERSON", "AGE", "SEX"), _people(role, every))
    (folder / "made_up.yaml").write_text(MAPPING, "utf-8")
    (folder / "secret.txt").write_text(SECRET, "utf-8")
    named = [LAW.format(dataset=name) for name in ("recorded_crime", "victims", "suspects")]
    alone = settings_text().split("partner_files:")[0].split("\npeople:")[0]
    (folder / "settings.yaml").write_text("".join([alone, FILES, *named]), "utf-8")
    read_store(folder / "runs" / ".wardwise")
    assess(folder / "settings.yaml", folders=[made / "data"], out=folder / "runs" / "out")
    return folder


@pytest.fixture(scope="module")
def manifest(run: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((run / "runs/out/manifest.json").read_text("utf-8"))
    return found


def test_people_are_printed_with_the_marking_of_their_file(run: Path) -> None:
    figures = json.loads((run / "runs/out/findings.json").read_text("utf-8"))
    pair = {"partner:victims", "partner:recorded_crime"}
    of_people = [one for one in figures if pair <= set(one["sources"])]
    assert len(of_people) > 20
    assert {one["marking"] for one in of_people} == {"OFFICIAL-SENSITIVE"}
    page = next((run / "runs/out").glob("*assessment*.html")).read_text("utf-8")
    assert "OFFICIAL-SENSITIVE" in page
    assert "by hour and weekday" in page


def test_every_figure_is_worked_again_from_the_stored_rows(run: Path) -> None:
    assert "agree" in explain_all(run / "runs" / "out")


def test_the_manifest_names_the_files_by_hash_only(run: Path, manifest: dict[str, Any]) -> None:
    files = {one["path"]: one["sha256"] for one in manifest["files"]}
    bytes_ = (run / "victims.csv").read_bytes()
    assert files["partners/victims.csv"] == hashlib.sha256(bytes_).hexdigest()
    assert "mappings/made_up.yaml" in files
    assert SECRET not in json.dumps(manifest)


def test_no_original_no_identity_and_no_secret_is_in_the_store_or_the_papers(run: Path) -> None:
    planted = [b"PLANTED-", SECRET.encode(), b"40/000007/99"]
    originals = {path.read_bytes() for path in run.glob("*.csv")}
    looked = 0
    for path in sorted((run / "runs").rglob("*")):
        if not path.is_file():
            continue
        looked += 1
        found = path.read_bytes()
        if path.suffix == ".parquet":
            found += repr(pq.read_table(path).slice(0, 20_000).to_pydict()).encode()
        assert found not in originals, path.name
        assert not [word for word in planted if word in found], path.name
    assert looked > 20


def test_another_secret_is_another_run(run: Path, made: Path) -> None:
    settings = run / "settings.yaml"
    again = assess(settings, folders=[made / "data"], out=run / "runs" / "out")
    assert again.told.startswith("Nothing has changed")
