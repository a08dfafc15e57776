"""A profile beside an extract: its people are told role by role, and what is few is not told."""

from __future__ import annotations

from typing import Any

import pytest

from wardwise.chapters.profile import CHAPTER
from wardwise.chapters.profile.findings import Profile
from wardwise.chapters.profile.people_words import who_words
from wardwise.document.blocks import Note, Table
from wardwise.document.pictures import HourGrid
from wardwise.document.section import Section
from wardwise.domain.settings import PriorityOverride, PrioritySettings
from wardwise.figures.desk import Desk
from wardwise.figures.people_found import PeopleFound


NAMED = ("Robbery", "Domestic abuse")
OCCASIONS = ("ages", "repeats", "repeats soon", "repeats fell", "repeats rose", "repeat suspects",
             "addresses", "homes", "vulnerability", "hours")  # fmt: skip


@pytest.fixture(scope="module")
def found(extract_desk: Desk) -> Any:
    wanted = tuple(PriorityOverride(candidate=one, propose=True, reason="x") for one in NAMED)
    chosen = PrioritySettings(count=3, overrides=wanted)
    settings = extract_desk.settings.model_copy(update={"priorities": chosen})
    return CHAPTER.analyse(Desk(extract_desk.evidence, settings))


def _profile(found: Any, name: str) -> Profile:
    profile: Profile = next(one for one in found.profiles if one.name == name)
    return profile


def _part(found: Any, name: str, part: str) -> Section:
    whole = next(one for one in CHAPTER.write(found).sections if one.title == name)
    return next(one for one in whole.sections if one.title == part)


def test_a_theme_is_the_crimes_that_carry_its_flag(found: Any) -> None:
    people = _profile(found, "Domestic abuse").people
    assert isinstance(people, PeopleFound)
    # every fourth row of the file is flagged; every crime in it is then flagged
    line = next(one for one in people.flags if one.name == "Domestic abuse")
    assert line.share.value == 100.0
    assert people.called("domestic abuse") == "crimes flagged as domestic abuse"
    assert people.vulnerability is None  # it would be all of them


def test_each_role_has_its_own_table(found: Any) -> None:
    names = [
        [block.name for block in _part(found, "Robbery", part).blocks if isinstance(block, Table)]
        for part in ("Offender profile", "Victim profile")
    ]
    assert "profile-robbery-suspects" in names[0]
    wanted = ["victims", "victim-homes", "victim-again", "flags"]
    assert names[1] == [f"profile-robbery-{name}" for name in wanted]


def test_suspects_are_said_not_to_be_proved(found: Any) -> None:
    notes = [
        str(block.text)
        for block in _part(found, "Robbery", "Offender profile").blocks
        if isinstance(block, Note)
    ]
    assert any("named and not proved" in text for text in notes)


def test_hours_are_a_picture_with_its_table(found: Any) -> None:
    blocks = _part(found, "Robbery", "Seasonality").blocks
    (grid,) = [block for block in blocks if isinstance(block, HourGrid)]
    people = _profile(found, "Robbery").people
    assert isinstance(people, PeopleFound)
    assert sum(map(sum, grid.values)) == pytest.approx(people.crimes.number)
    assert grid.table is not None
    # Monday's row ends at 05:00 of Tuesday
    tuesday_at_five = grid.table.rows[5][2]
    assert grid.values[0][23] == pytest.approx(tuesday_at_five.figure.number)  # type: ignore[union-attr]


def test_every_finding_of_the_people_has_its_five_parts(found: Any) -> None:
    people = [
        one.finding
        for profile in found.profiles
        for one in profile.findings
        if one.occasion in OCCASIONS
    ]
    assert people
    for one in people:
        assert one.claim
        assert one.figures
        assert one.why_sure
        assert one.alternatives
        assert one.gap


def test_what_is_withheld_is_in_no_sentence(found: Any) -> None:
    people = _profile(found, "Robbery").people
    assert isinstance(people, PeopleFound)
    for part in people.roles.values():
        assert "[c]" not in str(who_words(people, part))
