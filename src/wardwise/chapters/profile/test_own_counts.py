"""A part of a group beside an extract: its own months and places, never mixed with open ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from wardwise.chapters.profile import CHAPTER
from wardwise.chapters.profile.findings import Geography, OwnCounts, Profile, Situation
from wardwise.chapters.profile.own_places import without_few
from wardwise.chapters.profile.own_words import own_words
from wardwise.chapters.profile.pictures import map_picture
from wardwise.chapters.profile.place_tables import is_by_ward, lsoa_table, ward_table
from wardwise.document.blocks import Table
from wardwise.document.pictures import MapBesideChart
from wardwise.document.section import Section
from wardwise.document.sources import NAMES
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.domain.settings import PriorityOverride, PrioritySettings
from wardwise.figures.desk import Desk
from wardwise.figures.seasons import Season


NAME = "Violence with injury"
SOURCE = ("partner:recorded_crime",)


def _found(desk: Desk) -> Any:
    wanted = (PriorityOverride(candidate=NAME, propose=True, reason="x"),)
    chosen = PrioritySettings(count=1, overrides=wanted)
    settings = desk.settings.model_copy(update={"priorities": chosen})
    return CHAPTER.analyse(Desk(desk.evidence, settings))


@pytest.fixture(scope="module")
def found(extract_desk: Desk) -> Any:
    return _found(extract_desk)


@pytest.fixture(scope="module")
def profile(found: Any) -> Profile:
    one: Profile = next(one for one in found.profiles if one.name == NAME)
    return one


@pytest.fixture(scope="module")
def section(found: Any) -> Section:
    return next(one for one in CHAPTER.write(found).sections if one.title == NAME)


def _own(profile: Profile) -> OwnCounts:
    assert isinstance(profile.own, OwnCounts)
    return profile.own


def _geography(profile: Profile) -> Geography:
    assert isinstance(profile.geography, Geography)
    return profile.geography


def test_months_and_places_are_the_extracts_own(profile: Profile) -> None:
    own = _own(profile)
    assert isinstance(profile.season, Season)
    assert isinstance(profile.situation, Situation)
    assert profile.situation.months is own.months
    assert own.held == Period.parse("2022-01", "2024-12")
    figures: list[Figure] = [
        *own.months.years,
        *own.months.chart.months,
        own.months.outlook,
        *own.season.months,
        _geography(profile).concentration.places,
        *(figure for _, figure in _geography(profile).lsoas),
        *(line.count for line in _geography(profile).wards),
    ]
    assert {figure.sources for figure in figures} == {SOURCE}
    assert {figure.marking for figure in figures} == {"OFFICIAL-SENSITIVE"}


def test_years_and_places_sum_to_the_crimes(profile: Profile) -> None:
    own = _own(profile)
    year = [one for one in own.months.chart.months if own.period.first <= one.period.first]
    assert sum(one.number for one in year) == own.crimes.number == own.months.years[-1].number
    placed = round(own.located.number / 100 * own.crimes.number)
    assert sum(line.count.number for line in _geography(profile).wards) == placed


def test_the_published_count_is_beside_the_same_months(profile: Profile) -> None:
    own = _own(profile)
    assert own.same_year is not None
    assert own.beside is not None
    assert isinstance(profile.situation, Situation)
    published = profile.situation.volume
    assert own.same_year.period == published.period
    expected = 100 * own.same_year.number / published.number
    assert own.beside.number == pytest.approx(expected)
    assert "read for their pattern" in str(own_words(profile, own))  # far from agreeing


def test_the_first_page_has_the_extracts_map_and_months(section: Section) -> None:
    (picture,) = [block for block in section.blocks if isinstance(block, MapBesideChart)]
    assert picture.source.startswith(NAMES[SOURCE[0]])
    assert "offences of violence with injury" in picture.title


def test_tables_of_the_extract_hold_no_figure_of_open_data(section: Section) -> None:
    tables = [
        block
        for part in section.sections
        for block in part.blocks
        if isinstance(block, Table) and block.source.startswith(NAMES[SOURCE[0]])
    ]
    names = [table.name for table in tables]
    assert "profile-violence-with-injury-years" in names
    assert "profile-violence-with-injury-wards" in names
    for table in tables:
        sources = {
            source
            for row in table.rows
            for cell in row
            if hasattr(cell, "figure")
            for source in cell.figure.sources
        }
        assert sources <= {*SOURCE, "census_2021", "partner:victims", "partner:suspects"}


def test_no_part_begins_with_what_is_not_known(section: Section) -> None:
    for part in section.sections:
        first = str(getattr(part.blocks[0], "text", ""))
        assert not first.startswith(("Not known", "Open data do not", "No open source")), part.title


def _with_counts(geography: Geography, counts: dict[str, int]) -> Geography:
    lsoas = tuple(
        (area, replace(figure, value=counts[area.code])) for area, figure in geography.lsoas
    )
    return replace(geography, lsoas=lsoas)


def test_small_numbers_and_what_would_give_them_away_are_withheld(
    extract_desk: Desk, profile: Profile
) -> None:
    # two wards of four neighbourhoods: 2, 30, 9, 0 and 20, 20, 20, 20 with a least count of 5;
    # of the first ward 2 is small, and 9, the last that is not, goes with it: 2 + 9 is 5 or more
    # for each of the two. The nought is shown, and the second ward is left alone
    geography, place = _geography(profile), extract_desk.evidence.place
    wards = [sorted(place.members[ward.code]) for ward in place.wards]
    given = dict(zip(wards[0], (2, 30, 9, 0), strict=True)) | dict.fromkeys(wards[1], 20)
    made = without_few(extract_desk, _with_counts(geography, given))
    assert isinstance(made, Geography)
    status = {area.code: figure.status for area, figure in made.lsoas}
    assert [status[code] for code in wards[0]] == ["withheld", "known", "withheld", "known"]
    assert all(status[code] == "known" for code in wards[1])
    assert made.hidden == 2
    assert [area.code for area, _ in made.lsoas][-2:] == [wards[0][0], wards[0][2]]
    assert not is_by_ward(made)


def test_a_ward_that_is_withheld_hides_its_neighbourhoods(
    extract_desk: Desk, profile: Profile
) -> None:
    geography, place = _geography(profile), extract_desk.evidence.place
    few = place.wards[0].code
    wards = tuple(
        replace(line, count=replace(line.count, value=3 if line.area.code == few else 40))
        for line in geography.wards
    )
    made = without_few(extract_desk, replace(geography, wards=wards))
    assert isinstance(made, Geography)
    # with two wards the other one would give the first away, so both are withheld
    assert {line.count.status for line in made.wards} == {"withheld"}
    assert {line.rate.status for line in made.wards} == {"withheld"}
    assert all(figure.status == "withheld" for _, figure in made.lsoas if figure.value != 0)


def test_a_change_that_another_wards_would_give_away_is_withheld_with_it(
    extract_desk: Desk, profile: Profile
) -> None:
    # year before of two wards: 3 and 40. The total of 43 is printed, so 43 less 40 would tell 3;
    # neither change is shown, and both counts of the year are
    geography = _geography(profile)
    few = geography.wards[0].area.code
    wards = tuple(
        replace(line, count=replace(line.count, value=40), change=_after(line.change, before))
        for line in geography.wards
        for before in (3 if line.area.code == few else 40,)
    )
    made = without_few(extract_desk, replace(geography, wards=wards))
    assert isinstance(made, Geography)
    assert {line.count.status for line in made.wards} == {"known"}
    assert {line.change.status for line in made.wards} == {"withheld"}
    assert all(line.change.comparison is None for line in made.wards)


def _after(change: Figure, before: int) -> Figure:
    assert change.comparison is not None
    return replace(change, comparison=replace(change.comparison, baseline_value=before))


def test_tables_say_what_a_withheld_number_may_be(extract_desk: Desk, profile: Profile) -> None:
    geography = _geography(profile)
    assert not ward_table(profile, geography).notes
    codes = [area.code for area, _ in geography.lsoas]
    made = without_few(
        extract_desk, _with_counts(geography, dict.fromkeys(codes, 20) | {codes[0]: 1})
    )
    assert isinstance(made, Geography)
    least = extract_desk.settings.people.least_count
    assert f"from 1 to {least - 1}" in str(lsoa_table(profile, made).notes[0])


def test_without_partners_nothing_is_the_extracts(force_desk: Desk) -> None:
    (one,) = [each for each in _found(force_desk).profiles if each.name == NAME]
    assert isinstance(one.own, NotKnown)
    assert isinstance(one.incidents, NotKnown)
    assert one.months_source == one.source
    assert one.months_period == one.period


def test_a_map_tells_what_is_withheld_from_what_is_not_known(
    extract_desk: Desk, profile: Profile
) -> None:
    geography = _geography(profile)
    codes = [area.code for area, _ in geography.lsoas]
    given = _with_counts(geography, dict.fromkeys(codes, 20) | {codes[0]: 1})
    made = without_few(extract_desk, given)
    assert isinstance(made, Geography)
    areas = map_picture(profile, made).areas
    hidden = [area for area in areas if area.value is None]
    assert len(hidden) == 2
    assert all(area.withheld and area.tells.endswith("withheld") for area in hidden)
