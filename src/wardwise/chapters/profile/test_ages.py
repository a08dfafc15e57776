"""Rates by age in a profile: told where residents are held, in shares where they are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wardwise.chapters.profile.age_tables import rate_cells, rate_columns, rate_notes
from wardwise.chapters.profile.age_words import key_age_words, peak_rate, rate_words
from wardwise.chapters.profile.people_words import who_words
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.people_found import PeopleFound, RoleFound, found_of
from wardwise.figures.people_rated import Rated
from wardwise.figures.people_selected import select_every


def victims(desk: Desk) -> tuple[PeopleFound, RoleFound]:
    every = select_every(desk)
    assert not isinstance(every, NotKnown)
    found = found_of(every)
    return found, found.roles["victim"]


@pytest.fixture(scope="module")
def told(extract_desk: Desk) -> tuple[PeopleFound, RoleFound]:
    return victims(extract_desk)


@pytest.fixture(scope="module")
def untold(extract_desk: Desk) -> tuple[PeopleFound, RoleFound]:
    people = replace(extract_desk.evidence.people, by_age=None)
    return victims(Desk(replace(extract_desk.evidence, people=people), extract_desk.settings))


def test_the_peak_is_said_as_a_rate_with_its_interval(
    told: tuple[PeopleFound, RoleFound],
) -> None:
    rated = told[1].rated
    assert isinstance(rated, Rated)
    assert str(rate_words(told[1])).startswith("Chance cannot tell the rates of the bands of ages")
    # as it would be said of a band that stands alone
    peak = replace(rated.peak, may_be=(rated.peak.group.name,))
    part = replace(told[1], rated=replace(rated, peak=peak))
    rate, text = peak_rate(part), str(rate_words(part))
    assert rate is not None
    assert rate.interval is not None
    assert text.startswith("By mid-2020 residents, the rate of victims is highest at ")
    assert f"{rate.number:.1f} ({rate.interval.lower:.1f} to {rate.interval.upper:.1f})" in text
    # every crime is its own comparator
    assert "the band in which victims of any crime have their highest rate too" in text


def test_an_age_is_not_said_twice(
    told: tuple[PeopleFound, RoleFound], untold: tuple[PeopleFound, RoleFound]
) -> None:
    assert "For each year of age" not in str(who_words(*told))
    assert "For each year of age" in str(who_words(*untold)) or "No age stands out" in str(
        who_words(*untold)
    )


def test_no_year_standing_out_is_an_answer(told: tuple[PeopleFound, RoleFound]) -> None:
    part = replace(told[1], years=())
    assert str(key_age_words(part)).endswith("none stands out.")


def test_without_residents_there_are_shares_alone(
    untold: tuple[PeopleFound, RoleFound],
) -> None:
    part = untold[1]
    assert rate_words(part) is None
    assert rate_columns(part) == ()
    assert rate_notes(part) == ()
    assert set(rate_cells(part, "sex")) == {()}
    assert key_age_words(replace(part, years=())) is None


def test_the_note_says_the_year_of_the_residents(
    told: tuple[PeopleFound, RoleFound],
) -> None:
    part = told[1]
    assert isinstance(part.rated, Rated)
    (note,) = rate_notes(part)
    assert "age band and sex by mid-2020 residents; ethnicity by Census 2021 residents" in str(note)
