"""What one offence of a group weighs, from the codes that the group is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.domain.errors import ReferenceDataError
from wardwise.measures.arguments import normal_quantile


@dataclass(frozen=True)
class CategoryWeight:
    """The mean weight of a group's offences, and how well it is known.

    Attributes
    ----------
    value : float
        Mean weight of one offence. Unit: severity points.
    lower, upper : float
        Range of the mean for an area whose own codes are not known. Unit: severity points.
    typical : float
        Weight of the middle offence, which a few grave ones do not move. Unit: severity points.
    coverage_percent : float
        Share of the group's offences whose code has a weight. Unit: percent.
    offences : float
        Offences that the mean rests on. Unit: offences.
    level : float
        Level of the range.
    method : str
        The method in words.
    """

    value: float
    lower: float
    upper: float
    typical: float
    coverage_percent: float
    offences: float
    level: float
    method: str


def category_weight(
    *,
    counts_by_code: ArrayLike,
    weights_by_code: Sequence[float | None],
    other_forces: ArrayLike | None = None,
    level: float = 0.95,
) -> CategoryWeight:
    """The mean severity of a group of offences, worked from a force's own mix of codes.

    Parameters
    ----------
    counts_by_code : array of float
        The force's offences by code, over the last four quarters. Shape: codes, or
        quarters × codes. Unit: offences.
    weights_by_code : sequence of float or None
        Weight of each code, None (or NaN) where the table has none. Shape: codes.
    other_forces : array of float, optional
        The same codes in other forces. Shape: forces × codes. How their means differ stands
        for how a partnership's mix may differ from its force's.
    level : float
        Level of the range.

    Returns
    -------
    CategoryWeight
        Unit: severity points for one offence.

    Raises
    ------
    ReferenceDataError
        If no offence of the group has a code with a weight.

    Notes
    -----
    Value: Σ n·w / Σ n over codes with a weight. The range has three parts. (1) Chance in which
    offences a year holds: the larger of Σ n(w − value)² / (Σ n)² and, where quarters are given,
    the jackknife variance over quarters. (2) The partnership's mix is not the force's: the
    variance of the mean between other forces, where they are given. These two add as
    variances. (3) Codes without a weight could be light or grave: the range is stretched as if
    all of them weighed what the lightest, or the gravest, tenth of the weighted offences do
    on average.
    A mean of very unequal weights says little of the offence that people meet most, so
    ``typical`` is given beside it: for violence and sexual offences it is about a seventh.

    References
    ----------
    Efron B, Stein C (1981) Annals of Statistics 9:586, for the jackknife. Ashby M (2018)
    Comparing methods for measuring crime harm/severity, Policing 12:439, for why the choice
    of weights is shown.

    Examples
    --------
    >>> weight = category_weight(counts_by_code=[90, 10], weights_by_code=[10.0, 200.0])
    >>> weight.value, weight.typical, weight.coverage_percent
    (29.0, 10.0, 100.0)
    """
    quarters = np.atleast_2d(np.asarray(counts_by_code, dtype=float))
    weights = np.asarray(weights_by_code, dtype=float)
    has_weight = np.isfinite(weights)
    held, weight = quarters[:, has_weight], weights[has_weight]
    counts = held.sum(axis=0)
    _check_some(counts, codes=len(weights))
    mean = float(counts @ weight / counts.sum())
    variance = _variance_of_chance(held, weight, mean=mean)
    method = "mean over the force's codes"
    if other_forces is not None:
        variance += _variance_of_mix(np.asarray(other_forces, dtype=float)[:, has_weight], weight)
        method += ", range from chance and from other forces"
    covered = float(counts.sum() / quarters.sum())
    lower, upper = _range(counts, weight, mean=mean, spread=variance**0.5, level=level)
    return CategoryWeight(
        value=mean,
        # held to the mean: of equal weights it can stand a rounding error outside its range
        lower=min(mean, covered * lower + (1 - covered) * _tenth(counts, weight)),
        upper=max(mean, covered * upper - (1 - covered) * _tenth(counts, -weight)),
        typical=_weight_at(0.5, counts, weight),
        coverage_percent=100 * covered,
        offences=float(counts.sum()),
        level=level,
        method=method,
    )


def _check_some(counts: NDArray[np.float64], *, codes: int) -> None:
    if counts.sum() <= 0:
        raise ReferenceDataError(
            f"severity weights: none of the {codes} offence codes of the group has both offences"
            " and a weight. Add the weights to the reference table, or leave the group out by"
            " name."
        )


def _variance_of_chance(
    quarters: NDArray[np.float64], weight: NDArray[np.float64], *, mean: float
) -> float:
    counts = quarters.sum(axis=0)
    codes = float((counts * (weight - mean) ** 2).sum() / counts.sum() ** 2)
    number = len(quarters)
    if number < 2:
        return codes
    left = counts - quarters
    if np.any(left.sum(axis=1) <= 0):
        return codes
    means = left @ weight / left.sum(axis=1)
    jackknife = float((number - 1) / number * ((means - means.mean()) ** 2).sum())
    return max(codes, jackknife)


def _variance_of_mix(forces: NDArray[np.float64], weight: NDArray[np.float64]) -> float:
    totals = forces.sum(axis=1)
    means = (forces @ weight)[totals > 0] / totals[totals > 0]
    return float(means.var(ddof=1)) if len(means) > 1 else 0.0


def _range(
    counts: NDArray[np.float64],
    weight: NDArray[np.float64],
    *,
    mean: float,
    spread: float,
    level: float,
) -> tuple[float, float]:
    """A mean lies between the lightest and the gravest code that occurs, whatever its error."""
    z, seen = normal_quantile(level=level), weight[counts > 0]
    return max(mean - z * spread, float(seen.min())), min(mean + z * spread, float(seen.max()))


def _tenth(counts: NDArray[np.float64], weight: NDArray[np.float64]) -> float:
    """Mean weight of the lightest tenth of the offences (the gravest, of negative weights)."""
    order = np.argsort(weight, kind="stable")
    reached = np.minimum(np.cumsum(counts[order]), counts.sum() / 10)
    return float(np.diff(reached, prepend=0.0) @ weight[order] / reached[-1])


def _weight_at(share: float, counts: NDArray[np.float64], weight: NDArray[np.float64]) -> float:
    """The weight of the offence that stands so far up when all are lined up by weight."""
    order = np.argsort(weight, kind="stable")
    reached = np.cumsum(counts[order]) / counts.sum()
    return float(weight[order][np.searchsorted(reached, share)])
