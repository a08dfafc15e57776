"""Flags of wards for what is high in them, worked from what their neighbourhoods hold."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.arguments import check_counts
from wardwise.measures.place.flagged_places import FlaggedPlaces, flagged_places
from wardwise.measures.place.neighbours import known_people


def ward_flags(
    *,
    counts: ArrayLike,
    mixes: ArrayLike,
    people: ArrayLike,
    wards: ArrayLike,
    weights: ArrayLike,
    scores: ArrayLike | None = None,
    top_percent: float = 20,
) -> FlaggedPlaces:
    """Flags by rates of offences and harm, and by deprivation, of wards made of LSOAs.

    Parameters
    ----------
    counts : array
        Offences by group and LSOA. Unit: offences. Shape: groups × LSOAs.
    mixes : array
        What one offence of each group adds to each rate: 1, 0 or its severity points. Shape:
        rates × groups.
    people : array
        Residents by LSOA. Unit: people. Shape: LSOAs.
    wards : array of int
        Position of each LSOA's ward. Shape: LSOAs.
    weights : array
        Weight of the flag of each rate, and then of deprivation if there are scores. Shape: flags.
    scores : array, optional
        Deprivation score by LSOA, higher being worse. Shape: LSOAs.
    top_percent : float
        Part of the wards that is flagged. Unit: percent.

    Returns
    -------
    FlaggedPlaces
        Its places are wards, in the order of their positions.

    Raises
    ------
    ValueError
        If a number is not known, a ward has no residents or the shapes do not fit.

    Notes
    -----
    A ward's rate is that of its LSOAs together; its deprivation the mean of their scores,
    weighted by residents.

    References
    ----------
    See ``flagged_places``.

    Examples
    --------
    >>> found = ward_flags(
    ...     counts=[[9, 0, 1]], mixes=[[1.0]], people=[100, 100, 100], wards=[0, 0, 1],
    ...     scores=[10, 20, 40], weights=[1, 1], top_percent=50,
    ... )
    >>> found.weight
    (1.0, 1.0)
    """
    offences = np.atleast_2d(check_counts(name="counts", counts=counts))
    residents = known_people(people=people, places=offences.shape[1])
    at, mix = np.asarray(wards, dtype=int), np.asarray(mixes, dtype=float)
    if at.shape != residents.shape or mix.ndim != 2 or mix.shape[1] != len(offences):
        raise ValueError(f"wards of shape {at.shape}, mixes of {mix.shape}: they do not fit.")
    lived = np.bincount(at, weights=residents)
    if not (lived > 0).all():
        raise ValueError("A ward has no residents: there is no rate.")
    held = [(offences * each[:, None]).sum(axis=0) for each in mix]
    if scores is not None:
        held.append(check_counts(name="scores", counts=scores) * residents)
    values = [np.bincount(at, weights=each, minlength=len(lived)) / lived for each in held]
    return flagged_places(values=values, weights=weights, top_percent=top_percent)
