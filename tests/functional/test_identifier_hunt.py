"""No identifier comes past the door: store, documents, logs, manifest, errors, certificates.

Exampleshire's partners plant hundreds of thousands; two small files of another force add what
those lack: national numbers, and identifiers in places where no mapping looks for them.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import yaml

from tests.identifier_hunt import Hunter, words_of
from wardwise.demo import settings_text
from wardwise.sources.partner_files.labels import ALONE, PERSONAL, REFERENCE
from wardwise.sources.partner_files.workbook import supplier_workbook


pytestmark = pytest.mark.slow

SOURCES = ["partner:recorded_crime", "partner:victims"]
PLANTED = {
    "name": "Quillon Hartsplanted",
    "other name": "Hartsplanted",
    "born": "29/02/1972",
    "born, as a computer writes it": "1972-02-29",
    "telephone": "07911 555123",
    "mail": "quillon.h@planted.example",
    "address": "77 Plantedly Crescent",
    "postcode": "ZZ9 9QX",
    "National Insurance number": "QQ 12 34 56 C",
    "NHS number": "943 476 5919",
    "nominal": "PNC/77/555123Q",
    "reference": "HX/7755/26",
    "initials and birth in a number": "QH29021972",
    "number of another system": "CU/1972/77",
    "free text": "suspect known as Hartsplanted entered by cellarhatch",
    "a word of the free text": "cellarhatch",
}
CRIMES = ("REF", "OFFENCE", "RECORDED", "PREMISES", "MO", "OFFICER", "WEAPON", "RESULT")
VICTIMS = (
    *("REF", "PERSON", "DOB", "SEX", "HOME", "NAME", "PHONE", "MAIL", "NINO", "NHS"),
    *("GROUP", "REL"),
)
MAPPING = """\
mapping: hunted
version: 1.0.0
system: A made-up system
file: {kind: csv, encoding: utf-8, delimiter: ","}
datasets:
  recorded_crime:
    columns:
      crime_reference: {column: REF}
      offence: {column: OFFENCE, codes: {BURG: Burglary}, otherwise: not_known}
      recorded_on: {column: RECORDED, format: "%d/%m/%Y"}
      premises: {column: PREMISES, otherwise: keep}
      weapon: {column: WEAPON, otherwise: keep}
      outcome: {column: RESULT, otherwise: keep}
      free_text: {column: MO}
  victims:
    columns:
      crime_reference: {column: REF}
      person: {column: PERSON}
      born_on: {column: DOB, format: "%d/%m/%Y"}
      sex: {column: SEX, not_known: [U], otherwise: not_known}
      home_lsoa: {column: HOME, otherwise: not_known}
      ethnicity: {column: GROUP, otherwise: keep}
      relationship: {column: REL, otherwise: keep}
"""
# Each is planted where it belongs and where it does not; a label that is one comes again
NO_LABELS = (PLANTED["name"], PLANTED["initials and birth in a number"])
LABELS = ("None", "No suspect")
CRIME_ROWS = (
    (
        *(PLANTED["reference"], "BURG", "03/02/2026", PLANTED["mail"], PLANTED["free text"]),
        *("PC X", *NO_LABELS),
    ),
    (
        *("HX/7756/26", PLANTED["name"], "04/02/2026", PLANTED["telephone"], ""),
        *(PLANTED["name"], PLANTED["number of another system"], PLANTED["reference"]),
    ),
    ("HX/7757/26", "BURG", PLANTED["born"] + "x", "House", PLANTED["address"], "", *LABELS),
    ("HX/7758/26", "BURG", "05/02/2026", PLANTED["other name"], "", "", *LABELS),
    ("HX/7759/26", "BURG", "05/02/2026", PLANTED["name"], "", "", *LABELS),
    ("HX/7760/26", "BURG", "05/02/2026", PLANTED["address"], "", "", *LABELS),
    *((f"HX/{n}/26", "BURG", "05/02/2026", "House", "", "", *LABELS) for n in range(7800, 7830)),
)
PEOPLE = (PLANTED["name"], PLANTED["telephone"], PLANTED["mail"])
NUMBERS = (PLANTED["National Insurance number"], PLANTED["NHS number"])
PERSON = (PLANTED["reference"], PLANTED["nominal"], PLANTED["born"])
LIKE = ("White", "Stranger")
VICTIM_ROWS = (
    (*PERSON, "F", PLANTED["postcode"], *PEOPLE, *NUMBERS, PLANTED["other name"], NUMBERS[1]),
    (
        *("HX/7800/26", "P2", "01/01/1990", PLANTED["name"], PLANTED["address"], *PEOPLE, *NUMBERS),
        *(PLANTED["nominal"], "her brother " + PLANTED["name"]),
    ),
    *(
        (f"HX/{n}/26", f"P{n}", "01/01/1990", "F", "", *PEOPLE, *NUMBERS, *LIKE)
        for n in range(7801, 7830)
    ),
)


@dataclass(frozen=True)
class Hunted:
    """A finished run with partners' files, everything that it said, and what to look for."""

    root: Path
    data: tuple[Path, ...]
    hunter: Hunter
    planted: Hunter

    @property
    def places(self) -> tuple[Path, ...]:
        """Everything that the product wrote: store, documents, and what it said."""
        return self.root / "store", self.root / "out", self.root / "told"


