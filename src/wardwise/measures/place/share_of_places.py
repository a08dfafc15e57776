"""How few places hold half of the offences, and how few would by chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.arguments import check_counts
from wardwise.measures.place.places import counted_places


@dataclass(frozen=True)
class PlacesHolding:
    """The smallest number of places that hold a given share of offences.

    Attributes
    ----------
    places_percent : float
        Of all places. Unit: percent.
    places, of : int
        The number of places and how many there are. Unit: places.
    chance_percent, chance_lower, chance_upper : float
        What chance alone would give: mean, and the middle 95% of the draws. Unit: percent.
    p_value : float
        Share of draws as concentrated as this, or more so, this one counted.
    share : float
        The share of offences held.
    """

    places_percent: float
    places: int
    of: int
    chance_percent: float
    chance_lower: float
    chance_upper: float
    p_value: float
    share: float


def share_of_places_holding(
    *,
    counts: ArrayLike,
    seed: int,
    share: float = 0.5,
    draws: int = 999,
    weights: ArrayLike | None = None,
) -> PlacesHolding:
    """Smallest share of places that holds half (or another share) of all offences.

    Parameters
    ----------
    counts : array
        Offences by place, places without any included. Unit: offences. Shape: places.
    seed : int
        Of the draws; from the settings.
    share : float
        Share of offences to be held, above 0 and at most 1.
    draws : int
        Times that the same number of offences is dealt out at random.
    weights : array, optional
        Chance of each place in proportion: residents. Without it every place has the same.
        Shape: places.

    Returns
    -------
    PlacesHolding

    Raises
    ------
    ValueError
        If a count is negative or not known, all are nought, or the weights do not fit.

    Notes
    -----
    Even offences dealt out blindly fall in heaps: with 100 offences over 100 places about a
    fifth of the places hold half. Only what is beyond that is concentration.

    References
    ----------
    Weisburd D (2015) Criminology 53:133, for the measure.
    Hope ACA (1968) Journal of the Royal Statistical Society B 30:582, for the test.

    Examples
    --------
    >>> found = share_of_places_holding(counts=[50, 20, 10, 10, 10], seed=1)
    >>> found.places_percent, found.places, found.of
    (20.0, 1, 5)
    """
    array = counted_places(counts=counts)
    if not 0 < share <= 1:
        raise ValueError(f"share is {share}: expected above 0 and at most 1.")
    chances = _chances(places=len(array), weights=weights)
    random = np.random.default_rng(seed)
    dealt = random.multinomial(round(float(array.sum())), chances, size=draws).astype(float)
    return held_by_fewest(array, dealt, share=share)


def held_by_fewest(
    held: NDArray[np.float64], dealt: NDArray[np.float64], *, share: float
) -> PlacesHolding:
    """Places needed for the share, beside those needed in each draw. Shapes: n; draws × n."""
    observed = _places_needed(held[None, :], share=share)[0]
    needed = _places_needed(dealt, share=share)
    percent = 100 * needed / len(held)
    lower, upper = np.quantile(percent, [0.025, 0.975])
    return PlacesHolding(
        places_percent=float(100 * observed / len(held)),
        places=int(observed),
        of=len(held),
        chance_percent=float(percent.mean()),
        chance_lower=float(lower),
        chance_upper=float(upper),
        p_value=float((1 + (needed <= observed).sum()) / (len(needed) + 1)),
        share=share,
    )


def _chances(*, places: int, weights: ArrayLike | None) -> NDArray[np.float64]:
    if weights is None:
        return np.full(places, 1 / places)
    array = check_counts(name="weights", counts=weights)
    if array.shape != (places,) or not array.sum() > 0:
        raise ValueError(f"weights of shape {array.shape} for {places} places, all known.")
    return array / float(array.sum())


def _places_needed(counts: NDArray[np.float64], *, share: float) -> NDArray[np.int64]:
    """Places needed in each row of draws × places."""
    ordered = -np.sort(-counts, axis=1)
    # a hair below the share, so that exactly half is half in spite of rounding
    wanted = (share - 1e-12) * ordered.sum(axis=1, keepdims=True)
    needed: NDArray[np.int64] = (np.cumsum(ordered, axis=1) < wanted).sum(axis=1) + 1
    return needed
