"""A worked example: a made-up place with 240 crimes that follow a rule (tests/records_place.py)."""

from __future__ import annotations

from dataclasses import replace

from tests.section_words import words_of
from wardwise.chapters.records_and_trust import CHAPTER
from wardwise.chapters.records_and_trust.tables import flags_table
from wardwise.chapters.records_and_trust.words import offences_title
from wardwise.document.text import Number
from wardwise.figures.people_flags import FlagLine
from wardwise.figures.records_desk import RecordsDesk


def test_rows_in_are_rows_used(records_desk: RecordsDesk) -> None:
    found = CHAPTER.analyse(records_desk)
    assert [(line.rows_in.number, line.rows_used.number) for line in found.files] == [
        (240, 240)
    ] * 4
    words = words_of(*CHAPTER.write(found))
    assert "240 records of crime in Sampleville from January 2024 to August 2024." in words
    assert "Every row that came in is used." in words
    assert "supplied by the police of Sampleville" in words


def test_the_most_frequent_offence_is_named_only_if_no_other_may_be(
    records_desk: RecordsDesk,
) -> None:
    found = CHAPTER.analyse(records_desk)
    # every fourth of 240 is a robbery: 60 against 180
    assert [(line.offence, line.records.number) for line in found.offences] == [
        ("Assault", 180),
        ("Robbery", 60),
    ]
    assert offences_title(found) == "Assault is recorded most often"
    open_ = replace(found, most=("Assault", "Robbery"))
    assert offences_title(open_).startswith("Assault and Robbery cannot be told apart")


def test_what_is_not_known_of_people_is_shown(records_desk: RecordsDesk) -> None:
    missing = {
        (line.role, line.what): line.missing for line in CHAPTER.analyse(records_desk).missing
    }
    # every tenth victim has no age: 24 of 240; every fifteenth no sex: 16
    assert missing["victim", "age band"].number == 10
    assert round(missing["victim", "sex"].number, 3) == 6.667
    assert missing["suspect", "sex"].number == 0


def test_it_says_that_there_are_no_rates(records_desk: RecordsDesk) -> None:
    words = words_of(*CHAPTER.write(CHAPTER.analyse(records_desk)))
    assert "there are no rates" in words


def test_a_few_flags_in_thousands_are_not_printed_as_none(records_desk: RecordsDesk) -> None:
    found = CHAPTER.analyse(records_desk)
    share = found.missing[0].missing
    lines = tuple(
        FlagLine(name, replace(share, value=value, interval=None), share, share)
        for name, value in (("Hate crime", 0.011), ("Knife", 1.5))
    )
    cells = [row[1] for row in flags_table(replace(found, flags=lines)).rows]
    assert [cell.text for cell in cells if isinstance(cell, Number)] == ["0.01%", "1.50%"]
    (cell,) = (row[1] for row in flags_table(replace(found, flags=lines[1:])).rows)
    assert isinstance(cell, Number)
    assert cell.text == "1.5%"
