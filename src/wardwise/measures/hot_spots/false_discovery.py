"""p-values allowed for how many places were looked at."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def false_discovery(*, p_values: ArrayLike, times: ArrayLike | None = None) -> NDArray[np.float64]:
    """Each p-value adjusted so that few of the places called are called by chance.

    Parameters
    ----------
    p_values : array
        One for each place, 0 to 1, none missing. Shape: places.
    times : array, optional
        How many places share each p-value, where each stands once. Unit: places; above 0.

    Returns
    -------
    array
        Adjusted p-values, 0 to 1. Calling every place at or below 0.05 leaves 5% of those
        called, on average, as false. Shape: as given.

    Raises
    ------
    ValueError
        If a p-value is missing or not between 0 and 1.

    Notes
    -----
    Benjamini and Hochberg's step-up rule. It holds for p-values that do not depend on one
    another and for those that rise together, as sums over shared neighbours do. The p-values
    of counts come in steps and are therefore a little too large: fewer are called, not more.

    References
    ----------
    Benjamini Y, Hochberg Y (1995) Journal of the Royal Statistical Society B 57:289.
    Benjamini Y, Yekutieli D (2001) Annals of Statistics 29:1165, for dependence.

    Examples
    --------
    >>> false_discovery(p_values=[0.01, 0.04, 0.03, 0.5]).round(3)
    array([0.04 , 0.053, 0.053, 0.5  ])
    """
    p = np.asarray(p_values, dtype=float)
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("A p-value is missing or not between 0 and 1.")
    order = np.argsort(p, kind="stable")
    each = np.ones(len(p)) if times is None else np.asarray(times, dtype=float)
    stepped = p[order] * each.sum() / np.cumsum(each[order])
    adjusted = np.ones(len(p))
    adjusted[order] = np.minimum(1.0, np.minimum.accumulate(stepped[::-1])[::-1])
    return adjusted
