"""Offences for every 1,000 residents or households."""

from __future__ import annotations

import math
from collections.abc import Sequence

from wardwise.domain.errors import PopulationMissing
from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.offences import offences as offences_with_range


def rate_per_1000_residents(
    *, offences: float, residents: float | None, level: float = 0.95
) -> Estimate:
    """Recorded offences for every 1,000 people who live in the area.

    Parameters
    ----------
    offences : float
        Offences recorded in the period. Unit: offences; 0 or more.
    residents : float or None
        Usual residents, of the year that the figure names. Unit: people; 1 or more.
    level : float
        0.95, or 0.998 where many areas are looked at together.

    Returns
    -------
    Estimate
        Unit: offences per 1,000 residents, for the whole period given.

    Raises
    ------
    PopulationMissing
        If residents is None or 0: the rate is not known, which is not the same as nil.

    Notes
    -----
    Residents are taken as known; only the count has a range. Where many people come to work
    or shop, the rate by residents says more about visitors than about residents.

    References
    ----------
    See ``byar_interval``.

    Examples
    --------
    >>> rate_per_1000_residents(offences=412, residents=103_000).value
    4.0
    """
    return _per_1000(offences=offences, base=residents, base_name="residents", level=level)


def rates_per_1000_residents(
    *, offences: Sequence[float], residents: Sequence[float | None]
) -> tuple[float, ...]:
    """The same for a list of areas, without ranges: what areas are put in order by.

    Parameters
    ----------
    offences, residents : sequence of float
        The same areas in the same order. Shape: areas.

    Returns
    -------
    tuple of float
        Unit: offences per 1,000 residents. Shape: areas.

    Raises
    ------
    PopulationMissing
        If residents of any area is None or 0.
    ValueError
        If there are not as many of one as of the other.

    References
    ----------
    See ``byar_interval``.

    Examples
    --------
    >>> rates_per_1000_residents(offences=[412, 0], residents=[103_000, 1_000])
    (4.0, 0.0)
    """
    pairs = zip(offences, residents, strict=True)
    return tuple(rate_per_1000_residents(offences=n, residents=base).value for n, base in pairs)


def rate_per_1000_households(
    *, offences: float, households: float | None, level: float = 0.95
) -> Estimate:
    """Recorded offences for every 1,000 households: the base for residential burglary.

    Parameters
    ----------
    offences : float
        Offences recorded in the period. Unit: offences; 0 or more.
    households : float or None
        Households, of the year that the figure names. Unit: households; 1 or more.
    level : float
        0.95, or 0.998 where many areas are looked at together.

    Returns
    -------
    Estimate
        Unit: offences per 1,000 households, for the whole period given.

    Raises
    ------
    PopulationMissing
        If households is None or 0: the rate is not known, which is not the same as nil.

    References
    ----------
    See ``byar_interval``.

    Examples
    --------
    >>> rate_per_1000_households(offences=300, households=75_000).value
    4.0
    """
    return _per_1000(offences=offences, base=households, base_name="households", level=level)


def _per_1000(*, offences: float, base: float | None, base_name: str, level: float) -> Estimate:
    if base is None or math.isnan(base) or base <= 0:
        raise PopulationMissing(
            f"The number of {base_name} is not known (found {base}), so there is no rate."
            f" Give the {base_name} of the area, or leave the rate out by name."
        )
    return offences_with_range(count=offences, level=level).per(base, times=1000)
