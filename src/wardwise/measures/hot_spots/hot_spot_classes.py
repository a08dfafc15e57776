"""Hot spots over the years: long-term active, persistent, new or fading."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.arguments import normal_quantile
from wardwise.measures.change.change_percent import EXACT_UNDER
from wardwise.measures.change.exact import exact_ratio_limits
from wardwise.measures.hot_spots.hot_spots import LEVEL, HotSpots, hot_spots


Floats = NDArray[np.float64]

LONG_TERM_YEARS = 3
"""Years in every one of which a long-term active place is hot, at least."""


class HotSpotClass(StrEnum):
    """What a place is over the years; the order of the rule."""

    LONG_TERM = "long-term active"
    NEW = "new"
    FADING = "fading"
    PERSISTENT = "persistent"
    OFF_AND_ON = "off and on"
    NONE = "none"


HOT = (HotSpotClass.LONG_TERM, HotSpotClass.PERSISTENT, HotSpotClass.NEW)
"""Hot spots of today."""

RULE = (
    "A neighbourhood is hot in a year if it and those that touch it hold more offences than chance "
    "would deal to as many (Gi*, exact p-value, 5% false discoveries). Long-term active: hot in "
    "every year of three or more. Persistent: hot over the years together. New: hot in the latest "
    "year alone, its share of offences up beyond chance. Fading: hot before and not now, its "
    "share down beyond chance."
)
"""In the words that are printed."""


@dataclass(frozen=True, eq=False)
class HotSpotClasses:
    """The class of every place. Shape of each tuple: places.

    Attributes
    ----------
    classes : tuple of HotSpotClass
    years_hot : tuple of int
        Years in which the place was hot. Unit: years.
    adjusted_p : tuple of float
        Of the latest year, allowing for the number of places. A share.
    adjusted_p_together : tuple of float
        Of all years added up, likewise.
    long_term, persistent, new, fading, off_and_on, hot : int
        Places of each class, and those of the first three together. Unit: places.
    hot_percent : float
        Events of the latest year in those last. Unit: percent of all events.
    """

    classes: tuple[HotSpotClass, ...]
    years_hot: tuple[int, ...]
    adjusted_p: tuple[float, ...]
    adjusted_p_together: tuple[float, ...]
    long_term: int
    persistent: int
    new: int
    fading: int
    off_and_on: int
    hot: int
    hot_percent: float


def hot_spot_classes(
    *,
    counts: ArrayLike,
    neighbours: Sequence[Sequence[int]],
    phi: float = 1.0,
    level: float = LEVEL,
    change_level: float = 0.998,
) -> HotSpotClasses:
    """What each place is over the years, from a test of each year, of all, and of the change.

    Parameters
    ----------
    counts : array
        Events of every place in successive years, the earliest first. Unit: events; whole, 0 or
        more. Shape: years × places, two years or more.
    neighbours : sequence of sequences
        Positions of the places that each place touches, itself left out.
    phi : float
        Dispersion of the offence in small areas (``dispersion``), for the test of change.
    level : float
        The share of the places called hot in a year that may be called by chance.
    change_level : float
        Of the test of change; high, as many places are looked at.

    Returns
    -------
    HotSpotClasses

    Raises
    ------
    ValueError
        If there are fewer than two years, a year without an event, phi is below 1, or a count
        is not whole, negative or not known.

    Notes
    -----
    The first of these that holds, in the order of ``HotSpotClass``, with hot as ``hot_spots``
    has it. *Long-term active*: hot in every year, three at least. *New*: hot in the latest year
    and no other, and the surroundings' share of all events rose against the years before.
    *Fading*: hot in an earlier year or over all years added up, not hot in the latest, and the
    share fell. *Persistent*: hot over all years added up. *Off and on*: hot in any year.

    A place that is hot in one year and just not in the next has passed a line, which chance
    does too; that alone makes it neither new nor fading. The share's change is tested, against
    the rest of the area, so that a rise or a break in the recording of all events makes nothing
    new: log ratio ± z √(φ Σ 1/count), and the exact conditional test under 20 events.

    The years added up are one more look at the places: chance alone puts any place at all into
    a class other than off and on in about one area of twenty.

    References
    ----------
    Ord JK, Getis A (1995) Geographical Analysis 27:286, for Gi*.
    McCullagh P, Nelder JA (1989) Generalized Linear Models, 2nd ed., 4.5, for φ.
    The rule is our own; *long-term active area* is a term of West Midlands Police analysts.

    Examples
    --------
    >>> row = [[n for n in (place - 1, place + 1) if 0 <= n < 40] for place in range(40)]
    >>> quiet, busy = [5] * 40, [5] * 18 + [60] * 4 + [5] * 18
    >>> found = hot_spot_classes(counts=[quiet, quiet, busy], neighbours=row)
    >>> str(found.classes[19]), found.years_hot[19], found.new
    ('new', 1, 2)
    """
    years = np.asarray(counts, dtype=float)
    if years.ndim != 2 or len(years) < 2 or (years.sum(axis=1) == 0).any():
        raise ValueError("Expected two years or more, each with an event in some place.")
    if phi < 1 or math.isnan(phi):
        raise ValueError(f"phi is {phi}: a dispersion is 1 or more.")
    each = [hot_spots(counts=year, neighbours=neighbours, level=level) for year in years]
    together = hot_spots(counts=years.sum(axis=0), neighbours=neighbours, level=level)
    moved = _moved(each, years, phi, change_level)
    found = _classes(np.array([one.is_hot for one in each]), together.is_hot, moved)
    return _counted(found, each, together, years[-1])


def _classes(
    hot: NDArray[np.bool_], together: NDArray[np.bool_], moved: NDArray[np.int64]
) -> tuple[HotSpotClass, ...]:
    latest, before = hot[-1], hot[:-1].any(axis=0)
    rule = {
        HotSpotClass.LONG_TERM: hot.all(axis=0) & (len(hot) >= LONG_TERM_YEARS),
        HotSpotClass.NEW: latest & ~before & (moved > 0),
        HotSpotClass.FADING: (before | together) & ~latest & (moved < 0),
        HotSpotClass.PERSISTENT: together,
        HotSpotClass.OFF_AND_ON: latest | before,
    }
    chosen = np.select(list(rule.values()), list(range(len(rule))), default=len(rule))
    return tuple(list(HotSpotClass)[n] for n in chosen)


def _moved(each: list[HotSpots], years: Floats, phi: float, level: float) -> NDArray[np.int64]:
    """1 where the share rose in the latest year beyond chance, -1 where it fell, else 0."""
    totals = years.sum(axis=1)
    now, then = each[-1].sums, np.sum([one.sums for one in each[:-1]], axis=0)
    rest_now, rest_then = totals[-1] - now, totals[:-1].sum() - then
    pairs = zip(then, now, rest_then, rest_now, strict=True)
    return np.array([_side(*map(float, pair), phi=phi, level=level) for pair in pairs])


def _side(
    then: float, now: float, rest_then: float, rest_now: float, *, phi: float, level: float
) -> int:
    if rest_then == 0 or rest_now == 0:
        return 0
    exposure = rest_now / rest_then
    if min(then, now) < EXACT_UNDER:
        low, high = exact_ratio_limits(before=then, after=now, days=exposure, level=level)
    else:
        error = math.sqrt(phi * (1 / then + 1 / now + 1 / rest_then + 1 / rest_now))
        reach = math.exp(normal_quantile(level=level) * error)
        low, high = now / then / exposure / reach, now / then / exposure * reach
    return int(low > 1) - int(high < 1)


def _counted(
    found: tuple[HotSpotClass, ...], each: list[HotSpots], together: HotSpots, latest: Floats
) -> HotSpotClasses:
    hot = np.array([one in HOT for one in found])
    return HotSpotClasses(
        classes=found,
        years_hot=tuple(np.sum([one.is_hot for one in each], axis=0).tolist()),
        adjusted_p=tuple(each[-1].adjusted_p.tolist()),
        adjusted_p_together=tuple(together.adjusted_p.tolist()),
        long_term=found.count(HotSpotClass.LONG_TERM),
        persistent=found.count(HotSpotClass.PERSISTENT),
        new=found.count(HotSpotClass.NEW),
        fading=found.count(HotSpotClass.FADING),
        off_and_on=found.count(HotSpotClass.OFF_AND_ON),
        hot=int(hot.sum()),
        hot_percent=float(100 * latest[hot].sum() / latest.sum()),
    )
