"""The chance that a share meets its target though nothing has changed."""

from __future__ import annotations

import math

from scipy.special import betaln, gammaln

from wardwise.measures.arguments import check_count


def luck_of_share(
    *,
    baseline: tuple[float, float],
    target_percent: float,
    cases: int,
    lower_is_better: bool,
) -> float:
    """Chance that the next share meets the target if it stays as it was.

    Parameters
    ----------
    baseline : tuple of float
        Events and cases of the baseline period. Unit: cases.
    target_percent : float
        The share that meets it, or less, or more. Unit: percent.
    cases : int
        Cases expected in the target's period. Unit: cases.
    lower_is_better : bool
        Whether a smaller share meets it.

    Returns
    -------
    float
        Probability.

    Raises
    ------
    ValueError
        If there are more events than cases, no case, or the target is no percentage.

    Notes
    -----
    Given the baseline, the true share is spread as a beta distribution (prior of Jeffreys), and
    the next count of events is beta-binomial.

    References
    ----------
    Brown LD, Cai TT, DasGupta A (2001) Statistical Science 16:101, for the prior of Jeffreys.

    Examples
    --------
    >>> round(luck_of_share(
    ...     baseline=(30, 60), target_percent=50, cases=1, lower_is_better=False), 3)
    0.5
    """
    events = check_count(name="events", count=baseline[0])
    before = check_count(name="cases", count=baseline[1])
    if events > before or before == 0 or cases < 1:
        raise ValueError(f"{events} of {before} cases, then {cases}: expected a share of some.")
    if not 0 <= target_percent <= 100:
        raise ValueError(f"A target of {target_percent} percent: expected 0 to 100.")
    a, b = events + 0.5, before - events + 0.5
    met = _counts_that_meet(target_percent, cases=cases, lower_is_better=lower_is_better)
    return min(1.0, math.fsum(math.exp(_log_chance(k, cases, a, b)) for k in met))


def _counts_that_meet(target_percent: float, *, cases: int, lower_is_better: bool) -> range:
    # a hair of allowance, so that 30% of 10 is 3 and not 3.0000000000000004
    edge = target_percent * cases / 100
    if lower_is_better:
        return range(math.floor(edge + 1e-9) + 1)
    return range(math.ceil(edge - 1e-9), cases + 1)


def _log_chance(events: int, cases: int, a: float, b: float) -> float:
    choose = gammaln(cases + 1) - gammaln(events + 1) - gammaln(cases - events + 1)
    return float(choose + betaln(events + a, cases - events + b) - betaln(a, b))
