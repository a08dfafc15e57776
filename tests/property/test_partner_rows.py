"""Whatever is in the cells, no row is lost and no cell brings the reader down."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.partner_folder import CRIME_FIELDS, asked, crime, crimes, read, written


CELLS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters='",'), max_size=12),
    st.sampled_from(["0", "-1", "1e400", "nan", "inf", "now", "31/12/9999", "=1+1", "Y", "NULL"]),
)
CHANGES = st.dictionaries(st.sampled_from(CRIME_FIELDS), CELLS, max_size=5)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(CHANGES, min_size=1, max_size=5))
def test_rows_in_are_rows_used_and_rows_set_aside(changes: list[dict[str, str]]) -> None:
    lines = [crime(100 + n, **changed) for n, changed in enumerate(changes)]
    with tempfile.TemporaryDirectory() as scratch:
        written(Path(scratch), "crimes.csv", [*crimes(20), *lines])
        imported = read(Path(scratch), asked("recorded_crime", "crimes.csv"))
    (line,) = imported.tables["partner_file"].to_pylist()
    aside = sum(imported.tables["set_aside"]["rows"].to_pylist())
    assert line["rows_in"] == line["rows_used"] + aside
    assert 20 <= line["rows_used"] <= line["rows_in"] == imported.tables["partner_record"].num_rows
