"""The chance that a count meets its target though nothing has changed."""

from __future__ import annotations

import math

from scipy.special import betainc

from wardwise.measures.arguments import check_count


def luck_of_count(
    *,
    baseline: float,
    target: float,
    lower_is_better: bool,
    exposure_ratio: float = 1.0,
    phi: float = 1.0,
) -> float:
    """Chance that the next count meets the target if the rate stays as it was.

    Parameters
    ----------
    baseline : float
        Events counted in the baseline period. Unit: events.
    target : float
        Events that meet the target: so many or fewer, or so many or more. Unit: events.
    lower_is_better : bool
        Whether a smaller count meets it.
    exposure_ratio : float
        Days (or residents) of the target's period over those of the baseline.
    phi : float
        Dispersion of the offence, 1 or more (see ``dispersion``).

    Returns
    -------
    float
        Probability.

    Raises
    ------
    ValueError
        If a count is negative, the ratio is not above nought or phi is below 1.

    Notes
    -----
    The baseline is itself one draw: given it, the rate is spread as a gamma distribution (prior of
    Jeffreys) and the next count is negative binomial. With ``phi`` both counts are divided by it,
    as for a count that moves ``phi`` times as much as a Poisson count. No trend is foreseen: it is
    the chance for a partnership that does nothing and meets no change.

    References
    ----------
    Krishnamoorthy K, Peng J (2011) Journal of Statistical Planning and Inference 141:1709, for
    prediction of a Poisson count from another.

    Examples
    --------
    A fall of 5% in a ward with 100 offences a year lies well inside chance.

    >>> round(luck_of_count(baseline=100, target=95, lower_is_better=True), 2)
    0.37
    """
    baseline = check_count(name="baseline", count=baseline)
    target = check_count(name="target", count=target)
    if not exposure_ratio > 0 or math.isinf(exposure_ratio):
        raise ValueError(f"An exposure ratio of {exposure_ratio}: expected more than nought.")
    if phi < 1 or math.isnan(phi):
        raise ValueError(f"phi is {phi}: a dispersion is 1 or more.")
    met = math.floor(target) if lower_is_better else math.ceil(target) - 1
    at_most = _at_most(met / phi, shape=baseline / phi + 0.5, ratio=exposure_ratio)
    return at_most if lower_is_better else 1 - at_most


def _at_most(count: float, *, shape: float, ratio: float) -> float:
    """Negative binomial: chance of so many or fewer."""
    return 0.0 if count < 0 else float(betainc(shape, count + 1, 1 / (1 + ratio)))
