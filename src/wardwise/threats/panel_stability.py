"""How firm a panel's order is: other scorers of the same kind, and weights a little different."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.threats.draws import drawn_ranks, first_k, relatives_matrix
from wardwise.threats.factors import Side
from wardwise.threats.panel import Panel, as_array, panel_scores, scores_by_draw


CHUNK = 1_000
LEVEL = 0.95


@dataclass(frozen=True)
class PanelStability:
    """What the draws say of each threat, in the panel's order.

    ``top_percent``: draws in which it is among the first k. Unit: percent; None where it has no
    risk. ``rank_lower`` and ``rank_upper``: its best and worst rank in the middle 95%; 0 where
    it has none.
    """

    top_percent: tuple[float | None, ...]
    rank_lower: tuple[int, ...]
    rank_upper: tuple[int, ...]
    k: int
    draws: int


def panel_stability(
    panel: Panel, *, k: int, seed: int, draws: int = 10_000, weights_vary_percent: float = 25.0
) -> PanelStability:
    """How often each threat is among the first k when scorers and weights are drawn afresh.

    Parameters
    ----------
    panel : Panel
        Marks, given scores and weights.
    k : int
        How many are first. Unit: threats.
    seed : int
        Seed of the draws; the same seed gives the same answer.
    draws : int
        Number of draws.
    weights_vary_percent : float
        How far each weight may be out on either side. Unit: percent.

    Returns
    -------
    PanelStability
        In the order of the panel's threats.

    Notes
    -----
    In each draw as many scorers as there are are drawn with replacement, and each agency among
    them counts once; every weight is uniform within its range. A given score is not drawn:
    after the meeting has agreed, only the weights move. Where no scorer of a draw marked a
    factor, the panel's own score stands. First are the highest risks, passing over a part, or
    the whole, of one already there.

    References
    ----------
    Efron B, Tibshirani R (1993) An introduction to the bootstrap, chapter 6; Saltelli A and
    others (2008) Global sensitivity analysis, chapter 1.

    Examples
    --------
    See ``test_panel.py``.
    """
    random = np.random.default_rng(seed)
    own = as_array(panel_scores(panel), shape=(len(panel.threats), len(panel.factors)))
    counted = _has_risk(panel, own)
    apart = relatives_matrix(panel.relatives, candidates=len(panel.threats))
    ranks, tops = [], np.zeros(len(panel.threats))
    for size in [CHUNK] * (draws // CHUNK) + ([draws % CHUNK] if draws % CHUNK else []):
        scores = _drawn_scores(panel, own, random, size)
        risks = _risks(panel, scores, _shaken(panel, random, size, weights_vary_percent / 100))
        ranks.append(drawn_ranks(risks, counted))
        tops += first_k(risks, counted=counted, apart=apart, k=k).sum(axis=0)
    tails = [(1 - LEVEL) / 2, (1 + LEVEL) / 2]
    lower, upper = np.quantile(np.concatenate(ranks), tails, axis=0, method="nearest")
    return PanelStability(
        top_percent=tuple(
            float(100 * top / draws) if has else None
            for top, has in zip(tops, counted, strict=True)
        ),
        rank_lower=tuple(int(one) for one in np.where(counted, lower, 0)),
        rank_upper=tuple(int(one) for one in np.where(counted, upper, 0)),
        k=k,
        draws=draws,
    )


def _drawn_scores(
    panel: Panel, own: NDArray[np.float64], random: np.random.Generator, draws: int
) -> NDArray[np.float64]:
    scorers = len(panel.agencies)
    if scorers == 0:
        return np.broadcast_to(own, (draws, *own.shape))
    marks = as_array(panel.marks, shape=(scorers, *own.shape))
    times = random.multinomial(scorers, [1 / scorers] * scorers, draws).astype(float)
    made = scores_by_draw(marks, panel.agencies, times)
    made = np.where(np.isnan(made), own, made)
    given = as_array(panel.given, shape=own.shape)
    return np.where(np.isnan(given), made, given)


def _shaken(
    panel: Panel, random: np.random.Generator, draws: int, vary: float
) -> NDArray[np.float64]:
    weights = np.asarray([factor.weight for factor in panel.factors])
    return weights * random.uniform(1 - vary, 1 + vary, (draws, len(weights)))


def _risks(
    panel: Panel, scores: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Harm × likelihood in each draw; 0 where a side is not known. Shape: draws × threats."""
    made = np.ones(scores.shape[:2])
    for side in Side:
        of_side = [n for n, factor in enumerate(panel.factors) if factor.side is side]
        known = ~np.isnan(scores[:, :, of_side])
        used = known * weights[:, None, of_side]
        total = used.sum(axis=2)
        summed = (np.nan_to_num(scores[:, :, of_side]) * used).sum(axis=2)
        made *= np.divide(summed, total, out=np.zeros_like(total), where=total > 0)
    return made


def _has_risk(panel: Panel, own: NDArray[np.float64]) -> NDArray[np.bool_]:
    found = np.ones(len(panel.threats), dtype=bool)
    for side in Side:
        weighing = [
            n for n, factor in enumerate(panel.factors) if factor.side is side and factor.weight > 0
        ]
        found &= (~np.isnan(own[:, weighing])).any(axis=1)
    return found
