"""What open data can and cannot meet, item by item."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.builders import desk_with, sample_settings
from tests.return_builders import line, return_of, year
from wardwise.chapters.statutory_coverage import CHAPTER
from wardwise.chapters.statutory_coverage.findings import CoverageFindings, Met
from wardwise.document.blocks import Paragraph
from wardwise.domain.evidence import Completeness, Stretch
from wardwise.domain.period import Period
from wardwise.domain.settings import DocumentSettings
from wardwise.figures.desk import Desk


MONTHS = {"Burglary": [4] * 24, "Drugs": [2] * 24, "Anti-social behaviour": [9] * 24}


def met(found: CoverageFindings) -> dict[str, Met]:
    return {row.item: row.answer.met for row in found.rows}


def found_with(monthly: dict[str, list[int]] = MONTHS, **parts: Any) -> CoverageFindings:
    found: CoverageFindings = CHAPTER.analyse(desk_with(monthly, **parts))
    return found


def test_open_data_alone_meet_what_they_can_and_no_more() -> None:
    assert met(found_with()) == {
        "a": Met.PART,
        "b": Met.MET,
        "c": Met.PART,
        "d": Met.PROPOSED,
        "e": Met.NOT_MET,
        "f": Met.NOT_MET,
        "g": Met.NOT_ASKED,  # E06: one council
        "6(1)(a)": Met.PART,
        "6(1)(b)": Met.PART,
        "6(1)(c)": Met.NOT_MET,
        "6(1)(d)": Met.NOT_MET,  # neither violence nor robbery is held here
    }


def test_a_year_that_cannot_be_compared_does_not_meet_item_b() -> None:
    short = Stretch(Period.parse("2023-01", "2023-03"), "incomplete", 0.9, "short")
    row = found_with(completeness=Completeness((short,))).rows[1]
    assert row.answer.met is Met.PART
    assert "January 2023 to March 2023 (90% held)" in row.answer.how


def test_three_years_are_claimed_only_where_the_first_is_held() -> None:
    two = found_with().rows[1].answer
    assert two.met is Met.MET
    assert two.how == (
        "Every offence group against the year before, with a test. The year before that is not "
        "held whole."
    )
    longer = {name: counts + counts[:12] for name, counts in MONTHS.items()}
    assert "against the year before and over three years" in found_with(longer).rows[1].answer.how
    short = Stretch(Period.parse("2022-01", "2022-03"), "incomplete", 0.9, "short")
    row = found_with(longer, completeness=Completeness((short,))).rows[1]
    assert "over three years" not in row.answer.how


def test_the_partnerships_own_sentence_is_printed_as_its_own() -> None:
    words = "Residents were asked at three meetings in May."
    settings = sample_settings(document=DocumentSettings(statements={"e": words}))
    found = found_with(settings=settings)
    assert met(found)["e"] is Met.STATED
    said = [str(b.text) for b in CHAPTER.write(found).blocks if isinstance(b, Paragraph)]
    assert f"Item e, in the partnership's own words. {words}" in said


def test_a_statement_does_not_make_more_of_what_evidence_meets_in_part() -> None:
    settings = sample_settings(document=DocumentSettings(statements={"c": "We know why."}))
    assert met(found_with(settings=settings))["c"] is Met.PART


def test_a_district_under_a_county_is_asked_for_matters_of_the_county() -> None:
    desk = desk_with(MONTHS)
    place = desk.evidence.place
    shared = replace(
        place, districts_of={**place.districts_of, place.csp_code: ("E07999991", "E07999992")}
    )
    found = CHAPTER.analyse(Desk(replace(desk.evidence, place=shared), desk.settings))
    assert met(found)["g"] is Met.NOT_MET


def test_the_opening_names_what_is_not_met() -> None:
    opening = CHAPTER.write(found_with()).blocks[0]
    assert isinstance(opening, Paragraph)
    assert str(opening.text) == (
        "This paper is not yet a complete strategic assessment: items e and f are not met. "
        "Items a, c and d are met in part or await a decision. "
        "The table says what would complete each."
    )


def test_a_welsh_paper_cites_the_welsh_regulations() -> None:
    desk = desk_with(MONTHS)
    welsh = replace(desk.evidence, place=replace(desk.evidence.place, country="Wales"))
    section = CHAPTER.write(CHAPTER.analyse(Desk(welsh, desk.settings)))
    said = " ".join(str(getattr(block, "text", "")) for block in section.blocks)
    assert "S.I. 2007/3076" in said
    assert "S.I. 2007/1830" not in said


COHORT = "Everybody dealt with 2022/23, followed for 12 months"
RETURNS = {
    name: return_of(name, line("reoffenders", year(2024), 50, of=200.0, cohort=COHORT))
    for name in ("youth_justice", "probation")
}
TESTS = return_of("drug_tests", line("tests", year(2024), 200), line("positive", year(2024), 80))


def test_re_offending_is_met_where_cohorts_of_children_and_adults_are_followed() -> None:
    assert met(found_with(returns=RETURNS))["6(1)(c)"] is Met.MET
    half = found_with(returns={"probation": RETURNS["probation"]})
    (row,) = (row for row in half.rows if row.item == "6(1)(c)")
    assert row.answer.met is Met.PART
    assert "re-offending of children, from the youth justice service" in row.answer.needs.lower()
    assert [place.anchor for place in row.answer.where] == ["reoffending"]


def test_substance_misuse_names_what_is_here_and_what_is_not() -> None:
    found = found_with(returns={"drug_tests": TESTS})
    (row,) = (row for row in found.rows if row.item == "6(1)(b)")
    assert row.answer.met is Met.PART
    assert row.answer.how == (
        "Recorded drug offences and drug tests on arrest and what followed are here."
    )
    assert "people in treatment, from public health" in row.answer.needs.lower()
    assert "substance-misuse" in [place.anchor for place in row.answer.where]


def test_without_returns_no_answer_points_to_a_chapter_that_is_not_printed() -> None:
    anchors = {place.anchor for row in found_with().rows for place in row.answer.where}
    assert not anchors & {"substance-misuse", "reoffending", "conferences"}


def test_the_limbs_that_are_met_are_named() -> None:
    months = {**MONTHS, "Robbery": [1] * 24}
    section = CHAPTER.write(found_with(months, returns={**RETURNS, "drug_tests": TESTS}))
    lead = section.sections[0].blocks[0]
    assert isinstance(lead, Paragraph)
    assert str(lead.text).endswith("and enough to call met: reduction of re-offending.")
