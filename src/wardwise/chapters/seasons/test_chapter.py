"""A worked example: a summer, a step, a steady group, and days that differ."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.builders import AREA, desk_with, sample_settings
from wardwise.chapters.seasons import CHAPTER
from wardwise.chapters.seasons.findings import SeasonsFindings, WeekFound
from wardwise.chapters.seasons.words import kinds_words
from wardwise.document.blocks import Note, Paragraph, Table
from wardwise.document.pictures import MonthGrid
from wardwise.document.section import Section
from wardwise.document.text import Number
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.domain.settings import SeriesBreak
from wardwise.figures.day_kinds import BANK, DARK, DayKind
from wardwise.figures.desk import Desk
from wardwise.figures.people_hours import Hours
from wardwise.measures.time.hour_by_weekday import hour_by_weekday


RANDOM = np.random.default_rng(4)
DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
SUMMER = [2, 2, 2, 2, 2, 5, 6, 5, 2, 2, 2, 2]
WOBBLE = [0.04, -0.03, 0.05, -0.06, 0.01, -0.02, 0.03]
MONTHLY = {
    "Bicycle theft": [int(n) for n in RANDOM.poisson(np.tile(np.multiply(DAYS, SUMMER), 3))],
    "Burglary": [int(n) for n in RANDOM.poisson(np.tile(np.multiply(DAYS, 3), 3))],
    # from July 2024, position 30 of 36, 60% more
    "Shoplifting": [
        round(4 * DAYS[n % 12] * (1 if n < 30 else 1.6) * (1 + WOBBLE[n % 7])) for n in range(36)
    ],
    "Robbery": [4, 5, 3] * 12,
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    broke = SeriesBreak(
        month="2024-08", what="A new system", source="The force", offences=("Shoplifting",)
    )
    plain = desk_with(MONTHLY, settings=sample_settings(series_breaks=(broke,)))
    breaks = ((Month(2024, 8), "Shoplifting", "A new system"),)
    return Desk(replace(plain.evidence, breaks=breaks), plain.settings)


@pytest.fixture(scope="module")
def found(desk: Desk) -> SeasonsFindings:
    result = CHAPTER.analyse(desk)
    assert isinstance(result, SeasonsFindings)
    return result


def words(section: Section) -> str:
    blocks = [block for part in section.walk() for block in part.blocks]
    return " ".join(str(block.text) for block in blocks if isinstance(block, Paragraph | Note))


def test_the_summer_is_a_season_and_the_rest_is_not(found: SeasonsFindings) -> None:
    assert [one.offence for one in found.seasonal if one.offence] == ["Bicycle theft"]
    # shoplifting is counted otherwise since August
    assert {one.offence for one in found.too_few} == {"Robbery", "Shoplifting"}
    strength = next(one.strength for one in found.seasonal if one.offence)
    assert strength is not None
    assert strength.number > 90
    text = words(CHAPTER.write(found))
    assert "one has a season: bicycle theft (July at 2" in text
    assert "Robbery cannot be judged: too few offences." in text
    assert "Shoplifting cannot be judged: under two years since the last break or gap" in text


def test_the_grid_has_a_row_for_each_season_and_a_table_with_the_same(
    found: SeasonsFindings,
) -> None:
    section = CHAPTER.write(found)
    (grid,) = [block for block in section.blocks if isinstance(block, MonthGrid)]
    at = grid.names.index("Bicycle theft")
    assert [n + 1 for n, clear in enumerate(grid.clear[at]) if clear > 0] == [6, 7, 8]
    assert grid.table is not None
    assert len(grid.table.rows) == 12 * len(grid.names)


def test_a_step_is_told_with_what_is_registered_about_then(found: SeasonsFindings) -> None:
    (levels,) = [one for one in found.levels if one.offence == "Shoplifting"]
    (change,) = levels.changes
    assert change.month == Month(2024, 7)
    assert change.change.interval is not None
    assert change.change.interval.lower < 60 < change.change.interval.upper
    assert [one.what for one in change.happened] == ["A new system"]
    text = words(CHAPTER.write(found))
    assert "From July 2024 shoplifting ran" in text
    assert "counting changed about then, which may be all of it" in text
    assert "No other group changed level." in text
    assert "drifting series without a step would show one as large" in text


def test_nothing_found_is_said_in_few_words() -> None:
    steady = {"Burglary": MONTHLY["Burglary"], "Other theft": MONTHLY["Burglary"][::-1]}
    section = CHAPTER.write(CHAPTER.analyse(desk_with(steady)))
    assert len(section.blocks) == 1
    assert "No offence group has a season" in words(section)
    assert "no offence can be shown to have moved to another level" in words(section)
    assert len(words(section).split()) < 60


def test_a_move_of_the_last_months_is_told_where_no_level_is_named() -> None:
    """90 a month, and 40, 30 and 20 in the last three: 270 a year before, 90 now."""
    falling = [90 + n % 7 for n in range(33)] + [40, 30, 20]
    found = CHAPTER.analyse(desk_with({"Robbery": falling, "Burglary": MONTHLY["Burglary"]}))
    (moved,) = found.quarter
    assert (moved.offence, moved.now.value) == ("Robbery", 90)
    # months 21, 22 and 23 of the list: 90 + 0, 1 and 2
    assert moved.then.value == 273
    # two groups are looked at: each at 97.5%
    assert moved.change.interval is not None
    assert moved.change.interval.level == pytest.approx(0.975)
    told = words(CHAPTER.write(found))
    assert "no offence can be shown to have moved" in told
    assert "robbery fell to 90 from 273 (−67%) in October 2024 to December 2024" in told


def test_quarters_that_differ_by_chance_are_not_told(found: SeasonsFindings) -> None:
    # shoplifting is told as a change of level
    assert found.quarter == ()


def test_too_short_a_series_says_why() -> None:
    section = CHAPTER.write(CHAPTER.analyse(desk_with({"Burglary": [90] * 20})))
    assert "Whether crime here has a season is not known" in words(section)
    assert "Too few months are held" in words(section)


def kind(what: str, offence: str | None, value: float, *, beyond: bool) -> DayKind:
    figure = Figure(
        measure="special_days",
        offence=offence,
        area=AREA,
        period=Period.parse("2022-01", "2024-12"),
        value=value,
        unit=Unit.PERCENT,
        sources=("partner:recorded_crime",),
        interval=Interval(value - 5, value + 5, 0.95, "quasi-Poisson regression"),
        detail=what,
    )
    return DayKind(what, offence, figure, 0.001 if beyond else 0.5, is_beyond_chance=beyond)


def week(*kinds: DayKind) -> WeekFound:
    return WeekFound(
        crimes=kinds[0].change,
        hours=NotKnown("too few of them have a time"),
        kinds=kinds,
        kinds_period=Period.parse("2022-01", "2024-12"),
        own_calendar=False,
    )


def test_days_that_differ_are_a_sentence_and_a_table(found: SeasonsFindings) -> None:
    held = week(
        kind(BANK, None, 12.0, beyond=True),
        kind(DARK, "Burglary", 31.0, beyond=True),
        kind(DARK, None, 2.0, beyond=False),
    )
    section = CHAPTER.write(replace(found, week=held)).sections[-1]
    assert str(kinds_words(held)) == (
        "On bank holidays the number differs for all recorded crime (+12%). In the evening hours "
        "once they are dark the number differs for burglary (+31%)."
    )
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    assert [[str(cell) for cell in row] for row in table.rows] == [
        ["All recorded crime", "+12%* (+7% to +17%)", "too few", "+2% (−3% to +7%)"],
        ["Burglary", "too few", "too few", "+31%* (+26% to +36%)"],
    ]
    assert "Bonfire Night" in words(section)


def test_the_hours_of_a_larger_extract_say_that_it_holds_more(found: SeasonsFindings) -> None:
    held = week(kind(BANK, None, 1.0, beyond=False))
    ten = replace(held.crimes, value=40.0, unit=Unit.RECORDS)
    at = np.array(["2024-03-04T10:15"] * 10, dtype="datetime64[s]")
    hours = Hours(
        hour_by_weekday(starts=at, ends=at), (), ten, 5, ten, tuple(ten for _ in range(24))
    )
    for more in (True, False):
        told = replace(held, hours=hours, more_than_published=more)
        section = CHAPTER.write(replace(found, week=told)).sections[-1]
        assert ("holds somewhat more than the published records" in words(section)) is more


def test_days_that_do_not_differ_are_one_sentence(found: SeasonsFindings) -> None:
    held = week(kind(BANK, None, 1.0, beyond=False))
    section = CHAPTER.write(replace(found, week=held)).sections[-1]
    assert len(section.blocks) == 1
    assert "no difference beyond chance" in words(section)


def test_other_charts_say_why_that_kind(found: SeasonsFindings) -> None:
    section = CHAPTER.write(found)
    part = next(one for one in section.walk() if one.anchor == "when-charts")
    told = words(part)
    # burglary runs at three a day, robbery at 4, 5, 3: neither moves; the share is shoplifting's
    assert "series for which XmR is the wrong chart" in told
    (table,) = (block for block in part.blocks if isinstance(block, Table))
    assert [str(row[0]) for row in table.rows] == ["p (share)", "c (count)", "u (rate)"]
    assert str(table.rows[1][1]) == "Robbery, offences a month"
    assert "varies as its own root" in str(table.rows[1][2])
    middle = table.rows[1][3]
    assert isinstance(middle, Number)
    assert (middle.text, middle.figure.number) == ("4.00", 4)
    assert str(table.rows[1][4]) == "0.00 to 10.00"
