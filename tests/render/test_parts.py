"""The small parts that every paper stands on."""

from __future__ import annotations

import datetime as dt
import doctest
import importlib
from dataclasses import replace
from types import ModuleType

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from wardwise.document.blocks import Align, Column, Table
from wardwise.document.section import Section
from wardwise.document.words import signed_percent, whole
from wardwise.domain.nothing import NotKnown
from wardwise.render.basis import about, basis
from wardwise.render.basis_of_people import said_of_people
from wardwise.render.breakable import ZERO_WIDTH_SPACE, breakable
from wardwise.render.dated import last_day
from wardwise.render.fonts import REGULAR
from wardwise.render.numbering import LONGEST_SHEET_NAME, numbered, sheet_name
from wardwise.render.pdf.legible import COMMON
from wardwise.render.sheets.cells import sheet_cell
from wardwise.render.sheets.model import Amount
from wardwise.render.symbols import legend
from wardwise.render.widths import LANDSCAPE_MM, PORTRAIT_MM, fitted


PARTS = (
    "basis breakable dated numbering symbols widths xml_text pdf.legible sheets.cells sheets.model"
)


@pytest.mark.parametrize("part", PARTS.split())
def test_the_examples_run(part):
    tried = doctest.testmod(importlib.import_module(f"wardwise.render.{part}"))
    assert tried.failed == 0


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=40)


@given(names=st.lists(WORDS, max_size=12))
def test_sheet_names_are_short_plain_and_told_apart(names):
    taken: set[str] = set()
    for name in names:
        given_name = sheet_name(name, taken=taken)
        assert 1 <= len(given_name) <= LONGEST_SHEET_NAME
        assert not set(given_name) & set("[]:*?/\\'")
        assert given_name.casefold() not in taken
        taken.add(given_name.casefold())


@given(
    rows=st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=6),
    heading=WORDS,
)
def test_a_table_never_needs_more_than_the_page(rows, heading):
    columns = (Column(heading, Align.LEFT), Column(heading, Align.LEFT), Column(heading))
    fit = fitted(Table("t", "T", columns, tuple(map(tuple, rows))))
    room = LANDSCAPE_MM if fit.landscape else PORTRAIT_MM
    assert sum(fit.widths) <= room + 0.1
    assert min(fit.widths) > 0


@given(words=WORDS)
def test_unseen_breaks_change_no_letter(words):
    assert breakable(words).replace(ZERO_WIDTH_SPACE, "") == words.replace(ZERO_WIDTH_SPACE, "")


def test_a_table_of_numbers_keeps_them_on_one_line():
    rows = (("Violence and sexual offences", "79.3 to 89.4", "1,234"),)
    columns = (Column("Offence", Align.LEFT), Column("95% interval"), Column("n"))
    fit = fitted(Table("t", "T", columns, rows))
    # Nine digits, two stops, " to " at 9.5 points: more than 18 mm, so two lines would show
    assert fit.widths[1] > 18
    assert (fit.size, fit.landscape, fit.wraps) == (9.5, False, False)


def test_tables_and_pictures_are_numbered_in_reading_order(paper):
    numbering = numbered(paper)
    assert numbering.tables == {
        "Offences in three years": 1,
        "Months: offences by month/2023–24": 2,
        "Wards": 3,
    }
    assert list(numbering.pictures.values()) == [1, 2, 3, 4]
    assert numbering.sheets["Every LSOA"] == "Every LSOA"
    assert numbering.sheets["Months: offences by month/2023–24"] == "Months offences by month"


def test_a_table_called_like_a_sheet_of_ours_is_told_apart(paper, sample):
    table = replace(sample.offences_table(), name="notes")
    sections = (Section("S", "s", (table,)),)
    assert numbered(replace(paper, sections=sections)).sheets == {"notes": "Notes 2"}


def test_what_a_finding_rests_on_says_what_where_and_when(sample):
    assert basis(whole(sample.SHOPLIFTING)) == (
        "1,634 offences: Shoplifting, Exampleshire, May 2023 to April 2024"
    )
    assert basis(signed_percent(sample.SHOPLIFTING_CHANGE)) == (
        "+12.7% change on May 2022 to April 2023: Shoplifting, Exampleshire, May 2023 to April 2024"
    )
    assert basis(whole(sample.ALL)).startswith("18,991 offences: All recorded crime, ")


