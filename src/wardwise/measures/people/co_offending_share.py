"""How many offences are done together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.estimate import Estimate
from wardwise.measures.people.proportion import proportion_percent


@dataclass(frozen=True)
class CoOffending:
    """Offences with a known offender by how many offenders they have.

    Attributes
    ----------
    of_offences : Estimate
        Offences with two known offenders or more. Unit: percent of offences with any.
    of_offenders : Estimate
        People who took part in such an offence. Unit: percent of known offenders.
    offences_by_size : dict of int to int
        Number of known offenders → offences.
    """

    of_offences: Estimate
    of_offenders: Estimate
    offences_by_size: dict[int, int]


def co_offending_share_percent(
    *, record_keys: ArrayLike, person_keys: ArrayLike, level: float = 0.95
) -> CoOffending:
    """Share of offences, and of offenders, in which two or more took part.

    Parameters
    ----------
    record_keys, person_keys : array
        The offence and the offender of each row; a pair that comes twice counts once. Suspects
        or proved offenders, never both. Shape: rows.
    level : float
        Of the intervals.

    Returns
    -------
    CoOffending

    Raises
    ------
    ValueError
        If there is no row, or the arrays are not as long as one another.

    Notes
    -----
    Offences without a known offender are in no denominator, and offenders who were not found are
    not counted: the true share is higher. Young people offend together more, so compare like ages.

    References
    ----------
    van Mastrigt SB, Farrington DP (2009) British Journal of Criminology 49:552.
    See ``proportion_percent``.

    Examples
    --------
    >>> found = co_offending_share_percent(
    ...     record_keys=["r1", "r1", "r2", "r3"], person_keys=["a", "b", "a", "c"]
    ... )
    >>> round(found.of_offences.value, 1), round(found.of_offenders.value, 1)
    (33.3, 66.7)
    """
    records, people = np.asarray(record_keys), np.asarray(person_keys)
    if records.shape != people.shape or records.size == 0:
        raise ValueError(
            f"{records.size} record keys and {people.size} person keys: expected rows."
        )
    _, record = np.unique(records, return_inverse=True)
    _, person = np.unique(people, return_inverse=True)
    pairs = np.unique(np.stack([record, person], axis=1), axis=0)
    size = np.bincount(pairs[:, 0])
    together = size[pairs[:, 0]] > 1
    sizes, offences = np.unique(size, return_counts=True)
    return CoOffending(
        of_offences=proportion_percent(
            part=int(np.count_nonzero(size > 1)), whole=len(size), level=level
        ),
        of_offenders=proportion_percent(
            part=len(np.unique(pairs[together, 1])), whole=int(person.max()) + 1, level=level
        ),
        offences_by_size=dict(zip(sizes.tolist(), offences.tolist(), strict=True)),
    )
