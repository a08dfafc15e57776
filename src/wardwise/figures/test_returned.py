"""Counts and shares of a return, worked by hand."""

from __future__ import annotations

import pytest

from tests.return_builders import desk_of, line, return_of, year
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.domain.returns import ReturnLine, cohort_of
from wardwise.domain.verdict import Verdict
from wardwise.figures.cohorts import NO_COHORT, binary, cohort_lines
from wardwise.figures.funnels import funnel
from wardwise.figures.return_spans import Named
from wardwise.figures.returned import Returned
from wardwise.figures.returned_changes import change_of
from wardwise.figures.returned_moves import moved
from wardwise.figures.returned_parts import parts_told
from wardwise.figures.returned_shares import ratio


def quarter(n: int) -> Period:
    """The nth quarter of 2023, from 0."""
    first = Month(2023, 1).plus(3 * n)
    return Period(first, first.plus(2))


def found(dataset: str, *lines: ReturnLine) -> Returned:
    held = return_of(dataset, *lines)
    return Returned(desk_of(held), held)


def test_four_quarters_of_events_are_a_year_and_of_people_are_not() -> None:
    lines = [line("completed", quarter(n), 10 + n) for n in range(8)]
    lines += [line("in_treatment", quarter(n), 100 + n) for n in range(8)]
    held = found("treatment", *lines)
    before, after = held.years(Named("completed"))
    # 10 + 11 + 12 + 13 = 46; 14 + 15 + 16 + 17 = 62
    assert [held.told(Named("completed"), one).number for one in (before, after)] == [46, 62]
    assert str(after.whole) == "2024-01/2024-12"
    people = held.years(Named("in_treatment"))
    assert [str(one.whole) for one in people] == ["2023-10/2023-12", "2024-10/2024-12"]
    assert held.told(Named("in_treatment"), people[-1]).number == 107


def test_a_year_with_a_quarter_missing_is_not_added_up() -> None:
    lines = [line("completed", quarter(n), 10) for n in (4, 5, 7)]
    held = found("treatment", *lines)
    (alone,) = held.years(Named("completed"))
    assert str(alone.whole) == "2024-10/2024-12"


def test_a_category_that_one_quarter_leaves_out_makes_the_year_not_known() -> None:
    lines = [line("completed", quarter(n), 10, category="Opiate") for n in range(4, 8)]
    lines += [line("completed", quarter(n), 5, category="Alcohol") for n in range(5, 8)]
    held = found("treatment", *lines)
    told = held.told(Named("completed"), held.years(Named("completed"))[-1])
    assert isinstance(told.count.value, NotKnown)


def test_the_line_of_the_whole_stands_and_its_parts_are_not_added_to_it() -> None:
    lines = [line("heard", year(2024), 40, category=name) for name in ("All", "North", "South")]
    held = found("marac", *lines)
    assert held.told(Named("heard"), held.years(Named("heard"))[-1]).number == 40


def test_a_sum_with_a_withheld_number_is_bounded() -> None:
    lines = [line("completed", quarter(n), 10) for n in range(4, 7)]
    lines.append(line("completed", quarter(7), None, at_most=4.0))
    told = found("treatment", *lines).told(
        Named("completed"), found("treatment", *lines).years(Named("completed"))[-1]
    )
    assert told.count.status == "withheld"
    assert told.least is not None
    assert told.most is not None
    assert (told.least.number, told.most.number) == (30, 34)


def test_a_mark_that_says_no_size_leaves_the_most_open() -> None:
    held = found("treatment", line("completed", year(2024), None))
    told = held.told(Named("completed"), held.years(Named("completed"))[-1])
    assert told.least is not None
    assert told.most is None


def test_a_count_of_few_people_is_not_printed_and_nought_is() -> None:
    held = found("marac", line("heard", year(2023), 3), line("heard", year(2024), 0))
    before, after = held.years(Named("heard"))
    assert held.told(Named("heard"), before).count.status == "withheld"
    assert held.told(Named("heard"), after).number == 0


