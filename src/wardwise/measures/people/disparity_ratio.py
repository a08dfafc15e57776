"""How many times as often one group is searched as another."""

from __future__ import annotations

import math

from wardwise.domain.errors import PopulationMissing
from wardwise.measures.arguments import check_count, normal_quantile
from wardwise.measures.change.change_percent import EXACT_UNDER
from wardwise.measures.change.exact import exact_ratio_limits
from wardwise.measures.estimate import Estimate


def disparity_ratio(
    *,
    searches_a: float,
    residents_a: float | None,
    searches_b: float,
    residents_b: float | None,
    level: float = 0.95,
) -> Estimate:
    """Rate of searches in one group over the rate in another.

    Parameters
    ----------
    searches_a, searches_b : float
        Searches of people of each group. Unit: searches; of group b 1 or more.
    residents_a, residents_b : float or None
        Residents of each group, of the same year. Unit: people; 1 or more.
    level : float
        Of the interval.

    Returns
    -------
    Estimate
        Unit: ratio; 1 is the same rate. With 20 searches or more in each group the log ratio
        ± z √(1/a + 1/b), else the exact conditional limits.

    Raises
    ------
    PopulationMissing
        If residents of either group are None or 0.
    ValueError
        If there is no search of group b: the ratio is not known.

    Notes
    -----
    The ratio says how searches fall on residents, not why: it does not know who was about,
    nor who was suspected. Set the find rate of each group beside it. Residents of a census
    are some years older than the searches.

    References
    ----------
    Katz D and others (1978) Biometrics 34:469, for the log ratio.
    Clopper CJ, Pearson ES (1934) Biometrika 26:404.

    Examples
    --------
    >>> found = disparity_ratio(
    ...     searches_a=90, residents_a=15_000, searches_b=300, residents_b=150_000
    ... )
    >>> round(found.value, 2), round(found.lower, 2), round(found.upper, 2)
    (3.0, 2.37, 3.8)
    """
    a, b = _searches(a=searches_a, b=searches_b)
    people = _residents_ratio(a=residents_a, b=residents_b)
    value = a / b / people
    if min(a, b) < EXACT_UNDER:
        lower, upper = exact_ratio_limits(before=b, after=a, days=people, level=level)
        return Estimate(value, lower, upper, level, "exact conditional")
    reach = normal_quantile(level=level) * math.sqrt(1 / a + 1 / b)
    limits = value * math.exp(-reach), value * math.exp(reach)
    return Estimate(value, limits[0], limits[1], level, "log ratio")


def _searches(*, a: float, b: float) -> tuple[float, float]:
    a, b = check_count(name="searches_a", count=a), check_count(name="searches_b", count=b)
    if b == 0:
        raise ValueError("No search of the group compared with: the ratio is not known.")
    return a, b


def _residents_ratio(*, a: float | None, b: float | None) -> float:
    if not a or not b or min(a, b) < 0 or math.isnan(a + b):
        raise PopulationMissing(
            f"The residents of a group are not known (found {a} and {b}), so there is no ratio."
            " Give both, or leave the ratio out by name."
        )
    return a / b
