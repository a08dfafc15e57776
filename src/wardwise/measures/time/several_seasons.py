"""A series with several cycles at once, such as the week and the year of days (MSTL)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from wardwise.domain.nothing import NotKnown


WINDOWS = (11, 15, 19, 23, 27, 31)
"""Cycles over which the shortest season may change, then the next: R's ``mstl``."""
ROUNDS = 2
"""How often each season is worked out again beside the others."""


@dataclass(frozen=True)
class SeveralSeasons:
    """The parts, whose sum is the series. Unit: that of the values. Shape: points.

    Attributes
    ----------
    trend, rest : tuple of float
    seasons : tuple of tuple of float
        In the order of ``periods``. Shape: periods × points.
    periods : tuple of int
        The shortest first. Unit: points.
    strengths : tuple of float
        How much of the ups and downs that the others leave each season explains, 0 to 1.
    """

    trend: tuple[float, ...]
    seasons: tuple[tuple[float, ...], ...]
    rest: tuple[float, ...]
    periods: tuple[int, ...]
    strengths: tuple[float, ...]


def several_seasons(*, values: ArrayLike, periods: Sequence[int]) -> SeveralSeasons | NotKnown:
    """Trend, one season for each cycle, and the rest of a series.

    Parameters
    ----------
    values : array
        Values in order of time; NaN where not known. Shape: points.
    periods : sequence of int
        Points in each cycle, such as 7 and 365 for days. Shape: one to six.

    Returns
    -------
    SeveralSeasons or NotKnown
        Not known with a gap, or with fewer than two cycles of the longest.

    Raises
    ------
    ValueError
        If a period is under 2 or there twice, or there are none or more than six.

    Notes
    -----
    STL for each cycle in turn, the shortest first, on what the other seasons leave, twice over;
    every point is smoothed by itself (no jumps). The settings are those of R's ``mstl``. Like
    STL it is no test.

    References
    ----------
    Bandara K, Hyndman RJ, Bergmeir C (2021) MSTL, arXiv:2107.13462.

    Examples
    --------
    >>> day = np.arange(140)
    >>> found = several_seasons(
    ...     values=100 + 10 * (day % 7 == 5) + 5 * (day % 28 < 14), periods=[28, 7])
    >>> found.periods, [round(one, 1) for one in found.strengths]
    ((7, 28), [1.0, 1.0])
    """
    cycles = tuple(sorted(periods))
    if not 1 <= len(cycles) <= len(WINDOWS) or len(set(cycles)) < len(cycles) or cycles[0] < 2:
        raise ValueError(f"periods are {list(periods)}: expected one to six, each 2 or more, once.")
    array = np.asarray(values, dtype=float)
    if np.isnan(array).any() or len(array) < 2 * cycles[-1] + 1:
        return NotKnown(f"it needs over two full cycles of {cycles[-1]} points without a gap")
    from statsmodels.tsa.seasonal import MSTL  # takes seconds to import

    found = MSTL(
        array,
        periods=cycles,
        windows=WINDOWS[: len(cycles)],
        iterate=ROUNDS,
        stl_kwargs={"seasonal_deg": 0, "inner_iter": 2, "outer_iter": 0},
    ).fit()
    seasons = np.asarray(found.seasonal, dtype=float).reshape(len(array), -1).T
    rest = np.asarray(found.resid, dtype=float)
    return SeveralSeasons(
        trend=tuple(np.asarray(found.trend).tolist()),
        seasons=tuple(tuple(one.tolist()) for one in seasons),
        rest=tuple(rest.tolist()),
        periods=cycles,
        strengths=tuple(_strength(one, rest) for one in seasons),
    )


def _strength(season: np.ndarray, rest: np.ndarray) -> float:
    about = float((season + rest).var())
    return max(0.0, 1 - float(rest.var()) / about) if about > 0 else 0.0
