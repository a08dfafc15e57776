"""A relational zip: many to one, one to many as a list, and a key that is there twice."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.partner_folder import asked, read
from wardwise.domain.errors import ExtractError


MAPPING = """\
mapping: made_up
version: 1.0.0
system: A made-up relational release
file: {kind: zip, encoding: utf-8}
datasets:
  recorded_crime:
    table: crime.csv
    joins:
      - {table: offence.csv, on: code, take: {title: name}}
      - {table: weapon.csv, on: {id: crime_id}, take: {weapons: weapon}, several: SEVERAL}
    columns:
      crime_reference: {column: id}
      offence: {column: title, codes: {Violence: Violence, Robbery: Robbery}}
      recorded_on: {column: day, format: "%Y-%m-%d"}
      weapon: {column: weapons, codes: {"1": Knife, "2": Firearm, "3": Knife}}
      knife: {column: weapons, yes: ["1", "3"], blank: "no", otherwise: "no"}
  relationships:
    table: pair.csv
    columns:
      crime_reference: {column: id}
      victim: {column: v}
      suspect: {column: s}
      relationship: {column: what, codes: {SP: Spouse}}
"""
TABLES = {
    "crime.csv": "id,code,day\n1,A,2024-01-01\n2,B,2024-01-02\n3,C,2024-01-03\n",
    "offence.csv": "code,name\nA,Violence\nB,Robbery\n",
    "weapon.csv": "crime_id,weapon\n1,3\n1,1\n1,2\n2,2\n2,2\n",
    "pair.csv": "id,v,s,what\n1,V1,S1,SP\n1,V1,S2,\n1,V1,S1,SP\n",
}


def _release(folder: Path, several: str) -> None:
    (folder / "made_up.yaml").write_text(MAPPING.replace("SEVERAL", several), "utf-8")
    with zipfile.ZipFile(folder / "release.zip", "w") as archive:
        for name, text in TABLES.items():
            archive.writestr(name, text)


def test_tables_are_joined_and_lists_coded(tmp_path: Path) -> None:
    _release(tmp_path, "list")
    imported = read(tmp_path, asked("recorded_crime", "release.zip"))
    rows = imported.tables["partner_record"].to_pylist()
    # of crime 1 the weapons are 1, 2 and 3; of crime 3 there are none, and its code has no name
    assert [row["weapon"] for row in rows] == ["Knife; Firearm", "Firearm", None]
    assert [row["flags"] for row in rows] == ["knife", None, None]
    assert [row["offence"] for row in rows] == ["Violence", "Robbery", None]
    assert [row["set_aside"] for row in rows] == [None, None, "offence: not given"]


def test_a_key_that_is_there_twice_is_refused_unless_it_is_a_list(tmp_path: Path) -> None:
    _release(tmp_path, "refuse")
    with pytest.raises(ExtractError, match=r"weapon.csv', row 3, column 'crime_id': 3 rows"):
        read(tmp_path, asked("recorded_crime", "release.zip"))


def test_pairs_of_victim_and_suspect_are_keys_and_used_once(tmp_path: Path) -> None:
    _release(tmp_path, "list")
    imported = read(tmp_path, asked("relationships", "release.zip"))
    rows = imported.tables["partner_relationship"].to_pylist()
    assert [row["relationship"] for row in rows] == ["Spouse", None, "Spouse"]
    assert [row["used"] for row in rows] == [True, True, False]
    assert rows[0]["victim_key"] == rows[1]["victim_key"] != rows[0]["suspect_key"]
