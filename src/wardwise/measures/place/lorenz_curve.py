"""The curve behind 'half of offences in x% of places'."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.place.places import counted_places


@dataclass(frozen=True)
class LorenzCurve:
    """Points from (0, 0) to (100, 100), places with most offences first. Unit: percent."""

    places_percent: tuple[float, ...]
    offences_percent: tuple[float, ...]


def lorenz_curve(*, counts: ArrayLike) -> LorenzCurve:
    """Share of offences in the places that have most, place by place.

    Parameters
    ----------
    counts : array
        Offences by place, places without any included. Unit: offences. Shape: places.

    Returns
    -------
    LorenzCurve
        One point more than there are places. Starts with the places that have most, as
        crime is read; the textbook curve is this one turned about.

    Raises
    ------
    ValueError
        If a count is negative or not known, or all are nought.

    References
    ----------
    Lorenz MO (1905) Publications of the American Statistical Association 9:209.

    Examples
    --------
    >>> lorenz_curve(counts=[1, 3]).offences_percent
    (0.0, 75.0, 100.0)
    """
    ordered = np.sort(counted_places(counts=counts))[::-1]
    offences = np.concatenate([[0.0], np.cumsum(ordered)])
    places = np.linspace(0, 100, len(offences))
    return LorenzCurve(tuple(places.tolist()), tuple((100 * offences / offences[-1]).tolist()))
