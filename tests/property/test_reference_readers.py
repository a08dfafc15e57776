"""Whatever is in a file, the readers answer with what it holds or with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wardwise.domain.errors import AssessmentError, SettingsError
from wardwise.domain.settings import Settings
from wardwise.sources.context import read_context
from wardwise.sources.context.row import COLUMNS, NUMBERS, read_row
from wardwise.sources.ons_csp.workbook import note_numbers, plain
from wardwise.sources.settings import read_settings


few = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
GOOD: dict[str, Any] = {
    "partnership": {"code": "E06999991", "name": "Sampleton", "force": "Sampleshire"},
    "evidence": {"recorded_crime": "police_uk"},
}


def _said(act: Callable[[], object], *, names: str) -> bool:
    """Whether the answer is a value, or a refusal that names the file. All else is an error."""
    try:
        return act() is not None
    except AssessmentError as fault:
        return names in str(fault)


@few
@given(heading=st.sampled_from(list(Settings.model_fields)), value=values)
def test_any_value_under_any_heading_is_taken_or_refused_in_words(
    tmp_path: Path, heading: str, value: object
) -> None:
    file = tmp_path / "any.yaml"
    file.write_text(yaml.safe_dump(GOOD | {heading: value}, allow_unicode=True), "utf-8")
    assert _said(lambda: read_settings(file), names="any.yaml")


@few
@given(raw=st.binary(max_size=200))
def test_any_bytes_for_settings_are_refused_in_words(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "any.yaml"
    file.write_bytes(raw)
    with pytest.raises(SettingsError):
        read_settings(file)


@few
@given(raw=st.binary(min_size=1, max_size=200), with_header=st.booleans())
def test_any_bytes_for_a_context_file_are_read_or_refused_in_words(
    tmp_path: Path, raw: bytes, with_header: bool
) -> None:
    (tmp_path / "context").mkdir(exist_ok=True)
    opening = ",".join(COLUMNS).encode() + b"\n" if with_header else b""
    (tmp_path / "context" / "any.csv").write_bytes(opening + raw)
    assert _said(
        lambda: read_context([tmp_path], names=["any.csv"], area_code="E06999991"),
        names="context/any.csv",
    )


@few
@given(cells=st.fixed_dictionaries({column: st.text(max_size=10) for column in COLUMNS}))
def test_an_empty_number_never_becomes_nought(cells: dict[str, str]) -> None:
    row, faults = read_row(cells, row=2)
    for column in NUMBERS:
        if cells[column].strip() == "":
            assert row[column] is None
        elif row[column] is None:
            assert any(fault.column == column for fault in faults)


@few
@given(name=st.text(alphabet="abc XYZ-&'", max_size=12), notes=st.lists(st.integers(1, 20)))
def test_note_markers_come_off_a_name_and_keep_their_numbers(name: str, notes: list[int]) -> None:
    cell = name + "".join(f" [note {number}]" for number in notes)
    assert plain(cell) == " ".join(name.split())
    assert note_numbers(cell) == tuple(notes)
