"""What an initiative changed beyond its control, next door included: the published difference."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.arguments import check_counts, normal_quantile
from wardwise.measures.effect.weighting import Weighting, as_weights
from wardwise.measures.estimate import Estimate


METHOD = "weighted displacement difference"


@dataclass(frozen=True)
class DisplacementDifference:
    """Crimes more (+) or fewer (−) than the control would have given.

    Attributes
    ----------
    local : Estimate
        In the area itself. Unit: events, or harm where weights are given.
    displacement : Estimate or None
        Next door: above nought is displacement, below it benefit that spread. None where no
        such area was watched.
    total : Estimate
        Both together; ``local`` where nothing was watched next door.
    standard_error : float
        Of ``total``.
    z : float
        ``total`` over its standard error; 0 where that is nought.
    """

    local: Estimate
    displacement: Estimate | None
    total: Estimate
    standard_error: float
    z: float


def weighted_displacement_difference(
    *,
    counts: ArrayLike,
    time_weights: ArrayLike = (1.0, 1.0),
    area_weights: ArrayLike | None = None,
    harm_weights: ArrayLike | None = None,
    phi: ArrayLike = 1.0,
    level: float = 0.95,
) -> DisplacementDifference:
    """Weighted displacement difference (WDD) of an initiative.

    Parameters
    ----------
    counts : array
        Events before and after. Shape: areas × 2, or areas × 2 × offences. Areas in this order:
        treated, control, displacement, displacement control. Two leave displacement out; with
        three the one control serves both. Unit: events.
    time_weights : array
        Length of each period, in any unit: counts are divided by it. Shape: 2.
    area_weights : array, optional
        Size of each area, the control twice where it serves both: counts are divided by it
        (``level_weights`` brings a control to the level of the area). Shape: 2 or 4.
    harm_weights : array, optional
        Harm of one event of each offence. Shape: offences.
    phi : array
        Dispersion of each offence, or one for all (``dispersion``); 1 is the published variance.
    level : float
        Of the limits.

    Returns
    -------
    DisplacementDifference
        Unit: events per unit of time and area weight, times harm.

    Raises
    ------
    ValueError
        If a shape does not fit, a count is negative or not known, a weight is not above nought
        or phi is below 1.

    Notes
    -----
    (T₁ − T₀) − (C₁ − C₀) + (D₁ − D₀) − (Dc₁ − Dc₀), each count over its weights. The published
    variance is that of Poisson counts: the sum of counts, each times its squared factor. Here
    it is multiplied by φ, because counts of crime vary more than Poisson counts. Where one
    control serves both, its two factors are added before they are squared.

    The sum is of counts: it is fair only if area and control have about the same level, or are
    brought to it by ``area_weights``. It knows nothing of why the area was chosen
    (``effect_without_selection``). Limits are normal: under 20 events look at
    ``exact_difference_p_value`` too.

    References
    ----------
    Wheeler AP, Ratcliffe JH (2018) Crime Science 7:11.
    McCullagh P, Nelder JA (1989) Generalized Linear Models, 2nd ed., 4.5, for φ.

    Examples
    --------
    >>> paper = [[207, 110], [308, 318], [178, 157], [150, 140]]
    >>> found = weighted_displacement_difference(counts=paper)
    >>> found.total.value, round(found.standard_error, 1), round(found.z, 2)
    (-118.0, 39.6, -2.98)
    """
    table = _table(counts)
    weighting = as_weights(
        areas=len(table),
        offences=table.shape[2],
        time=time_weights,
        area=area_weights,
        harm=harm_weights,
        phi=phi,
    )
    local = _sum(table[:2], weighting, weighting.signs[:2], level)
    beside = None
    if len(table) > 2:
        of_beside = weighting.signs[2:]
        rows = [2, 1] if len(table) == 3 else [2, 3]
        beside = _sum(table[rows], weighting, of_beside, level)
    total = _sum(table, weighting, weighting.together, level)
    error = math.sqrt(_variance(table, weighting, weighting.together))
    z = total.value / error if error else 0.0
    return DisplacementDifference(local, beside, total, error, z)


def _table(counts: ArrayLike) -> NDArray[np.float64]:
    table = check_counts(name="counts", counts=counts)
    table = table[:, :, None] if table.ndim == 2 else table
    if table.ndim != 3 or len(table) not in (2, 3, 4) or table.shape[1] != 2:
        raise ValueError(
            f"counts has the shape {table.shape}: expected two to four areas × 2 periods."
        )
    if np.isnan(table).any():
        raise ValueError("A count is not known: a difference needs all of them.")
    return table


def _sum(
    table: NDArray[np.float64],
    weighting: Weighting,
    signs: NDArray[np.float64],
    level: float,
) -> Estimate:
    value = float((table * weighting.factors(signs)).sum()) + 0.0
    reach = normal_quantile(level=level) * math.sqrt(_variance(table, weighting, signs))
    return Estimate(value, value - reach, value + reach, level, METHOD)


def _variance(
    table: NDArray[np.float64], weighting: Weighting, signs: NDArray[np.float64]
) -> float:
    return float((weighting.phi * table * weighting.factors(signs) ** 2).sum())
