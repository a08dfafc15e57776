"""The grid of hours: totals of its rows and columns, numbers where they have room."""

from __future__ import annotations

from wardwise.document.pictures import HourGrid
from wardwise.render.pictures import draw


def grid(events: dict[tuple[int, int], float]) -> HourGrid:
    """Events by day and hour of the grid, all others being none."""
    return HourGrid(
        name="hours",
        title="Hours",
        subtitle="",
        source="",
        alt="Hours.",
        table=None,
        values=tuple(tuple(events.get((day, n), 0.0) for n in range(24)) for day in range(7)),
    )


def test_the_totals_of_days_and_the_highest_hour_are_printed() -> None:
    svg = draw(grid({(4, 21): 2.0, (4, 16): 1500.0}), boundaries=None).svg
    assert ">1,502<" in svg
    assert ">most 1,500<" in svg


def test_a_week_without_events_is_drawn_all_the_same() -> None:
    assert "Monday" in draw(grid({}), boundaries=None).svg


def test_numbers_stand_in_the_cells_only_where_all_of_them_have_room() -> None:
    assert draw(grid({(0, 0): 17.0}), boundaries=None).svg.count(">17<") == 2  # cell and total
    assert draw(grid({(0, 0): 1717.0, (0, 1): 23.0}), boundaries=None).svg.count(">23<") == 0
