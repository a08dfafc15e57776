"""How much falls on the few people it falls on most, and how much would by chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.arguments import check_counts
from wardwise.measures.people.chance_repeats import dealt_by_chance, shares_held


Floats = NDArray[np.float64]


@dataclass(frozen=True)
class MostRepeated:
    """What falls on the most repeated part of the people who have an event at all.

    Attributes
    ----------
    people_percent : float
        The part of those people: 1, 5 or 20. Unit: percent.
    events_percent : float
        The share of events that is theirs. Unit: percent.
    harm_percent : float or None
        The share of harm that is theirs, where harm is given. Unit: percent.
    chance_percent, chance_lower, chance_upper : float
        What chance alone would give: mean, and the middle 95% of the draws. Unit: percent.
    p_value : float
        Share of draws in which so large a share is theirs, this one counted.
    """

    people_percent: float
    events_percent: float
    harm_percent: float | None
    chance_percent: float
    chance_lower: float
    chance_upper: float
    p_value: float


def share_of_most_repeated(
    *,
    events: ArrayLike,
    at_risk: int,
    seed: int,
    harm: ArrayLike | None = None,
    people_percents: Sequence[float] = (1, 5, 20),
    draws: int = 999,
) -> tuple[MostRepeated, ...]:
    """Share of crime (and of harm) that the most repeated 1%, 5% and 20% suffer or do.

    Parameters
    ----------
    events : array
        Events of each person (or address) who has any. Unit: events; 1 or more. Shape: people.
    at_risk : int
        How many could have had one: residents, or addresses. Unit: people.
    seed : int
        Of the draws; from the settings.
    harm : array, optional
        Harm of each of those people, all their events together. Shape: people.
    people_percents : sequence of float
        Parts of the people who have an event. Unit: percent.
    draws : int
        Times that the events are dealt out.

    Returns
    -------
    tuple of MostRepeated
        One for each of ``people_percents``.

    Raises
    ------
    ValueError
        If a person has no event, the people are more than those at risk, or harm does not fit.

    Notes
    -----
    The people are ordered by events, for harm too. Where the part ends among people with as many
    events as one another, it takes as much of them as it needs. Chance: each of those at risk
    has a Poisson number of events with the same mean, and only those who have one are seen; so
    even where nobody is picked out, some come twice. Chance gives the harm of an event no favour,
    so that its share of harm is that of events.

    References
    ----------
    Sherman LW, Gartin PR, Buerger ME (1989) Criminology 27:27, for the comparison with Poisson.
    Hope ACA (1968) Journal of the Royal Statistical Society B 30:582, for the test.

    Examples
    --------
    >>> found = share_of_most_repeated(events=[11] + [1] * 9, at_risk=1000, seed=1)
    >>> found[2].people_percent, found[2].events_percent, found[2].p_value
    (20, 60.0, 0.001)
    """
    counts = check_counts(name="events", counts=events)
    if counts.ndim != 1 or len(counts) == 0 or not (counts >= 1).all() or len(counts) > at_risk:
        raise ValueError(
            f"Events of {counts.size} people of {at_risk} at risk: expected one event or more of"
            " each, and no more people than are at risk."
        )
    kinds, kind = np.unique(-counts, return_inverse=True)
    people = np.bincount(kind)
    ours = shares_held(people[None, :], amounts=-kinds * people, percents=people_percents)[0]
    harms = _harm_shares(harm, kind=kind, people=people, percents=people_percents)
    dealt = dealt_by_chance(
        mean=float(counts.sum()) / at_risk, at_risk=at_risk, seed=seed, draws=draws
    )
    events_dealt = dealt * np.arange(dealt.shape[1], 0, -1)
    chance = shares_held(dealt, amounts=events_dealt, percents=people_percents)
    return tuple(
        _against_chance(percent=percent, ours=own, harm=of_harm, chance=drawn)
        for percent, own, of_harm, drawn in zip(
            people_percents, ours.tolist(), harms, chance.T, strict=True
        )
    )


def _harm_shares(
    harm: ArrayLike | None,
    *,
    kind: NDArray[np.int64],
    people: NDArray[np.int64],
    percents: Sequence[float],
) -> list[float] | list[None]:
    if harm is None:
        return [None] * len(percents)
    weights = check_counts(name="harm", counts=harm)
    if weights.shape != kind.shape or not weights.sum() > 0:
        raise ValueError(f"harm of shape {weights.shape} for {len(kind)} people, all known.")
    held = shares_held(people[None, :], amounts=np.bincount(kind, weights), percents=percents)
    shares: list[float] = held[0].tolist()
    return shares


def _against_chance(
    *, percent: float, ours: float, harm: float | None, chance: Floats
) -> MostRepeated:
    lower, upper = np.quantile(chance, [0.025, 0.975])
    as_large = np.count_nonzero(chance >= ours - 1e-9)
    return MostRepeated(
        people_percent=percent,
        events_percent=ours,
        harm_percent=harm,
        chance_percent=float(chance.mean()),
        chance_lower=float(lower),
        chance_upper=float(upper),
        p_value=float((1 + as_large) / (len(chance) + 1)),
    )
