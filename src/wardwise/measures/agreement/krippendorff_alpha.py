"""Krippendorff's α: agreement of any number of scorers, where some marks may be missing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.nothing import NotKnown


LEVELS = ("nominal", "ordinal", "interval")
Marks = Sequence[Sequence[float | None]]


def krippendorff_alpha(*, marks: Marks, level: str = "ordinal") -> float | NotKnown:
    """How far scorers agree beyond what their marks would by chance.

    Parameters
    ----------
    marks : sequence of sequences
        One row for each scorer, one column for each thing marked; None where there is no mark.
        Unit: steps of the scale.
    level : str
        ``"ordinal"`` for a scale whose steps are in order but not equal, ``"nominal"`` or
        ``"interval"``.

    Returns
    -------
    float or NotKnown
        1 is full agreement, 0 what chance would give, below 0 disagreement by system. NotKnown
        where nothing was marked by two, or where every mark is the same: there is then nothing
        to agree about.

    Raises
    ------
    ValueError
        If the level is not one of the three, or rows differ in length.

    Notes
    -----
    α = 1 − observed ÷ expected disagreement. A thing that only one scorer marked is left out.
    The squared difference of two ordinal marks is that of the numbers of marks that lie up to
    them, half of each end counted, so that no distance between steps is made up. α falls where
    all marks are nearly alike, although scorers agree: read it beside the spread.

    References
    ----------
    Krippendorff K (2011) Computing Krippendorff's alpha-reliability, University of Pennsylvania;
    Hayes A, Krippendorff K (2007) Answering the call for a standard reliability measure for
    coding data, Communication Methods and Measures 1(1): 77–89.

    Examples
    --------
    >>> krippendorff_alpha(marks=[[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, None]])
    1.0
    >>> round(krippendorff_alpha(marks=[[1, 2, 3, 4], [2, 1, 4, 3]]), 3)
    0.65
    """
    if level not in LEVELS:
        raise ValueError(f"found level '{level}', expected one of {', '.join(LEVELS)}.")
    if len({len(row) for row in marks}) > 1:
        raise ValueError("every scorer has one place for each thing marked.")
    values = sorted({float(one) for row in marks for one in row if one is not None})
    pairs = _coincidences(marks, values)
    totals = pairs.sum(axis=0)
    counted = totals.sum()
    if counted == 0:
        return NotKnown("nothing was marked by two scorers")
    apart = _squared_differences(np.asarray(values), totals, level)
    expected = (np.outer(totals, totals) * apart).sum() / (counted - 1)
    if expected == 0:
        return NotKnown("every mark is the same, so that there is nothing to agree about")
    return float(1 - (pairs * apart).sum() / expected)


def _coincidences(marks: Marks, values: Sequence[float]) -> NDArray[np.float64]:
    """Pairs of marks of one thing by two scorers, each thing weighing as its number of marks."""
    place = {value: n for n, value in enumerate(values)}
    found = np.zeros((len(values), len(values)))
    for column in zip(*marks, strict=True):
        counts = np.zeros(len(values))
        for one in column:
            if one is not None:
                counts[place[float(one)]] += 1
        if counts.sum() > 1:
            found += (np.outer(counts, counts) - np.diag(counts)) / (counts.sum() - 1)
    return found


def _squared_differences(
    values: NDArray[np.float64], totals: NDArray[np.float64], level: str
) -> NDArray[np.float64]:
    if level == "nominal":
        return 1 - np.eye(len(values))
    at = values if level == "interval" else np.cumsum(totals) - totals / 2
    return np.asarray((at[:, None] - at[None, :]) ** 2)
