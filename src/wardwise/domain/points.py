"""Crimes at the map points that published records are moved to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.period import Month, Period


@dataclass(frozen=True, eq=False)
class PointCounts:
    """Recorded crimes at each map point of the area at which any month held has one.

    Shape of ``counts``: points × months, in the order of longitude and latitude. Unit: offences.
    """

    months: tuple[Month, ...]
    counts: NDArray[np.int32]

    def over(self, period: Period) -> NDArray[np.float64]:
        """Crimes of the period at each point. Shape: points."""
        inside = [period.first <= month <= period.last for month in self.months]
        found: NDArray[np.float64] = self.counts[:, inside].sum(axis=1).astype(float)
        return found
