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