def test_a_baseline_is_said_once(sample):
    change = replace(sample.SHOPLIFTING_CHANGE, detail="against 2022-05/2023-04")
    assert basis(signed_percent(change)) == basis(signed_percent(sample.SHOPLIFTING_CHANGE))
    other = replace(sample.SHOPLIFTING_CHANGE, detail="three years")
    assert ": Shoplifting, three years, Exampleshire," in basis(signed_percent(other))


def test_what_is_not_known_is_said_without_a_unit(sample):
    unknown = whole(replace(sample.ALL, value=NotKnown("no data")))
    assert basis(unknown).startswith("[x]: All recorded crime")


def test_many_reasons_are_counted_and_not_listed(sample):
    rows = tuple(
        (f"W{n}", sample.decimal(sample.rate("Drugs", sample.ward(n), NotKnown(f"reason {n}"))))
        for n in range(4)
    )
    table = Table("t", "T", (Column("Ward", Align.LEFT), Column("Rate")), rows)
    assert legend(table) == ("[x] not known: 4 reasons, given figure by figure in findings.json",)


def test_a_shorthand_with_a_number_is_explained_as_its_letter():
    table = Table("t", "T", (Column("A", Align.LEFT), Column("B")), (("x", "[u1]"),))
    assert legend(table) == ("[u] low reliability",)


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("May 2023 to April 2024", dt.date(2024, 4, 30)),
        ("2023", dt.date(2023, 12, 31)),
        ("January 2022 to February 2024", dt.date(2024, 2, 29)),
        ("no year at all", dt.date(2000, 1, 1)),
    ],
)
def test_a_file_is_dated_by_its_evidence(period, day):
    assert last_day(period) == day


def test_a_cell_of_digits_is_a_number_only_to_the_right():
    assert sheet_cell("−1,234.5", Column("Change")) == Amount(-1234.5, 1, True, "")
    assert sheet_cell("2023", Column("Year")) == Amount(2023.0, 0, False, "")
    assert sheet_cell("2023", Column("Year", Align.LEFT)) == "2023"
    assert sheet_cell("3rd to 6th", Column("Rank")) == "3rd to 6th"


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_sheet_holds_no_number_that_is_none(value):
    with pytest.raises(ValueError, match="is not a number that a sheet can hold"):
        Amount(value)


def test_letters_taken_for_granted_are_in_the_typeface():
    letters = set(map(chr, TTFont(REGULAR).getBestCmap()))
    assert letters >= COMMON


@pytest.mark.parametrize(
    ("measure", "detail", "words"),
    [
        ("partner_people", "suspect", "suspects"),
        ("partner_people_in_group", "victim, age band: 18 to 25", "victims, age band 18 to 25"),
        ("partner_crimes", "extract", "crimes in the extract"),
        ("partner_crimes", "also Robbery", "crimes that are Robbery as well"),
        (
            "flag_share_percent",
            "flag domestic_abuse, used",
            "say whether the flag domestic abuse holds",
        ),
        (
            "share_of_most_repeated",
            "victim, the most repeated 5%, by chance alone",
            "would fall to the most repeated 5% of victims by chance alone",
        ),
        (
            "overlap_share_percent",
            "victim, suspect of any crime too",
            "of victims are suspects too",
        ),
        ("offences", "suspect", ""),
    ],
)
def test_what_a_number_of_people_says(
    sample: ModuleType, measure: str, detail: str, words: str
) -> None:
    assert said_of_people(replace(sample.ALL, measure=measure, detail=detail)) == words


def test_what_is_said_of_people_is_not_said_twice(sample: ModuleType) -> None:
    people = replace(sample.ALL, measure="partner_people", detail="suspect", offence="Robbery")
    assert basis(whole(people)) == "18,991 suspects: Robbery, " + about(people).partition(", ")[2]
    assert "suspect" not in about(people)
