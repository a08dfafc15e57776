"""Round numbers between the classes of a map of counts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


ROUND = (1, 2, 3, 5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 250, 300, 400, 500, 750, 1_000)


def round_breaks(values: Sequence[float]) -> tuple[float, ...]:
    """At most four breaks near the median and the places with most.

    >>> round_breaks([0, 1, 2, 3, 4, 6, 9, 14, 22, 60])
    (3.0, 10.0, 20.0, 30.0)
    """
    if not len(values):
        return (1.0,)
    wanted = np.quantile(np.asarray(values, dtype=float), [0.4, 0.7, 0.9, 0.97])
    grid = np.array(ROUND, dtype=float)
    near = {float(grid[np.abs(grid - value).argmin()]) for value in wanted}
    return tuple(sorted(near))
