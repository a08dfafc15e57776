"""Threat scores and shares of draws against a slow second working of the same rules."""

from __future__ import annotations

import pytest

from tests.oracle.slow_threats import Facts, Span, risk, scores, top_counts
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.threats import threats_found
from wardwise.measures.compare.rank import Rank
from wardwise.threats.assessment import ThreatAssessment
from wardwise.threats.evidence import ONS_SEVERITY, CandidateEvidence, Reading
from wardwise.threats.scoring import RiskScore
from wardwise.threats.stability import rank_stability


DRAWS = 400


def span(reading: object) -> Span | None:
    """The value and limits of a reading, or None."""
    if not isinstance(reading, Reading):
        return None
    return reading.value, reading.lower, reading.upper


def facts_of(one: CandidateEvidence) -> Facts:
    """What the slow working starts from: the evidence, and none of its scores."""
    peers = one.peers
    return Facts(
        name=one.name,
        severity=span(one.severity.get(ONS_SEVERITY)),
        concern=span(one.public_concern),
        offences=span(one.volume),
        rate=span(one.rate),
        change=None if str(one.verdict) == "not comparable" else span(one.change),
        word=str(one.verdict),
        ahead=span(one.forecast),
        place=(peers.position, peers.lower, peers.upper, peers.of)
        if isinstance(peers, Rank)
        else None,
        grade=one.confidence.grade.value,
        within=one.within,
    )


def agrees(found: ThreatAssessment) -> None:
    """Scores, ranges, risks and the draws of every candidate are the same both ways."""
    order = [found.candidate(name) for name in found.names]
    slow = [facts_of(one.evidence) for one in order]
    for one, facts in zip(order, slow, strict=True):
        ours = {
            name: None
            if isinstance(score.score, NotKnown)
            else (score.score, score.lower, score.upper)
            for name, score in one.scores.items()
        }
        assert ours == scores(facts), one.name
        worked = risk(facts)
        if worked is None:
            assert isinstance(one.risk, NotKnown), one.name
            assert isinstance(one.rank, NotKnown), one.name
        else:
            assert isinstance(one.risk, RiskScore), one.name
            assert (one.risk.value, one.risk.harm, one.risk.likelihood) == pytest.approx(worked)
    few = rank_stability(ranges=found.ranges, k=found.k, seed=found.seed, draws=DRAWS)
    tops = top_counts(slow, k=found.k, seed=found.seed, draws=DRAWS)
    assert [100 * n / DRAWS for n in tops] == pytest.approx(list(few.top_percent))
    # what is printed rests on more draws of the same kind: within four standard errors
    for one, n in zip(order, tops, strict=True):
        share = n / DRAWS
        error = (max(share * (1 - share), 1 / DRAWS) * (1 / DRAWS + 1 / found.draws)) ** 0.5
        assert abs(one.share.top_percent / 100 - share) <= 4 * error, one.name


def test_a_made_up_force_is_scored_the_same_both_ways(force_desk: Desk) -> None:
    agrees(threats_found(force_desk).assessment)


def test_what_nobody_counts_is_not_known_and_never_nought(force_desk: Desk) -> None:
    assessment = threats_found(force_desk).assessment
    themes = [one for one in assessment.candidates if not one.evidence.is_counted]
    assert themes
    for one in themes:
        assert isinstance(one.risk, NotKnown)
        assert isinstance(one.rank, NotKnown)
        assert one.share.risk_upper > 0
        likely = [score for score in one.scores.values() if score.side.value == "likelihood"]
        assert all(isinstance(score.score, NotKnown) for score in likely)
        assert {(score.lower, score.upper) for score in likely} == {(0.0, 4.0)}


@pytest.mark.shared
@pytest.mark.slow
def test_luton_is_scored_the_same_both_ways(luton_desk: Desk) -> None:
    agrees(threats_found(luton_desk).assessment)
