"""A monthly series as the measures of time take it: months without a gap, values or NaN."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.domain.period import Month
from wardwise.measures.arguments import check_counts


def read_series(
    *, months: Sequence[Month | str], values: ArrayLike
) -> tuple[tuple[Month, ...], NDArray[np.float64]]:
    """Months as months and values as floats; None and NaN are not known."""
    parsed = tuple(as_month(month) for month in months)
    array = check_counts(name="values", counts=values)
    if array.shape != (len(parsed),):
        raise ValueError(f"{len(parsed)} months and values of shape {array.shape}.")
    for earlier, later in pairwise(parsed):
        if later.ordinal != earlier.ordinal + 1:
            raise ValueError(f"{later} follows {earlier}: expected every month in order.")
    return parsed, array


def as_month(month: Month | str) -> Month:
    """A month, read from ``YYYY-MM`` if it is text."""
    return month if isinstance(month, Month) else Month.parse(month)
