"""The threat assessment: a broad scan over every candidate, then the few that are proposed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from wardwise.domain.nothing import NotKnown
from wardwise.threats.assessment import AssessedCandidate, ThreatAssessment
from wardwise.threats.bands import Bands
from wardwise.threats.case import case_of
from wardwise.threats.choices import Choices
from wardwise.threats.evidence import (
    JUDGED_HARM,
    ONS_SEVERITY,
    TYPICAL_SEVERITY,
    CandidateEvidence,
)
from wardwise.threats.factors import weights_with
from wardwise.threats.field import Field, Scored
from wardwise.threats.matrix4x4 import Cell, matrix_cell
from wardwise.threats.propose import Proposal, propose, tier_of
from wardwise.threats.ranges import ranges_of, scores_by_side
from wardwise.threats.scoring import RiskScore, factor_scores, risk_score
from wardwise.threats.stability import TopShare, rank_stability, share_of
from wardwise.threats.swaps import place_changes, ranks_of
from wardwise.threats.why import reasons


SCHEMES = (ONS_SEVERITY, TYPICAL_SEVERITY, JUDGED_HARM)
"""Every harm index that the order is worked out by; the first leads."""


def assess_threats(
    *, candidates: Sequence[CandidateEvidence], choices: Choices
) -> ThreatAssessment:
    """Score every candidate, say how far the order can be trusted, and propose priorities.

    Parameters
    ----------
    candidates : sequence of CandidateEvidence
        Every problem that could become a priority, counted or not.
    choices : Choices
        Weights, bands, how many to propose, what people decided, and the draws.

    Returns
    -------
    ThreatAssessment
        Every candidate with its scores, risk, rank, share of draws, cell, tier and reason.

    Raises
    ------
    SettingsError
        If a weight or a decision names something that is not there.
    ValueError
        If there is no candidate, or two have one name.

    Notes
    -----
    Risk is harm × likelihood. Capacity stands beside and is never part of it; confidence widens
    ranges and never moves a score. A candidate without a count has no risk: it is listed as not
    known, with what would have to be known, and is never scored nought. The order is worked out
    by three harm indices: what an offence weighs on average, what the middle offence weighs, and
    judged harm alone. All three rest on what is at hand: the first two on the same table of
    ONS severity weights, because no second official table could be had.

    References
    ----------
    Reference tables ``threat_factor``, ``threat_band``, ``threat_harm_element`` and
    ``threat_confidence``; docs/explanation/threats.md.

    Examples
    --------
    See ``test_assess.py``.
    """
    names = tuple(one.name for one in candidates)
    if not names or len(set(names)) < len(names):
        raise ValueError("expected candidates, each with a name of its own.")
    chosen, bands = weights_with(choices.weights), choices.bands
    ranges = ranges_of(candidates, weights=chosen, bands=bands, scheme=ONS_SEVERITY)
    shares = _shares(ranges, choices, len(names))
    by_scheme = {
        scheme: _scored(candidates, shares, weights=chosen, bands=bands, scheme=scheme)
        for scheme in SCHEMES
    }
    field = Field(by_scheme[ONS_SEVERITY], chosen, ONS_SEVERITY, choices.k, bands)
    proposal = propose(scored=field.scored, k=choices.k, overrides=choices.overrides)
    return ThreatAssessment(
        candidates=_assessed(field, proposal, by_scheme),
        k=choices.k,
        seed=choices.seed,
        draws=choices.draws,
        weights_vary_percent=choices.weights_vary_percent,
        weights=chosen,
        scheme=ONS_SEVERITY,
        changes=place_changes(by_scheme, leading=ONS_SEVERITY, k=choices.k),
        names=names,
        ranges=ranges,
    )


def _shares(ranges: Mapping[str, Any], choices: Choices, candidates: int) -> list[TopShare]:
    every = rank_stability(
        ranges=ranges,
        k=choices.k,
        seed=choices.seed,
        draws=choices.draws,
        weights_vary_percent=choices.weights_vary_percent,
    )
    return [share_of(every, position) for position in range(candidates)]


def _scored(
    candidates: Sequence[CandidateEvidence],
    shares: Sequence[TopShare],
    *,
    weights: Mapping[str, float],
    bands: Bands,
    scheme: str,
) -> tuple[Scored, ...]:
    used = {**weights, "severity": 0.0} if scheme == JUDGED_HARM else weights
    unranked = [
        _one(candidate, share, weights=used, bands=bands, scheme=scheme)
        for candidate, share in zip(candidates, shares, strict=True)
    ]
    values = [one.level for one in unranked if isinstance(one.risk, RiskScore)]
    return tuple(
        replace(one, rank=1 + sum(value > one.level for value in values))
        if isinstance(one.risk, RiskScore)
        else one
        for one in unranked
    )


def _one(
    candidate: CandidateEvidence,
    share: TopShare,
    *,
    weights: Mapping[str, float],
    bands: Bands,
    scheme: str,
) -> Scored:
    scores = factor_scores(candidate=candidate, bands=bands, scheme=scheme)
    nowhere = NotKnown("it has no risk score")
    if not candidate.is_counted:
        return Scored(candidate, scores, NotKnown("there is no count of it"), nowhere, share)
    try:
        risk = risk_score(**scores_by_side(scores), weights=weights)
    except ValueError as refusal:
        return Scored(candidate, scores, NotKnown(str(refusal)), nowhere, share)
    return Scored(candidate, scores, risk, nowhere, share)


def _assessed(
    field: Field, proposal: Proposal, by_scheme: Mapping[str, tuple[Scored, ...]]
) -> tuple[AssessedCandidate, ...]:
    why = reasons(field, proposal)
    ranks = {scheme: ranks_of(scored) for scheme, scored in by_scheme.items()}
    made = [
        AssessedCandidate(
            evidence=one.evidence,
            scores=one.scores,
            risk=one.risk,
            rank=one.rank,
            share=one.share,
            cell=_cell(one),
            tier=tier_of(one, proposal),
            reason=why[one.name],
            case=case_of(one, field, proposal),
            decision=proposal.decided.get(one.name),
            rank_by_scheme={
                scheme: rank[one.name] for scheme, rank in ranks.items() if one.name in rank
            },
        )
        for one in field.scored
    ]
    return tuple(sorted(made, key=lambda one: _printed_order(one, proposal)))


def _printed_order(one: AssessedCandidate, proposal: Proposal) -> tuple[int, float, str]:
    if one.name in proposal.names:
        return (0, proposal.names.index(one.name), one.name)
    if isinstance(one.rank, NotKnown):
        return (2, 0, one.name)
    return (1, one.rank, one.name)


def _cell(one: Scored) -> Cell | NotKnown:
    if isinstance(one.risk, NotKnown):
        return one.risk
    return matrix_cell(harm=one.risk.harm, likelihood=one.risk.likelihood)
