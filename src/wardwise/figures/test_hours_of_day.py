"""The hours of patients: a bar for each hour, and none that is of too few."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from wardwise.document.pictures import Bars
from wardwise.document.text import Number
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.period import Period
from wardwise.figures.hour_blocks import hours_picture
from wardwise.figures.hour_words import hour_words
from wardwise.figures.people_hours import Hours
from wardwise.figures.people_withheld import FEW
from wardwise.measures.time.hour_by_weekday import hour_by_weekday


TEN = Figure(
    measure="hour_by_weekday",
    offence=None,
    area=Area("E06999991", "Tidyshire", AreaKind.DISTRICT),
    period=Period.parse("2024-01", "2024-12"),
    value=10,
    unit=Unit.RECORDS,
    sources=("partner:ed_assaults",),
    recipe=None,
)


def _hours() -> Hours:
    """Ten at a quarter past ten; of two hours it may not be said."""
    at = np.array(["2024-03-04T10:15"] * 10, dtype="datetime64[s]")
    day = [replace(TEN, value=FEW if hour in (3, 4) else 10 * (hour == 10)) for hour in range(24)]
    found = hour_by_weekday(starts=at, ends=at)
    return Hours(found, cells=(), certain=TEN, busiest=5, six_hours=TEN, of_day=tuple(day))


def test_an_hour_of_few_is_a_gap_and_not_a_nought() -> None:
    picture = hours_picture(
        _hours(),
        TEN,
        name="ed-hours",
        what="assaults seen",
        of="Assaults seen",
    )
    assert isinstance(picture, Bars)
    bars = {bar.label: bar for bar in picture.bars}
    assert next(iter(bars)) == "06:00"  # so that a night is whole
    assert (bars["10:00"].value, bars["11:00"].value) == (10, 0)
    assert (bars["03:00"].value, bars["03:00"].why_not) == (None, "not shown")
    assert picture.table is not None
    cells = {row[0]: row[1] for row in picture.table.rows}
    hidden = cells["04:00"]
    assert isinstance(hidden, Number)
    assert hidden.text == "[c]"
    assert "[c]" in str(picture.table.notes[0])


def test_busy_hours_are_set_beside_hours_that_are_all_alike() -> None:
    made = _hours()
    busy = replace(made, six_hours=replace(made.six_hours, value=34.0))
    assert "these six hours hold 34% (25% if all hours were alike)" in str(
        hour_words("burglaries", busy)
    )
