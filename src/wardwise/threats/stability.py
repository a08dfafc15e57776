"""How far the order hangs on scores and weights that could as well be a little different."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wardwise.threats.draws import drawn_ranks, drawn_risks, first_k, relatives_matrix


CHUNK = 10_000
"""Draws worked out at once, so that a million draws need no more memory than ten thousand."""

LEVEL = 0.95
"""Share of the draws that the ranges of risk and rank hold."""


@dataclass(frozen=True)
class RankStability:
    """What the draws say, candidate by candidate, in the order of the ranges.

    Attributes
    ----------
    top_percent : tuple of float
        Draws in which the candidate is among the first k. Unit: percent. For one that is not
        counted: draws in which it would be, if its likelihood could be anything.
    rank_lower, rank_upper : tuple of int
        Best and worst rank in the middle 95% of draws; 0 for one that is not counted.
    risk_lower, risk_upper : tuple of float
        Risk in the middle 95% of draws. Unit: score, 0 to 16.
    draws : int
        Draws made.
    """

    top_percent: tuple[float, ...]
    rank_lower: tuple[int, ...]
    rank_upper: tuple[int, ...]
    risk_lower: tuple[float, ...]
    risk_upper: tuple[float, ...]
    draws: int


@dataclass(frozen=True)
class TopShare:
    """The same for one candidate."""

    top_percent: float
    rank_lower: int
    rank_upper: int
    risk_lower: float
    risk_upper: float
    draws: int


def rank_stability(
    *,
    ranges: Mapping[str, Any],
    k: int,
    seed: int,
    draws: int = 10_000,
    weights_vary_percent: float = 25.0,
) -> RankStability:
    """How often each candidate is among the first k when scores and weights are drawn afresh.

    Parameters
    ----------
    ranges : mapping
        Plain lists, so that it can be stored: ``harm`` and ``likelihood``, each with ``lower``
        and ``upper`` (shape: candidates × factors; steps of score) and ``weights`` (shape:
        factors); ``counted`` (shape: candidates; whether there is a count); ``relatives``
        (pairs of positions that are never among the first k together).
    k : int
        Number of priorities. Unit: candidates.
    seed : int
        Seed of the draws; the same seed gives the same answer.
    draws : int
        Number of draws.
    weights_vary_percent : float
        How far each weight may be out on either side. Unit: percent.

    Returns
    -------
    RankStability
        Shapes: candidates.

    Notes
    -----
    In each draw every score is uniform within its range and every weight uniform within
    ± ``weights_vary_percent``, the same weights for all candidates; factors are drawn
    independently, but those of likelihood together where there is no count. The first k are
    picked as the proposal picks them: the highest risk first, passing over one that is part
    of, or the whole of, one already picked. Candidates that are not counted take no place from
    others: their share says how often they would have beaten the last one picked.

    References
    ----------
    Saltelli A and others (2008) Global Sensitivity Analysis, chapter 1, for drawing inputs
    together and not one at a time.

    Examples
    --------
    >>> side = {"lower": [[3.0], [1.0]], "upper": [[4.0], [2.0]], "weights": [1.0]}
    >>> ranges = {"harm": side, "likelihood": side, "counted": [True, True], "relatives": []}
    >>> rank_stability(ranges=ranges, k=1, seed=1, draws=1000).top_percent
    (100.0, 0.0)
    """
    random = np.random.default_rng(seed)
    counted = np.asarray(ranges["counted"], dtype=bool)
    apart = relatives_matrix(ranges["relatives"], candidates=len(counted))
    sizes = [CHUNK] * (draws // CHUNK) + ([draws % CHUNK] if draws % CHUNK else [])
    risks, ranks, tops = [], [], np.zeros(len(counted))
    for size in sizes:
        drawn = drawn_risks(ranges, random=random, draws=size, vary=weights_vary_percent / 100)
        risks.append(drawn)
        ranks.append(drawn_ranks(drawn, counted))
        tops += first_k(drawn, counted=counted, apart=apart, k=k).sum(axis=0)
    return _summary(np.concatenate(risks), np.concatenate(ranks), tops, counted=counted)


def top_share(
    *,
    ranges: Mapping[str, Any],
    ours: int,
    k: int,
    seed: int,
    draws: int = 10_000,
    weights_vary_percent: float = 25.0,
) -> TopShare:
    """How often one candidate is among the first k: see ``rank_stability``.

    Parameters
    ----------
    ours : int
        Position of the candidate in the ranges, from 0.
    ranges, k, seed, draws, weights_vary_percent
        As in ``rank_stability``.

    Returns
    -------
    TopShare
        ``top_percent`` in percent, ranks from 1, risk in score.

    References
    ----------
    See ``rank_stability``.

    Examples
    --------
    >>> side = {"lower": [[3.0], [1.0]], "upper": [[4.0], [2.0]], "weights": [1.0]}
    >>> ranges = {"harm": side, "likelihood": side, "counted": [True, True], "relatives": []}
    >>> top_share(ranges=ranges, ours=0, k=1, seed=1, draws=100).rank_upper
    1
    """
    every = rank_stability(
        ranges=ranges, k=k, seed=seed, draws=draws, weights_vary_percent=weights_vary_percent
    )
    return share_of(every, ours)


def share_of(every: RankStability, ours: int) -> TopShare:
    """One candidate's part of the answer."""
    return TopShare(
        top_percent=every.top_percent[ours],
        rank_lower=every.rank_lower[ours],
        rank_upper=every.rank_upper[ours],
        risk_lower=every.risk_lower[ours],
        risk_upper=every.risk_upper[ours],
        draws=every.draws,
    )


def _summary(
    risks: NDArray[np.float64],
    ranks: NDArray[np.int16],
    tops: NDArray[np.float64],
    *,
    counted: NDArray[np.bool_],
) -> RankStability:
    tails = [(1 - LEVEL) / 2, (1 + LEVEL) / 2]
    risk_lower, risk_upper = np.quantile(risks, tails, axis=0)
    rank_lower, rank_upper = np.quantile(ranks, tails, axis=0, method="nearest")
    return RankStability(
        top_percent=tuple(_floats(100 * tops / len(risks))),
        rank_lower=tuple(_ints(np.where(counted, rank_lower, 0))),
        rank_upper=tuple(_ints(np.where(counted, rank_upper, 0))),
        risk_lower=tuple(_floats(risk_lower)),
        risk_upper=tuple(_floats(risk_upper)),
        draws=len(risks),
    )


def _floats(array: NDArray[np.float64]) -> Iterator[float]:
    return (float(number) for number in array)


def _ints(array: NDArray[Any]) -> Iterator[int]:
    return (int(number) for number in array)
