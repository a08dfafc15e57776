"""The scores of all candidates as plain lists: what the draws are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from wardwise.domain.nothing import NotKnown
from wardwise.threats.bands import Bands
from wardwise.threats.evidence import CandidateEvidence
from wardwise.threats.factors import Side, factors_of
from wardwise.threats.propose import are_relatives
from wardwise.threats.scoring import FactorScore, factor_scores


def scores_by_side(scores: Mapping[str, FactorScore]) -> dict[str, dict[str, float | None]]:
    """Side → factor → score, None where it is not known: the arguments of ``risk_score``."""
    return {
        side.value: {
            name: None if isinstance(score.score, NotKnown) else score.score
            for name, score in scores.items()
            if score.side is side
        }
        for side in Side
    }


def ranges_of(
    candidates: Sequence[CandidateEvidence],
    *,
    weights: Mapping[str, float],
    bands: Bands,
    scheme: str,
) -> dict[str, Any]:
    """The ``ranges`` of ``rank_stability``, in the order of the candidates."""
    scores = [factor_scores(candidate=one, bands=bands, scheme=scheme) for one in candidates]
    made: dict[str, Any] = {side.value: _side(side, scores, weights) for side in Side}
    made["counted"] = [
        one.is_counted and _has_risk(each, weights)
        for one, each in zip(candidates, scores, strict=True)
    ]
    made["relatives"] = [
        [i, j]
        for i, one in enumerate(candidates)
        for j, other in enumerate(candidates)
        if i < j and are_relatives(one, other)
    ]
    return made


def _has_risk(scores: Mapping[str, FactorScore], weights: Mapping[str, float]) -> bool:
    """Whether something with a weight is known on either side."""
    return all(
        any(score is not None and weights[name] for name, score in known.items())
        for known in scores_by_side(scores).values()
    )


def _side(
    side: Side, scores: Sequence[Mapping[str, FactorScore]], weights: Mapping[str, float]
) -> dict[str, Any]:
    names = [factor.name for factor in factors_of(side)]
    return {
        "lower": [[each[name].lower for name in names] for each in scores],
        "upper": [[each[name].upper for name in names] for each in scores],
        "weights": [weights[name] for name in names],
    }
