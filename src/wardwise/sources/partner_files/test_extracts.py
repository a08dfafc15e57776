"""Which days an extract covers, and which rows of an earlier one give way to a later one."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from wardwise.sources.partner_files.covered import covered_by
from wardwise.sources.partner_files.extracts import CANCELLED, IN_A_LATER, One, superseded
from wardwise.sources.tidy import schema


Row = dict[str, object]
YEAR = [f"2024-{month:02d}-{day:02d}" for month in range(4, 10) for day in range(1, 29, 3)]


def spans(*days: str) -> list[tuple[str, str]]:
    found = covered_by(np.array(days, dtype="datetime64[D]"))
    return [(str(first), str(last)) for first, last in zip(found.first, found.last, strict=True)]


def extract(table: str, rows: list[Row], *, dataset: str, received_on: str) -> One:
    wanted = schema(table)
    lines = [
        {
            **dict.fromkeys(wanted.names),
            "source": f"partner:{dataset}",
            "dataset": dataset,
            "supplier": "Midshire Police",
            "file": received_on,
            "row": n,
            "used": True,
            **row,
        }
        for n, row in enumerate(rows, start=2)
    ]
    cells = {name: [line[name] for line in lines] for name in wanted.names}
    tidy = pa.table(cells, schema=wanted)
    return One(table, tidy, dataset, "Midshire Police", received_on, received_on)


def crimes(days: dict[str, str], received_on: str = "2024-01-01") -> One:
    rows: list[Row] = [{"record_key": key, "recorded_on": day} for key, day in days.items()]
    return extract("partner_record", rows, dataset="recorded_crime", received_on=received_on)


def victims(days: dict[str, str], received_on: str) -> One:
    rows: list[Row] = [
        {"record_key": key, "person_key": f"person {key}", "event_on": day}
        for key, day in days.items()
    ]
    return extract("partner_person", rows, dataset="victims", received_on=received_on)


def reasons(one: One) -> dict[object, object]:
    rows = one.rows.to_pylist()
    assert all(row["used"] == (row["set_aside"] is None) for row in rows)
    return {row["record_key"]: row["set_aside"] for row in rows}


def test_a_span_runs_from_its_first_row_to_its_last() -> None:
    assert spans("2024-04-09", "2024-05-20", "2024-06-03") == [("2024-04-09", "2024-06-03")]
    assert spans() == spans("NaT") == []


def test_a_stray_old_row_is_not_covered_by_many_others() -> None:
    # ten rows in each of six months; a quarter of ten is 2.5, and 1995 has one
    assert spans("1995-07-01", *YEAR) == [("2024-04-01", "2024-09-28")]


def test_a_month_of_late_reports_is_not_covered_and_one_of_a_quarter_is() -> None:
    # March has two of 2.5 that it would need; with three it is filled
    assert spans("2024-03-30", "2024-03-31", *YEAR)[0][0] == "2024-04-01"
    assert spans("2024-03-29", "2024-03-30", "2024-03-31", *YEAR)[0][0] == "2024-03-29"


def test_the_typical_month_is_not_lowered_by_a_long_tail_of_single_rows() -> None:
    # a row in each of 40 months before: the median month has 1, the middle row lies in one of 10
    tail = [f"{year}-{month:02d}-15" for year in range(2010, 2014) for month in range(1, 11)]
    assert spans(*tail, *YEAR) == [("2024-04-01", "2024-09-28")]


def test_three_empty_months_are_bridged_and_four_are_not() -> None:
    # between January and May lie three months, between January and June four
    assert spans("2024-01-10", "2024-05-10") == [("2024-01-10", "2024-05-10")]
    assert spans("2024-01-10", "2024-06-10") == [
        ("2024-01-10", "2024-01-10"),
        ("2024-06-10", "2024-06-10"),
    ]


def test_two_extracts_that_overlap_as_they_should() -> None:
    days = {"before": "2024-03-31", "kept": "2024-04-02", "cancelled": "2024-04-03"}
    earlier = crimes({**days, "moved": "2024-02-01"}, "2024-05-01")
    later = crimes({"kept": "2024-04-02", "moved": "2024-04-01", "new": "2024-06-01"}, "2024-07-01")
    (first, second), revisions, notices = superseded([earlier, later])
    assert reasons(first) == {
        "before": None,
        "kept": IN_A_LATER,
        "cancelled": CANCELLED,
        "moved": IN_A_LATER,
    }
    assert set(reasons(second).values()) == {None}
    (offence,) = [row for row in revisions.to_pylist() if row["field"] == "offence"]
    assert (offence["in_both"], offence["appeared"], offence["vanished"]) == (2, 1, 1)
    assert notices == ["2024-07-01 overlaps 2024-05-01: 3 rows of the earlier one are set aside."]


def test_an_offence_of_1995_leaves_the_years_between_as_they_are() -> None:
    """Reported in 2024, it is of 1995 by its event, and the victims' file has no other day."""
    earlier = victims({f"old {n}": f"2023-{n:02d}-01" for n in range(4, 10)}, "2024-01-01")
    later = victims(
        {"historic": "1995-07-01", **{f"new {n}": day for n, day in enumerate(YEAR)}}, "2024-10-01"
    )
    (first, _), revisions, notices = superseded([earlier, later])
    assert set(reasons(first).values()) == {None}
    assert {row["vanished"] for row in revisions.to_pylist()} == {0}
    assert notices == []


