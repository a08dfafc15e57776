"""How much more than chance counts vary about what is expected of each: φ."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.arguments import check_counts


def expected_dispersion(*, counts: ArrayLike, expected: ArrayLike) -> float:
    """φ of counts by place about the share that residents, say, would give each.

    Parameters
    ----------
    counts : array
        Events. Shape: places, 2 or more.
    expected : array
        Residents, or events expected; only their proportions matter. Above 0. Shape: places.

    Returns
    -------
    float
        1 or more. No unit.

    Raises
    ------
    ValueError
        If the shapes differ, there are fewer than two places or no events, or a place has nothing
        expected.

    Notes
    -----
    Pearson's Σ(c − E)²/E over places less one. A cluster that is there makes it larger, which errs
    on the quiet side.

    References
    ----------
    McCullagh P, Nelder JA (1989) Generalized Linear Models, section 4.5.

    Examples
    --------
    >>> expected_dispersion(counts=[10, 30], expected=[500, 500])
    10.0
    """
    events = check_counts(name="counts", counts=counts)
    base = np.asarray(expected, dtype=float)
    if events.shape != base.shape or events.ndim != 1 or len(events) < 2 or not events.sum() > 0:
        raise ValueError("Expected events of two or more places, and what is expected of each.")
    if not (base > 0).all():
        raise ValueError("expected: a number above 0 for every place.")
    means = base / base.sum() * events.sum()
    return max(1.0, float(((events - means) ** 2 / means).sum() / (len(events) - 1)))
