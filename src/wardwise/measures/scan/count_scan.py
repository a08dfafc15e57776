"""What scans of counts have in common: the best window of each centre, from sums by stretch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.scan.clusters import BestWindow
from wardwise.measures.scan.windows import ScanWindows


if TYPE_CHECKING:
    from wardwise.measures.scan.scan_loops import Ground


Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def ground_of(windows: ScanWindows) -> Ground:
    """The windows as the loops take them."""
    from wardwise.measures.scan.scan_loops import Ground

    return Ground(
        order=windows.order,
        is_zone=windows.is_zone,
        reach=windows.reach,
        first=windows.first,
        last=windows.last,
        periods=windows.periods,
        fewest=windows.fewest,
    )


def best_windows(cells: Ints, expected: Floats, windows: ScanWindows) -> list[BestWindow]:
    """The highest score round each centre. Shape of both: areas × periods."""
    from wardwise.measures.scan.scan_loops import best_round, by_stretch

    ground, total = ground_of(windows), int(cells.sum())
    counted = np.zeros((windows.areas, len(windows.first)), np.int64)
    by_stretch(cells, ground, counted)
    means = summed(expected, windows)
    found = [best_round(n, counted, means, ground, total, 0.0) for n in range(windows.areas)]
    return [
        BestWindow(score, centre, zone, stretch, float(events), mean)
        for centre, (score, zone, stretch, events, mean) in enumerate(found)
    ]


def summed(expected: Floats, windows: ScanWindows) -> Floats:
    """What is expected in each stretch. Shape: areas × stretches."""
    until = np.concatenate([np.zeros((windows.areas, 1)), np.cumsum(expected, axis=1)], axis=1)
    return np.ascontiguousarray(until[:, windows.last + 1] - until[:, windows.first])
