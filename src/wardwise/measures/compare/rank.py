"""Where an area stands among others, and how far that place can be trusted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.domain.errors import PopulationMissing
from wardwise.measures.compare.pairwise import pair_p_values, rejected_by_holm


@dataclass(frozen=True)
class Rank:
    """A place in an order, 1 being the highest rate, with the places it may truly hold.

    Attributes
    ----------
    position : int
        Place of our rate as counted; areas with one rate share the better place.
    lower, upper : int
        The best and the worst place that the data allow, at the level.
    of : int
        Areas compared, ours among them.
    clearly_above, clearly_below : int
        Areas whose rate is higher, and lower, beyond chance.
    left_out : int
        Areas whose count or denominator is not known.
    median : float
        Median rate of the areas compared. Unit: events per unit of the denominator.
    level : float
        Share of such intervals that hold the true place, at the least.
    method : str
        The method in words.
    """

    position: int
    lower: int
    upper: int
    of: int
    clearly_above: int
    clearly_below: int
    left_out: int
    median: float
    level: float
    method: str = "pairwise tests, Holm"


def rank_position(
    *,
    counts: ArrayLike,
    denominators: ArrayLike,
    ours: int,
    phi: float = 1.0,
    level: float = 0.95,
) -> Rank:
    """The place of our rate among others, 1 being the highest, with a rank interval.

    Parameters
    ----------
    counts : array of float
        Offences by area, ours among them. Shape: areas. NaN is not known.
    denominators : array of float
        Residents or households by area. Shape: areas. NaN is not known.
    ours : int
        Our position in both arrays, from 0.
    phi : float
        Dispersion of the offence, 1 or more (see ``dispersion``).
    level : float
        Coverage of the rank interval.

    Returns
    -------
    Rank
        Unit: places.

    Raises
    ------
    PopulationMissing
        If our own denominator is not known.
    ValueError
        If our own count is not known: ask whether it is before asking for a rank.

    Notes
    -----
    Ours is tested against each other area in turn: of the events of both, ours should hold
    its share of the denominator. From 20 events on by a normal test widened by ``phi``; below
    by the exact binomial test as well, whichever is the more cautious. The tests are many, so
    their p-values go through Holm's procedure. The interval starts after the areas that are
    clearly above and ends before those that are clearly below. It then holds the true place in
    at least ``level`` of cases, also where many areas have the same true rate, where ranks of
    simulated rates hold it far less often (in the test beside this file, 4 in 10).

    References
    ----------
    Mogstad M, Romano J, Shaikh A, Wilhelm D (2024) Inference for ranks, Review of Economic
    Studies 91:476, for intervals from pairwise tests. Holm S (1979) Scandinavian Journal of
    Statistics 6:65. Goldstein H, Spiegelhalter D (1996) JRSS A 159:385, for why ranks need
    intervals.

    Examples
    --------
    >>> place = rank_position(
    ...     counts=[900, 500, 510, 480, 100], denominators=[10_000] * 5, ours=2
    ... )
    >>> place.position, place.lower, place.upper, place.of
    (2, 2, 4, 5)
    """
    events = np.asarray(counts, dtype=float)
    base = np.asarray(denominators, dtype=float)
    _check_ours(events[ours], base[ours])
    known = np.isfinite(events) & np.isfinite(base) & (base > 0)
    others = known.copy()
    others[ours] = False
    p_values = pair_p_values(
        count=events[ours],
        base=base[ours],
        other_counts=events[others],
        other_bases=base[others],
        phi=phi,
    )
    rates = events[others] / base[others]
    rate = events[ours] / base[ours]
    clear = rejected_by_holm(p_values, level=level)
    return _rank(rate, rates, clear=clear, left_out=int((~known).sum()), level=level)


def _check_ours(count: float, base: float) -> None:
    if not np.isfinite(base) or base <= 0:
        raise PopulationMissing(
            f"Our residents or households are not known (found {base}), so there is no rank."
            " Give the denominator of the area, or leave the rank out by name."
        )
    if not np.isfinite(count):
        raise ValueError("Our own count is not known, so there is no rank to work out.")


def _rank(
    rate: float,
    rates: NDArray[np.float64],
    *,
    clear: NDArray[np.bool_],
    left_out: int,
    level: float,
) -> Rank:
    above = int((clear & (rates > rate)).sum())
    below = int((clear & (rates < rate)).sum())
    return Rank(
        position=1 + int((rates > rate).sum()),
        lower=1 + above,
        upper=len(rates) + 1 - below,
        of=len(rates) + 1,
        clearly_above=above,
        clearly_below=below,
        left_out=left_out,
        median=float(np.median(np.append(rates, rate))),
        level=level,
    )