@pytest.fixture(scope="module")
def hunted(
    partner_folder: Path,
    read_store: Callable[[Path], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Hunted:
    root = tmp_path_factory.mktemp("hunted")
    data = root / "data"
    read_store(root / "store")
    for name in ("partners", "mappings"):
        (data / name).mkdir(parents=True)
    _write(data / "partners" / "hunted_crimes.csv", CRIMES, CRIME_ROWS)
    _write(data / "partners" / "hunted_victims.csv", VICTIMS, VICTIM_ROWS)
    (data / "mappings" / "hunted.yaml").write_text(MAPPING, "utf-8")
    (root / "ex.yaml").write_text(_plain_yaml(_settings()), "utf-8")
    (root / "told" / "scratch").mkdir(parents=True)
    _tell(root, "secret", "new-secret", str(root / "exampleshire.secret"))
    folders = partner_folder, data
    common = *_given(folders), "--store", str(root / "store")
    settings = str(root / "ex.yaml")
    _tell(root, "assess", "assess", settings, *common, "--out", str(root / "out"))
    _tell(root, "check", "check", settings, *common)
    _tell(root, "supply", "supply", settings, *common, "--to", str(root / "told" / "s.xlsx"))
    _errors(root, folders)
    _workbooks(root)
    lines = (
        (partner_folder / "partners" / "truth" / "identifiers.txt").read_text("utf-8").splitlines()
    )
    known = [line.split("\t")[1] for line in lines]
    mine = Hunter.of(PLANTED.values())
    return Hunted(root, folders, Hunter.of([*known, *PLANTED.values()]), mine)


def _write(path: Path, header: tuple[str, ...], rows: Any) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def _settings() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(settings_text(with_partners=True))
    # received after every day that the planted files name
    law = {**found["partner_files"][0], "received_on": "2026-10-20"}
    for dataset in ("recorded_crime", "victims"):
        file = {
            "dataset": dataset,
            "file": f"hunted_{dataset}.csv".replace("recorded_crime", "crimes"),
        }
        found["partner_files"].append({**law, **file, "mapping": "hunted", "supplier": "Hunted"})
    found["people"]["keep_originals"] = "encrypted"
    found["document"] = {**found.get("document", {}), "prepared_by": "A. Analyst"}
    return found


def _plain_yaml(settings: dict[str, Any]) -> str:
    class Plain(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
            return True

    return yaml.dump(settings, Dumper=Plain, allow_unicode=True)


def _tell(root: Path, name: str, *command: str, expect: int = 0) -> str:
    """Run a command of the product, and keep what it said and left in its home and elsewhere."""
    places = dict.fromkeys(("TMPDIR", "HOME", "XDG_CACHE_HOME"), str(root / "told" / "scratch"))
    run = subprocess.run(
        [sys.executable, "-m", "wardwise.cli", *command],
        capture_output=True,
        check=False,
        env={**os.environ, **places},
    )
    told = (run.stdout + run.stderr).decode("utf-8", errors="replace")
    (root / "told" / f"{name}.txt").write_text(told, "utf-8")
    assert run.returncode == expect, told
    return told


def _given(folders: Sequence[Path]) -> tuple[str, ...]:
    return tuple(word for folder in folders for word in ("--data", str(folder)))


def _errors(root: Path, folders: Sequence[Path]) -> None:
    """Mappings that do not fit: what is said of it names no value of a person."""
    partners = root / "data" / "partners"
    for name, dataset in (("crimes", "recorded_crime"), ("victims", "victims")):
        told = ("map", str(partners / f"hunted_{name}.csv"), "--dataset", dataset)
        _tell(root, f"map {name}", *told)
    (partners / "headless.csv").write_text(
        "\n".join(",".join(row) for row in VICTIM_ROWS), encoding="utf-8"
    )
    map_headless = ("map", str(partners / "headless.csv"), "--dataset", "victims")
    _tell(root, "map headless", *map_headless, expect=22)
    wrong = {
        "date": ('"%d/%m/%Y"}\n      sex', '"%Y-%m-%d"}\n      sex'),
        "sex": ("{column: SEX, not_known: [U], otherwise: not_known}", "{column: NAME}"),
        "age": ('born_on: {column: DOB, format: "%d/%m/%Y"}', "age: {column: NINO}"),
    }
    settings = _settings()
    settings["partner_files"] = settings["partner_files"][-2:]
    for name, (old, new) in wrong.items():
        folder = root / "wrong" / name
        (folder / "mappings").mkdir(parents=True)
        assert old in MAPPING
        (folder / "mappings" / "hunted.yaml").write_text(MAPPING.replace(old, new), "utf-8")
        (folder / "exampleshire.secret").write_bytes((root / "exampleshire.secret").read_bytes())
        (folder / "ex.yaml").write_text(_plain_yaml(settings), "utf-8")
        asked = (str(folder / "ex.yaml"), *_given(folders))
        told = _tell(
            root, f"error {name}", "check", *asked, "--store", str(root / "store"), expect=10
        )
        assert "hunted_victims.csv" in told


def _workbooks(root: Path) -> None:
    """What goes back to each supplier."""
    tables = {
        path.stem: pq.read_table(path)
        for path in (root / "store" / "tidy").glob("*/partner_*.parquet")
    }
    for number, line in enumerate(tables["partner_file"].to_pylist()):
        book = supplier_workbook(tables, source=line["source"], file=line["path"])
        (root / "told" / f"supplier {number}.xlsx").write_bytes(book)


def test_the_hunt_would_find_what_is_planted(hunted: Hunted) -> None:
    files = sorted((hunted.root / "data" / "partners").glob("hunted_*.csv"))
    told = {one for path in files for one in hunted.planted.found_in(path.read_text("utf-8"))}
    assert {" ".join(words_of(text)) for text in PLANTED.values()} - told == {"1972 02 29"}
    assert hunted.planted.found_in("1972-02-29T00:00") == {"1972 02 29"}
    # Exampleshire's own files hold theirs, in workbooks too
    theirs = hunted.hunter.found_under(hunted.data[0] / "partners" / "police")
    assert any(name.endswith(".xlsx") for name in theirs)
    assert min(len(one) for one in theirs.values()) > 1_000


def test_nothing_that_was_written_holds_an_identifier(hunted: Hunted) -> None:
    for place in hunted.places:
        assert any(place.rglob("*")), place
        assert hunted.hunter.found_under(place) == {}, place.name


def test_what_is_not_kept_is_counted_and_labels_stay(hunted: Hunted) -> None:
    tables = {
        path.stem: pq.read_table(path, filters=[("source", "in", SOURCES)]).to_pylist()
        for path in min(
            (hunted.root / "store" / "tidy").glob("*/partner_fault.parquet")
        ).parent.glob("partner_*.parquet")
        if path.stem in ("partner_fault", "partner_record", "partner_person")
    }
    faults = Counter(
        (row["field"], row["reason"])
        for row in tables["partner_fault"]
        if row["file"].startswith("hunted_")
    )
    assert faults["premises", ALONE] == 2
    assert faults["premises", PERSONAL] == 3
    assert faults["weapon", ALONE] == 2
    assert (faults["outcome", PERSONAL], faults["outcome", REFERENCE]) == (1, 1)
    assert (faults["ethnicity", ALONE], faults["relationship", ALONE]) == (1, 1)
    held = [row for row in tables["partner_record"] if row["supplier"] == "Hunted"]
    assert {row["premises"] for row in held} == {"House", None}
    assert {row["outcome"] for row in held} == {"No suspect", None}


def test_the_people_are_there_all_the_same(hunted: Hunted) -> None:
    path = min((hunted.root / "store" / "tidy").glob("*/partner_person.parquet"))
    rows = pq.read_table(path, filters=[("supplier", "==", "Hunted")]).to_pylist()
    # born on 29 February 1972, recorded on 3 February 2026: 53, a birthday to come
    assert (rows[0]["age"], rows[0]["sex"]) == (53, "F")
    assert len(rows) == len(VICTIM_ROWS)


def test_originals_are_kept_in_a_form_that_nobody_reads(hunted: Hunted) -> None:
    copies = list((hunted.root / "store" / "originals").glob("*.aes"))
    assert len(copies) == len(_settings()["partner_files"])


def test_a_person_goes_and_neither_certificate_nor_new_documents_say_who(hunted: Hunted) -> None:
    root = hunted.root
    settings = ("--settings", str(root / "ex.yaml"), *_given(hunted.data))
    told = _tell(
        root,
        "erase",
        *("erase", "--person", PLANTED["nominal"], "--namespace", "", *settings),
        *("--store", str(root / "store"), "--by", "A. Analyst"),
    )
    assert "1  rows of partner_person" in told
    assert "1  encrypted originals deleted" in told
    again = (*_given(hunted.data), "--store", str(root / "store"))
    report = _tell(root, "check again", "check", str(root / "ex.yaml"), *again)
    assert "1  partner:victims: erased at the person's request" in report
    assert "Erased on " in report
    for place in hunted.places:
        assert hunted.hunter.found_under(place) == {}, place.name
    copies = list((root / "store" / "originals").glob("*.aes"))
    assert len(copies) == len(_settings()["partner_files"]) - 1
