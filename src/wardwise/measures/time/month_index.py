"""Is there a season, and which months are high?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import fdtrc, stdtrit

from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month
from wardwise.measures.arguments import tail
from wardwise.measures.time.rank_test import friedman_p_value
from wardwise.measures.time.seasonal_model import Fit, fit, levels, seasons
from wardwise.measures.time.series import read_series


TOO_SHORT = "a month index needs two full years of counts"
FEWEST = 10
"""Offences in an average month below which no index is given."""


@dataclass(frozen=True)
class MonthIndex:
    """Each month of the year against the average day.

    Attributes
    ----------
    index, lower, upper : tuple of float
        January to December. Unit: index, 100 = an average day of the year.
    p_value : float
        Of the F test that there is no season, with φ.
    p_value_ranks : float
        Of Friedman's test on ranks within years: a check that makes fewer assumptions, and
        with two or three years sees less.
    is_seasonal : bool
        Whether ``p_value`` is below 1 − ``level``. Only then is a month called high or low.
    phi : float
        Dispersion of the months about the fit; 1 or more.
    years : int
        Full years used, counted back from the last month.
    level : float
    """

    index: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    p_value: float
    p_value_ranks: float
    is_seasonal: bool
    phi: float
    years: int
    level: float

    @property
    def high(self) -> tuple[int, ...]:
        """Months (1 to 12) clearly above the average day; none where there is no season."""
        return self._months(np.array(self.lower) > 100)

    @property
    def low(self) -> tuple[int, ...]:
        """Months (1 to 12) clearly below the average day; none where there is no season."""
        return self._months(np.array(self.upper) < 100)

    def _months(self, which: NDArray[np.bool_]) -> tuple[int, ...]:
        return tuple(int(n) + 1 for n in np.flatnonzero(which)) if self.is_seasonal else ()


def month_index(
    *, months: Sequence[Month | str], values: ArrayLike, level: float = 0.95
) -> MonthIndex | NotKnown:
    """Index of each month of the year, adjusted for its days and for the level of each year.

    Parameters
    ----------
    months : sequence of Month or str
        Every month in order. Shape: months.
    values : array
        Offences. Unit: offences; NaN where not known. Shape: months.
    level : float
        Of the limits and of the test.

    Returns
    -------
    MonthIndex or NotKnown
        Not known with fewer than two full years (the latest months without a gap, in
        twelves), fewer than 10 offences in an average month, or a month never counted.

    Raises
    ------
    ValueError
        If a month is missing from the list, or a count is negative.

    Notes
    -----
    Log-linear regression with the days as exposure, a level for each year joined by straight
    lines, and twelve month effects; Poisson variance times φ (Pearson's statistic over its
    degrees of freedom, at least 1). The test compares it with the same model without months.
    Limits by the delta method with Student's t. Two or three years are few: a month that was
    odd once, for its own reason, may still look like a season.

    References
    ----------
    McCullagh P, Nelder JA (1989) Generalized Linear Models, 2nd ed., ch. 6.
    Friedman M (1937) Journal of the American Statistical Association 32:675.

    Examples
    --------
    >>> months = [f"{y}-{m:02d}" for y in (2021, 2022, 2023) for m in range(1, 13)]
    >>> wave = [30 if m in (7, 8) else 20 for m in range(1, 13)]
    >>> days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] * 3
    >>> found = month_index(months=months, values=[w * d for w, d in zip(wave * 3, days)])
    >>> found.high, round(found.index[6], 1), round(found.index[0], 1)
    ((7, 8), 138.3, 92.2)
    """
    parsed, array = read_series(months=months, values=values)
    years = _full_years(array)
    if years < 2:
        return NotKnown(f"{TOO_SHORT}; found {years}")
    parsed, counts = parsed[-12 * years :], array[-12 * years :]
    numbers = np.array([month.number for month in parsed])
    by_month = np.bincount(numbers, weights=counts, minlength=13)[1:]
    if counts.mean() < FEWEST or by_month.min() == 0:
        return NotKnown(f"too few offences for a month index ({counts.mean():.1f} a month)")
    days = np.array([month.days for month in parsed], dtype=float)
    return _fitted(counts=counts, days=days, numbers=numbers, level=level)


def _full_years(values: NDArray[np.float64]) -> int:
    gaps = np.flatnonzero(np.isnan(values))
    known = len(values) - (int(gaps[-1]) + 1 if len(gaps) else 0)
    return known // 12


def _fitted(
    *,
    counts: NDArray[np.float64],
    days: NDArray[np.float64],
    numbers: NDArray[np.int64],
    level: float,
) -> MonthIndex:
    plain = levels(months=len(counts))
    without = fit(counts=counts, days=days, design=plain)
    full = fit(counts=counts, days=days, design=np.hstack([plain, seasons(numbers=numbers)]))
    phi = max(1.0, full.pearson / full.degrees_of_freedom)
    statistic = max(0.0, (without.deviance - full.deviance) / 11 / phi)
    p_value = float(fdtrc(11, full.degrees_of_freedom, statistic))
    index, lower, upper = _index(full, phi=phi, level=level)
    return MonthIndex(
        index=index,
        lower=lower,
        upper=upper,
        p_value=p_value,
        p_value_ranks=friedman_p_value(
            blocks=(counts / days / np.exp(plain @ without.effect)).reshape(-1, 12)
        ),
        is_seasonal=p_value < 1 - level,
        phi=phi,
        years=len(counts) // 12,
        level=level,
    )


# an average year: February has 28.25 days
_DAYS = np.array([31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
_TO_TWELVE = np.vstack([np.eye(11), -np.ones(11)])


def _index(full: Fit, *, phi: float, level: float) -> tuple[tuple[float, ...], ...]:
    logs = _TO_TWELVE @ full.effect[-11:]
    covariance = phi * _TO_TWELVE @ full.covariance[-11:, -11:] @ _TO_TWELVE.T
    weight = _DAYS * np.exp(logs) / (_DAYS * np.exp(logs)).sum()
    logs = logs - np.log((_DAYS * np.exp(logs)).sum() / _DAYS.sum())
    slope = np.eye(12) - weight  # of the log index, after dividing by the average day
    error = np.sqrt(np.diag(slope @ covariance @ slope.T))
    reach = float(stdtrit(full.degrees_of_freedom, 1 - tail(level=level))) * error
    return tuple(
        tuple((100 * np.exp(line)).tolist()) for line in (logs, logs - reach, logs + reach)
    )
