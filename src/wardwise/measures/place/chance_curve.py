"""The curve that chance alone would give beside the curve of concentration."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.place.lorenz_curve import LorenzCurve
from wardwise.measures.place.places import counted_places


def chance_curve(
    *, counts: ArrayLike, weights: ArrayLike, seed: int, draws: int = 999
) -> LorenzCurve:
    """Mean curve of as many offences dealt out at random over the same places.

    Parameters
    ----------
    counts : array
        Offences by place; only their sum is used. Unit: offences. Shape: places.
    weights : array
        Chance of each place in proportion: residents. Shape: places.
    seed : int
        Of the draws; from the settings.
    draws : int
        Times that the offences are dealt out.

    Returns
    -------
    LorenzCurve
        Points from (0, 0) to (100, 100), in each draw the places with most offences first.

    Raises
    ------
    ValueError
        If a count is not known, all are nought, or the weights do not fit the places.

    Notes
    -----
    Places that are dealt offences by residents alone still differ: by chance, and because
    they are not equally large. Concentration is the distance from this curve, and not from
    the straight line.

    References
    ----------
    Bernasco W, Steenbeek W (2017) Journal of Quantitative Criminology 33:451, for why the
    straight line is the wrong comparison. Hope ACA (1968) Journal of the Royal Statistical
    Society B 30:582, for the draws.

    Examples
    --------
    >>> chance_curve(counts=[3, 1], weights=[1, 0], seed=1).offences_percent
    (0.0, 100.0, 100.0)
    """
    array = counted_places(counts=counts)
    chances = np.asarray(weights, dtype=float)
    if chances.shape != array.shape or not (chances >= 0).all() or not chances.sum() > 0:
        raise ValueError(f"weights of shape {chances.shape} for {len(array)} places, all known.")
    random = np.random.default_rng(seed)
    dealt = random.multinomial(round(float(array.sum())), chances / chances.sum(), size=draws)
    ordered = -np.sort(-dealt.astype(float), axis=1)
    mean = np.cumsum(ordered, axis=1).mean(axis=0)
    offences = np.concatenate([[0.0], 100 * mean / mean[-1]])
    places = np.linspace(0, 100, len(offences))
    return LorenzCurve(tuple(places.tolist()), tuple(offences.tolist()))
