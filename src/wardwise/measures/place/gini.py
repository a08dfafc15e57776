"""One number for concentration: 0 if every place has the same, near 1 if one has all."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.place.places import counted_places


def gini(*, counts: ArrayLike) -> float:
    """Gini coefficient of offences over places.

    Parameters
    ----------
    counts : array
        Offences by place, places without any included. Unit: offences. Shape: places.

    Returns
    -------
    float
        Twice the area between the Lorenz curve and equality. No unit; 0 to 1 − 1/places.

    Raises
    ------
    ValueError
        If a count is negative or not known, or all are nought.

    Notes
    -----
    With fewer offences than places most places have none by arithmetic alone, and the Gini
    is high whatever the pattern: use ``generalised_gini`` there.

    References
    ----------
    Gini C (1912) Variabilità e mutabilità, Bologna.
    Bernasco W, Steenbeek W (2017) Journal of Quantitative Criminology 33:451.

    Examples
    --------
    >>> round(gini(counts=[10, 8, 2, 0, 0, 0, 0, 0, 0, 0]), 2)
    0.78
    """
    ordered = np.sort(counted_places(counts=counts))
    places = len(ordered)
    weight = 2 * np.arange(1, places + 1) - places - 1
    return float(weight @ ordered / (places * ordered.sum()))


def generalised_gini(*, counts: ArrayLike) -> float:
    """Gini relative to the most even spread that so few offences allow.

    Parameters
    ----------
    counts : array
        Offences by place, places without any included. Unit: offences. Shape: places.

    Returns
    -------
    float
        The plain Gini where offences are as many as places; else how far from one offence
        in each of as many places. No unit; 0 to 1.

    Raises
    ------
    ValueError
        If a count is negative or not known, or all are nought.

    References
    ----------
    Bernasco W, Steenbeek W (2017) Journal of Quantitative Criminology 33:451.

    Examples
    --------
    >>> round(generalised_gini(counts=[3, 1, 1, 0, 0, 0, 0, 0, 0, 0]), 2)
    0.56
    """
    array = counted_places(counts=counts)
    return max(1.0, len(array) / float(array.sum())) * (gini(counts=array) - 1) + 1


def without_small_sample_bias(*, gini: float, units: float) -> float:
    """A Gini scaled so that one place with everything is 1, however few the places.

    Parameters
    ----------
    gini : float
        Plain or generalised Gini. No unit.
    units : float
        Places; for the generalised Gini, offences if these are fewer. 2 or more.

    Returns
    -------
    float
        gini × units / (units − 1). No unit.

    Raises
    ------
    ValueError
        If there are fewer than two units.

    References
    ----------
    Deltas G (2003) Review of Economics and Statistics 85:226.

    Examples
    --------
    >>> without_small_sample_bias(gini=0.9, units=10)
    1.0
    """
    if units < 2:
        raise ValueError(f"{units} units: a Gini needs two or more.")
    return gini * units / (units - 1)
