"""What must always be true of the threat assessment, whatever the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.threats import (
    ONS_SEVERITY,
    TYPICAL_SEVERITY,
    CandidateEvidence,
    CandidateKind,
    Choices,
    Reading,
    ThreatAssessment,
    assess_threats,
    confidence_grade,
    risk_score,
)
from wardwise.threats.factors import Side, default_weights, factors, factors_of
from wardwise.threats.propose import are_relatives
from wardwise.threats.stability import rank_stability


HARM = [factor.name for factor in factors_of(Side.HARM)]
LIKELIHOOD = [factor.name for factor in factors_of(Side.LIKELIHOOD)]
JUDGED = [factor.name for factor in factors() if factor.is_judged]
KINDS = st.sampled_from(list(CandidateKind))

scores = st.integers(0, 4).map(float)
harms = st.fixed_dictionaries(dict.fromkeys(HARM, scores))
likelihoods = st.fixed_dictionaries(dict.fromkeys(LIKELIHOOD, scores))
weights = st.fixed_dictionaries(dict.fromkeys([*HARM, *LIKELIHOOD], st.floats(0.1, 10)))


@st.composite
def readings(draw: st.DrawFn, low: float, high: float) -> Reading:
    lower, value, upper = sorted(draw(st.tuples(*[st.floats(low, high)] * 3)))
    return Reading(value, lower, upper)


unknown = st.just(NotKnown("not held"))


@st.composite
def candidates(draw: st.DrawFn, name: str = "One") -> CandidateEvidence:
    volume = draw(st.one_of(unknown, readings(0, 5000)))
    return CandidateEvidence(
        name=name,
        kind=draw(KINDS),
        confidence=confidence_grade(
            events=volume.value if isinstance(volume, Reading) else volume,
            is_complete=draw(st.booleans()),
            has_series_break=draw(st.booleans()),
        ),
        volume=volume,
        rate=draw(st.one_of(unknown, readings(0, 40))),
        change=draw(st.one_of(unknown, readings(-80, 200))),
        verdict=draw(st.sampled_from(list(Verdict))),
        forecast=draw(st.one_of(unknown, readings(-50, 50))),
        severity={
            scheme: draw(st.one_of(unknown, readings(0, 8000)))
            for scheme in (ONS_SEVERITY, TYPICAL_SEVERITY)
        },
        judged={kind: draw(st.one_of(unknown, readings(0, 4))) for kind in JUDGED},
        public_concern=draw(st.one_of(unknown, readings(0, 100))),
        concentration=draw(st.one_of(unknown, readings(0, 50))),
        data_needed=draw(st.sampled_from(["", "referrals", "{braces} and 12 numbers"])),
        held_by=draw(st.sampled_from(["", "the police"])),
    )


@st.composite
def lists(draw: st.DrawFn) -> list[CandidateEvidence]:
    names = [f"Candidate {letter}" for letter in "ABCDEF"[: draw(st.integers(1, 6))]]
    made = [draw(candidates(name)) for name in names]
    if len(made) > 1 and draw(st.booleans()):
        made[0] = replace(made[0], within=(names[1],))
    return made


def assess(evidence: list[CandidateEvidence], *, seed: int = 1, k: int = 2) -> ThreatAssessment:
    return assess_threats(candidates=evidence, choices=Choices(k=k, seed=seed, draws=200))


def rank(risk: float, others: list[float]) -> int:
    return 1 + sum(other > risk for other in others)


@given(
    harm=harms,
    likelihood=likelihoods,
    weights=weights,
    factor=st.sampled_from(HARM),
    others=st.lists(st.floats(0, 16), max_size=6),
)
def test_raising_a_harm_score_never_lowers_the_rank(
    harm: dict[str, float],
    likelihood: dict[str, float],
    weights: Mapping[str, float],
    factor: str,
    others: list[float],
) -> None:
    before = risk_score(harm=harm, likelihood=likelihood, weights=weights)
    raised = {**harm, factor: min(4.0, harm[factor] + 1)}
    after = risk_score(harm=raised, likelihood=likelihood, weights=weights)
    assert after.value >= before.value - 1e-12
    assert rank(after.value + 1e-12, others) <= rank(before.value, others)


@given(harm=harms, weights=weights)
def test_no_likelihood_is_no_risk(harm: dict[str, float], weights: Mapping[str, float]) -> None:
    nothing = dict.fromkeys(LIKELIHOOD, 0.0)
    assert risk_score(harm=harm, likelihood=nothing, weights=weights).value == 0


@given(harm=harms, likelihood=likelihoods, weights=weights, times=st.floats(0.1, 10))
def test_only_the_ratio_of_weights_matters(
    harm: dict[str, float],
    likelihood: dict[str, float],
    weights: dict[str, float],
    times: float,
) -> None:
    once = risk_score(harm=harm, likelihood=likelihood, weights=weights)
    scaled = {name: weight * times for name, weight in weights.items()}
    again = risk_score(harm=harm, likelihood=likelihood, weights=scaled)
    assert abs(once.value - again.value) < 1e-9
    assert 0 <= once.value <= 16


@settings(max_examples=60, deadline=None)
@given(evidence=lists())
def test_swapping_two_candidates_swaps_their_ranks(evidence: list[CandidateEvidence]) -> None:
    first, last = evidence[0], evidence[-1]
    swapped = [*evidence]
    swapped[0], swapped[-1] = replace(last, name=first.name), replace(first, name=last.name)
    before, after = assess(evidence), assess(swapped)
    assert before.candidate(first.name).rank == after.candidate(last.name).rank
    assert before.candidate(last.name).rank == after.candidate(first.name).rank
    assert before.candidate(first.name).risk == after.candidate(last.name).risk


@settings(max_examples=60, deadline=None)
@given(evidence=lists())
def test_capacity_and_place_never_move_a_risk(evidence: list[CandidateEvidence]) -> None:
    changed = [
        replace(one, capacity="nothing can be done", concentration=Reading(1.0, 0.5, 2.0))
        for one in evidence
    ]
    before, after = assess(evidence), assess(changed)
    for one in before.candidates:
        other = after.candidate(one.name)
        assert (one.risk, one.rank, one.share, one.tier) == (
            other.risk,
            other.rank,
            other.share,
            other.tier,
        )


@settings(max_examples=60, deadline=None)
@given(evidence=lists())
def test_confidence_widens_the_range_and_never_moves_the_risk(
    evidence: list[CandidateEvidence],
) -> None:
    poor = confidence_grade(events=NotKnown("x"))
    changed = [replace(one, confidence=poor) for one in evidence]
    before, after = assess(evidence), assess(changed)
    for one in before.candidates:
        other = after.candidate(one.name)
        assert (one.risk, one.rank) == (other.risk, other.rank)
        for name, score in one.scores.items():
            assert other.scores[name].lower <= score.lower
            assert other.scores[name].upper >= score.upper


@settings(max_examples=60, deadline=None)
@given(evidence=lists(), seed=st.integers(0, 2**32))
def test_a_seed_makes_the_same_assessment_twice(
    evidence: list[CandidateEvidence], seed: int
) -> None:
    assert assess(evidence, seed=seed) == assess(evidence, seed=seed)


@settings(max_examples=100, deadline=None)
@given(evidence=lists(), k=st.integers(1, 6))
def test_every_candidate_is_printed_once_with_a_reason(
    evidence: list[CandidateEvidence], k: int
) -> None:
    made = assess(evidence, k=k)
    assert sorted(one.name for one in made.candidates) == sorted(one.name for one in evidence)
    assert all(str(one.reason).endswith(".") for one in made.candidates)
    assert len(made.proposed) <= k


@settings(max_examples=100, deadline=None)
@given(evidence=lists(), k=st.integers(1, 6))
def test_no_two_relatives_are_proposed_and_the_uncounted_never_score(
    evidence: list[CandidateEvidence], k: int
) -> None:
    made = assess(evidence, k=k)
    for one in made.candidates:
        if not one.evidence.is_counted:
            assert isinstance(one.risk, NotKnown)
            assert isinstance(one.rank, NotKnown)
        for other in made.proposed:
            if one in made.proposed:
                assert not are_relatives(one.evidence, other.evidence)


@settings(max_examples=60, deadline=None)
@given(evidence=lists())
def test_scores_and_ranges_stay_on_the_scale(evidence: list[CandidateEvidence]) -> None:
    for one in assess(evidence).candidates:
        for score in one.scores.values():
            assert 0 <= score.lower <= score.upper <= 4
            if not isinstance(score.score, NotKnown):
                assert score.lower <= score.score <= score.upper
        assert 0 <= one.share.risk_lower <= one.share.risk_upper <= 16
        assert 0 <= one.share.top_percent <= 100


@settings(max_examples=40, deadline=None)
@given(
    lower=st.lists(st.floats(0, 3), min_size=2, max_size=5),
    wider=st.floats(0, 1),
    k=st.integers(1, 5),
)
def test_the_shares_of_all_add_to_the_places(lower: list[float], wider: float, k: int) -> None:
    upper = [score + wider for score in lower]
    side = {"lower": [[x] for x in lower], "upper": [[x] for x in upper], "weights": [1.0]}
    every = rank_stability(
        ranges={
            "harm": side,
            "likelihood": side,
            "counted": [True] * len(lower),
            "relatives": [],
        },
        k=k,
        seed=3,
        draws=50,
    )
    assert abs(sum(every.top_percent) - 100 * min(k, len(lower))) < 1e-6


def test_every_weight_of_the_reference_table_is_used() -> None:
    assert set(default_weights()) == {*HARM, *LIKELIHOOD}
