"""The threat assessment as it may be printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wardwise.domain.nothing import NotKnown
from wardwise.threats.case import Case
from wardwise.threats.evidence import CandidateEvidence
from wardwise.threats.matrix4x4 import Cell
from wardwise.threats.propose import Override, Tier
from wardwise.threats.reason import Reason
from wardwise.threats.scoring import FactorScore, RiskScore
from wardwise.threats.stability import TopShare
from wardwise.threats.swaps import PlaceChange


@dataclass(frozen=True)
class AssessedCandidate:
    """One candidate as it may be printed.

    Attributes
    ----------
    evidence : CandidateEvidence
        What is known of it.
    scores : mapping
        Factor → FactorScore. Unit: steps of score.
    risk : RiskScore or NotKnown
        Harm × likelihood. Unit: score, 0 to 16.
    rank : int or NotKnown
        1 for the highest risk.
    share : TopShare
        What the draws say: share among the first k, ranges of rank and risk.
    cell : Cell or NotKnown
        Place in the 4×4 grid.
    tier : Tier
        What is proposed to be done with it.
    reason : Reason
        Why.
    case : Case
        What speaks for it and against it, the strongest first; empty unless it is proposed.
    decision : Override or None
        What people decided, where they did.
    rank_by_scheme : mapping
        Harm index → rank; empty where there is no rank.
    """

    evidence: CandidateEvidence
    scores: Mapping[str, FactorScore]
    risk: RiskScore | NotKnown
    rank: int | NotKnown
    share: TopShare
    cell: Cell | NotKnown
    tier: Tier
    reason: Reason
    case: Case
    decision: Override | None
    rank_by_scheme: Mapping[str, int]

    @property
    def name(self) -> str:
        """The candidate's name."""
        return self.evidence.name


@dataclass(frozen=True)
class ThreatAssessment:
    """Everything that a chapter prints of the threat assessment.

    ``candidates`` stand in printed order: those proposed, in the order of the proposal; then by
    rank; then those not known, by name. ``ranges`` is what the draws were made from, in plain
    lists and in the order of ``names``, so that a share can be worked out again
    (``top_share``).
    """

    candidates: tuple[AssessedCandidate, ...]
    k: int
    seed: int
    draws: int
    weights_vary_percent: float
    weights: Mapping[str, float]
    scheme: str
    changes: tuple[PlaceChange, ...]
    names: tuple[str, ...]
    ranges: Mapping[str, Any]

    def of_tier(self, tier: Tier) -> tuple[AssessedCandidate, ...]:
        """The candidates of one tier, in printed order."""
        return tuple(one for one in self.candidates if one.tier is tier)

    @property
    def proposed(self) -> tuple[AssessedCandidate, ...]:
        """The proposed priorities, in order."""
        return self.of_tier(Tier.PRIORITY)

    def candidate(self, name: str) -> AssessedCandidate:
        """The candidate of that name; KeyError if there is none."""
        return next(iter(one for one in self.candidates if one.name == name))
