"""Mappings: read once, read anew where they changed, and nothing in them but text."""

from __future__ import annotations

from pathlib import Path

import pytest

from wardwise.domain.errors import MappingError
from wardwise.sources.partner_files.mapping_file import read_mapping


TEXT = """\
mapping: ours
version: 1.0.0
system: a system
file: {kind: csv, encoding: utf-8, delimiter: ","}
datasets:
  recorded_crime:
    columns:
      recorded_on: {column: NO, format: "%Y-%m-%d"}
      offence: {column: CODE, codes: {010: burglary, 0x1F: robbery, off: theft, 1e3: "yes"}}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "ours.yaml"
    path.write_text(text, "utf-8")
    return path


def test_every_code_and_heading_stays_the_text_that_it_is(tmp_path: Path) -> None:
    columns = read_mapping(written(tmp_path, TEXT)).mapping.datasets["recorded_crime"].columns
    assert columns["recorded_on"].column == ("NO",)
    assert dict(columns["offence"].codes) == {
        "010": "burglary",
        "0x1F": "robbery",
        "off": "theft",
        "1e3": "yes",
    }


def test_a_mapping_is_parsed_once_and_anew_where_its_bytes_changed(tmp_path: Path) -> None:
    first = read_mapping(written(tmp_path, TEXT))
    assert read_mapping(tmp_path / "ours.yaml") is first
    second = read_mapping(written(tmp_path, TEXT.replace("1.0.0", "1.0.1")))
    assert second.mapping.version == "1.0.1"
    assert second.sha256 != first.sha256


def test_a_mapping_at_fault_is_refused_every_time(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT.replace("offence:", "offense:"))
    for _ in range(2):
        with pytest.raises(MappingError, match="Did you mean 'offence'"):
            read_mapping(path)


def test_a_fault_of_yaml_says_the_line_in_the_words_of_one_parser(tmp_path: Path) -> None:
    with pytest.raises(MappingError, match=r"ours.yaml, line 2: this is not YAML \(mapping values"):
        read_mapping(written(tmp_path, TEXT.replace("version: 1.0.0", "version: a: b")))
    with pytest.raises(MappingError, match="line 3: 'system' is given twice"):
        read_mapping(written(tmp_path, TEXT.replace("version: 1.0.0", "system: x")))
    with pytest.raises(MappingError, match=r"line 3: found a reference \(\*v\)"):
        read_mapping(written(tmp_path, TEXT.replace("1.0.0", "&v 1").replace("a system", "*v")))
