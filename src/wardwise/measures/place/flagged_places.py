"""Which places stand at the top of several measures at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.arguments import check_counts


@dataclass(frozen=True)
class FlaggedPlaces:
    """Flags of every place, and how many there are.

    Attributes
    ----------
    flags : tuple of tuple of bool
        Whether each place is at the top of each measure. Shape: measures × places.
    weight : tuple of float
        Sum of the weights of a place's flags. Shape: places.
    order : tuple of int
        Positions of the places, the most flagged first.
    """

    flags: tuple[tuple[bool, ...], ...]
    weight: tuple[float, ...]
    order: tuple[int, ...]


def flagged_places(
    *, values: ArrayLike, weights: ArrayLike, top_percent: float = 20
) -> FlaggedPlaces:
    """A flag for each measure of which a place is among the highest, weighted and summed.

    Parameters
    ----------
    values : array
        Measures by place, each in its own unit, higher being worse. Shape: measures × places.
    weights : array
        Weight of a flag of each measure. Shape: measures.
    top_percent : float
        Part of the places that is flagged, at least one. Unit: percent.

    Returns
    -------
    FlaggedPlaces

    Raises
    ------
    ValueError
        If a number is negative or not known, or the weights do not fit.

    Notes
    -----
    Places that tie with the last one flagged are flagged too; nought never is. A flag says
    where a place stands among the others and nothing of how far apart they are.

    References
    ----------
    The ward flags of South Cambridgeshire's partnership: six measures, the top fifth of wards.

    Examples
    --------
    >>> flagged_places(values=[[9, 1, 1, 1, 1], [5, 6, 1, 1, 1]], weights=[1, 1]).weight
    (1.0, 1.0, 0.0, 0.0, 0.0)
    """
    found = np.atleast_2d(check_counts(name="values", counts=values))
    each = check_counts(name="weights", counts=weights)
    if each.shape != (len(found),) or np.isnan(found).any() or not 0 < top_percent <= 100:
        raise ValueError(f"{each.size} weights for {len(found)} measures; a part of 0 to 100%.")
    top = max(1, round(found.shape[1] * top_percent / 100))
    last = -np.sort(-found, axis=1)[:, top - 1 : top]
    flags = (found >= last) & (found > 0)
    weight = (flags * each[:, None]).sum(axis=0)
    return FlaggedPlaces(
        flags=tuple(tuple(map(bool, row)) for row in flags.tolist()),
        weight=tuple(weight.tolist()),
        order=tuple(np.argsort(-weight, kind="stable").tolist()),
    )
