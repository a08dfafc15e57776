"""A worked example: 120 burglaries 10 km apart, every other followed in three days, 50 m off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import desk_with
from tests.points_in_time import Event, desk_of_points
from tests.section_words import words_of
from wardwise.chapters.near_repeats import CHAPTER
from wardwise.chapters.near_repeats.findings import NearRepeatFindings
from wardwise.chapters.near_repeats.tables import grids_picture, offences_table
from wardwise.chapters.near_repeats.words import answer, rest_words
from wardwise.document.pictures import BandGrids
from wardwise.document.text import Number
from wardwise.figures.desk import Desk
from wardwise.figures.near_repeat_words import after_one
from wardwise.figures.near_repeats import near_repeats


FAR = 10_000.0


def burglaries() -> list[Event]:
    """One every third day; every other one has another near it, three days later."""
    first = [(FAR * n, 0.0, 3 * n) for n in range(120)]
    return first + [(x, 50.0, day + 3) for x, _, day in first[::2]]


def robberies() -> list[Event]:
    """Pairs as near in place, half a year apart."""
    first = [(FAR * n, 9e6, 2 * n) for n in range(60)]
    return first + [(x, y + 50, day + 180) for x, y, day in first] + [(0.0, float("nan"), 1)]


@pytest.fixture(scope="module")
def desk() -> Desk:
    return desk_of_points(
        {"Burglary": burglaries(), "Robbery": robberies(), "Vehicle crime": [(0.0, 0.0, 1)]}
    )


@pytest.fixture(scope="module")
def found(desk: Desk) -> NearRepeatFindings:
    held: NearRepeatFindings = CHAPTER.analyse(desk)
    return held


def test_the_window_by_hand(found: NearRepeatFindings) -> None:
    """60 pairs lie 50 m and 3 days apart. Of all pairs of the 180 dates those at most a week apart
    are counted here one by one; the same share of the 60 would be by chance."""
    burglary = found.offences[0]
    days = [day for _, _, day in burglaries()]
    soon = sum(abs(days[i] - days[j]) <= 7 for i in range(180) for j in range(i))
    window = burglary.window
    assert window is not None
    assert (window.metres, window.days) == (100, 7)
    assert window.pairs.value == 60
    by_chance = 60 * soon / (180 * 179 / 2)
    assert window.by_chance.number == pytest.approx(by_chance)
    assert window.percent_above.number == pytest.approx(100 * (60 / by_chance - 1))
    assert (burglary.near.value, burglary.used.value) == (60, 180)
    # robbery is looked at as well, vehicle crime is too rare to be
    assert [one.found.looks for one in found.offences] == [2, 2]


def test_it_is_said_in_words(found: NearRepeatFindings) -> None:
    words = words_of(CHAPTER.write(found))
    # 592 of the 16,110 pairs of dates are at most a week apart: 16,110 / 592 = 27.2
    assert "in time than chance has it: within 100 m and 7 days, 27.2 times as many pairs." in words
    assert "For robbery, crimes near one another were no nearer in time than chance makes" in words
    assert "Too few to tell: vehicle crime." in words
    # 120 of 121 robberies have a point; how many were used stands in the table alone
    assert "from 99.2% (robbery) to 100.0% (burglary) of each" in words
    assert "neighbours are to be visited or written to, these are the days" in words
    assert "most good" not in words
    assert "Used, of the police force's extract, are offences with an exact point" in words
    assert "about half of the runs give such a window" in words
    (claim,) = found.key_findings
    assert claim.offence == "Burglary"
    assert claim.claim.startswith("Burglaries close together in place")


@pytest.mark.parametrize(
    ("offence", "said"),
    [
        ("Residential burglary", "Residential burglaries close"),
        ("Vehicle crime", "Offences of vehicle crime close"),
        ("Criminal damage and arson", "Offences of criminal damage and arson close"),
    ],
)
def test_several_of_any_offence(found: NearRepeatFindings, offence: str, said: str) -> None:
    assert str(after_one(replace(found.offences[0], offence=offence))).startswith(said)


def test_the_grid_frames_the_window_alone(found: NearRepeatFindings) -> None:
    picture = grids_picture(found)
    assert isinstance(picture, BandGrids)
    # 60 pairs are too few to expect five in any other band
    assert picture.distances == ("up to 100 m",)
    burglary, robbery = picture.grids
    assert burglary.marked == ((True, False, False, False),)
    assert not any(robbery.marked[0])
    # the first days of robbery are too few to tell: of 60 pairs some 3 are expected
    assert robbery.ratios[0][0] is None
    assert [row[2] for row in offences_table(found).rows] == ["within 100 m and 7 days", "nothing"]


def test_a_line_of_the_table_can_be_worked_again(found: NearRepeatFindings) -> None:
    """Times chance is of the pairs beside it, here of a window wider than the nearest band."""
    burglary = found.offences[0]
    assert burglary.window is not None
    wider = replace(
        burglary.window,
        days=14,
        pairs=replace(burglary.window.pairs, value=90),
        by_chance=replace(burglary.window.by_chance, value=45.0),
        times_chance=replace(burglary.window.times_chance, value=2.0),
    )
    line = offences_table(replace(found, offences=(replace(burglary, window=wider),))).rows[0]
    assert [cell.text for cell in line[3:] if isinstance(cell, Number)] == ["90", "45.0", "2.00"]


def test_where_the_nearest_are_not_above_chance_there_is_no_window(
    found: NearRepeatFindings,
) -> None:
    burglary = replace(found.offences[0], window=None)
    apart = replace(found, offences=(burglary, found.offences[1]))
    assert str(answer(apart)).startswith("For robbery, crimes near")
    assert "framed below, but not from the nearest on" in str(rest_words(apart))
    assert "not from the nearest on" in str(after_one(burglary))
    assert "crimes near one another were no nearer" in str(after_one(found.offences[1]))
    none = replace(found, offences=(burglary,))
    assert str(answer(none)) == "No offence is above chance from the nearest crimes on."
    title = grids_picture(none).title
    assert title == "Some bands of burglary are above chance, but not from the nearest on"
    without = replace(found, offences=(found.offences[1],))
    assert grids_picture(without).title.startswith("No offence has others of its kind near it")


def test_nothing_is_printed_where_points_are_no_addresses(found: NearRepeatFindings) -> None:
    moved = desk_of_points({"Burglary": burglaries()}, why_none="the points are published ones")
    assert near_repeats(moved).why_none == "the points are published ones"
    assert not CHAPTER.is_told(CHAPTER.analyse(moved))
    assert CHAPTER.is_told(found)
    open_data = near_repeats(desk_with({"Burglary": [5] * 24}))
    assert open_data.why_none.startswith("open data put each crime at a shared point")
    few = near_repeats(desk_of_points({"Burglary": burglaries()[:99]}))
    assert few.too_few == ("Burglary",)
    assert few.why_none == "fewer than 100 of each such crime have an exact point and a day"
    other = near_repeats(desk_of_points({"Drugs": burglaries()}))
    assert other.why_none.startswith("no partner's file holds a burglary")
