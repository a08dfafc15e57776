"""Where a score hangs on a line: the evidence's own range reaches into the band below."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.threats.evidence import Reading
from wardwise.threats.factors import Factor, factors
from wardwise.threats.field import Field, Scored
from wardwise.threats.ranges import scores_by_side
from wardwise.threats.scoring import evidence_of, risk_score


AMOUNTS = ("severity", "frequency", "volume")
"""Factors that measure an amount. Trend and place are tested before they are scored."""


@dataclass(frozen=True)
class Edge:
    """The score would be lower if the truth were at the low end of the evidence.

    ``line`` is where the band begins, ``risk`` what would be left one band or more lower.
    """

    factor: Factor
    line: float
    wording: str
    reading: Reading
    risk: float


def edges(one: Scored, field: Field) -> list[Edge]:
    """Every line that the candidate's score hangs on, the one that costs most first."""
    found = [_edge(one, factor, field) for factor in factors() if factor.name in AMOUNTS]
    return sorted((edge for edge in found if edge is not None), key=lambda edge: edge.risk)


def _edge(one: Scored, factor: Factor, field: Field) -> Edge | None:
    reading = evidence_of(one.evidence, factor, scheme=field.scheme)
    if not isinstance(reading, Reading) or not field.weights[factor.name]:
        return None
    band, lower = (field.bands.band(factor.name, at) for at in (reading.value, reading.lower))
    if lower.score >= band.score:
        return None
    sides = scores_by_side(one.scores)
    sides[factor.side.value][factor.name] = float(lower.score)
    left = risk_score(**sides, weights=field.weights)
    return Edge(factor, band.lower, band.wording, reading, left.value)
