"""The same again in words: what a test shows is said, what chance may have made is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from wardwise.chapters.profile.people_again_tables import again_table
from wardwise.chapters.profile.people_again_words import (
    again_words,
    few_words,
    is_soon,
    soon_words,
    years_words,
)
from wardwise.chapters.profile.people_course_picture import course_picture
from wardwise.chapters.profile.people_homes_words import homes_words, larger_half
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown, Value, Withheld
from wardwise.domain.period import Period
from wardwise.figures.people_again import Again
from wardwise.figures.people_distances import Distances
from wardwise.figures.people_groups import Group
from wardwise.figures.people_homes import HomesFound
from wardwise.figures.people_repeats import MostRepeatedShare
from wardwise.figures.repeat_years import CourseLine, YearAgainstYear


FEW = Withheld("too few")
HERE = Area("E06999991", "Sampleton", AreaKind.DISTRICT)


def figure(value: Value) -> Figure:
    return Figure(
        measure="repeat_course",
        offence="Robbery",
        area=HERE,
        period=Period.parse("2023-10", "2026-09"),
        value=value,
        unit=Unit.PERCENT,
        sources=("partner:recorded_crime", "partner:victims"),
        recipe=None,
        method="exact",
    )


def share(value: float, lower: float | None = None, upper: float | None = None) -> Any:
    limits = None if lower is None or upper is None else Interval(lower, upper, 0.95, "exact")
    return replace(figure(value), interval=limits)


def line(days: int, value: float, even: float, sooner: bool) -> CourseLine:
    return CourseLine(days, share(value, value - 5, value + 5), share(even), sooner)


def again(**parts: Any) -> Again:
    usual: dict[str, Any] = {
        "what": "victim",
        "share": share(8.3, 7.4, 9.3),
        "course": (line(7, 6, 2, True), line(28, 21, 8, True), line(90, 59, 25, True)),
        "years": NotKnown("too short"),
        "most": NotKnown("too few"),
    }
    return Again(**{**usual, **parts})


def test_how_soon_is_said_beside_even_days() -> None:
    assert str(soon_words(again())) == (
        "Of those harmed again within the year, 21% were so within 28 days of the first and 59% "
        "within 90; were every day alike, it would be 8% and 25%."
    )


def test_no_pattern_is_called_none() -> None:
    course = (line(28, 9, 8, False), line(90, 27, 25, False), line(180, 70, 50, True))
    assert "chance alone could spread" in str(soon_words(again(course=course)))
    assert not is_soon(again(course=course))
    assert soon_words(again(course=NotKnown("too few"))) is None
    hidden = (CourseLine(28, figure(FEW), share(8), False), course[1])
    assert soon_words(again(course=hidden)) is None


def years(before: float, after: float, *, apart: bool) -> YearAgainstYear:
    until = date(2025, 9, 30)
    return YearAgainstYear(until, share(before), share(after), share(after - before), apart)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (years(7.0, 1.7, apart=True), "before, 7.0%: fewer than before, beyond chance"),
        (years(1.7, 7.0, apart=True), "before, 1.7%: more than before, beyond chance"),
        (years(7.0, 6.0, apart=False), "before, 7.0%: no more of a difference than chance"),
    ],
)
def test_a_year_against_the_year_before_by_its_test(found: YearAgainstYear, said: str) -> None:
    text = str(years_words(again(what="address", years=found)))
    assert text.startswith(
        "Of the addresses with a first offence in the year to 30 September 2025, "
    )
    assert said in text


def most(*, beyond: bool, harm: float | None) -> tuple[MostRepeatedShare, ...]:
    return tuple(
        MostRepeatedShare(
            percent,
            share(2.0 * percent),
            share(float(percent)),
            beyond,
            None if harm is None else share(harm),
        )
        for percent in (1, 5, 20)
    )


def test_a_few_hold_more_than_chance_with_their_harm() -> None:
    found = again(most=most(beyond=True, harm=14.8))
    assert str(few_words(found)) == (
        "The most often harmed 5% of victims were harmed in 10.0% of the offences and 14.8% of "
        "their harm, where chance alone would give 5.0%."
    )
    alike = again(most=most(beyond=True, harm=None))
    assert "harm," not in str(few_words(alike))
    assert str(few_words(again(most=most(beyond=False, harm=14.8)))) == (
        "The same people come back no more often than chance would have it."
    )


def test_what_is_not_known_leaves_no_words_and_no_table(extract_profile: Any) -> None:
    nothing = NotKnown("no identity")
    silent = Again("victim", nothing, nothing, nothing, nothing)
    assert again_words(silent) is None
    assert again_table(extract_profile, silent) is None
    assert course_picture(extract_profile, silent) is None


def test_the_table_has_every_number_of_the_picture(extract_profile: Any) -> None:
    picture = course_picture(extract_profile, again())
    assert picture is not None
    assert [bar.value for bar in picture.bars if bar.ours] == [6, 21, 59]
    assert "within weeks of the first" in picture.title
    assert picture.table is not None
    table = again_table(extract_profile, again())
    assert table is not None
    printed = {str(row[0]) for row in table.rows}
    assert "Of those harmed again, within 28 days" in printed
    assert len(table.rows) == 4


def homes(own: float, other: float, outside: float) -> HomesFound:
    names = ("In the ward where it happened", "In another ward", "Outside the partnership")
    groups = tuple(
        Group(name, share(100), share(value, value - 3, value + 3))
        for name, value in zip(names, (own, other, outside), strict=True)
    )
    far = Distances(share(3.7, 3.4, 4.0), (share(1.8), share(6.2)), share(8.7, 7.0, 10.0))
    return HomesFound(groups, share(0.2), far)


def test_homes_are_told_as_shares_and_the_middle_of_the_distances() -> None:
    text = str(homes_words(homes(14, 77, 9), what="people suspected"))
    assert text.startswith("77% (74% to 80%) of the people suspected live in another ward. Half")
    assert "within 3.7 (3.4 to 4.0) km of it, a quarter within 1.8 km" in text


def test_more_than_half_is_only_said_beyond_chance() -> None:
    assert larger_half(homes(52, 39, 9)) is None
    assert "none of these is more than half" in str(homes_words(homes(52, 39, 9), what="people"))
    assert homes_words(NotKnown("no homes"), what="people") is None


@pytest.fixture(scope="module")
def extract_profile(extract_desk: Any) -> Any:
    from wardwise.chapters.profile import CHAPTER

    return CHAPTER.analyse(extract_desk).profiles[0]
