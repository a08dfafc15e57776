"""Whether more happens in the same hours of the evening when they are dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.domain.nothing import NotKnown
from wardwise.measures.estimate import Estimate
from wardwise.measures.time.seasonal_model import fit
from wardwise.measures.time.special_days import difference


Floats = NDArray[np.float64]

WEEKS = 4
"""Weeks looked at on each side of a change of the clocks."""
AUTUMN, SPRING = (17, 19), (18, 20)
"""Hours of the clock that are light or dusk on one side and dark on the other."""
BESIDE = (10, 11, 12, 13, 14, 21, 22, 23)
"""Hours that are light, or dark, on both sides."""
FEWEST = 100
"""Events in the evening hours; with fewer nothing is said."""


@dataclass(frozen=True)
class DarkEvenings:
    """The evening hours with and without daylight, against hours that the clocks do not darken.

    Attributes
    ----------
    change : Estimate
        How much more (or less) happens in the dark. Unit: percent.
    p_value : float
    phi : float
        Dispersion of the weeks about the fit; 1 or more.
    changes : int
        Changes of the clocks that are covered on both sides.
    dark, light : int
        Events in the evening hours, dark and light.
    """

    change: Estimate
    p_value: float
    phi: float
    changes: int
    dark: int
    light: int


def dark_evenings(
    *,
    starts: ArrayLike,
    ends: ArrayLike,
    between: tuple[str, str],
    back: Sequence[str],
    forward: Sequence[str],
    level: float = 0.95,
) -> DarkEvenings | NotKnown:
    """The same hours before and after the clocks change, dark against light.

    Parameters
    ----------
    starts, ends : array of datetime64
        Earliest and latest moment of each event by the local clock; NaT where not known. Shape:
        events.
    between : pair of str
        First and last day for which events are held, ``YYYY-MM-DD``.
    back, forward : sequence of str
        Sundays on which the clocks go back (in October) and forward (in March).
    level : float
        Of the limits.

    Returns
    -------
    DarkEvenings or NotKnown
        Not known where no change has four weeks on both sides, or the evening hours hold under
        100 events.

    Raises
    ------
    ValueError
        If the arrays are not as long as one another.

    Notes
    -----
    In the four weeks before the clocks go back the hours from 17:00 to 19:00 are light or dusk,
    in the four after they are dark; from 18:00 to 20:00 it is the other way round in March. Each
    week's evening is set against the same week's hours from 10:00 to 15:00 and from 21:00 to
    midnight, so that neither the season nor a busy week counts. Log-linear regression with an
    effect of each week, of the evening at each change, and of the dark; Poisson variance times φ.
    An event takes part if its span lies within one hour of the clock. Half-term, Halloween and
    Bonfire Night fall near the change in autumn and are not told apart from it.

    References
    ----------
    Doleac JL, Sanders NJ (2015) Review of Economics and Statistics 97:1093, for the comparison.

    Examples
    --------
    >>> days = np.arange(np.datetime64("2024-09-01"), np.datetime64("2024-12-01"))
    >>> often = np.where(days >= np.datetime64("2024-10-27"), 9, 6)
    >>> evening = np.repeat(days.astype("M8[m]") + 17 * 60, often)
    >>> noon = np.repeat(days.astype("M8[m]") + 12 * 60, 10)
    >>> starts = np.concatenate([evening, noon])
    >>> found = dark_evenings(
    ...     starts=starts,
    ...     ends=starts,
    ...     between=("2024-09-01", "2024-11-30"),
    ...     back=["2024-10-27"],
    ...     forward=[],
    ... )
    >>> round(found.change.value), found.dark, found.light
    (50, 252, 168)
    """
    begun, ended = np.asarray(starts, dtype="M8[m]"), np.asarray(ends, dtype="M8[m]")
    if begun.shape != ended.shape or begun.ndim != 1:
        raise ValueError(f"starts of shape {begun.shape} and ends of shape {ended.shape}.")
    moments = begun[_within_an_hour(begun, ended)]
    first, last = (np.datetime64(day, "D") for day in between)
    turns = [(np.datetime64(day, "D"), True) for day in back]
    turns += [(np.datetime64(day, "D"), False) for day in forward]
    reach = np.timedelta64(7 * WEEKS, "D")
    turns = [(day, b) for day, b in turns if first <= day - reach and day + reach - 1 <= last]
    if not turns:
        return NotKnown("no change of the clocks has four weeks on both sides")
    cells = np.array([_weeks(moments, day, is_back=is_back) for day, is_back in turns])
    is_dark = np.array([(np.arange(2 * WEEKS) >= WEEKS) == is_back for _, is_back in turns])
    dark, light = int(cells[is_dark][:, 0].sum()), int(cells[~is_dark][:, 0].sum())
    if dark + light < FEWEST or not dark or not light:
        return NotKnown("too few of them fall in the evening hours about the change of the clocks")
    change, p_value, phi = _fitted(cells, is_dark, level)
    return DarkEvenings(change, p_value, phi, len(turns), dark, light)


def _within_an_hour(
    begun: NDArray[np.datetime64], ended: NDArray[np.datetime64]
) -> NDArray[np.bool_]:
    """Events known to the hour of the clock; an end on the hour belongs to the hour before."""
    last = np.maximum(begun, ended - 1)
    same: NDArray[np.bool_] = begun.astype("M8[h]") == last.astype("M8[h]")
    return same & ~np.isnat(begun) & (np.isnat(ended) | (ended >= begun))


def _weeks(
    moments: NDArray[np.datetime64], turn: np.datetime64, *, is_back: bool
) -> NDArray[np.float64]:
    """Events of the evening and of the hours beside it, week by week. Shape: 8 × 2."""
    week = (moments.astype("M8[D]") - (turn - 7 * WEEKS)).astype(np.int64) // 7
    hour = moments.astype("M8[h]").astype(np.int64) % 24
    first, after = AUTUMN if is_back else SPRING
    inside = (week >= 0) & (week < 2 * WEEKS)
    evening = inside & (hour >= first) & (hour < after)
    beside = inside & np.isin(hour, BESIDE)
    return np.column_stack(
        [np.bincount(week[part], minlength=2 * WEEKS) for part in (evening, beside)]
    ).astype(float)


def _fitted(
    cells: Floats, is_dark: NDArray[np.bool_], level: float
) -> tuple[Estimate, float, float]:
    """The effect of the dark, with one of each week that holds anything and of each evening."""
    turns = len(cells)
    weeks = cells.sum(axis=2).ravel() > 0
    week_of = np.repeat(np.arange(turns * 2 * WEEKS), 2)
    is_evening = np.tile([1.0, 0.0], turns * 2 * WEEKS)
    turn_of = week_of // (2 * WEEKS)
    columns = [(week_of == n).astype(float) for n in np.flatnonzero(weeks)]
    columns += [is_evening * (turn_of == n) for n in range(turns)]
    design = np.column_stack([*columns, is_evening * is_dark.ravel()[week_of]])
    kept = weeks[week_of]
    found = fit(counts=cells.ravel()[kept], days=np.ones(int(kept.sum())), design=design[kept])
    return difference(found, level)
