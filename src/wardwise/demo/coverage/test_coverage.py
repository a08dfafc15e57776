"""The study: all seeds of what is quick to draw, fewer of what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from wardwise.demo.coverage import Case
from wardwise.demo.coverage.case import LEAST, MOST, SEEDS, Kind
from wardwise.demo.coverage.counts_and_shares import counts, shares
from wardwise.demo.coverage.page import coverage_page
from wardwise.demo.coverage.study import OF_INTERVALS, OF_TESTS, study


PAGE = Path(__file__).parents[4] / "docs" / "reference" / "coverage.md"


@pytest.mark.slow
@pytest.mark.parametrize("cases", OF_INTERVALS)
def test_intervals_hold_the_truth_and_are_not_much_too_wide(cases) -> None:  # type: ignore[no-untyped-def]
    for case in cases(SEEDS):
        assert case.is_met is not False, case


@pytest.mark.slow
@pytest.mark.parametrize("cases", [counts, shares])
def test_what_is_drawn_agrees_with_what_is_worked_out(cases) -> None:  # type: ignore[no-untyped-def]
    for case in cases(SEEDS):
        # three and a half standard errors of 2,000 seeds, for 35 looked at together
        assert case.percent == pytest.approx(case.exactly, abs=3.5 * max(case.error, 0.3))


@pytest.mark.slow
@pytest.mark.parametrize("cases", OF_TESTS)
def test_sets_hold_the_peak_and_tests_call_nothing_where_nothing_is(cases) -> None:  # type: ignore[no-untyped-def]
    seeds = 120  # a true 95% holds 107 or more of 120 in all but one study in a hundred
    for case in cases(seeds):
        if case.kind is not Kind.COMPARISON:
            assert case.held >= 107, case


def test_what_is_asked_of_a_case() -> None:
    def met(held: int, expected: float | None, kind: Kind = Kind.INTERVAL) -> bool | None:
        return Case("offences", "five", expected, held, seeds=1000, kind=kind).is_met

    assert [met(held, 20) for held in (939, 940, 970, 971)] == [False, True, True, False]
    # few are expected: it may be wide
    assert [met(held, 19.9) for held in (939, 999)] == [False, True]
    assert met(1000, None, Kind.FLOOR)
    assert met(100, 20, Kind.COMPARISON) is None
    # √(0.95 × 0.05 / 1000) = 0.0068920
    assert Case("offences", "five", 5, 950, seeds=1000).error == pytest.approx(0.6892, abs=1e-4)


@pytest.mark.slow
def test_the_page_shows_every_case() -> None:
    few = study(seeds=2)
    page = coverage_page(few)
    assert page.count("of 2 |") == len(few)
    assert "| (for comparison) |" in page


def test_the_page_kept_was_made_with_every_seed_and_meets_what_is_asked() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert f"drawn {SEEDS:,} times" in page
    assert f"at least {LEAST:.0f}%" in page
    assert f"at most {MOST:.0f}%" in page
    assert "| no |" not in page
