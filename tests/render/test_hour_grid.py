"""The grid of hours: a night is one row, and the totals are those of the rows."""

from __future__ import annotations

from wardwise.document.pictures import HourGrid
from wardwise.render.pictures import draw
from wardwise.render.pictures.hour_grid import shifted


def grid(events: dict[tuple[int, int], float]) -> HourGrid:
    """Events by hour and weekday, all others being none."""
    return HourGrid(
        name="hours",
        title="Hours",
        subtitle="",
        source="",
        alt="Hours.",
        table=None,
        weights=tuple(
            tuple(events.get((hour, day), 0.0) for day in range(7)) for hour in range(24)
        ),
        unit="crimes",
    )


def test_the_small_hours_belong_to_the_day_before() -> None:
    # 03:00 on Saturday (weekday 5) is the 22nd hour of Friday's day, which begins at 06:00;
    # 05:00 on Monday is the 24th hour of Sunday's
    rows = shifted(grid({(3, 5): 2.0, (5, 0): 1.0, (6, 0): 4.0}))
    assert (rows[4][21], rows[6][23], rows[0][0]) == (2.0, 1.0, 4.0)
    assert sum(map(sum, rows)) == 7.0


def test_the_totals_of_days_and_the_highest_hour_are_printed() -> None:
    svg = draw(grid({(3, 5): 2.0, (22, 4): 1500.0}), boundaries=None).svg
    assert ">1,502<" in svg
    assert ">most 1,500<" in svg


def test_a_week_without_events_is_drawn_all_the_same() -> None:
    assert "Monday" in draw(grid({}), boundaries=None).svg
