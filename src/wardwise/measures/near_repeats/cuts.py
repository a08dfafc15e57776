"""Limits of bands as compiled loops compare with them, to the last bit what was asked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.near_repeats.bands import Bands
from wardwise.measures.near_repeats.pair_loops import Cuts
from wardwise.measures.near_repeats.placed import LONGEST


Floats = NDArray[np.float64]


def cuts_of(bands: Bands) -> Cuts:
    """Without infinite limits: what lies beyond the others is what is left of all pairs."""
    limits, times = _finite(bands.space_limits), _finite(bands.time_limits)
    is_manhattan = bands.metric == "manhattan"
    # a whole number is below a limit where it is below the next whole number
    below = np.minimum(np.ceil(times), LONGEST + 1).astype(np.int64)
    return Cuts(
        reach=float(limits[-1]),
        is_manhattan=is_manhattan,
        limits=limits if is_manhattan else np.array([_square(limit) for limit in limits]),
        below=below,
        band_of=np.searchsorted(below, np.arange(LONGEST + 1), side="right").astype(np.uint8),
        own_band=int(np.searchsorted(limits, 0.0, side="right")),
    )


def _finite(limits: Floats) -> Floats:
    return limits[np.isfinite(limits)]


def _square(limit: float) -> float:
    """The least number whose root, as a processor rounds it, is not below the limit."""
    found = limit * limit
    while found > 0 and np.sqrt(np.nextafter(found, 0.0)) >= limit:
        found = float(np.nextafter(found, 0.0))
    while np.sqrt(found) < limit:
        found = float(np.nextafter(found, np.inf))
    return found
