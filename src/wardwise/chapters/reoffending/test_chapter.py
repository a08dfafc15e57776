"""Cohorts of children and adults, worked by hand."""

from __future__ import annotations

from tests.return_builders import desk_of, line, return_of, words_of, year
from wardwise.chapters.reoffending import CHAPTER
from wardwise.chapters.reoffending.findings import ReoffendingFindings
from wardwise.domain.errors import CohortsDiffer
from wardwise.domain.returns import PartnerReturn


SHORT = "Children dealt with July 2022 to June 2023, followed for 12 months"
LONG = "Children dealt with July 2021 to June 2023, followed for 12 months"


def children(*, often_of: str) -> PartnerReturn:
    # the seed: 29.4% of 340 reoffended, 0.67 offences for each
    return return_of(
        "youth_justice",
        line("reoffenders", year(2024), 100, of=340.0, cohort=SHORT),
        line("reoffences", year(2024), 228, of=340.0, cohort=often_of),
    )


def adults(*cohorts: tuple[int, float, float]) -> PartnerReturn:
    lines = []
    for when, observed, predicted in cohorts:
        cohort = f"Caseload of {when - 2}/{(when - 1) % 100:02d}, followed for 12 months"
        lines.append(line("reoffenders", year(when), observed, of=1000.0, cohort=cohort))
        lines.append(line("predicted", year(when), predicted, of=1000.0, cohort=cohort))
    return return_of("probation", *lines)


def test_where_nobody_supplied_anything_there_is_no_chapter() -> None:
    found: ReoffendingFindings = CHAPTER.analyse(desk_of())
    assert not CHAPTER.is_told(found)
    assert found.key_findings == ()


def test_figures_of_two_cohorts_are_not_put_together() -> None:
    desk = desk_of(children(often_of=LONG))
    found: ReoffendingFindings = CHAPTER.analyse(desk)
    assert found.children is not None
    assert isinstance(found.children.each, CohortsDiffer)
    said = words_of(CHAPTER, desk)
    assert "The share and the average are not put together: they follow different children" in said
    assert "2.28" not in said


def test_figures_of_one_cohort_give_how_often_those_who_reoffend_do_so() -> None:
    desk = desk_of(children(often_of=SHORT))
    # 228 / 100 = 2.28
    assert "those who reoffended did so 2.28 times on average" in words_of(CHAPTER, desk)


def test_the_cohort_and_the_follow_up_stand_beside_the_share() -> None:
    said = words_of(CHAPTER, desk_of(children(often_of=SHORT)))
    assert (
        "Of 340 followed for 12 months (children dealt with, July 2022 to June 2023), 29.4% "
        "reoffended" in said
    )
    assert "each committed 0.67 proved offences on average" in said


def test_fewer_than_predicted_is_said_where_the_interval_leaves_out_one() -> None:
    # the seed: 5.2% against 7.3% predicted; of 1,000 people 52 over 73 = 0.71
    desk = desk_of(adults((2024, 52, 73.0)))
    said = words_of(CHAPTER, desk)
    assert "That is fewer than predicted: 0.71 times as many" in said
    (finding,) = CHAPTER.analyse(desk).key_findings
    assert finding.weight == 1.0


def test_as_predicted_is_no_claim() -> None:
    desk = desk_of(adults((2023, 70, 73.0), (2024, 74, 73.0)))
    said = words_of(CHAPTER, desk)
    assert "That cannot be told from what was predicted of them: 1.01 times as many" in said
    assert "Of two cohorts none lie clear of what was predicted" in said
    (finding,) = CHAPTER.analyse(desk).key_findings
    assert finding.weight == 0.0


def test_a_cohort_that_is_not_described_gives_no_figure() -> None:
    held = return_of("probation", line("reoffenders", year(2024), 50, of=200.0, cohort="2022"))
    said = words_of(CHAPTER, desk_of(held))
    assert "How many adults reoffended is not known: the return does not say in which" in said
