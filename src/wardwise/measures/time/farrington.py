"""Is this week more than the same weeks of earlier years would have? Farrington's test."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri
from scipy.stats import t as student

from wardwise.measures.arguments import check_counts


Floats = NDArray[np.float64]
YEAR = 52  # weeks
OUTLYING = 2.58
"""Standardised residual beyond which an earlier week counts for less (Noufaily and others)."""
TREND_LEVEL = 0.05


@dataclass(frozen=True, eq=False)
class Farrington:
    """The judged weeks, which are the last of the series. Shape of each: weeks judged.

    Attributes
    ----------
    expected : array
        From the same weeks of earlier years. Unit: events.
    upper : array
        The most that is no alarm at ``alpha``. Unit: events.
    p_value : array
        Chance of so many or more if nothing has changed.
    alarm : array of bool
        Above ``upper``, and not so rare that five events or fewer came in four weeks.
    phi : array
        Dispersion of the earlier weeks; 1 is Poisson.
    trend : array of bool
        Whether a trend was allowed for.
    """

    expected: Floats
    upper: Floats
    p_value: Floats
    alarm: NDArray[np.bool_]
    phi: Floats
    trend: NDArray[np.bool_]


def farrington(
    *,
    counts: ArrayLike,
    weeks: int = 13,
    years: int = 3,
    half_window: int = 3,
    alpha: float = 0.01,
) -> Farrington:
    """Judge each of the last weeks by the weeks round the same date in earlier years.

    Parameters
    ----------
    counts : array
        Events in each week, in order, none missing. Unit: events. Shape: weeks held.
    weeks : int
        How many of the last to judge.
    years : int
        Earlier years looked at.
    half_window : int
        Weeks on either side of the same week.
    alpha : float
        Chance of a false alarm in one week.

    Returns
    -------
    Farrington

    Raises
    ------
    ValueError
        If there are fewer weeks than ``years`` before the first judged, or a count is missing.

    Notes
    -----
    A log-linear quasi-Poisson regression on time through the weeks of the windows. Weeks with
    Anscombe residuals above 2.58 are given less weight (1 / residual², all scaled to sum to the
    number of weeks), so that an earlier outbreak does not hide this one. The trend is kept where
    its t test is significant at 5%, three years or more are held, and it does not lead above
    every earlier week. The bound lies on the ⅔ power, on which counts are nearly symmetric, with
    the dispersion and the error of the regression. One bound for one week, by the normal curve as
    published; who looks at many series and weeks adjusts the p-values, which are by Student's t:
    so few weeks do not know the dispersion, and far out in the tail that matters
    (``wardwise.demo.alarms``).

    References
    ----------
    Farrington CP, Andrews NJ, Beale AD, Catchpole MA (1996) Journal of the Royal Statistical
    Society A 159:547.
    Noufaily A and others (2013) Statistics in Medicine 32:1206, for the weights.

    Examples
    --------
    >>> found = farrington(counts=[10] * 160 + [11, 25], weeks=2)
    >>> found.expected.round(6).tolist(), found.alarm.tolist()
    ([10.0, 10.0], [False, True])
    """
    array = check_counts(name="counts", counts=counts)
    if np.isnan(array).any():
        raise ValueError("counts hold a week that is not known.")
    needed = years * YEAR + half_window + weeks
    if len(array) < needed or weeks < 1:
        raise ValueError(f"{len(array)} weeks: {needed} are needed to judge {weeks}.")
    judged = range(len(array) - weeks, len(array))
    found = [_judge(array, week, years, half_window) for week in judged]
    expected, tau, phi, trend = (np.array(part) for part in zip(*found, strict=True))
    error = np.sqrt(4 / 9 * expected ** (1 / 3) * tau)
    z = (array[-weeks:] ** (2 / 3) - expected ** (2 / 3)) / np.maximum(error, 1e-12)
    left = years * (2 * half_window + 1) - 1 - trend.astype(int)  # degrees of freedom
    upper = (expected ** (2 / 3) + ndtri(1 - alpha) * error) ** 1.5
    four = np.array([array[max(0, week - 3) : week + 1].sum() for week in judged])
    return Farrington(
        expected=expected,
        upper=upper,
        p_value=np.where(array[-weeks:] > 0, student.sf(z, left), 1.0),
        alarm=(array[-weeks:] > upper) & (four >= 5),
        phi=phi,
        trend=trend.astype(bool),
    )


def _judge(
    counts: Floats, week: int, years: int, half_window: int
) -> tuple[float, float, float, bool]:
    """Expected count of a week, its variance over the mean, dispersion, whether with trend."""
    centres = week - YEAR * np.arange(1, years + 1)
    at = (centres[:, None] + np.arange(-half_window, half_window + 1)).ravel()
    then, when = counts[at], (at - week) / YEAR
    if not then.sum():  # nothing was ever counted: half an event in all those weeks
        return 0.5 / len(then), 1.0, 1.0, False
    with_trend = np.column_stack([np.ones(len(at)), when])
    if years >= 3:
        fit = _reweighted(then, with_trend)
        slope = abs(fit.effect[1]) / np.sqrt(fit.phi * fit.covariance[1, 1])
        p_value = 2 * student.sf(slope, len(at) - 2)
        if p_value < TREND_LEVEL and np.exp(fit.effect[0]) <= then.max():
            return *fit.now, True
    return *_reweighted(then, with_trend[:, :1]).now, False


@dataclass(frozen=True, eq=False)
class _Fit:
    effect: Floats
    covariance: Floats  # of the effects, before the dispersion
    mean: Floats
    leverage: Floats
    phi: float

    @property
    def now(self) -> tuple[float, float, float]:
        """At time nought: the mean, the variance of a new count over it, and the dispersion."""
        mean = float(np.exp(self.effect[0]))
        tau = self.phi + self.phi * self.covariance[0, 0] * mean
        return mean, float(tau), self.phi


def _reweighted(counts: Floats, design: Floats) -> _Fit:
    first = _regression(counts, design, np.ones(len(counts)))
    weights = down_weights(anscombe_residuals(counts, first), threshold=OUTLYING)
    return _regression(counts, design, weights)


def _regression(counts: Floats, design: Floats, weights: Floats) -> _Fit:
    """Log-linear, by weighted least squares again and again."""
    effect: Floats = np.zeros(design.shape[1])
    effect[0] = np.log(np.average(counts, weights=weights))
    for _ in range(50):
        mean = np.exp(design @ effect)
        weighed = (design * (weights * mean)[:, None]).T @ design
        covariance: Floats = np.asarray(np.linalg.inv(weighed), dtype=np.float64)
        step: Floats = covariance @ (design.T @ (weights * (counts - mean)))
        effect[:] = effect + np.clip(step, -2.0, 2.0)
        if np.abs(step).max() < 1e-10:
            break
    mean = np.exp(design @ effect)
    leverage: Floats = weights * mean * np.einsum("ij,jk,ik->i", design, covariance, design)
    left = len(counts) - design.shape[1]
    phi = max(1.0, float((weights * (counts - mean) ** 2 / mean).sum()) / left)
    return _Fit(effect, covariance, mean, leverage, phi)


def anscombe_residuals(counts: Floats, fit: _Fit) -> Floats:
    """Nearly normal residuals of counts, standardised."""
    raw = 1.5 * (counts ** (2 / 3) - fit.mean ** (2 / 3)) / fit.mean ** (1 / 6)
    residuals: Floats = raw / np.sqrt(fit.phi * np.maximum(1 - fit.leverage, 1e-9))
    return residuals


def down_weights(residuals: ArrayLike, *, threshold: float) -> Floats:
    """One over the square of a residual above the threshold, all scaled to sum to their number.

    >>> down_weights([0.0, 2.0], threshold=0).tolist()
    [1.6, 0.4]
    """
    array = np.asarray(residuals, dtype=float)
    above = array > threshold
    raw = np.ones(len(array))
    raw[above] = array[above] ** -2
    weights: Floats = raw * len(raw) / raw.sum()
    return weights
