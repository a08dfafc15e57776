"""Hot days of the stored rows: as many as the bundle has."""

from __future__ import annotations

import ibis
import pyarrow as pa

from wardwise.evidence.tables import Tables
from wardwise.evidence.temperatures import hot_days, temperatures


DAYS = ["2024-07-20", "2024-07-18", "2024-07-19"]  # in no order, as an engine may give them


def test_hot_days_are_those_of_the_stored_rows() -> None:
    stored = pa.table({"date": DAYS, "maximum_celsius": [-0.5, 24.6, 25.0]})
    tables = Tables({"temperature": ibis.memtable(stored)})
    held = temperatures(tables)
    assert held is not None
    assert held.days == tuple(sorted(DAYS))
    asked = hot_days(tables, from_celsius=24.6, first="2024-07-01", last="2024-07-31")
    assert asked == ["2024-07-18", "2024-07-19"]
    assert held.hot(24.6, between=("2024-07-01", "2024-07-31")) == asked
    assert hot_days(tables, from_celsius=24.6, first="2024-07-19", last="2024-07-31") == asked[1:]


def test_without_a_file_there_are_none() -> None:
    assert temperatures(Tables({})) is None
