"""Limits of control charts of shares, counts and rates (p, c and u)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.arguments import check_counts
from wardwise.measures.time.control_limits import MEAN_RANGE_OF_TWO


Floats = NDArray[np.float64]


class Attribute(StrEnum):
    """What is charted: a share of each lot, a count, or a count for its size."""

    P = "p"
    C = "c"
    U = "u"


@dataclass(frozen=True)
class AttributeLimits:
    """A centre line with limits of its own for each point.

    Attributes
    ----------
    mean : float
        The centre line. Unit: share of 1 (p), events (c), or events for each unit of size (u).
    lower, upper, near_lower, near_upper : tuple of float
        Three and two standard deviations from it, never below nought, a share never above 1; NaN
        where the size is not known. Shape: points.
    widening : float
        What the deviations were multiplied by: 1, or as the points themselves spread.
    trial : bool
        Whether there were too few points.
    points : int
        Points that the limits rest on.
    """

    mean: float
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    near_lower: tuple[float, ...]
    near_upper: tuple[float, ...]
    widening: float
    trial: bool
    points: int


def attribute_limits(
    *,
    chart: Attribute | str,
    counts: ArrayLike,
    sizes: ArrayLike | None = None,
    leave_out: Sequence[int] = (),
    widen: bool = False,
) -> AttributeLimits:
    """Limits of a chart of shares (p), counts (c) or rates (u).

    Parameters
    ----------
    chart : {'p', 'c', 'u'}
    counts : array
        Events of each point. Unit: events; NaN where not known. Shape: points.
    sizes : array, optional
        How many there could have been (p), or what the count is for, such as days or residents
        (u). None for a c chart. Unit: yours. Shape: points.
    leave_out : sequence of int
        Positions that the limits do not rest on; they have limits all the same.
    widen : bool
        Widen (or narrow) the limits by how the points themselves move from one to the next.
        Recorded crimes come in series and are more uneven than chance: without it, the limits of
        a large count are far too narrow.

    Returns
    -------
    AttributeLimits

    Raises
    ------
    ValueError
        If a p or u chart has no sizes or a c chart has, a size is not above nought, a share is
        above 1, or no point is known; with ``widen``, also without two neighbours.

    Notes
    -----
    The deviation of a point is √(p(1−p)/n), √c or √(u/n). Widened, it is multiplied by the mean
    moving range of the standardised points over 1.128 (Laney's p′ and u′).

    References
    ----------
    Montgomery DC (2009) Introduction to Statistical Quality Control, 6th ed., ch. 7.
    Laney DB (2002) Quality Engineering 14:531.

    Examples
    --------
    >>> found = attribute_limits(chart="c", counts=[16, 20, 12, 16])
    >>> found.mean, found.lower[0], found.upper[0]
    (16.0, 4.0, 28.0)
    >>> found = attribute_limits(chart="p", counts=[10, 10], sizes=[100, 100])
    >>> round(found.upper[0], 3)
    0.19
    """
    kind = Attribute(chart)
    events, size = _read(kind, counts, sizes)
    known = ~np.isnan(events) & ~np.isnan(size)
    used = known & ~np.isin(np.arange(len(events)), list(leave_out))
    if not used.any():
        raise ValueError("No point is known: there are no limits.")
    mean = float(events[used].sum() / size[used].sum())
    spread = np.sqrt(mean * (1 - mean if kind is Attribute.P else 1) / size)
    widening = _widening((events / size - mean) / spread, used) if widen else 1.0
    most = 1.0 if kind is Attribute.P else np.inf

    def away(deviations: float) -> tuple[float, ...]:
        return tuple(np.clip(mean + deviations * widening * spread, 0, most).tolist())

    return AttributeLimits(
        mean=mean,
        lower=away(-3),
        upper=away(3),
        near_lower=away(-2),
        near_upper=away(2),
        widening=widening,
        trial=int(used.sum()) < 12,
        points=int(used.sum()),
    )


def _read(kind: Attribute, counts: ArrayLike, sizes: ArrayLike | None) -> tuple[Floats, Floats]:
    events = check_counts(name="counts", counts=counts)
    if (sizes is None) != (kind is Attribute.C):
        raise ValueError("A p or u chart needs sizes, and a c chart has none.")
    size = np.ones(events.shape) if sizes is None else np.asarray(sizes, dtype=float)
    if size.shape != events.shape or events.ndim != 1:
        raise ValueError(f"counts of shape {events.shape} and sizes of shape {size.shape}.")
    if (size <= 0).any():
        raise ValueError("A size is nought or below it: leave that point out as not known.")
    if kind is Attribute.P and (events > size).any():
        raise ValueError("More events than there could be: a p chart is of shares up to 1.")
    return events, size


def _widening(standard: Floats, used: NDArray[np.bool_]) -> float:
    ranges = np.abs(np.diff(np.where(used, standard, np.nan)))
    ranges = ranges[~np.isnan(ranges)]
    if not len(ranges):
        raise ValueError("No two neighbouring points are known: limits cannot be widened.")
    return float(ranges.mean()) / MEAN_RANGE_OF_TWO