@pytest.mark.parametrize(("recorded", "reason"), [("2024-05-05", CANCELLED), ("2023-05-05", None)])
def test_people_go_by_the_recording_of_their_crime(recorded: str, reason: str | None) -> None:
    """Of an event of 2019, the crime of which was recorded in the year covered, or before it."""
    of_crimes = crimes({"x": recorded, **{f"new {n}": day for n, day in enumerate(YEAR)}})
    earlier = victims({"x": "2019-01-01"}, "2024-06-01")
    # and the later file's people were victims in 2018, long before anyone recorded it
    later = victims({f"new {n}": "2018-01-01" for n in range(len(YEAR))}, "2024-10-01")
    (_, first, _), _, _ = superseded([of_crimes, earlier, later])
    assert reasons(first) == {"x": reason}


def test_a_later_outcome_of_a_crime_leaves_the_earlier_one() -> None:
    """Charged in May after an arrest in March: the extract from May on holds only the charge."""
    first, second = (
        extract(
            "partner_record",
            [{"record_key": "x", "outcome": outcome, "outcome_on": day} for outcome, day in rows],
            dataset="outcomes",
            received_on=received_on,
        )
        for received_on, rows in (
            ("2024-06-01", [("arrest", "2024-03-05"), ("charge", "2024-05-06")]),
            ("2024-07-01", [("charge", "2024-05-06"), ("sentence", "2024-06-20")]),
        )
    )
    (earlier, later), _, _ = superseded([first, second])
    assert earlier.rows["set_aside"].to_pylist() == [None, IN_A_LATER]
    assert later.rows["used"].to_pylist() == [True, True]


def test_an_age_that_is_not_known_is_no_change_of_the_others() -> None:
    """Of three people the first's age became known, and the second's is what it was."""
    (first, second) = (
        extract(
            "partner_person",
            [
                {"record_key": f"{n}", "person_key": "p", "event_on": day, "age_low": age}
                for n, (day, age) in enumerate(zip(YEAR, ages, strict=False))
            ],
            dataset="victims",
            received_on=received_on,
        )
        for received_on, ages in (("2024-05-01", (None, 30, None)), ("2024-07-01", (25, 30, None)))
    )
    _, revisions, _ = superseded([first, second])
    changed = {row["field"]: row["changed"] for row in revisions.to_pylist()}
    assert changed == {"age_low": 1, "age_high": 0, "sex": 0, "ethnicity": 0}
