"""Severity-weighted counts: what the offences of a year weigh together."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.domain.errors import PopulationMissing, ReferenceDataError


@dataclass(frozen=True)
class HarmScore:
    """A severity-weighted sum, with the range that the weights leave.

    Attributes
    ----------
    value, lower, upper : float
        Unit: severity points, or severity points per 1,000 residents.
    method : str
        The method in words.
    """

    value: float
    lower: float
    upper: float
    method: str = "sum of offences × weight; range of the weights, in quadrature"


def harm_score(
    *,
    counts: ArrayLike,
    weights: ArrayLike,
    lower_weights: ArrayLike | None = None,
    upper_weights: ArrayLike | None = None,
) -> HarmScore:
    """What offences weigh together: the sum of each group's count times its weight.

    Parameters
    ----------
    counts : array of float
        Offences by group. Shape: groups. Unit: offences.
    weights : array of float
        Weight of one offence of each group. Shape: groups. Unit: severity points.
    lower_weights, upper_weights : array of float, optional
        Ends of the range of each weight (see ``category_weight``); the weight itself if not
        given. Shape: groups.

    Returns
    -------
    HarmScore
        Unit: severity points.

    Raises
    ------
    ReferenceDataError
        If a group that has offences has no weight: leaving it out would call it harmless.

    Notes
    -----
    The groups' weights err independently, so the distances to their ends are added in
    quadrature. The counts are taken as recorded: the range says how far the *weights* leave
    the score open, and is not a test of change. Weights come from sentences, so the score says
    how gravely courts look on such offences, not what was done to one victim.

    References
    ----------
    Office for National Statistics, Crime Severity Score: methodology (experimental
    statistics, first published 2016).

    Examples
    --------
    >>> harm_score(counts=[10, 2], weights=[5.0, 100.0]).value
    250.0
    """
    offences, weight = _checked(counts, weights)
    lower = weight if lower_weights is None else np.asarray(lower_weights, dtype=float)
    upper = weight if upper_weights is None else np.asarray(upper_weights, dtype=float)
    held = offences > 0
    value = float((offences * weight)[held].sum())
    down = float(np.sqrt(((offences * (weight - lower))[held] ** 2).sum()))
    up = float(np.sqrt(((offences * (upper - weight))[held] ** 2).sum()))
    return HarmScore(value=value, lower=max(0.0, value - down), upper=value + up)


def severity_rate_per_1000(
    *,
    counts: ArrayLike,
    weights: ArrayLike,
    residents: float | None,
    lower_weights: ArrayLike | None = None,
    upper_weights: ArrayLike | None = None,
) -> HarmScore:
    """The harm score for every 1,000 people who live in the area.

    Parameters
    ----------
    counts, weights, lower_weights, upper_weights : array of float
        As in ``harm_score``.
    residents : float or None
        Usual residents. Unit: people; 1 or more.

    Returns
    -------
    HarmScore
        Unit: severity points per 1,000 residents.

    Raises
    ------
    PopulationMissing
        If residents is None or 0.
    ReferenceDataError
        If a group that has offences has no weight.

    Notes
    -----
    The published Crime Severity Score is per head: a thousandth of this.

    References
    ----------
    See ``harm_score``.

    Examples
    --------
    >>> severity_rate_per_1000(counts=[10, 2], weights=[5.0, 100.0], residents=1000).value
    250.0
    """
    if residents is None or math.isnan(residents) or residents <= 0:
        raise PopulationMissing(
            f"The number of residents is not known (found {residents}), so there is no rate."
            " Give the residents of the area, or leave the rate out by name."
        )
    score = harm_score(
        counts=counts, weights=weights, lower_weights=lower_weights, upper_weights=upper_weights
    )
    per = 1000 / residents
    return HarmScore(value=score.value * per, lower=score.lower * per, upper=score.upper * per)


def _checked(
    counts: ArrayLike, weights: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    offences, weight = np.asarray(counts, dtype=float), np.asarray(weights, dtype=float)
    if offences.shape != weight.shape or np.any(~(offences >= 0)):
        raise ValueError("expected one weight for each count, and counts of 0 or more.")
    missing = np.flatnonzero((offences > 0) & ~np.isfinite(weight))
    if len(missing):
        raise ReferenceDataError(
            f"severity weights: {len(missing)} of {len(weight)} groups have offences and no weight"
            f" (the first is number {missing[0] + 1}). Add the weight to the reference table, or"
            " leave the group out by name."
        )
    return offences, weight
