"""How many times its share of people (or land, or homes) an area has of offences."""

from __future__ import annotations

from wardwise.domain.errors import PopulationMissing
from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.share import share_percent


def concentration_quotient(
    *,
    offences_inside: float,
    offences_total: float,
    people_inside: float | None,
    people_total: float | None,
    level: float = 0.95,
) -> Estimate:
    """Share of offences inside an area over its share of people.

    Parameters
    ----------
    offences_inside, offences_total : float
        Offences in the area and in the whole of which it is part. Unit: offences.
    people_inside, people_total : float or None
        People in each; or households, or hectares, as the sentence says.
    level : float
        Of the interval.

    Returns
    -------
    Estimate
        Unit: ratio; 1 is just its share. Wilson's limits of the share of offences, over the
        share of people, which is taken as known.

    Raises
    ------
    PopulationMissing
        If the people of either are not known or 0.
    ValueError
        If there are no offences, or more inside than in total.

    References
    ----------
    Brantingham PL, Brantingham PJ (1995) Location quotients and crime hot spots in the city,
    in Crime Analysis through Computer Mapping, Police Executive Research Forum.

    Examples
    --------
    >>> found = concentration_quotient(
    ...     offences_inside=1700, offences_total=10_000, people_inside=8, people_total=100
    ... )
    >>> round(found.value, 3)
    2.125
    """
    if not people_inside or not people_total or min(people_inside, people_total) < 0:
        raise PopulationMissing(
            f"The people of the area ({people_inside}) or of the whole ({people_total}) are not"
            " known, so there is no quotient. Give both, or leave the quotient out by name."
        )
    held = share_percent(part=offences_inside, whole=offences_total, level=level)
    return held.per(100 * people_inside / people_total, times=1)
