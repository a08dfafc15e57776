"""A series cut at the start of an initiative, month by month beside its control."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import t as student

from wardwise.domain.nothing import NotKnown
from wardwise.measures.arguments import check_counts, tail
from wardwise.measures.estimate import Estimate


LAGS = 3
"""Months over which what is odd may carry over: a quarter, as in ``dispersion``."""
FEWEST = 6
"""Months that are known on either side of the start, at least."""
TOLERANCE = 1e-12
METHOD = "segmented regression beside a control"

_Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Segmented:
    """What changed at the start, and whether area and control moved together until then.

    Attributes
    ----------
    step : Estimate
        Change of the area against the control from the start on. Unit: percent.
    drift : Estimate
        Change of the area against the control per year before the start. Unit: percent.
    moved_together : bool
        Whether ``drift`` may be nought: the control went the way of the area until the start.
    months_before, months_after : int
        Months used.
    """

    step: Estimate
    drift: Estimate
    moved_together: bool
    months_before: int
    months_after: int


def segmented_regression(
    *, treated: ArrayLike, control: ArrayLike, start: int, level: float = 0.95
) -> Segmented | NotKnown:
    """Interrupted time series of an area beside a control.

    Parameters
    ----------
    treated, control : array
        Events by month in each. Shape: months. Unit: events; NaN where not known.
    start : int
        Position of the first month of the initiative; months after its end are left out.
    level : float
        Of the limits.

    Returns
    -------
    Segmented or NotKnown
        Unit: percent. Not known with under six known months on either side, or where all
        events of a side are in the area or in the control.

    Raises
    ------
    ValueError
        If the shapes differ or a count is negative.

    Notes
    -----
    A Poisson regression of both series with an effect of every month, which takes out trend,
    season and the lengths of months that both share, is the same as a logistic regression of
    the area's share of each month's events on the step: that one is fitted. Its standard error
    is the larger of two: widened by the Pearson dispersion (1 or more), and Newey and West's over
    three months; limits are by Student's t. ``drift`` is the slope of the share over the months
    before the start, fitted by itself. The step is reckoned from all months before, so that one
    high year weighs less than in a difference of two years.

    References
    ----------
    Wagner AK and others (2002) Journal of Clinical Pharmacy and Therapeutics 27:299.
    Lopez Bernal J, Cummins S, Gasparrini A (2018) International Journal of Epidemiology 47:2082,
    for controls.
    Newey WK, West KD (1987) Econometrica 55:703.
    McCullagh P, Nelder JA (1989) Generalized Linear Models, 2nd ed., 6.4, for months as totals.

    Examples
    --------
    >>> found = segmented_regression(
    ...     treated=[20, 22, 18, 20, 21, 19, 10, 11, 9, 10, 12, 8], control=[40] * 12, start=6
    ... )
    >>> round(found.step.value), round(found.step.lower), round(found.step.upper)
    (-50, -67, -25)
    """
    ours = check_counts(name="treated", counts=treated)
    theirs = check_counts(name="control", counts=control)
    if ours.shape != theirs.shape or ours.ndim != 1:
        raise ValueError(f"Shapes {ours.shape} and {theirs.shape}: expected one month in each.")
    known = ~np.isnan(ours + theirs) & (np.nan_to_num(ours + theirs) > 0)
    after = np.arange(len(ours)) >= start
    sides = known & ~after, known & after
    if min(side.sum() for side in sides) < FEWEST:
        return NotKnown(f"under {FEWEST} months are known before or after the start")
    if any(min(ours[side].sum(), theirs[side].sum()) == 0 for side in sides):
        return NotKnown("all events of a side are in the area, or all in the control")
    pairs = np.stack([np.nan_to_num(ours), np.nan_to_num(theirs)], axis=1)
    drift = _fitted(pairs[sides[0]], np.arange(len(ours))[sides[0]] / 12, level)
    return Segmented(
        step=_fitted(pairs[known], after[known].astype(float), level),
        drift=drift,
        moved_together=drift.holds(0.0),
        months_before=int(sides[0].sum()),
        months_after=int(sides[1].sum()),
    )


def _fitted(pairs: _Floats, regressor: _Floats, level: float) -> Estimate:
    """100 (exp(b) − 1) of the regressor, with limits."""
    import statsmodels.api as sm
    from statsmodels.tools.sm_exceptions import PerfectSeparationWarning

    design = np.column_stack([np.ones(len(regressor)), regressor])
    model = sm.GLM(pairs, design, family=sm.families.Binomial())
    with warnings.catch_warnings():
        # said of shares that lie on the line exactly, as they may: no share is 0 or 1 throughout
        warnings.simplefilter("ignore", PerfectSeparationWarning)
        plain = model.fit(tol=TOLERANCE)
        carried = model.fit(
            tol=TOLERANCE, cov_type="HAC", cov_kwds={"maxlags": LAGS, "use_correction": True}
        )
    slope, free = float(plain.params[1]), len(regressor) - 2
    widened = float(plain.bse[1]) * max(1.0, float(plain.pearson_chi2) / free) ** 0.5
    error = max(widened, float(carried.bse[1]))
    reach = error * float(student.ppf(1 - tail(level=level), free))
    low, middle, high = (100 * np.expm1(slope + way * reach) for way in (-1, 0, 1))
    return Estimate(float(middle), float(low), float(high), level, METHOD)
