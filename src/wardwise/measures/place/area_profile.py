"""What an area holds of the whole, and how many times its share of people that is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.share import share_percent
from wardwise.measures.place.neighbours import known_people
from wardwise.measures.place.places import counted_places


@dataclass(frozen=True)
class AreaProfile:
    """An area's part of one thing beside its part of the people.

    Attributes
    ----------
    inside, total : float
        Of what is held. Unit: offences, severity points, hectares or people.
    share : Estimate
        ``inside`` of ``total``. Unit: percent.
    base_percent : float
        The area's part of the people, or of another base. Unit: percent.
    quotient : Estimate
        Share over ``base_percent``. Unit: ratio; 1 is just its part.
    """

    inside: float
    total: float
    share: Estimate
    base_percent: float
    quotient: Estimate


def area_profile(
    *,
    held: ArrayLike,
    base: ArrayLike,
    inside: ArrayLike,
    squares: ArrayLike | None = None,
    level: float = 0.95,
) -> AreaProfile:
    """The area's share of what the places hold, over its share of the people in them.

    Parameters
    ----------
    held : array
        Offences, severity points or people by place. Shape: places.
    base : array
        Residents, workday people or hectares by place. Shape: places.
    inside : array
        Part of each place that is in the area, 0 to 1; 0 or 1 for areas of whole places.
        Shape: places.
    squares : array, optional
        Where ``held`` is a sum of weights: the sum of the squared weights by place, so that the
        interval is as wide as events with such unequal weights leave it. Shape: places.
    level : float
        Of the intervals.

    Returns
    -------
    AreaProfile

    Raises
    ------
    ValueError
        If a number is not known, all are nought, or the area has no people of the base.

    Notes
    -----
    Wilson's interval of the share, over the share of people, which is taken as known: the
    binomial interval of the published quotient. With weights the events that count are those
    of Kish, (sum of weights)² over the sum of squared weights.

    References
    ----------
    Brantingham PL, Brantingham PJ (1995) in Crime Analysis through Computer Mapping, for the
    quotient. Wilson EB (1927) Journal of the American Statistical Association 22:209. Kish L
    (1965) Survey Sampling, for the number of events.

    Examples
    --------
    >>> found = area_profile(held=[17, 83], base=[8, 92], inside=[1, 0])
    >>> found.share.value, found.quotient.value
    (17.0, 2.125)
    """
    counts = counted_places(counts=held)
    people = known_people(people=base, places=len(counts))
    part = np.asarray(inside, dtype=float)
    if part.shape != counts.shape or not ((part >= 0) & (part <= 1)).all():
        raise ValueError(f"inside of shape {part.shape} for {len(counts)} places, each 0 to 1.")
    within, total = float((counts * part).sum()), float(counts.sum())
    base_percent = float(100 * (people * part).sum() / people.sum())
    if base_percent == 0:
        raise ValueError("The area has no people of the base: there is no quotient.")
    number = total
    if squares is not None:
        number = total**2 / float(counted_places(counts=squares).sum())
    share = share_percent(part=number * min(within / total, 1.0), whole=number, level=level)
    return AreaProfile(within, total, share, base_percent, share.per(base_percent, times=1))
