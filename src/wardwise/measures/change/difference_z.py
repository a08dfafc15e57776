"""The difference of two counts in standard errors."""

from __future__ import annotations

import math

from wardwise.measures.arguments import check_count


def difference_z(*, before: float, after: float, phi: float = 1.0) -> float:
    """Difference of two counts over its standard error, for periods of equal length.

    Parameters
    ----------
    before, after : float
        Events in each period. Unit: events; 0 or more, not both 0.
    phi : float
        Dispersion of the offence; 1 is plain Poisson.

    Returns
    -------
    float
        (after − before) / √(φ (after + before)). No unit.

    Raises
    ------
    ValueError
        If both counts are 0, or one is negative.

    Notes
    -----
    Both counts vary. The form 2(√after − √before) in some handbooks takes the first as known
    without error, and is √2 too large for two observed counts.

    References
    ----------
    Przyborowski J, Wilenski H (1940) Biometrika 31:313.

    Examples
    --------
    >>> round(difference_z(before=193, after=176), 2)
    -0.88
    """
    before = check_count(name="before", count=before)
    after = check_count(name="after", count=after)
    if before + after == 0:
        raise ValueError("Both counts are 0: the difference has no standard error.")
    return (after - before) / math.sqrt(phi * (after + before))
