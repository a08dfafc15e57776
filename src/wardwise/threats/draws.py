"""Scores and weights drawn afresh, many times at once: risks, ranks, and who comes first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray


def drawn_risks(
    ranges: Mapping[str, Any], *, random: np.random.Generator, draws: int, vary: float
) -> NDArray[np.float64]:
    """Harm × likelihood in each draw. Shape: draws × candidates."""
    uniform = random.random((draws, *np.shape(ranges["harm"]["lower"])))
    harm = _means(ranges["harm"], uniform, random=random, vary=vary)
    uniform = random.random((draws, *np.shape(ranges["likelihood"]["lower"])))
    # what is not counted is not known as one thing: its factors are drawn together, or their
    # mean would always lie near the middle and "anything" would mean "average"
    unseen = ~np.asarray(ranges["counted"], dtype=bool)
    uniform[:, unseen] = uniform[:, unseen, :1]
    return harm * _means(ranges["likelihood"], uniform, random=random, vary=vary)


def _means(
    side: Mapping[str, Any],
    uniform: NDArray[np.float64],
    *,
    random: np.random.Generator,
    vary: float,
) -> NDArray[np.float64]:
    """Weighted mean score of each candidate in each draw. Shape: draws × candidates."""
    lower, upper = np.asarray(side["lower"], dtype=float), np.asarray(side["upper"], dtype=float)
    weights = np.asarray(side["weights"], dtype=float)
    scores = lower + (upper - lower) * uniform
    shaken = weights * random.uniform(1 - vary, 1 + vary, (len(uniform), len(weights)))
    shaken /= shaken.sum(axis=1, keepdims=True)
    return np.asarray(np.einsum("dcf,df->dc", scores, shaken))


def drawn_ranks(risks: NDArray[np.float64], counted: NDArray[np.bool_]) -> NDArray[np.int16]:
    """Rank among those counted; those that tie share the better one. Shape: draws × candidates."""
    held = np.where(counted, risks, -np.inf)
    ranks = np.ones(risks.shape, dtype=np.int16)
    for position in np.flatnonzero(counted):
        ranks += held[:, [position]] > held
    return ranks


def first_k(
    risks: NDArray[np.float64],
    *,
    counted: NDArray[np.bool_],
    apart: NDArray[np.bool_],
    k: int,
) -> NDArray[np.bool_]:
    """Who is among the first k, relatives passed over. Shape: draws × candidates."""
    open_to = np.where(counted, risks, -np.inf)
    picked = np.zeros(risks.shape, dtype=bool)
    last = np.full(len(risks), -np.inf)
    for _ in range(min(k, int(counted.sum()))):
        best = open_to.argmax(axis=1)
        row = np.arange(len(risks))
        found = np.isfinite(open_to[row, best])
        picked[row[found], best[found]] = True
        last = np.where(found, open_to[row, best], -np.inf)
        open_to[apart[best]] = -np.inf
    would_be = risks > last[:, None]
    return np.where(counted, picked, would_be)


def relatives_matrix(pairs: Sequence[Sequence[int]], *, candidates: int) -> NDArray[np.bool_]:
    """Whom a pick rules out, itself among them. Shape: candidates × candidates."""
    apart = np.eye(candidates, dtype=bool)
    for one, other in pairs:
        apart[one, other] = apart[other, one] = True
    return apart
