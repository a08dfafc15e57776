"""What a panel's marks make: a score for each factor, a risk, and an order.

Pure sums over marks; who may mark, and when, is the web application's matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.nothing import NotKnown
from wardwise.threats.factors import Side
from wardwise.threats.scoring import RiskScore, risk_score


Scores = Sequence[Sequence[float | None]]


@dataclass(frozen=True)
class PanelFactor:
    """A factor that the panel's order rests on: its side, and its weight of 0 or more."""

    name: str
    side: Side
    weight: float


@dataclass(frozen=True)
class Panel:
    """Everything that an order by a panel is made from.

    Attributes
    ----------
    threats : tuple of str
        Names, each its own.
    factors : tuple of PanelFactor
        Those of harm and of likelihood. Capacity is none of them.
    agencies : tuple of str
        The agency of each scorer.
    marks : tuple
        Scorer × threat × factor; None where there is no mark, the scorer does not know, or has
        an interest. Unit: steps of score, 1 to 4.
    given : tuple
        Threat × factor: the score that stands whatever the marks are, because the meeting
        agreed it or the evidence makes it; None where the marks make it.
    relatives : tuple of pairs
        Positions of threats one of which is part of the other: never among the first together.
    """

    threats: tuple[str, ...]
    factors: tuple[PanelFactor, ...]
    agencies: tuple[str, ...]
    marks: tuple[tuple[tuple[float | None, ...], ...], ...]
    given: tuple[tuple[float | None, ...], ...]
    relatives: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class PlacedThreat:
    """A threat with its scores, its risk and its place; those that tie share the better one."""

    name: str
    scores: tuple[float | None, ...]
    risk: RiskScore | NotKnown
    rank: int | NotKnown


def panel_scores(panel: Panel) -> tuple[tuple[float | None, ...], ...]:
    """Threat × factor: the given score, else the mean over agencies of their scorers' mean.

    Parameters
    ----------
    panel : Panel
        The marks.

    Returns
    -------
    tuple
        Threat × factor, None where nobody knows. Unit: steps of score, 1 to 4.

    Notes
    -----
    Each agency counts once, however many scorers it sends: else the largest would decide.

    References
    ----------
    House rule, version 1.

    Examples
    --------
    See ``test_panel.py``.
    """
    marks = as_array(panel.marks, shape=(len(panel.agencies), *_shape(panel)))
    times = np.ones((1, len(panel.agencies)))
    made = scores_by_draw(marks, panel.agencies, times)[0]
    given = as_array(panel.given, shape=_shape(panel))
    stands = np.where(np.isnan(given), made, given)
    return tuple(tuple(None if np.isnan(one) else float(one) for one in row) for row in stands)


def placed(panel: Panel, *, scores: Scores | None = None) -> tuple[PlacedThreat, ...]:
    """Every threat with risk and place, in the order of the panel's threats.

    Parameters
    ----------
    panel : Panel
        Marks and weights.
    scores : sequence of sequences, optional
        Threat × factor, to be placed instead of ``panel_scores(panel)``.

    Returns
    -------
    tuple of PlacedThreat
        ``risk`` 0 to 16; NotKnown where nothing with a weight is known on a side.

    References
    ----------
    ``risk_score``.

    Examples
    --------
    See ``test_panel.py``.
    """
    rows = [tuple(row) for row in (panel_scores(panel) if scores is None else scores)]
    risks = [risk_of(row, panel.factors) for row in rows]
    levels = [one.value for one in risks if isinstance(one, RiskScore)]
    return tuple(
        PlacedThreat(name, row, risk, _rank(risk, levels))
        for name, row, risk in zip(panel.threats, rows, risks, strict=True)
    )


def risk_of(scores: Sequence[float | None], factors: Sequence[PanelFactor]) -> RiskScore | NotKnown:
    """Harm × likelihood of one threat's scores, or why there is none."""
    sides: dict[Side, dict[str, float | None]] = {side: {} for side in Side}
    for factor, score in zip(factors, scores, strict=True):
        sides[factor.side][factor.name] = score
    weights = {factor.name: factor.weight for factor in factors}
    try:
        return risk_score(harm=sides[Side.HARM], likelihood=sides[Side.LIKELIHOOD], weights=weights)
    except ValueError as refusal:
        return NotKnown(str(refusal))


def scores_by_draw(
    marks: NDArray[np.float64], agencies: Sequence[str], times: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Mean over agencies of their means, each scorer counted ``times``. Shape: draws × T × F.

    ``marks`` has the shape scorers × threats × factors, with NaN for no mark; ``times`` the
    shape draws × scorers.
    """
    shape = (len(times), *marks.shape[1:])
    known = ~np.isnan(marks)
    filled = np.where(known, marks, 0.0)
    total, counted = np.zeros(shape), np.zeros(shape)
    for agency in dict.fromkeys(agencies):
        ours = np.flatnonzero([one == agency for one in agencies])
        summed = np.tensordot(times[:, ours], filled[ours], axes=1)
        number = np.tensordot(times[:, ours], known[ours].astype(float), axes=1)
        has_mark = number > 0
        total += np.divide(summed, number, out=np.zeros(shape), where=has_mark)
        counted += has_mark
    nothing = np.full(shape, np.nan)
    return np.divide(total, counted, out=nothing, where=counted > 0)


def as_array(rows: object, *, shape: tuple[int, ...]) -> NDArray[np.float64]:
    """Nested sequences with None as numbers with NaN."""
    return np.array(rows, dtype=float).reshape(shape)


def _shape(panel: Panel) -> tuple[int, int]:
    return len(panel.threats), len(panel.factors)


def _rank(risk: RiskScore | NotKnown, levels: Sequence[float]) -> int | NotKnown:
    if isinstance(risk, NotKnown):
        return risk
    return 1 + sum(level > risk.value + 1e-9 for level in levels)