def test_a_small_category_takes_another_with_it() -> None:
    lines = [
        line("referred_by", year(2024), n, category=name)
        for name, n in (("Police", 60), ("Health", 3), ("Housing", 20))
    ]
    held = found("marac", *lines)
    parts = parts_told(held, "referred_by", held.years(Named("referred_by"))[-1])
    # 63 + 20 known and one small would give it away: Housing, the last, goes with Health
    assert [part.name for part in parts if part.is_hidden] == ["Health", "Housing"]
    assert all(not part.told.is_known for part in parts if part.is_hidden)


def years_of_tests(*counts: tuple[int, int, int]) -> Returned:
    lines = [
        line(item, year(when), n)
        for when, tests, positive in counts
        for item, n in (("tests", tests), ("positive", positive))
    ]
    return found("drug_tests", *lines)


def test_the_alarm_of_the_seed() -> None:
    # 34% of 1,840 is 626, 45% of 1,376 is 619: ln(1840/1376) = 0.2906, ln(44.99/34.02) = 0.2793
    held = years_of_tests((2023, 1840, 626), (2024, 1376, 619))
    part, whole = Named("positive"), Named("tests")
    before, after = (ratio(held, part, whole, one) for one in held.years(whole))
    found_ = moved(held, before, after)
    assert found_.warns
    assert found_.points.number == pytest.approx(10.964, abs=0.001)
    assert found_.by_denominator.number == pytest.approx(104.0, abs=0.1)
    assert found_.points.comparison is not None
    assert found_.points.comparison.verdict is Verdict.ROSE


def test_a_rate_that_rose_with_its_count_gives_no_alarm() -> None:
    held = years_of_tests((2023, 1000, 300), (2024, 1000, 400))
    part, whole = Named("positive"), Named("tests")
    before, after = (ratio(held, part, whole, one) for one in held.years(whole))
    assert not moved(held, before, after).warns


def test_a_change_in_number_has_the_word_of_its_test() -> None:
    held = years_of_tests((2023, 1840, 626), (2024, 1376, 619))
    change = change_of(held, Named("tests"), *held.years(Named("tests")))
    # (1376 - 1840) / 1840 = -25.2%
    assert change.number == pytest.approx(-25.217, abs=0.001)
    assert change.comparison is not None
    assert change.comparison.verdict is Verdict.FELL


def test_stages_are_followed_and_a_later_one_that_counts_more_is_refused() -> None:
    stages = [("tests", 200), ("positive", 80), ("required", 90)]
    held = found("drug_tests", *(line(item, year(2024), n) for item, n in stages))
    refused = funnel(held)
    assert refused is not None
    assert refused.not_the_same is not None
    assert [one.title for one in refused.not_the_same] == [
        "Positive tests",
        "Assessments required",
    ]
    assert all(stage.from_before is None for stage in refused.stages)
    kept = funnel(found("drug_tests", *(line(item, year(2024), n) for item, n in stages[:2])))
    assert kept is not None
    share = kept.stages[1].from_before
    assert share is not None
    assert share.share.number == 40  # 80 of 200


def test_without_its_cohort_a_figure_of_reoffending_is_not_known() -> None:
    held = found(
        "youth_justice",
        line("reoffenders", year(2023), 40, of=120.0, cohort="Children of 2022"),
        line(
            "reoffenders",
            year(2024),
            40,
            of=120.0,
            cohort="Children dealt with January to March 2023, followed for 12 months",
        ),
    )
    known, not_known = (binary(held, one) for one in cohort_lines(held, "reoffenders"))
    assert known.figure.number == pytest.approx(100 / 3)
    assert not_known.figure.value == NO_COHORT


@pytest.mark.parametrize(
    ("text", "entered", "months", "waiting"),
    [
        ("Caseload 2022-04 to 2022-06, followed for 12 months", "2022-04/2022-06", 12, None),
        ("Cohort of 2022/23, 12 months", None, 0, None),
        ("Adults 2022/23, followed for 12 months and 6 more for proof", "2022-04/2023-03", 12, 6),
        ("Jul 2021 to Jun 2022, follow-up of 24 months", "2021-07/2022-06", 24, None),
    ],
)
def test_what_a_return_says_of_its_cohort(
    text: str, entered: str | None, months: int, waiting: int | None
) -> None:
    said = cohort_of(text)
    if entered is None:
        assert said is None
        return
    assert said is not None
    assert (str(said.entered), said.follow_up_months, said.waiting_months) == (
        entered,
        months,
        waiting,
    )
