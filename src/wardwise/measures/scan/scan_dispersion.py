"""How much more than chance an area's share of the events varies from time to time: φ."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.scan.permutation_scan import by_margins


Floats = NDArray[np.float64]

STRETCHES = (1, 3, 6, 12)
"""Periods that are put together in turn."""
FEWEST_STRETCHES = 2


def scan_dispersion(*, counts: ArrayLike) -> float:
    """φ of a table of events by area and period, the largest over stretches of 1 to 12 periods.

    Parameters
    ----------
    counts : array
        Events. Shape: areas × periods.

    Returns
    -------
    float
        1 or more. No unit.

    Raises
    ------
    ValueError
        If there are fewer than two areas or two periods, or no events.

    Notes
    -----
    Pearson's Σ(c − E)²/E over its degrees of freedom, where E is events of the area × events of
    the period ÷ all. It is worked for single periods, and for 3, 6 and 12 put together as far
    as two or more such stretches fit (the latest ones), and the largest is taken: where an area
    drifts slowly up and down, months vary little more than chance and half-years much more.
    A cluster that is there makes φ a little larger, which errs on the quiet side. The first
    part of a period that does not fit is left out.

    References
    ----------
    McCullagh P, Nelder JA (1989) Generalized Linear Models, section 4.5.

    Examples
    --------
    >>> scan_dispersion(counts=[[10, 12], [11, 9]])
    1.0
    >>> round(scan_dispersion(counts=[[10, 30], [30, 10]]), 1)
    20.0
    """
    table = np.asarray(counts, dtype=float)
    if table.ndim != 2 or min(table.shape) < 2 or not table.sum() > 0:
        raise ValueError("Expected events of two or more areas in two or more periods.")
    found = [
        _pearson(_together(table, length))
        for length in STRETCHES
        if table.shape[1] // length >= FEWEST_STRETCHES
    ]
    return max(1.0, *found)


def area_dispersions(*, counts: ArrayLike, before: int) -> tuple[float, ...]:
    """φ of each area: that of all, or its own in earlier periods where that is larger.

    Parameters
    ----------
    counts : array
        Events. Shape: areas × periods.
    before : int
        So many of the first periods, which no window reaches, tell an area's own.

    Returns
    -------
    tuple of float
        1 or more. Shape: areas.

    Raises
    ------
    ValueError
        As ``scan_dispersion``; or if ``before`` is under 2 or more than the periods.

    Notes
    -----
    A place that has had months of many events, an event of a day or a shop that reports by the
    dozen, will have them again: such a month there is no news. In real counts of 125
    neighbourhoods whose months were put in random order a scan with one φ for all called a
    cluster in 15 of 60 tries at 5%, and with these in 1 of 60. An area's own φ is of
    ``before`` − 1 degrees and uncertain; the larger of the two errs on the quiet side.

    References
    ----------
    McCullagh P, Nelder JA (1989) Generalized Linear Models, section 4.5.

    Examples
    --------
    >>> found = area_dispersions(counts=[[9, 1, 5, 5], [31, 39, 35, 35]], before=2)
    >>> [round(phi, 1) for phi in found]
    [6.4, 2.4]
    """
    table = np.asarray(counts, dtype=float)
    of_all = scan_dispersion(counts=table)
    if not 2 <= before <= table.shape[1]:
        raise ValueError(f"before is {before}: expected 2 to {table.shape[1]} periods.")
    early = table[:, :before]
    expected = by_margins(early) if early.sum() > 0 else early
    squares = np.divide(
        (early - expected) ** 2, expected, out=np.zeros_like(early), where=expected > 0
    )
    own = squares.sum(axis=1) / (before - 1)
    return tuple(float(one) for one in np.maximum(own, of_all))


def _together(table: Floats, length: int) -> Floats:
    """The latest whole stretches of so many periods."""
    whole = table.shape[1] // length
    latest = table[:, table.shape[1] - whole * length :]
    summed: Floats = latest.reshape(len(table), whole, length).sum(axis=2)
    return summed


def _pearson(table: Floats) -> float:
    """Chi-square of the margins over its degrees of freedom; 0 where there are none."""
    held = table[table.sum(axis=1) > 0][:, table.sum(axis=0) > 0]
    freedom = (held.shape[0] - 1) * (held.shape[1] - 1)
    if freedom < 1:
        return 0.0
    expected = by_margins(held)
    return float(((held - expected) ** 2 / expected).sum() / freedom)
