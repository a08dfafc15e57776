"""How much more than chance a year's count differs from the last: φ from areas' yearly counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import brentq

from wardwise.measures.arguments import check_counts
from wardwise.measures.change.change_percent import EXACT_UNDER


HELD = 2.0
"""A change this many standard deviations from its group's counts as that many."""
MEAN_HELD = 0.9205369
"""Mean of a squared standard normal that is held at 2 standard deviations either way."""

_Floats = NDArray[np.float64]


@dataclass(frozen=True)
class DispersionOfYears:
    """φ and what it was worked from.

    Attributes
    ----------
    phi : float
        Variance of a year's count against that of a Poisson count; 1 or more. No unit.
    phi_years : float
        The same before it is held at 1.
    areas, groups : int
        Areas that it was worked from, and the groups that they are in.
    degrees_of_freedom : int
        Areas less one for each group.
    method : str
        In words.
    """

    phi: float
    phi_years: float
    areas: int
    groups: int
    degrees_of_freedom: int
    method: str


def dispersion_of_years(
    *, before: ArrayLike, after: ArrayLike, groups: Sequence[str]
) -> DispersionOfYears:
    """Dispersion φ of an offence of which only yearly counts by area are published.

    Parameters
    ----------
    before, after : array
        Offences of each year by area. Unit: offences; NaN where not published. Shape: areas.
    groups : sequence of str
        What each area is compared within: its police force. Shape: areas.

    Returns
    -------
    DispersionOfYears
        ``phi`` is what ``change_percent`` takes.

    Raises
    ------
    ValueError
        If a count is negative or the shapes differ.

    Notes
    -----
    For one area z = (after − before) / √(after + before) has variance 1 if nothing but chance
    is at work. Here z is taken about the ratio of the area's whole force, p being the later
    year's share of the force's two years and n the area's two years together:

        z² = (after − n p)² / (n p (1 − p) (1 − n / N))

    where N is the force's n, so that a movement of the whole force, real or in recording, is no
    irregularity of its areas; the last factor allows for the area being part of its force. φ is
    the spread of z over all areas of all forces: such that z² / φ, each held at 2² so that areas
    which did change do not widen the interval of all others, have the mean of a normal's square
    so held. Areas with under 20 offences in either year, which are tested exactly, and areas
    alone in their force are left out; with no area left φ is 1.

    Where areas differ in what happened there, φ takes the usual size of such differences for
    irregularity: with one number a year the two cannot be told apart. It is stricter than
    ``dispersion``, which has the months. In the ONS tables of December 2024 (313 partnerships)
    4 to 8% of partnerships, by offence, lie outside a 95% interval about what their force
    did: 0 to 6% of the smallest third, 4 to 21% of the largest, because areas differ by so
    many percent rather than by so many Poisson standard deviations.

    References
    ----------
    McCullagh P, Nelder JA (1989) Generalized Linear Models, 2nd ed., 4.5, for φ.
    Huber PJ (1964) Annals of Mathematical Statistics 35:73, for residuals held at a limit.

    Examples
    --------
    >>> found = dispersion_of_years(
    ...     before=[1000, 1000, 1000, 1000], after=[1100, 900, 1080, 920], groups=["A"] * 4
    ... )
    >>> round(found.phi, 2), found.degrees_of_freedom
    (5.95, 3)
    """
    then, now = check_counts(name="before", counts=before), check_counts(name="after", counts=after)
    group = np.unique(np.asarray(groups, dtype=str), return_inverse=True)[1]
    if not then.shape == now.shape == group.shape:
        raise ValueError(f"Shapes {then.shape}, {now.shape}, {group.shape}: expected the same.")
    keep = _usable(then, now, group)
    if not keep.any():
        return DispersionOfYears(1.0, 1.0, 0, 0, 0, "no areas of one force have counts")
    return _pooled(then[keep], now[keep], group[keep])


def _usable(then: _Floats, now: _Floats, group: NDArray[np.int64]) -> NDArray[np.bool_]:
    enough = np.minimum(then, now) >= EXACT_UNDER  # not so where either is NaN
    others = np.bincount(group, enough) > 1
    return np.asarray(enough & others[group], dtype=np.bool_)


def _pooled(then: _Floats, now: _Floats, group: NDArray[np.int64]) -> DispersionOfYears:
    group = np.unique(group, return_inverse=True)[1]
    both, sizes = then + now, np.bincount(group)
    of_force = np.bincount(group, both)[group]
    share = (np.bincount(group, now) / np.bincount(group, both))[group]
    squares = (now - both * share) ** 2 / (both * share * (1 - share) * (1 - both / of_force))
    weight = ((sizes - 1) / sizes)[group]
    phi = _spread(squares, weight)
    return DispersionOfYears(
        phi=max(1.0, phi),
        phi_years=phi,
        areas=len(both),
        groups=len(sizes),
        degrees_of_freedom=int((sizes - 1).sum()),
        method=f"two years of {len(both)} areas about their {len(sizes)} forces",
    )


def _spread(squares: _Floats, weight: _Floats) -> float:
    """φ such that squares / φ, held at 2², have the mean that a normal's have."""

    def excess(phi: float) -> float:
        held = np.minimum(squares / phi, HELD**2)
        return float((weight * held).sum() / weight.sum() - MEAN_HELD)

    top = float(squares.max())
    if top == 0:
        return 0.0
    # at a tiny φ all but the noughts are held at 4; where nearly all are nought, φ is nought
    low = top * 1e-9
    return float(brentq(excess, low, 2 * top, xtol=1e-10)) if excess(low) > 0 else 0.0
