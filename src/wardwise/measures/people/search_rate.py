"""Stops and searches for every 1,000 residents of a group."""

from __future__ import annotations

from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.rate import rate_per_1000_residents


def search_rate_per_1000_residents(
    *, searches: float, residents: float | None, level: float = 0.95
) -> Estimate:
    """Stops and searches for every 1,000 residents of a group.

    Parameters
    ----------
    searches : float
        Searches of people of the group in the period. Unit: searches; 0 or more.
    residents : float or None
        Residents of the group, of the year that the figure names. Unit: people; 1 or more.
    level : float
        Of the interval.

    Returns
    -------
    Estimate
        Unit: searches per 1,000 residents.

    Raises
    ------
    PopulationMissing
        If residents is None or 0: the rate is not known.

    Notes
    -----
    Searches are not people: one person may be searched often, and may not live in the area.
    Searches whose ethnicity is not stated are in no group; say how many they are.

    References
    ----------
    Home Office, Stop and search statistics data tables: rates by self-defined ethnicity.
    See ``byar_interval``.

    Examples
    --------
    >>> search_rate_per_1000_residents(searches=90, residents=15_000).value
    6.0
    """
    return rate_per_1000_residents(offences=searches, residents=residents, level=level)
