"""A made-up force with a short quarter, two extracts and a published table, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.builders import AREA, FORCE, desk_with, sample_settings
from tests.section_words import words_of
from wardwise.chapters.evidence_and_trust import CHAPTER
from wardwise.chapters.evidence_and_trust.findings import EvidenceFindings
from wardwise.chapters.evidence_and_trust.pictures import completeness_title, reconciliation_table
from wardwise.chapters.evidence_and_trust.reconcile import (
    AGREES,
    MORE_HELD,
    MORE_MISSING,
    NO_PLACE,
)
from wardwise.document.text import Number
from wardwise.domain.evidence import (
    Completeness,
    ExtractMonth,
    FileRead,
    OfficialRow,
    OfficialTable,
    Quality,
    SourceRows,
    Stretch,
)
from wardwise.domain.period import Month, Period
from wardwise.domain.settings import SeriesBreak


YEAR = Period.parse("2024-01", "2024-12")
BEFORE = Period.parse("2023-01", "2023-12")
# 24 months; the year holds 12 times each: burglary 120, robbery 60, drugs 240, shoplifting 36
MONTHLY = {"Burglary": [10] * 24, "Robbery": [5] * 24, "Drugs": [20] * 24, "Shoplifting": [3] * 24}
PUBLISHED = {"Burglary": 121, "Robbery": 70, "Drug offences": 260, "Shoplifting": 24, None: 475}
# The force's rows of the year, and those of them with no LSOA: 10% of drugs, none of the others
ROWS = SourceRows(
    YEAR,
    ("Sampleshire Police",),
    {"Burglary": 500, "Robbery": 200, "Drugs": 1_000, "Shoplifting": 300},
    {"Burglary": 0, "Robbery": 0, "Drugs": 100, "Shoplifting": 0},
)


def official() -> OfficialTable:
    rows = {
        ("E22999991", name): OfficialRow(n, n, 4_000, 2_000, None, None, "", "")
        for name, n in PUBLISHED.items()
    }
    return OfficialTable(
        source="ons_csp_tables",
        latest=YEAR,
        before=BEFORE,
        offences=tuple(name for name in PUBLISHED if name),
        partnerships={},
        force_of={},
        forces={},
        countries={},
        unassigned={},
        rows=rows,
    )


STRETCHES = (
    Stretch(Period.parse("2023-01", "2023-03"), "incomplete", 0.9, "short", 900, 1_000),
    Stretch(Period.parse("2023-04", "2023-06"), "incomplete", 0.8, "short", 800, 1_000),
    Stretch(Period.parse("2023-07", "2023-09"), "complete", 1.01, "", 1_010, 1_000),
    Stretch(Period.parse("2023-10", "2023-12"), "not judged", None, "no total", 990, None),
)
TWICE = ExtractMonth(
    Month(2023, 5), 100, 90, "earlier", "smaller", appeared=2, vanished=12, in_both=80,
    offence_changed=1, place_changed=3, outcome_changed=5,
)  # fmt: skip


def found_with(**parts: Any) -> EvidenceFindings:
    quality = Quality(
        files=(FileRead("police_uk", "a.zip", "ab" * 32, 100, 90, "2023-01 to 2024-12", "OGL"),),
        set_aside=(("police_uk", "another extract of the same month is used", 10),),
        extracts=(TWICE,),
        notices=("Ten rows were noticed.",),
        source_rows=(ROWS,),
    )
    given: dict[str, Any] = {
        "quality": quality,
        "official": official(),
        "completeness": Completeness(STRETCHES),
    }
    found: EvidenceFindings = CHAPTER.analyse(desk_with(MONTHLY, **given | parts))
    return found


def test_each_group_is_set_against_what_was_published() -> None:
    held = found_with().reconciliation
    assert held is not None
    assert held.period == YEAR
    # burglary 120 of 121 is 99.2%; robbery 60 of 70 is 85.7%, and none of it lacks a place;
    # drugs 240 of 260 is 92.3%, 7.7 short, within the 10% with no place; shoplifting 36 of 24
    readings = {row.offence: row.reading for row in held.rows}
    assert readings == {
        "Burglary": AGREES,
        "Robbery": MORE_MISSING,
        "Drugs": NO_PLACE,
        "Shoplifting": MORE_HELD,
    }
    drugs = next(row for row in held.rows if row.offence == "Drugs")
    assert drugs.percent.number == pytest.approx(100 * 240 / 260)
    assert drugs.not_located.number == 10.0
    # all: 456 held of 475 published is 96%
    assert held.whole.percent.number == pytest.approx(96.0)
    assert held.whole.published.area == AREA


def test_rows_in_are_rows_used_and_rows_set_aside() -> None:
    (row,) = found_with().sources
    assert row.rows_in.number == row.used.number + row.set_aside.number == 100


def test_months_that_follow_one_another_are_named_as_one_stretch() -> None:
    found = found_with()
    assert completeness_title(found) == "Of 4 stretches of months two are incomplete"
    assert "not complete for January 2023 to June 2023:" in words_of(CHAPTER.write(found))
    gone = Stretch(Period.parse("2023-07", "2023-09"), "missing", None, "no file", None, None)
    told = found_with(completeness=Completeness((*STRETCHES[:2], gone))).key_findings[-1]
    assert told.claim == (
        "The open data are incomplete for January 2023 to September 2023: those months are not "
        "compared."
    )
    assert len(told.figures) == 2  # of a month that is not held there is no share


def test_a_stretch_without_a_total_is_not_known_and_not_short() -> None:
    last = found_with().completeness[-1]
    assert (last.status, last.share.status) == ("not judged", "not_known")


def test_two_extracts_of_a_month_are_compared() -> None:
    words = words_of(CHAPTER.write(found_with()))
    assert "2 Crime IDs appeared and 12 vanished; of 80 in both, 1 have another offence" in words
    assert "For May 2023 the later extract is more than 5% smaller" in words


def test_records_with_no_place_are_the_forces() -> None:
    found = found_with()
    assert found.located_of == FORCE
    assert found.located_whole is not None
    # 100 of 2,000
    assert found.located_whole.share.number == 5.0
    assert found.located[0].offence == "Drugs"


def test_rows_that_name_no_force_are_not_called_the_forces() -> None:
    nameless = replace(ROWS, forces=())
    found = found_with(quality=Quality((), (), (), (), (nameless,)))
    assert "names no force either" in words_of(CHAPTER.write(found))


def test_without_a_published_table_the_paper_says_what_it_needs() -> None:
    found: EvidenceFindings = CHAPTER.analyse(desk_with(MONTHLY))
    assert found.reconciliation is None
    words = words_of(CHAPTER.write(found))
    assert "This needs the ONS tables, from the Office for National Statistics." in words
    assert found.key_findings == ()


def test_a_partnership_that_is_not_published_is_not_reconciled() -> None:
    empty = replace(official(), rows={})
    found = found_with(official=empty)
    assert found.reconciliation is None
    assert "no count for this partnership" in found.why_not_reconciled


def test_a_break_of_the_settings_refuses_and_one_of_the_register_cautions() -> None:
    own = SeriesBreak(month="2024-03", what="New record system", source="the force")
    found = CHAPTER.analyse(desk_with(MONTHLY, settings=sample_settings(series_breaks=(own,))))
    inside = {row.what: row.refuses for row in found.breaks if row.inside}
    assert inside.pop("New record system")
    # the register's two of spring 2023 lie within January 2023 to December 2024
    assert list(inside.values()) == [False, False]


def test_none_published_is_nought_and_neither_unknown_nor_withheld() -> None:
    # 36 shoplifting offences are held: of 0 published there is no percentage, and more is held
    nought = OfficialRow(0, 0, 4_000, 2_000, None, None, "", "")
    rows = {**official().rows, ("E22999991", "Shoplifting"): nought}
    held = found_with(official=replace(official(), rows=rows)).reconciliation
    assert held is not None
    row = next(row for row in held.rows if row.offence == "Shoplifting")
    assert (row.published.value, row.published.status) == (0, "known")
    assert row.percent.status == "not_known"
    assert row.reading == MORE_HELD
    cells = next(
        cells
        for cells in reconciliation_table(found_with(), held).rows
        if cells[0] == "Shoplifting"
    )
    published = cells[2]
    assert isinstance(published, Number)
    assert (published.text, cells[3]) == ("0", "[z]")
