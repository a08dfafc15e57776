"""What the first page says of the paper."""

from __future__ import annotations

from wardwise_web.assessments.today import standing


def test_the_year_stands_with_its_chapters(seats, at_board):
    told = {one.what: one.stands for one in standing(seats.actor("board"), seats.partnership)}
    count = at_board.cycle.chapters.count()
    assert told["Assessment"] == f"Board; {count} of {count} chapters are assured"
