"""Regression to the mean: how far a place stood above its own years when it was picked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from wardwise.domain.nothing import NotKnown
from wardwise.measures.effect.displacement_difference import weighted_displacement_difference
from wardwise.measures.estimate import Estimate


@dataclass(frozen=True)
class WithoutSelection:
    """What the year of choosing adds, and what is left without it. Unit: events, or harm.

    Attributes
    ----------
    height : Estimate
        The area in the year compared with, above its own earlier level, next to the control: by
        so much it would be expected to fall again by itself.
    since_earlier : Estimate
        The displacement difference reckoned from the earlier year, by which nobody chose.
    was_high : bool
        Whether ``height`` is above nought beyond chance.
    holds : bool
        Whether ``since_earlier`` is below nought beyond chance: the fall is more than a return.
    """

    height: Estimate
    since_earlier: Estimate
    was_high: bool
    holds: bool


def effect_without_selection(
    *,
    counts: ArrayLike,
    time_weights: ArrayLike = (1.0, 1.0, 1.0),
    area_weights: ArrayLike | None = None,
    harm_weights: ArrayLike | None = None,
    phi: ArrayLike = 1.0,
    level: float = 0.95,
) -> WithoutSelection | NotKnown:
    """Displacement difference from a year that nobody chose the area by.

    Parameters
    ----------
    counts : array
        Events earlier, before and after: the same months of three years. Shape: areas × 3, or
        areas × 3 × offences, areas as for ``weighted_displacement_difference``. Unit: events.
    time_weights : array
        Length of each period. Shape: 3.
    area_weights, harm_weights, phi, level
        As for ``weighted_displacement_difference``.

    Returns
    -------
    WithoutSelection or NotKnown
        Not known where a count of the earlier year is not.

    Raises
    ------
    ValueError
        If a shape, weight or phi cannot be.

    Notes
    -----
    Of places that are picked because a year was high, part of the height is luck, and luck does
    not come again: the next year is lower whatever is done. The earlier year is not part of the
    choice, so its expectation is the place's own level, and a fall measured from it owes nothing
    to the choice. If somebody chose by both years, neither is free of it.

    References
    ----------
    Galton F (1886) Journal of the Anthropological Institute 15:246.
    Hauer E (1997) Observational Before–After Studies in Road Safety, Pergamon.

    Examples
    --------
    >>> found = effect_without_selection(counts=[[100, 160, 104], [400, 404, 398]])
    >>> found.height.value, found.since_earlier.value, found.holds
    (56.0, 6.0, False)
    """
    table = np.asarray(counts, dtype=float)
    lengths = np.asarray(time_weights, dtype=float)
    if table.ndim not in (2, 3) or table.shape[1] != 3 or lengths.shape != (3,):
        raise ValueError(
            f"counts has the shape {table.shape}: expected areas × 3 periods, and 3 lengths."
        )
    if np.isnan(table[:, 0]).any():
        return NotKnown("the same months of the year before that are not held")

    def from_to(first: int, last: int) -> Estimate:
        return weighted_displacement_difference(
            counts=table[:, [first, last]],
            time_weights=lengths[[first, last]],
            area_weights=area_weights,
            harm_weights=harm_weights,
            phi=phi,
            level=level,
        ).local

    height, since = from_to(0, 1), from_to(0, 2)
    return WithoutSelection(height, since, height.lower > 0, since.upper < 0)
