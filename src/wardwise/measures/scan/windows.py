"""The windows of a scan: circles over the centres of areas, and stretches of time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray


Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

HALF = 50.0


@dataclass(frozen=True)
class WindowLimits:
    """How far windows may reach.

    Attributes
    ----------
    most_percent : float
        The largest circle's part of all weights (people, or events). Unit: percent.
    radius : float
        The largest circle's radius, in the unit of the positions.
    longest_percent : float
        The longest stretch's part of all periods. Unit: percent.
    longest : int
        The longest stretch. Unit: periods; 0 leaves it to ``longest_percent``.
    still_on : bool
        Only stretches that end with the last period: what goes on now, not what is over.
    ties_together : bool
        Areas equally far from a centre enter its circle together. SaTScan lets them in one by
        one, by x and then by y.
    fewest : int
        Events in the smallest cluster; one event is none.
    """

    most_percent: float = HALF
    radius: float = np.inf
    longest_percent: float = HALF
    longest: int = 0
    still_on: bool = True
    ties_together: bool = True
    fewest: int = 2


@dataclass(frozen=True, eq=False)
class ScanWindows:
    """Every window that a scan looks at: each circle with each stretch.

    Attributes
    ----------
    order : array
        The areas nearest to each area, itself first. Shape: areas × areas.
    distance : array
        How far they are, in the unit of the positions. Shape: areas × areas.
    is_zone : array
        Whether the first so many of ``order`` make a circle. Shape: areas × areas.
    reach : array
        How many of ``order`` the largest circle of each area holds, 0 for none. Shape: areas.
    first, last : array
        The stretches, as positions of periods, both ends inside. Shape: stretches.
    periods : int
        Periods there are.
    fewest : int
        Events in the smallest cluster.
    """

    order: Ints
    distance: Floats
    is_zone: NDArray[np.bool_]
    reach: Ints
    first: Ints
    last: Ints
    periods: int
    fewest: int = 2

    @property
    def areas(self) -> int:
        """Areas there are."""
        return len(self.order)


def scan_windows(
    *,
    x: ArrayLike,
    y: ArrayLike,
    weights: ArrayLike,
    periods: int = 1,
    limits: Mapping[str, float | bool] | WindowLimits | None = None,
) -> ScanWindows:
    """Circles of every size round every area, and stretches of time.

    Parameters
    ----------
    x, y : array
        Position of each area's centre, on a plane. Unit: metres, say. Shape: areas.
    weights : array
        What the largest circle is limited by: residents, or events in a scan without people.
        0 or more. Shape: areas.
    periods : int
        Periods of time; 1 for a scan in space alone.
    limits : WindowLimits or mapping
        How far windows may reach; its own words are the names of a mapping. 50% of weights and
        50% of the periods where none is given.

    Returns
    -------
    ScanWindows

    Raises
    ------
    ValueError
        If the arrays differ in length, a position is not known, or no weight is above nought.

    Notes
    -----
    A circle is drawn round each area's centre and holds every area whose centre is inside. The
    usual limit of half the people leaves nothing out that could be called a cluster; a smaller
    one finds places that somebody can go to, and has to be said.

    References
    ----------
    Kulldorff M (1997) Communications in Statistics: Theory and Methods 26:1481.
    Kulldorff M (2001) Journal of the Royal Statistical Society A 164:61, for stretches that
    end now.

    Examples
    --------
    >>> found = scan_windows(x=[0, 1, 5], y=[0, 0, 0], weights=[1, 1, 2], periods=4)
    >>> found.order[0].tolist(), found.reach.tolist()
    ([0, 1, 2], [2, 2, 1])
    >>> list(zip(found.first.tolist(), found.last.tolist()))
    [(3, 3), (2, 3)]
    """
    allowed = limits if isinstance(limits, WindowLimits) else WindowLimits(**dict(limits or {}))  # type: ignore[arg-type]
    at = np.column_stack([np.asarray(x, dtype=float), np.asarray(y, dtype=float)])
    weight = np.asarray(weights, dtype=float)
    if weight.shape != (len(at),) or not np.isfinite(at).all():
        raise ValueError(
            f"{len(at)} places and {weight.size} weights: expected as many, all known."
        )
    if not (weight >= 0).all() or not weight.sum() > 0:
        raise ValueError("Weights: expected 0 or more, and some above 0.")
    first, last = _stretches(periods, allowed)
    order, distance = _nearest(at)
    shares = 100 * np.cumsum(weight[order], axis=1) / weight.sum()
    fits = (shares <= allowed.most_percent + 1e-9) & (distance <= allowed.radius)
    zone = fits.copy()
    if allowed.ties_together:
        zone[:, :-1] &= ~_same(distance[:, 1:], distance[:, :-1])
    numbered = np.arange(1, len(at) + 1)
    reach = (zone * numbered).max(axis=1)
    return ScanWindows(order, distance, zone, reach, first, last, periods, allowed.fewest)


def _nearest(at: Floats) -> tuple[Ints, Floats]:
    """Every area by its distance from each; where equally far, by x and then by y."""
    count = len(at)
    by_place = np.lexsort((at[:, 1], at[:, 0]))
    order = np.empty((count, count), dtype=np.int64)
    distance = np.empty((count, count))
    for centre in range(count):
        away = np.hypot(*(at - at[centre]).T)
        # what differs by rounding alone is equally far
        rounded = np.round(away[by_place], 9 - int(np.log10(max(away.max(), 1.0))))
        own = by_place == centre
        rank = by_place[np.lexsort((~own, rounded))]
        order[centre], distance[centre] = rank, away[rank]
    return order, distance


def _same(one: Floats, other: Floats) -> NDArray[np.bool_]:
    same: NDArray[np.bool_] = np.isclose(one, other, rtol=1e-9, atol=1e-9)
    return same


def _stretches(periods: int, allowed: WindowLimits) -> tuple[Ints, Ints]:
    if periods < 1:
        raise ValueError(f"periods is {periods}: expected 1 or more.")
    longest = allowed.longest or max(1, int(periods * allowed.longest_percent / 100))
    if periods == 1:
        longest = 1
    pairs = [
        (end - length + 1, end)
        for end in range(periods)
        for length in range(1, min(longest, end + 1) + 1)
        if end == periods - 1 or not allowed.still_on
    ]
    first, last = np.array(pairs, dtype=np.int64).T
    return np.ascontiguousarray(first), np.ascontiguousarray(last)
