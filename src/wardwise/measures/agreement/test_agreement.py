"""Agreement of scorers, worked by hand."""

from __future__ import annotations

import pytest

from wardwise.domain.nothing import NotKnown
from wardwise.measures.agreement.brier_score import brier_score
from wardwise.measures.agreement.kendalls_w import kendalls_w
from wardwise.measures.agreement.krippendorff_alpha import krippendorff_alpha


def test_alpha_of_two_scorers_by_hand() -> None:
    # Three things, marks (1,1) (1,2) (2,2). Coincidences: 1-1: 2, 1-2: 1, 2-1: 1, 2-2: 2; totals
    # 3 and 3. One distance d: observed 2d; expected (2 × 3 × 3 × d) / 5 = 3.6d; 1 − 2/3.6
    found = krippendorff_alpha(marks=[[1, 1, 2], [1, 2, 2]])
    assert found == pytest.approx(1 - 2 / 3.6)


def test_what_one_scorer_alone_marked_tells_nothing() -> None:
    with_it = krippendorff_alpha(marks=[[1, 1, 2, 4], [1, 2, 2, None]])
    assert with_it == krippendorff_alpha(marks=[[1, 1, 2], [1, 2, 2]])


@pytest.mark.parametrize(
    ("marks", "reason"),
    [
        ([[1, None], [None, 2]], "nothing was marked by two"),
        ([[2, 2], [2, 2]], "every mark is the same"),
        ([], "nothing was marked by two"),
    ],
)
def test_where_there_is_nothing_to_agree_about_alpha_is_not_known(
    marks: list[list[float | None]], reason: str
) -> None:
    found = krippendorff_alpha(marks=marks)
    assert isinstance(found, NotKnown)
    assert reason in found.reason


def test_a_level_that_is_not_one_is_refused() -> None:
    with pytest.raises(ValueError, match="ordinal"):
        krippendorff_alpha(marks=[[1], [2]], level="ratio")


def test_rows_of_unequal_length_are_refused() -> None:
    with pytest.raises(ValueError, match="one place for each"):
        krippendorff_alpha(marks=[[1, 2], [2]])
    with pytest.raises(ValueError, match="a score for each"):
        kendalls_w(scores=[[1, 2], [2]])


def test_w_of_three_people_by_hand() -> None:
    # Ranks 1 2 3, 1 3 2, 2 1 3; sums 4 6 8, mean 6; squares 4 + 0 + 4 = 8; 12 × 8 / (9 × 24)
    found = kendalls_w(scores=[[3, 2, 1], [3, 1, 2], [2, 3, 1]])
    assert found == pytest.approx(96 / 216)


def test_w_of_ties_lessens_the_denominator() -> None:
    # Ranks 1.5 1.5 3 twice; sums 3 3 6, mean 4; squares 1 + 1 + 4 = 6; ties 6 each, so the most
    # is 4 × 24 − 2 × 12 = 72, and 12 × 6 / 72 is 1: they agree in all that they say
    assert kendalls_w(scores=[[5, 5, 1], [4, 4, 2]]) == 1


@pytest.mark.parametrize("scores", [[], [[1, 2]], [[1], [2]], [[1, 1], [2, 2]]])
def test_w_is_not_known_without_two_people_and_an_order(scores: list[list[float]]) -> None:
    assert isinstance(kendalls_w(scores=scores), NotKnown)


def test_the_brier_score_by_hand() -> None:
    # (0.8 - 1)² = 0.04, (0.3 - 0)² = 0.09, (0.5 - 1)² = 0.25: 0.38 / 3
    found = brier_score(likelihoods=[0.8, 0.3, 0.5], happened=[True, False, True])
    assert found == pytest.approx(0.38 / 3)


def test_even_chances_for_everything_score_a_quarter() -> None:
    assert brier_score(likelihoods=[0.5] * 4, happened=[True, True, False, True]) == 0.25


def test_of_nothing_that_ended_there_is_no_score() -> None:
    assert isinstance(brier_score(likelihoods=[], happened=[]), NotKnown)


@pytest.mark.parametrize(("likelihoods", "happened"), [([0.5], []), ([1.2], [True])])
def test_what_is_no_likelihood_is_refused(likelihoods: list[float], happened: list[bool]) -> None:
    with pytest.raises(ValueError, match="likelihood"):
        brier_score(likelihoods=likelihoods, happened=happened)
