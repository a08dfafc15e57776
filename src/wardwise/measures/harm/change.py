"""The change in what offences weigh, with its range and the word that the test allows."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.measures.arguments import normal_quantile
from wardwise.measures.harm.score import harm_score


@dataclass(frozen=True)
class HarmChange:
    """A change of the harm score.

    Attributes
    ----------
    value : float or NotKnown
        Change of the score as anyone can work it. Unit: percent.
    lower, upper : float or None
        Limits of that change. Unit: percent; None where ``value`` is not known.
    level : float
        Of the limits and of the word.
    verdict : Verdict
        The only word for it.
    method : str
        In words.
    """

    value: float | NotKnown
    lower: float | None
    upper: float | None
    level: float
    verdict: Verdict
    method: str = "log ratio of weighted sums, dispersion of each group"


def harm_change_percent(
    *,
    before: ArrayLike,
    after: ArrayLike,
    weights: ArrayLike,
    phi: ArrayLike,
    days_before: int = 365,
    days_after: int = 365,
    level: float = 0.95,
) -> HarmChange:
    """Percentage change of the harm score at fixed weights, and whether it is beyond chance.

    Parameters
    ----------
    before, after : array of float
        Offences by group in each period. Unit: offences. Shape: groups.
    weights : array of float
        Weight of one offence of each group. Unit: severity points. Shape: groups.
    phi : array of float
        Dispersion of each group (``dispersion``), 1 or more. Shape: groups.
    days_before, days_after : int
        Length of each period. Unit: days.
    level : float
        Of the interval.

    Returns
    -------
    HarmChange
        Unit: percent.

    Raises
    ------
    ReferenceDataError
        If a group that has offences has no weight.
    ValueError
        If the shapes differ, a count is negative or a φ is below 1.

    Notes
    -----
    The log ratio of scores ± z √(v_before + v_after), where v = Σ φ w² n / (Σ w n)²:
    a few grave offences move a score more than as many light ones, and widen it more. The
    weights are the same in both periods, so that a change of the mix *inside* a group is not
    in it. Groups are taken as independent; where they rise and fall together the limits are
    too narrow.

    References
    ----------
    McCullagh P, Nelder JA (1989) Generalized Linear Models, 2nd ed., 4.5, for φ.
    Oehlert GW (1992) The American Statistician 46:27, for the delta method.

    Examples
    --------
    >>> change = harm_change_percent(
    ...     before=[400, 100], after=[400, 225], weights=[1.0, 16.0], phi=[1.0, 1.0]
    ... )
    >>> change.value, str(change.verdict)
    (100.0, 'rose')
    """
    first = harm_score(counts=before, weights=weights).value
    second = harm_score(counts=after, weights=weights).value
    spread = np.asarray(phi, dtype=float)
    if (
        spread.shape != np.shape(before)
        or not (spread >= 1).all()
        or min(days_before, days_after) <= 0
    ):
        raise ValueError("expected one φ of 1 or more for each group, and periods with days.")
    if first == 0 or second == 0:
        nothing = NotKnown("nothing with a weight was recorded in one of the periods")
        return HarmChange(nothing, None, None, level, Verdict.NO_CLEAR_CHANGE)
    ratio = second / first
    variance = _variance(before, weights, spread) + _variance(after, weights, spread)
    days = days_after / days_before
    reach = normal_quantile(level=level) * math.sqrt(variance)
    low, high = ratio * math.exp(-reach), ratio * math.exp(reach)
    return HarmChange(
        value=100 * (second - first) / first,
        lower=100 * (low - 1),
        upper=100 * (high - 1),
        level=level,
        verdict=_verdict(low=min(low, low / days), high=max(high, high / days)),
    )


def _variance(counts: ArrayLike, weights: ArrayLike, phi: NDArray[np.float64]) -> float:
    """Of the logarithm of the score."""
    offences, weight = np.asarray(counts, dtype=float), np.asarray(weights, dtype=float)
    held = offences > 0
    score = float((offences * weight)[held].sum())
    return float((phi * weight**2 * offences)[held].sum()) / score**2


def _verdict(*, low: float, high: float) -> Verdict:
    """The word that holds of the score and by the day: a leap year may part them by 0.3%."""
    if low > 1:
        return Verdict.ROSE
    return Verdict.FELL if high < 1 else Verdict.NO_CLEAR_CHANGE
