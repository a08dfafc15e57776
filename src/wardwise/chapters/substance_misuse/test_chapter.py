"""Tests on arrest and treatment, worked by hand."""

from __future__ import annotations

from tests.return_builders import desk_of, line, return_of, words_of, year
from wardwise.chapters.substance_misuse import CHAPTER
from wardwise.chapters.substance_misuse.findings import SubstanceFindings
from wardwise.document.pictures import Bars
from wardwise.domain.returns import PartnerReturn
from wardwise.figures.desk import Desk


def drug_tests(*counts: tuple[int, int, int]) -> PartnerReturn:
    return return_of(
        "drug_tests",
        *(
            line(item, year(when), n)
            for when, tests, positive in counts
            for item, n in (("tests", tests), ("positive", positive))
        ),
    )


TREATED = return_of(
    "treatment",
    *(
        line(item, year(when), value, of=of)
        for when, people, done in ((2023, 1092, 300), (2024, 1117, 310))
        for item, value, of in (("in_treatment", people, None), ("completed", done, people))
    ),
)


def titles(desk: Desk) -> list[str]:
    section = CHAPTER.write(CHAPTER.analyse(desk))
    return [block.title for part in section.walk() for block in part.blocks
            if isinstance(block, Bars)]  # fmt: skip


def test_where_nobody_supplied_anything_there_is_no_chapter() -> None:
    found: SubstanceFindings = CHAPTER.analyse(desk_of())
    assert not CHAPTER.is_told(found)
    assert found.key_findings == ()


def test_a_rate_that_rose_because_its_denominator_fell_is_called_so() -> None:
    # 34% of 1,840 is 626; 45% of 1,376 is 619: the rate rises, the number does not
    desk = desk_of(drug_tests((2023, 1840, 626), (2024, 1376, 619)))
    said = words_of(CHAPTER, desk)
    assert "The share of tests that were positive rose, from 34.0% to 45.0% (+11.0 points" in said
    assert "619 of 1,376 were positive in 2024, 626 of 1,840 in 2023." in said
    assert "It moved because fewer tests were made" in said
    (title,) = titles(desk)
    assert title == (
        "A larger share tested positive because fewer were tested, not because more were"
    )
    (finding,) = CHAPTER.analyse(desk).key_findings
    assert finding.claim.endswith(
        "The share moved because fewer were tested, not because of how many were positive."
    )


def test_a_rate_that_rose_with_its_count_is_told_without_an_alarm() -> None:
    desk = desk_of(drug_tests((2023, 1000, 300), (2024, 1000, 400)))
    assert "It moved because" not in words_of(CHAPTER, desk)
    assert titles(desk) == ["40.0% of tests led to: positive tests"]


def test_more_at_a_later_stage_are_not_the_same_people() -> None:
    held = return_of(
        "drug_tests",
        *(line(item, year(2024), n) for item, n in (("tests", 200), ("positive", 80),
                                                     ("required", 90))),
    )  # fmt: skip
    said = words_of(CHAPTER, desk_of(held))
    assert "More are counted at 'assessments required' (90) than at 'positive tests'" in said
    assert titles(desk_of(held)) == []


def test_treatment_moves_with_the_word_of_its_test() -> None:
    # the seed printed 1,092 → 1,117 as +2.76%; it is 25 / 1,092 = +2.3%
    said = words_of(CHAPTER, desk_of(TREATED))
    assert "1,117 people were in treatment for drugs or alcohol in 2024." in said
    assert "The number in treatment showed no clear change on the year before (+2.3%" in said
    assert "Of those in treatment in a year, 27.8%" in said  # 310 / 1,117


def test_what_is_not_held_is_one_sentence_that_says_from_whom() -> None:
    said = words_of(CHAPTER, desk_of(TREATED))
    assert (
        "Not known: how many people arrested are tested, and how many of them come to treatment. "
        "This needs the counts of tests, assessments, care plans and starts, from the police force "
        "and the provider of treatment." in said
    )
