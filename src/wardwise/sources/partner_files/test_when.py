"""Times: exact, by the hour, a date, a span, an hour that is not known; each recognised."""

from __future__ import annotations

import datetime

import numpy as np
import pyarrow as pa
import pytest

from wardwise.domain.date_format import is_same_the_other_way_round
from wardwise.domain.mapping import ColumnMapping, TimeRules
from wardwise.sources.partner_files.account import Account
from wardwise.sources.partner_files.moments import (
    DATE,
    EXACT,
    HOUR,
    NONE,
    UNKNOWN_HOUR,
    Moments,
    moment_text,
    read_moments,
    shapes,
)
from wardwise.sources.partner_files.spans import check_days, spans


FORMATS = ("%d/%m/%Y %H:%M", "%d/%m/%Y %H", "%d/%m/%Y")


def _read(*cells: str, formats: tuple[str, ...] = FORMATS, **rules: object) -> Moments:
    column = ColumnMapping(column=("x",), format=formats)
    return read_moments(pa.array(cells), column, times=TimeRules.model_validate(rules))


def _account(rows: int) -> Account:
    return Account(np.arange(2, rows + 2, dtype=np.int32))


def test_how_exactly_a_time_is_known() -> None:
    cells = ("03/01/2024 20:15", "03/01/2024 7", "03/01/2024", "", "03/01/2024 00:01")
    found = _read(*cells, unknown_hour=("00:00", "00:01"))
    assert found.exact.tolist() == [EXACT, HOUR, DATE, NONE, UNKNOWN_HOUR]
    assert moment_text(found.at).to_pylist() == [
        "2024-01-03T20:15",
        "2024-01-03T07:00",
        "2024-01-03T00:00",
        None,
        "2024-01-03T00:01",
    ]
    assert not found.fault.any()


@pytest.mark.parametrize("cell", ["now", "today", "31/02/2024", "3 Jan 2024", "03/13/2024", "x1"])
def test_what_is_no_date_is_a_fault_and_the_clock_is_not_read(cell: str) -> None:
    found = _read(cell)
    assert (found.known.tolist(), found.fault.tolist()) == ([False], [True])


def test_a_time_in_universal_time_becomes_local() -> None:
    # British Summer Time is an hour on; a date alone is not moved
    found = _read("03/07/2024 23:30", "03/01/2024 23:30", "03/07/2024", zone="UTC")
    assert moment_text(found.at).to_pylist() == [
        "2024-07-04T00:30",
        "2024-01-03T23:30",
        "2024-07-03T00:00",
    ]


def test_shapes_give_no_value_away() -> None:
    cells = pa.array(["03-JAN-2024", "04-FEB-2023", "7"])
    assert shapes(cells, np.ones(3, dtype=bool)) == "99-AAA-9999 (2 rows), 9 (1 rows)"


def test_formats_that_no_cell_can_tell_apart() -> None:
    assert is_same_the_other_way_round("%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M")
    assert not is_same_the_other_way_round("%d/%m/%Y", "%m/%d/%y")


def test_spans_worked_by_hand() -> None:
    start = _read(
        "02/01/2024 20:00",  # and two hours: a span
        "02/01/2024 20:00",  # no end, where others have one: one end
        "02/01/2024 20:00",  # the same minute: exact
        "02/01/2024 20:00",  # ends before it starts: its start alone, one end
        "02/01/2024 20:00",  # an end of which the day is known: until its last minute
        "02/01/2024",  # a day and the same day: a date
        "",  # an end alone
    )
    end = _read(
        "02/01/2024 22:00",
        "",
        "02/01/2024 20:00",
        "01/01/2024 20:00",
        "03/01/2024",
        "02/01/2024",
        "02/01/2024 09:00",
    )
    account = _account(7)
    found = spans(start, end, account=account, field="to")
    assert found.precision.tolist() == [
        "span",
        "one end",
        "exact",
        "one end",
        "span",
        "date",
        "one end",
    ]
    assert moment_text(found.end).to_pylist() == [
        "2024-01-02T22:00",
        None,
        None,
        None,
        "2024-01-03T23:59",
        None,
        None,
    ]
    assert moment_text(found.start).to_pylist()[6] == "2024-01-02T09:00"
    faults = account.faults_table(source="s", file="f").to_pylist()
    assert sorted((row["row"], row["reason"][:12]) for row in faults) == [
        (5, "it ends befo"),
        (8, "it has an en"),
    ]


def test_where_no_row_has_an_end_a_start_to_the_minute_is_exact() -> None:
    start, end = _read("02/01/2024 20:00", "02/01/2024"), _read("", "")
    found = spans(start, end, account=_account(2), field="to")
    assert found.precision.tolist() == ["exact", "date"]


def test_days_that_cannot_be() -> None:
    moments = _read("14/05/2024", "15/05/2024", "31/12/1899", "01/01/1900")
    account = _account(4)
    bad = check_days(moments, account=account, field="from", received_on=datetime.date(2024, 5, 14))
    assert bad.tolist() == [False, True, True, False]
    assert moments.without(bad).known.tolist() == [True, False, False, True]
