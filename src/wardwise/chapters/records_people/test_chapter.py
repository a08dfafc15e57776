"""A worked example: a made-up place with 240 victims and suspects (tests/records_place.py)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.section_words import words_of
from wardwise.chapters.records_people import CHAPTER
from wardwise.chapters.records_people.words import a_part, missing_words, order_words, title
from wardwise.domain.figure import Unit
from wardwise.figures.people_identity import Identity
from wardwise.figures.people_order import order_of
from wardwise.figures.records_desk import RecordsDesk


def test_shares_are_of_those_who_are_known(records_desk: RecordsDesk) -> None:
    victims = CHAPTER.analyse(records_desk).roles[0]
    # half of 240 are 20; every tenth, all of an odd number, has no age: 216 are known
    ages = victims.orders["age band"]
    assert ages.first.name == "18 to 25"
    assert ages.first.share.number == pytest.approx(100 * 120 / 216)
    assert ages.not_known.number == 24
    # every third is a woman: 80; of the 160 others 16 have no sex
    assert victims.orders["sex"].first.share.number == pytest.approx(100 * 144 / 224)
    words = words_of(*CHAPTER.write(CHAPTER.analyse(records_desk)))
    assert "By age, the largest group is 18 to 25: 55.6%" in words
    assert "More are male than female: 64.3%" in words


def test_a_group_is_the_largest_only_if_no_other_may_be(records_desk: RecordsDesk) -> None:
    found = records_desk.selected
    ages = records_desk.people.roles["victim"].groups["age band"]
    counts = [0, 0, 50, 55, 10, 0, 0, 0]  # 55 against 50 is chance
    order = order_of(found, replace(ages, true_counts=tuple(counts)))
    assert [group.name for group in order.may_be] == ["26 to 35", "18 to 25"]
    assert "26 to 35 and 18 to 25 are the largest groups and cannot be told apart" in str(
        order_words(order)
    )


def test_the_missing_may_change_which_group_is_first(records_desk: RecordsDesk) -> None:
    found = records_desk.selected
    ages = records_desk.people.roles["victim"].groups["age band"]
    # 100 against 60, and 80 of 240 not known: all of them in the second would make it 140
    counts = (0, 0, 100, 60, 0, 0, 0, 0)
    told = str(missing_words(order_of(found, replace(ages, true_counts=counts))))
    assert "if enough of those were in the second group" in told


def test_a_title_says_of_whom_it_is_known_where_the_missing_could_change_it(
    records_desk: RecordsDesk,
) -> None:
    found = records_desk.selected
    ages = records_desk.people.roles["victim"].groups["age band"]
    shaken = order_of(found, replace(ages, true_counts=(0, 0, 100, 60, 0, 0, 0, 0)))
    assert title(shaken) == "Victims whose age is known: the largest group by age is 18 to 25"
    firm = order_of(found, replace(ages, true_counts=(0, 0, 200, 30, 0, 0, 0, 0)))
    assert title(firm).startswith("Victims: the largest group by age is ")


def test_a_few_who_are_not_known_are_not_printed_as_none(records_desk: RecordsDesk) -> None:
    missing = records_desk.people.roles["victim"].groups["sex"].missing
    assert a_part(replace(missing, value=0.047)).text == "under 0.1%"
    assert a_part(replace(missing, value=0.0)).text == "0.0%"
    assert a_part(replace(missing, value=4.9)).text == "4.9%"


def test_people_who_are_numbered_anew_are_not_followed(records_desk: RecordsDesk) -> None:
    found = CHAPTER.analyse(records_desk)
    assert {role.identity for role in found.roles} == {Identity.ANEW}
    words = words_of(*CHAPTER.write(found))
    # the same is not known of both roles: it is said once
    assert words.count("anew each time") == 1
    assert "numbers victims and suspects anew each time" in words
    assert "there again within a year" not in words


def test_suspects_are_never_called_offenders(records_desk: RecordsDesk) -> None:
    words = words_of(*CHAPTER.write(CHAPTER.analyse(records_desk)))
    assert words.count("ffender") == words.count("nobody here is called an offender") == 1


def test_relationships_are_shares_of_pairs_whose_relationship_is_known(
    records_desk: RecordsDesk,
) -> None:
    found = CHAPTER.analyse(records_desk).relations
    assert found is not None
    # of six pairs two are strangers, one is family, three are not known
    assert [(one.name, one.pairs.number) for one in found.relations] == [
        ("Stranger", 80),
        ("Family", 40),
    ]
    assert found.relations[0].share.number == pytest.approx(100 * 80 / 120)
    assert found.missing.number == 50
    assert found.relations[0].share.unit == Unit.PERCENT


def test_there_is_no_rate_of_people(records_desk: RecordsDesk) -> None:
    sections = CHAPTER.write(CHAPTER.analyse(records_desk))
    units = {figure.unit for section in sections for figure in section.figures}
    assert units == {Unit.PERCENT, Unit.PEOPLE, Unit.RECORDS}
