"""Near repeats: Knox's test of whether events close in place are close in time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.near_repeats.bands import Bands
from wardwise.measures.near_repeats.window import LEVEL, Window, action_window


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Knox:
    """Pairs of events by how far apart they are in place and in time.

    Shape of every table: bands of distance × bands of time.

    Attributes
    ----------
    events : int
        How many. Unit: events.
    space_labels, time_labels : tuple of str
        What each band holds.
    observed : array
        Unit: pairs of events.
    expected, deviation : array
        Mean and standard deviation if each time were as likely at each place; exact. Unit: pairs.
    space_pairs, time_pairs : tuple of int
        Pairs of each band of distance at any time, and of each band of time at any distance.
    p, p_adjusted : array or None
        Share of permutations of the times with as many pairs, one cell at a time and with all
        cells together; None where there was none.
    permutations : int
        How many.
    has_own_place : bool
        Whether the first band is that of the same place.
    looks : int
        Tables that are looked at together with this one, itself among them.
    """

    events: int
    space_labels: tuple[str, ...]
    time_labels: tuple[str, ...]
    observed: Ints
    expected: Floats
    deviation: Floats
    space_pairs: tuple[int, ...]
    time_pairs: tuple[int, ...]
    p: Floats | None
    p_adjusted: Floats | None
    permutations: int
    has_own_place: bool
    looks: int = 1

    @cached_property
    def ratio(self) -> Floats:
        """Observed over expected; NaN where none is expected."""
        return self._over(self.observed.astype(float), self.expected)

    @cached_property
    def z(self) -> Floats:
        """Standard deviations above the mean; NaN where the count cannot vary."""
        return self._over(self.observed - self.expected, self.deviation)

    @cached_property
    def is_above_chance(self) -> NDArray[np.bool_]:
        """Cells with more pairs than chance gives, all looks allowed for; none without p."""
        if self.p_adjusted is None:
            return np.zeros(self.observed.shape, dtype=bool)
        called: NDArray[np.bool_] = self.p_adjusted * self.looks < LEVEL
        above: NDArray[np.bool_] = called & (self.observed > self.expected)
        return above

    @cached_property
    def window(self) -> Window | None:
        """How near, and for how long, the risk stays above chance."""
        return action_window(
            self.observed, self.expected, self.is_above_chance, has_own_place=self.has_own_place
        )

    @staticmethod
    def _over(above: Floats, below: Floats) -> Floats:
        found: Floats = np.divide(above, below, out=np.full_like(below, np.nan), where=below > 0)
        return found


def knox(
    *,
    x: ArrayLike,
    y: ArrayLike,
    times: ArrayLike,
    bands: Bands | Mapping[str, Any],
    permutations: int = 0,
    seed: int = 0,
    looks: int = 1,
) -> Knox:
    """How many pairs of events are near in place and in time, against what chance would give.

    Parameters
    ----------
    x, y : array
        Place of each event. Unit: metres, or any other, the same for both. Shape: events.
    times : array
        Whole numbers that run over at most 32,767. Unit: days, or any other. Shape: events.
    bands : Bands or mapping
        Limits of the bands and what they hold; see :class:`Bands`.
    permutations : int
        How often the times are dealt out anew over the places, for the p-values; 0 for none.
        The ratio and z need none.
    seed : int
        Of the permutations; each has its own, made of this and its number.
    looks : int
        Tables looked at together, such as one for each offence: a cell is above chance where its
        adjusted p times this is below 5%.

    Returns
    -------
    Knox
        Tables of pairs, exact.

    Raises
    ------
    ValueError
        If there are fewer than two events, something is not a number, limits do not rise,
        permutations are fewer than none or looks fewer than one.

    Notes
    -----
    Chance keeps the places and the times as they are and breaks the tie between them. Mean and
    variance under it have closed forms over the pairs of each band and the number of neighbours
    of each event, so that ratio and z are exact. The counts are skewed where few pairs are
    expected; so what is called above chance rests on permutations, and on p-values that are
    adjusted for the number of cells. An area whose share of events grows within the period
    (new homes, say) makes near pairs out of nothing but that: keep the period short.

    Points that are moved to a shared one make repeats of the same place out of neighbours, and
    put their limits where the shared points lie: use exact ones only.

    Pairs are found strip by strip and never held together; events at one place are held once.

    References
    ----------
    Knox EG (1964) Applied Statistics 13:25. Barton DE, David FN (1966) in Research Papers in
    Statistics, for the moments. Johnson SD et al. (2007) Journal of Quantitative Criminology
    23:201, for near repeats. Ratcliffe JH (2009) Near Repeat Calculator, whose bands
    Steenbeek W (2019, NearRepeat for R) showed to be labelled one too high.

    Examples
    --------
    >>> found = knox(x=[0, 0, 900, 900], y=[0, 50, 0, 60], times=[1, 3, 40, 45],
    ...              bands={"space": (0, 100), "time": (0, 7)})
    >>> int(found.observed[0, 0]), float(found.expected[0, 0]), float(found.ratio[0, 0])
    (2, 0.6666666666666666, 3.0)
    """
    # compiled loops take half a second to import
    from wardwise.measures.near_repeats.chances import chances
    from wardwise.measures.near_repeats.moments import moments
    from wardwise.measures.near_repeats.pair_counts import count_pairs
    from wardwise.measures.near_repeats.placed import placed
    from wardwise.measures.near_repeats.shuffled import shuffled_pairs

    wanted = Bands.of(bands)
    if permutations < 0:
        raise ValueError(f"{permutations} permutations cannot be: expected 0 or more.")
    if looks < 1:
        raise ValueError(f"{looks} looks cannot be: expected 1 or more.")
    laid = placed(x=x, y=y, times=times, reach=wanted.reach)
    counts = count_pairs(laid, wanted)
    cells = np.s_[1 : len(wanted.space_limits), 1 : len(wanted.time_limits)]
    expected = moments(counts, events=laid.events).within(cells)
    observed = counts.observed[cells]
    chance = None
    if permutations:
        shuffled = shuffled_pairs(laid, wanted, counts, permutations=permutations, seed=seed)
        chance = chances(observed, expected, shuffled[:, *cells])
    return Knox(
        events=laid.events,
        space_labels=wanted.space_labels,
        time_labels=wanted.time_labels,
        observed=observed,
        expected=expected.mean,
        deviation=np.sqrt(expected.variance),
        space_pairs=tuple(linked.pairs for linked in counts.space[cells[0]]),
        time_pairs=tuple(linked.pairs for linked in counts.time[cells[1]]),
        p=chance.p if chance else None,
        p_adjusted=chance.p_adjusted if chance else None,
        permutations=permutations,
        has_own_place=wanted.has_own_place,
        looks=looks,
    )
