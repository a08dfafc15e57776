"""Hours of spans: worked by hand, and against a walk minute by minute."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wardwise.measures.time.hour_by_weekday import hour_by_weekday
from wardwise.measures.time.span_loops import by_length, dealt
from wardwise.measures.time.span_loops import read as read_loop


Moment = datetime | None
Read = Callable[[Path], tuple[list[Moment], list[Moment]]]
WEEK = timedelta(weeks=1)
LOOPS: tuple[Any, ...] = (read_loop, by_length, dealt)
PLAIN = tuple(loop.py_func for loop in LOOPS)


def walked(starts: list[Moment], ends: list[Moment]) -> list[list[Fraction]]:
    """The same by the definition: minute after minute, in exact fractions. 24 × 7."""
    cells = [[Fraction(0)] * 7 for _ in range(24)]
    for start, end in zip(starts, ends, strict=True):
        if start is None:
            continue
        length = timedelta(0) if end is None else end - start
        minutes = max(1, length // timedelta(minutes=1))
        if length >= WEEK:
            cells = [[cell + Fraction(1, 168) for cell in row] for row in cells]
            continue
        first = start.replace(second=0, microsecond=0)
        walk = (first + timedelta(minutes=minute) for minute in range(minutes))
        for (hour, weekday), counted in Counter((m.hour, m.weekday()) for m in walk).items():
            cells[hour][weekday] += Fraction(counted, minutes)
    return cells


def as_array(moments: list[Moment]) -> np.ndarray:
    return np.array([np.datetime64(m or "NaT", "us") for m in moments])


def assert_as_walked(starts: list[Moment], ends: list[Moment]) -> None:
    found = hour_by_weekday(starts=as_array(starts), ends=as_array(ends))
    expected = np.array([[float(cell) for cell in row] for row in walked(starts, ends)])
    assert found.weights == pytest.approx(expected, abs=1e-9)


def one(start: str, end: str | None) -> np.ndarray:
    found = hour_by_weekday(
        starts=np.array([start], "M8[s]"), ends=np.array([end or "NaT"], "M8[s]")
    )
    assert found.weights.sum() == pytest.approx(1)
    return found.weights


def test_each_minute_of_a_span_counts_alike() -> None:
    # 3 January 2024 is a Wednesday. 10:50 to 12:10 is 80 minutes: 10 in the hour of 10,
    # 60 in that of 11, 10 in that of 12, so 1/8, 6/8 and 1/8
    weights = one("2024-01-03T10:50", "2024-01-03T12:10")
    assert weights[10:13, 2].tolist() == [0.125, 0.75, 0.125]


def test_an_end_on_the_hour_takes_nothing_of_that_hour() -> None:
    assert one("2024-01-03T10:00", "2024-01-03T11:00")[10, 2] == 1
    # Sunday 23:00 to Monday 01:00: an hour of each day, round the end of the week
    weights = one("2024-01-07T23:00", "2024-01-08T01:00")
    assert (weights[23, 6], weights[0, 0]) == (0.5, 0.5)


def test_seconds_are_dropped_from_the_start_and_from_the_length() -> None:
    # 10:59:50 to 11:01:49 is 1 minute 59 seconds: 1 minute, from 10:59
    assert one("2024-01-03T10:59:50", "2024-01-03T11:01:49")[10, 2] == 1
    # a second more is 2 minutes from 10:59: one on each side
    assert one("2024-01-03T10:59:50", "2024-01-03T11:01:50")[10:12, 2].tolist() == [0.5, 0.5]


@pytest.mark.parametrize(
    "end", [None, "2024-01-03T10:59:59", "2024-01-03T10:59", "2024-01-03T11:00", "2023-12-01T10:00"]
)
def test_without_a_span_it_is_the_hour_of_the_start(end: str | None) -> None:
    assert one("2024-01-03T10:59", end)[10, 2] == 1


def test_a_week_or_more_is_spread_evenly() -> None:
    for end in ("2024-01-10T10:59", "2025-01-10T00:00"):
        assert one("2024-01-03T10:59", end) == pytest.approx(np.full((24, 7), 1 / 168))
    # a minute less: 10,079 minutes, and 59 of them in the hour that it begins and ends in
    weights = one("2024-01-03T10:59", "2024-01-10T10:58")
    assert weights[10, 2] == pytest.approx(59 / 10_079)
    assert weights[11, 2] == pytest.approx(60 / 10_079)


def test_how_surely_the_hours_are_known() -> None:
    first = "2024-01-03T10:10"
    ends = ["2024-01-03T10:10", "2024-01-03T11:00", "2024-01-03T11:10", "2024-01-03T11:11"]
    ends += ["2024-01-03T16:11", "2024-01-04T10:10", "2024-01-04T10:11", "2024-01-10T10:09"]
    ends += ["2024-01-10T10:10", "NaT", "2024-01-03T10:09"]
    starts = np.array([*[first] * len(ends), "NaT"], "M8[m]")
    found = hour_by_weekday(starts=starts, ends=np.array([*ends, first], "M8[m]"))
    # no length, and 50 minutes up to 11:00: these two are known; an hour from 10:10 is not
    assert (found.known_to_the_hour, found.events, found.without_start) == (2, 11, 1)
    assert found.certain_percent == pytest.approx(200 / 11)
    assert found.lengths == {
        "an hour or less": 3,
        "over 1 hour to 6": 1,
        "over 6 hours to 12": 1,
        "over 12 hours to 24": 1,
        "over a day, under a week": 2,
        "a week or more": 1,
        "no end given": 1,
        "end before start": 1,
    }
    assert sum(found.by_hour) == pytest.approx(11)
    assert sum(found.by_weekday) == pytest.approx(11)
    assert (len(found.by_hour), len(found.by_weekday)) == (24, 7)


def test_nothing_is_moved_for_summer_time() -> None:
    # clocks went forward on Sunday 31 March 2024: the table has the hour of 1 all the same
    weights = one("2024-03-31T00:00", "2024-03-31T04:00")
    assert weights[:4, 6].tolist() == [0.25] * 4


def test_refusals() -> None:
    with pytest.raises(ValueError, match="No event has a start"):
        hour_by_weekday(starts=np.array(["NaT"], "M8[s]"), ends=np.array(["NaT"], "M8[s]"))
    with pytest.raises(ValueError, match="shape"):
        hour_by_weekday(starts=np.array(["NaT"], "M8[s]"), ends=np.array([], "M8[s]"))


MOMENTS = st.datetimes(datetime.fromisoformat("1965-01-01"), datetime.fromisoformat("2030-01-01"))
LENGTHS = st.one_of(
    st.none(),
    st.timedeltas(timedelta(hours=-30), timedelta(hours=30)),
    st.timedeltas(timedelta(days=6, hours=23), timedelta(days=8)),
)


@settings(deadline=None)  # the walk is slow
@given(st.lists(st.tuples(MOMENTS, LENGTHS), min_size=1, max_size=6))
def test_any_spans_come_out_as_walked(rows: list[tuple[datetime, timedelta | None]]) -> None:
    ends = [None if length is None else start + length for start, length in rows]
    assert_as_walked([start for start, _ in rows], ends)


@given(st.permutations(range(40)))
def test_the_order_of_the_rows_changes_no_digit(order: list[int]) -> None:
    starts = np.datetime64("2024-01-01", "m") + np.arange(40) * 977
    ends = starts + np.arange(40) ** 2 * 7
    found = hour_by_weekday(starts=starts, ends=ends)
    again = hour_by_weekday(starts=starts[order], ends=ends[order])
    assert (found.weights == again.weights).all()


def washington(folder: Path) -> tuple[list[Moment], list[Moment]]:
    with (folder / "dcburglaries.csv").open() as file:
        rows = list(csv.DictReader(file))
    return (
        [_moment(row["StartDateTime"]) for row in rows],
        [_moment(row["EndDateTime"]) for row in rows],
    )


def new_york(folder: Path) -> tuple[list[Moment], list[Moment]]:
    with (folder / "NYburg.csv").open() as file:
        rows = list(csv.DictReader(file))
    return ([_clock(row, "FR") for row in rows], [_clock(row, "TO") for row in rows])


def _moment(text: str) -> Moment:
    return datetime.fromisoformat(text) if text else None


def _clock(row: dict[str, str], side: str) -> Moment:
    day, share = row[f"CMPLNT_{side}_DT"], row[f"CMPLNT_{side}_TM"]
    if "NA" in (day, share):
        return None
    # the time of day is written as a share of the day
    return datetime.fromisoformat(day) + timedelta(minutes=round(float(share) * 1440))


@pytest.mark.shared
@pytest.mark.parametrize(("read", "events"), [(washington, 1025), (new_york, 1233)])
def test_real_burglaries_come_out_as_walked(shared: Path, read: Read, events: int) -> None:
    starts, ends = read(shared / "oracles" / "aoristic")
    assert len(starts) == events
    assert_as_walked(starts, ends)


def test_many_spans_weigh_as_many_as_they_are() -> None:
    random = np.random.default_rng(1)
    starts = np.datetime64("2023-01-01", "s") + random.integers(0, 365 * 86_400, 100_000)
    ends = starts + (40_000 * random.exponential(size=100_000) ** 2).astype("m8[s]")
    found = hour_by_weekday(starts=starts, ends=ends)
    assert found.weights.sum() == pytest.approx(100_000)


def as_ratcliffe_loops(starts: list[Moment], ends: list[Moment]) -> np.ndarray:
    """What aoristic 1.1.1 is said to do, hour after hour, its week from Sunday. Shape: 24 × 7.

    Written anew from its rules: no end, an end first and a minute or less count in the hour of
    the start; a week or more is 1/168 everywhere; else what is left of the hour, then 60 minutes
    at a time until the whole minutes of the span are gone.
    """
    week = np.zeros(168)
    for start, end in zip(starts, ends, strict=True):
        if start is None:
            continue
        at = (start.weekday() + 1) % 7 * 24 + start.hour
        span = 1 if end is None else (end - start) // timedelta(minutes=1)
        if span >= 10_080:
            week += 1 / 168
        elif span <= 1:
            week[at] += 1
        else:
            remaining, left_in_hour = span, 60 - start.minute
            while remaining > 0:
                week[at] += min(remaining, left_in_hour) / span
                remaining -= left_in_hour
                at, left_in_hour = (at + 1) % 168, 60
    from_sunday = week.reshape(7, 24).T
    return np.hstack([from_sunday[:, 1:], from_sunday[:, :1]])


@pytest.mark.shared
@pytest.mark.parametrize("read", [washington, new_york])
def test_the_rules_are_those_of_ratcliffes_package(shared: Path, read: Read) -> None:
    starts, ends = read(shared / "oracles" / "aoristic")
    found = hour_by_weekday(starts=as_array(starts), ends=as_array(ends))
    assert found.weights == pytest.approx(as_ratcliffe_loops(starts, ends), abs=1e-9)


def test_nothing_is_lost_in_dealing_out() -> None:
    # among the lengths are many that do not divide the parts of an event
    starts = np.datetime64("2024-01-01", "m") + np.arange(1_000) * 7
    found = hour_by_weekday(starts=starts, ends=starts + np.arange(1_000) * 7 + 3)
    assert found.weights.sum() == 1_000


def test_the_loops_as_written_give_the_same() -> None:
    starts = np.array(["1969-12-29T10:30", "2024-01-07T23:59", "NaT", "2024-01-03T10:59"], "M8[us]")
    ends = np.array(["1969-12-29T12:00", "2024-01-08T01:00", "NaT", "2024-01-03T10:00"], "M8[us]")
    first, last = starts.view(np.int64), ends.view(np.int64)
    made: list[Any] = []
    written: list[Any] = []
    for loops, out in ((LOOPS, made), (PLAIN, written)):
        start, minutes = np.zeros(4, np.int64), np.zeros(4, np.int64)
        state, steps, counted = (
            np.zeros(4, np.uint8),
            np.zeros((2, 337), np.int64),
            np.zeros(3, int),
        )
        kept = loops[0](first, last, start, minutes, state)
        loops[1](minutes[:kept], state[:kept], np.array([60, 120]), counted)
        out.append((kept, loops[2](start[:kept], minutes[:kept], state[:kept], steps)))
        out += [start.tolist(), minutes.tolist(), state.tolist(), steps.tolist(), counted.tolist()]
    assert made == written
    assert made[0] == (3, (3, 0))
    assert made[2][:3] == [90, 61, 1]
