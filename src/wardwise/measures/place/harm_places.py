"""How few places hold half of the harm, and how few would by chance."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.arguments import check_counts
from wardwise.measures.harm.by_place import harm_by_place
from wardwise.measures.place.places import counted_places
from wardwise.measures.place.share_of_places import PlacesHolding, held_by_fewest


def share_of_places_holding_harm(
    *,
    counts: ArrayLike,
    harm_weights: ArrayLike,
    weights: ArrayLike,
    seed: int,
    draws: int = 999,
) -> PlacesHolding:
    """Smallest share of places that holds half of what all offences weigh together.

    Parameters
    ----------
    counts : array
        Offences by group and place. Unit: offences. Shape: groups × places.
    harm_weights : array
        Weight of one offence of each group. Unit: severity points. Shape: groups.
    weights : array
        Chance of each place in proportion: residents. Shape: places.
    seed : int
        Of the draws; from the settings.
    draws : int
        Times that the same offences, each with its weight, are dealt out at random.

    Returns
    -------
    PlacesHolding
        Its ``share`` is of harm.

    Raises
    ------
    ValueError
        If a count or weight is not known, all are nought, or the weights do not fit.

    Notes
    -----
    A few grave offences make a heap wherever they fall, so that chance alone concentrates harm
    far more than it does counts. Hence the groups are dealt out one by one, each with its own
    number of offences, and weighed afterwards. One offence of a group has the group's mean
    weight: harm within a group is still less even than this knows.

    References
    ----------
    Weinborn C, Ariel B, Sherman LW, O'Dwyer E (2017) Hotspots vs harmspots, Applied Geography
    86:226. Hope ACA (1968) Journal of the Royal Statistical Society B 30:582, for the test.

    Examples
    --------
    >>> found = share_of_places_holding_harm(
    ...     counts=[[9, 1, 1, 1], [0, 2, 0, 0]], harm_weights=[1, 50], weights=[1, 1, 1, 1], seed=1
    ... )
    >>> found.places, found.of
    (1, 4)
    """
    offences = np.atleast_2d(check_counts(name="counts", counts=counts))
    harm = counted_places(counts=harm_by_place(counts=offences, weights=harm_weights))
    chances = check_counts(name="weights", counts=weights)
    if chances.shape != harm.shape or not chances.sum() > 0:
        raise ValueError(f"weights of shape {chances.shape} for {len(harm)} places, all known.")
    random = np.random.default_rng(seed)
    each = np.asarray(harm_weights, dtype=float)
    dealt = np.zeros((draws, len(harm)))
    for group, weight in zip(offences, each, strict=True):
        total = round(float(group.sum()))
        dealt += weight * random.multinomial(total, chances / chances.sum(), size=draws)
    return held_by_fewest(harm, dealt, share=0.5)
