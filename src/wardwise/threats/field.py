"""The candidates taken together: what one is compared with when reasons are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from wardwise.domain.nothing import NotKnown
from wardwise.threats.bands import Bands, default_bands
from wardwise.threats.evidence import CandidateEvidence, Known, Reading
from wardwise.threats.factors import Side, factors_of
from wardwise.threats.scoring import FactorScore, RiskScore
from wardwise.threats.stability import TopShare


@dataclass(frozen=True)
class Scored:
    """One candidate with its scores, its risk and what the draws say of it."""

    evidence: CandidateEvidence
    scores: Mapping[str, FactorScore]
    risk: RiskScore | NotKnown
    rank: int | NotKnown
    share: TopShare

    @property
    def name(self) -> str:
        """The candidate's name."""
        return self.evidence.name

    @property
    def value(self) -> float:
        """Its risk, below every other where it is not known: for order only, never printed."""
        return self.risk.value if isinstance(self.risk, RiskScore) else -1.0

    @property
    def level(self) -> float:
        """The same without the noise of the last digits, so that equal risks are equal."""
        return round(self.value, 9)


@dataclass(frozen=True)
class Field:
    """Every scored candidate, and the means to say where one stands among them."""

    scored: tuple[Scored, ...]
    weights: Mapping[str, float]
    scheme: str
    k: int
    bands: Bands = field(default_factory=default_bands)

    @property
    def counted(self) -> tuple[Scored, ...]:
        """Those that have a risk."""
        return tuple(one for one in self.scored if isinstance(one.risk, RiskScore))

    def push(self, one: Scored, factor: str) -> float:
        """How far a factor lifts (or lowers) a candidate against the middle one.

        Unit: steps of score, by the factor's share of the weight of its side.
        """
        ours = one.scores[factor].score
        scores = [other.scores[factor].score for other in self.counted]
        known = [score for score in scores if not isinstance(score, NotKnown)]
        if isinstance(ours, NotKnown) or not known:
            return 0.0
        side = factors_of(Side(one.scores[factor].side))
        total = sum(self.weights[each.name] for each in side)
        return self.weights[factor] / total * (ours - median(known))

    def place_by_severity(self, one: Scored) -> int:
        """1 for the gravest of those counted; 0 where the place is shared or there is none."""
        severities = [other.evidence.severity.get(self.scheme) for other in self.counted]
        return _place(one.evidence.severity.get(self.scheme), severities)

    def place_by_volume(self, one: Scored) -> int:
        """1 for the largest of those counted; 0 where the place is shared or there is none."""
        return _place(one.evidence.volume, [other.evidence.volume for other in self.counted])


def _place(ours: Known | None, all_of_them: Sequence[Known | None]) -> int:
    values = [reading.value for reading in all_of_them if isinstance(reading, Reading)]
    if not isinstance(ours, Reading) or values.count(ours.value) > 1:
        return 0
    return 1 + sum(value > ours.value for value in values)
