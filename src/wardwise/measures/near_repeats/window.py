"""The action window: how near and for how long the risk stays above chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


LEVEL = 0.05
"""Of the adjusted p times the looks, below which a cell is above chance."""


@dataclass(frozen=True)
class Window:
    """A block of cells from the nearest on, every one of them above chance.

    Attributes
    ----------
    space_bands, time_bands : tuple of int
        First and last band, both included, from 0.
    observed : int
        Pairs in it.
    expected : float
        Pairs that chance alone would give.
    """

    space_bands: tuple[int, int]
    time_bands: tuple[int, int]
    observed: int
    expected: float

    @property
    def times_chance(self) -> float:
        """Observed over expected."""
        return self.observed / self.expected

    @property
    def percent_above(self) -> float:
        """How far above chance. Unit: percent."""
        return 100 * (self.times_chance - 1)


def action_window(
    observed: NDArray[np.int64],
    expected: NDArray[np.float64],
    is_above: NDArray[np.bool_],
    *,
    has_own_place: bool,
) -> Window | None:
    """The block with most pairs beyond chance, or nothing.

    It begins with the first band of time and the first of distance, or the second where the
    first is the same place and is itself not above chance.
    """
    begin = int(has_own_place and not is_above[0, 0])
    best: tuple[float, Window] | None = None
    for last in range(begin, is_above.shape[0]):
        for until in range(is_above.shape[1]):
            block = np.s_[begin : last + 1, : until + 1]
            if not is_above[block].all():
                break
            found = Window(
                (begin, last),
                (0, until),
                int(observed[block].sum()),
                float(expected[block].sum()),
            )
            beyond = found.observed - found.expected
            if best is None or beyond > best[0]:
                best = beyond, found
    return best[1] if best else None
