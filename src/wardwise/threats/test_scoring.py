"""Bands, grades, scores and the grid, worked by hand."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from wardwise.domain.errors import ReferenceDataError, SettingsError
from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.measures.compare.rank import Rank
from wardwise.reference.load import load_table
from wardwise.threats.bands import Band, Bands, bands_from, default_bands
from wardwise.threats.confidence import Confidence, Grade, confidence_grade
from wardwise.threats.evidence import (
    ONS_SEVERITY,
    CandidateEvidence,
    CandidateKind,
    Reading,
)
from wardwise.threats.factors import (
    Side,
    default_weights,
    factors,
    factors_of,
    judged_harm,
    weights_with,
)
from wardwise.threats.matrix4x4 import Cell, matrix_cell
from wardwise.threats.scoring import factor_scores, risk_score


SURE = Confidence(Grade.A, ("no reservation",), 0.0)
BURGLARY = CandidateEvidence(
    name="Residential burglary",
    kind=CandidateKind.OFFENCE,
    confidence=SURE,
    volume=Reading(1200, 1100, 1300),
    rate=Reading(3.7, 3.4, 4.0),
    change=Reading(-12.0, -20.0, -3.0),
    verdict=Verdict.FELL,
    forecast=Reading(2.0, -9.0, 14.0),
    severity={ONS_SEVERITY: Reading(500.0, 460.0, 540.0)},
    peers=Rank(2, 1, 5, 16, 0, 11, 0, 3.0, 0.95),
    judged=judged_harm("Residential burglary"),
)


def scores_of(candidate: CandidateEvidence) -> dict[str, tuple[object, float, float]]:
    made = factor_scores(candidate=candidate, bands=default_bands(), scheme=ONS_SEVERITY)
    return {name: (score.score, score.lower, score.upper) for name, score in made.items()}


def test_evidence_becomes_scores_by_the_bands() -> None:
    scores = scores_of(BURGLARY)
    assert scores["frequency"] == (3.0, 2.5, 3.5)  # 365 to 1,825 a year, all of the range
    assert scores["volume"] == (3.0, 2.5, 3.5)  # 2.7 to 6.5 per 1,000
    assert scores["severity"] == (4.0, 2.5, 4.0)  # 460 is a band lower; the scale ends at 4
    assert scores["trend"] == (1.0, 0.5, 2.5)  # fell; −3% would be level
    # 2nd of 16: 14.5/16 = 91% below; 1st: 97%; 5th: 72%
    assert scores["peers"] == (4.0, 2.5, 4.0)


def test_a_change_that_is_not_clear_counts_as_none() -> None:
    unclear = replace(BURGLARY, change=Reading(8.0, -4.0, 21.0), verdict=Verdict.NO_CLEAR_CHANGE)
    # the score is that of 0%, the range still runs from −4% (level) to +21% (rising fast)
    assert scores_of(unclear)["trend"] == (2.0, 1.5, 4.0)
    assert scores_of(BURGLARY)["forecast"] == (2.0, 0.5, 3.5)


def test_years_that_cannot_be_compared_have_no_trend() -> None:
    broken = replace(BURGLARY, verdict=Verdict.NOT_COMPARABLE)
    assert scores_of(broken)["trend"][0] == NotKnown("the two years cannot be compared")


def test_a_verdict_of_no_clear_change_wins_over_an_interval_that_disagrees() -> None:
    odd = replace(BURGLARY, change=Reading(6.0, 1.0, 11.0), verdict=Verdict.NO_CLEAR_CHANGE)
    assert scores_of(odd)["trend"] == (2.0, 1.5, 3.5)


def test_a_place_that_could_be_in_either_half_is_the_middle() -> None:
    anywhere = replace(BURGLARY, peers=Rank(2, 1, 16, 16, 0, 0, 0, 3.0, 0.95))
    assert scores_of(anywhere)["peers"] == (2.0, 0.5, 4.0)


def test_what_is_not_known_takes_the_whole_scale_and_no_score() -> None:
    score, lower, upper = scores_of(BURGLARY)["public_concern"]
    assert isinstance(score, NotKnown)
    assert (lower, upper) == (0.0, 4.0)


def test_a_scheme_without_a_weight_is_not_known() -> None:
    made = factor_scores(candidate=BURGLARY, bands=default_bands(), scheme="another")
    assert "no weight by another" in made["severity"].wording


def test_no_offence_in_the_year_is_no_likelihood_at_all() -> None:
    nil = replace(BURGLARY, volume=Reading(0, 0, 3.7), rate=Reading(0, 0, 0.01))
    scores = scores_of(nil)
    for factor in factors_of(Side.LIKELIHOOD):
        assert scores[factor.name] == (0.0, 0.0, 0.0)
    assert scores["severity"] == (4.0, 2.5, 4.0)


def test_a_grade_widens_what_rests_on_evidence_and_moves_nothing() -> None:
    poor = replace(BURGLARY, confidence=Confidence(Grade.D, ("few",), 1.0))
    sure, unsure = scores_of(BURGLARY), scores_of(poor)
    assert unsure["volume"] == (3.0, 1.5, 4.0)
    assert unsure["physical"] == sure["physical"]
    assert [score[0] for score in unsure.values()] == [score[0] for score in sure.values()]


def test_judged_harm_is_a_step_out_on_either_side() -> None:
    # residential burglary: physical 0, psychological 3 by the table
    assert scores_of(BURGLARY)["physical"] == (0.0, 0.0, 1.0)
    assert scores_of(BURGLARY)["psychological"] == (3.0, 2.0, 4.0)


def test_harm_that_nobody_judged_is_not_known() -> None:
    assert all(isinstance(harm, NotKnown) for harm in judged_harm("Piracy").values())
    unjudged = replace(BURGLARY, judged={})
    assert "nobody has judged" in str(scores_of(unjudged)["physical"][0])


def test_every_candidate_of_the_list_has_been_judged() -> None:
    for row in load_table("candidate").rows:
        judged = judged_harm(str(row["candidate"]))
        assert not any(isinstance(harm, NotKnown) for harm in judged.values()), row["candidate"]


def test_risk_is_mean_harm_times_mean_likelihood() -> None:
    # harm (4×3 + 2×1) / 4 = 3.5; likelihood (1×2 + 3×2) / 4 = 2; risk 7
    risk = risk_score(
        harm={"severity": 4, "physical": 2},
        likelihood={"volume": 1, "trend": 3},
        weights={"severity": 3, "physical": 1, "volume": 2, "trend": 2},
    )
    assert (risk.harm, risk.likelihood, risk.value) == (3.5, 2.0, 7.0)


def test_a_factor_that_is_not_known_is_left_out_and_not_taken_as_nought() -> None:
    weights = {"severity": 1.0, "volume": 1.0, "trend": 1.0}
    whole = risk_score(harm={"severity": 2}, likelihood={"volume": 3}, weights=weights)
    part = risk_score(
        harm={"severity": 2}, likelihood={"volume": 3, "trend": None}, weights=weights
    )
    assert part == whole


def test_no_risk_where_nothing_is_known_on_a_side() -> None:
    with pytest.raises(ValueError, match="no risk"):
        risk_score(harm={"severity": None}, likelihood={"volume": 3}, weights={"severity": 1})


@pytest.mark.parametrize(
    ("harm", "likelihood", "cell"),
    [
        (3.2, 2.0, Cell(4, 2)),
        (0.0, 4.0, Cell(1, 4)),
        (1.0, 1.01, Cell(1, 2)),
    ],
)
def test_the_grid_cuts_the_scale_in_quarters(harm: float, likelihood: float, cell: Cell) -> None:
    assert matrix_cell(harm=harm, likelihood=likelihood) == cell


def test_a_cell_says_its_product_and_its_words() -> None:
    cell = matrix_cell(harm=3.2, likelihood=2.4)
    assert (cell.product, cell.wording) == (12, "severe and frequent")


def test_a_mean_outside_the_scale_has_no_cell() -> None:
    with pytest.raises(ValueError, match="within 0 to 4"):
        matrix_cell(harm=4.1, likelihood=1)


def test_a_count_without_reservation_is_grade_a() -> None:
    assert confidence_grade(events=2500) == Confidence(Grade.A, ("no reservation",), 0.0)


def test_each_fault_costs_a_grade_and_is_named() -> None:
    two = confidence_grade(events=40, is_complete=False)
    assert (two.grade, two.spread, two.wording) == (Grade.C, 0.5, "counted with reservations")
    assert two.reasons == (
        "the year is not complete in the source",
        "there are fewer than 100 in the year",
    )


def test_no_grade_is_worse_than_d() -> None:
    worst = confidence_grade(
        events=4,
        is_complete=False,
        has_series_break=True,
        unlocated_percent=12,
        mostly_unreported=True,
    )
    assert (worst.grade, len(worst.reasons)) == (Grade.D, 5)
    assert "12% of the force's records of it have no place" in worst.reasons


def test_what_is_not_counted_is_grade_d() -> None:
    grade = confidence_grade(events=NotKnown("no source"))
    assert (grade.grade, grade.reasons) == (Grade.D, ("it is not counted: no source",))


def test_a_reading_holds_its_value_inside_its_range() -> None:
    with pytest.raises(ValueError, match="cannot lie outside"):
        Reading(5, 6, 7)


def test_every_factor_that_rests_on_evidence_has_bands_without_gap() -> None:
    for factor in factors():
        bands = default_bands().of(factor.name)
        assert [band.score for band in bands] == ([] if factor.is_judged else [1, 2, 3, 4])
    assert default_bands().of("trend")[0].lower == -math.inf


def test_a_value_that_no_band_holds_is_a_fault_of_the_table() -> None:
    with pytest.raises(ReferenceDataError, match="no band of 'severity' holds -1"):
        default_bands().band("severity", -1)


def _band(lower: float | None, upper: float | None, score: int) -> dict[str, object]:
    return {
        "factor": "volume",
        "lower": lower,
        "upper": upper,
        "score": score,
        "wording": "w",
        "source": "s",
    }


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([_band(None, 1, 1), _band(2, None, 2)], "Make each begin where the last ends"),
        ([_band(None, 1, 2), _band(1, None, 1)], "with a higher score"),
        ([_band(None, None, 5)], "scores are 1 to 4"),
    ],
)
def test_bands_with_a_gap_or_out_of_order_are_refused(
    rows: list[dict[str, object]], says: str
) -> None:
    with pytest.raises(ReferenceDataError, match=says):
        bands_from(rows)  # type: ignore[arg-type]


def test_bands_stand_in_order_of_their_limits() -> None:
    high, low = Band("volume", 1, math.inf, 2, "h", "s"), Band("volume", 0, 1, 1, "l", "s")
    assert Bands((high, low)).of("volume") == (low, high)


def test_settings_change_a_weight_and_leave_the_rest() -> None:
    weights = weights_with({"severity": 2.5})
    assert weights == {**default_weights(), "severity": 2.5}


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"severty": 1.0}, "threat.weights.severty: .* Did you mean 'severity'"),
        ({"unlike": 1.0}, "expected one of severity, physical"),
        ({"severity": -1.0}, "expected 0 or more"),
        (
            {"frequency": 0, "volume": 0, "trend": 0, "forecast": 0, "peers": 0},
            "every factor of likelihood has the weight 0",
        ),
    ],
)
def test_weights_that_cannot_be_are_settings_errors(changes: dict[str, float], says: str) -> None:
    with pytest.raises(SettingsError, match=says):
        weights_with(changes)
