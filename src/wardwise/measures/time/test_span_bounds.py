"""Limits of parts of the day and week, worked by hand and against every moment of a span."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardwise.measures.time.span_bounds import SpanBounds, span_bounds


MONDAY = np.datetime64("2024-01-01T00:00", "m")


def quarters(*spans: tuple[int, int]) -> SpanBounds:
    """Spans from minute to minute after Monday midnight, in quarters of the day."""
    starts = np.array([MONDAY + start for start, _ in spans])
    ends = np.array([MONDAY + end for _, end in spans])
    return span_bounds(starts=starts, ends=ends, part_minutes=360, parts=4)


def test_a_span_counts_surely_in_one_part_or_at_most_in_several() -> None:
    # 01:00 to 02:00 lies in the first quarter; 05:00 to 07:00 touches the first and the second;
    # 11:00 to 12:00 ends as the third begins, and is in the second alone
    found = quarters((60, 120), (300, 420), (660, 720))
    assert (found.surely, found.at_most) == ((1, 1, 0, 0), (2, 2, 0, 0))
    assert found.surely_percent[0] == pytest.approx(100 / 3)


def test_a_span_of_a_day_touches_every_part_once() -> None:
    # from 03:00 to 03:00 of the next day: five quarters of the clock, four different ones
    assert quarters((180, 1620)).at_most == (1, 1, 1, 1)


def test_the_end_of_sunday_goes_over_into_monday() -> None:
    # Sunday 23:00 to Monday 01:00 is in weekday 7 or weekday 1
    start = np.array([MONDAY + 6 * 1440 + 1380])
    found = span_bounds(starts=start, ends=start + 120, part_minutes=1440, parts=7)
    assert (found.surely, found.at_most) == ((0,) * 7, (1, 0, 0, 0, 0, 0, 1))


def test_a_part_may_lead_unless_another_is_sure_to_exceed_it() -> None:
    evening = [(1100, 1160)] * 60
    # 60 surely in the last quarter against 20 at most in the third: of 80 dealt out evenly, 60
    # or more are in one of two once in 200,000
    assert quarters(*evening, *[(800, 860)] * 20).may_lead == (3,)
    # 40 more that may be in either leave it open: 60 against 60 at the worst
    assert quarters(*evening, *[(800, 860)] * 20, *[(1000, 1160)] * 40).may_lead == (2, 3)
    # 30 against 25, all known, is chance
    assert quarters(*[(1100, 1160)] * 30, *[(800, 860)] * 25).may_lead == (2, 3)


@given(st.lists(st.tuples(st.integers(0, 10_079), st.integers(1, 12_000)), min_size=1, max_size=8))
def test_no_moment_within_the_spans_breaks_the_limits(spans: list[tuple[int, int]]) -> None:
    found = quarters(*[(start, start + length) for start, length in spans])
    for at in (0.0, 0.37, 0.99):
        moments = [int(start + at * (length - 1)) // 360 % 4 for start, length in spans]
        counted = np.bincount(moments, minlength=4).tolist()
        assert all(
            low <= n <= high
            for low, n, high in zip(found.surely, counted, found.at_most, strict=True)
        )


def test_a_cycle_that_does_not_fit_is_refused() -> None:
    start = np.array([MONDAY])
    with pytest.raises(ValueError, match="do not fit into a week"):
        span_bounds(starts=start, ends=start, part_minutes=360, parts=5)
    with pytest.raises(ValueError, match="No event has a start"):
        span_bounds(starts=np.array(["NaT"], "M8[m]"), ends=start, part_minutes=360, parts=4)
