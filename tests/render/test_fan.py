"""The fan: a line of the past, two ranges ahead, and gaps that stay gaps."""

from __future__ import annotations

from wardwise.document.pictures import Fan
from wardwise.domain.period import Month
from wardwise.render.pictures import draw


def fan(*past: float | None) -> Fan:
    """Two months ahead of the past, with ranges of 10 and 20 on either side."""
    first = Month(2024, 1)
    return Fan(
        name="fan",
        title="Fan",
        subtitle="",
        source="",
        alt="Fan.",
        table=None,
        months=tuple(first.plus(n) for n in range(len(past) + 2)),
        past=past,
        ahead=(100.0, 110.0),
        narrow=((90.0, 110.0), (100.0, 120.0)),
        wide=((80.0, 120.0), (90.0, 130.0)),
    )


def paths(svg: str) -> int:
    return svg.count("<path")


def test_ranges_the_line_and_what_is_expected() -> None:
    svg = draw(fan(100.0, 104.0, 99.0), boundaries=None).svg
    assert paths(svg) == 4
    for words in ("recorded", "expected", "80% range", "95% range", "Offences a month"):
        assert words in svg


def test_a_month_that_is_not_known_breaks_the_line() -> None:
    assert paths(draw(fan(100.0, 101.0, None, 104.0, 99.0), boundaries=None).svg) == 5
    # the last month is not known: the ranges begin at the first ahead
    assert paths(draw(fan(100.0, 101.0, None), boundaries=None).svg) == 4


def test_the_key_wraps_where_it_is_narrow() -> None:
    wide = draw(fan(100.0, 101.0), boundaries=None)
    narrow = draw(fan(100.0, 101.0), boundaries=None, width_mm=50)
    assert narrow.height > wide.height
