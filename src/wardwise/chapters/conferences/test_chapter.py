"""Conferences on domestic abuse, worked by hand."""

from __future__ import annotations

from tests.return_builders import desk_of, line, return_of, words_of, year
from wardwise.chapters.conferences import CHAPTER
from wardwise.chapters.conferences.findings import ConferenceFindings
from wardwise.document.blocks import Table
from wardwise.figures.desk import Desk


def cases(*, agencies: dict[str, int]) -> Desk:
    lines = [
        line(item, year(when), n)
        for when, heard, repeats in ((2023, 200, 40), (2024, 260, 52))
        for item, n in (("referrals", heard + 40), ("heard", heard), ("repeats", repeats))
    ]
    lines += [line("referred_by", year(2024), n, category=who) for who, n in agencies.items()]
    return desk_of(return_of("marac", *lines))


def test_where_nobody_supplied_the_return_there_is_no_chapter() -> None:
    found: ConferenceFindings = CHAPTER.analyse(desk_of())
    assert not CHAPTER.is_told(found)
    assert found.key_findings == ()


def test_cases_and_repeats_are_set_against_the_year_before() -> None:
    said = words_of(CHAPTER, cases(agencies={}))
    # 60 / 200 = +30.0%; 52 of 260 and 40 of 200 are 20.0%
    assert "heard 260 cases in Sampleton in 2024. 20.0% (" in said
    assert "The number of cases rose by 30.0% on the year before" in said
    assert "The share of repeats showed no clear change on the year before (0.0 points" in said
    assert "The return does not say which it counts" in said


def test_the_small_number_of_an_agency_cannot_be_reckoned_from_the_others() -> None:
    found = CHAPTER.analyse(cases(agencies={"Police": 200, "Health": 3, "Housing": 57}))
    section = CHAPTER.write(found)
    (table,) = (b for b in section.blocks if isinstance(b, Table) and b.name == "marac-agencies")
    shown = {str(row[0]): getattr(row[1], "text", row[1]) for row in table.rows}
    assert shown == {"Police": "200", "Health": "[c]", "Housing": "[c]"}
    shares = {str(row[0]): getattr(row[2], "text", row[2]) for row in table.rows}
    assert (shares["Health"], shares["Housing"]) == ("[c]", "[c]")
