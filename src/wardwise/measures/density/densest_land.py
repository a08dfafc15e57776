"""How little land holds half of the events: the bands of a density map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wardwise.measures.density.kernel_density import DensitySurface


@dataclass(frozen=True)
class DensestLand:
    """For each share of the events, the least land that holds it.

    ``land_percent`` of all land, ``km2`` in square kilometres, ``per_km2`` the density at its
    edge (events per square kilometre). Shape of each: shares.
    """

    events_percent: tuple[float, ...]
    land_percent: tuple[float, ...]
    km2: tuple[float, ...]
    per_km2: tuple[float, ...]


def densest_land(
    *, surface: DensitySurface, events_percent: Sequence[float] = (25, 50, 75)
) -> DensestLand:
    """The smallest part of the land on which so many percent of the events lie, as smoothed.

    Parameters
    ----------
    surface : DensitySurface
        By ``kernel_density``.
    events_percent : sequence of float
        Shares of all events, each over 0 and under 100. Unit: percent.

    Returns
    -------
    DensestLand
        In the order asked.

    Raises
    ------
    ValueError
        If a share cannot be, or the surface is flat at nought.

    Notes
    -----
    Cells are taken from the densest down until the share is reached. The share is of the
    smoothed events: the wider the bandwidth, the more land.

    References
    ----------
    Hyndman RJ (1996) Computing and graphing highest density regions, The American Statistician
    50:120.

    Examples
    --------
    >>> from shapely import box
    >>> from wardwise.measures.density.kernel_density import kernel_density
    >>> surface = kernel_density(
    ...     points=[[500, 500]], outline=box(0, 0, 1000, 1000), cell_metres=10, bandwidth_metres=200
    ... )
    >>> densest_land(surface=surface, events_percent=[50]).land_percent  # π 0.2² (1 − ½^⅓)
    (2.6,)
    """
    if not all(0 < share < 100 for share in events_percent):
        raise ValueError(f"events_percent is {tuple(events_percent)}: expected 0 to 100 percent.")
    held = np.sort(surface.per_km2[surface.land.inside])[::-1]
    total = float(held.sum())
    if total <= 0:
        raise ValueError("There is no event on the land: no part of it is the densest.")
    running = np.cumsum(held)
    cells = [int(np.searchsorted(running, total * share / 100)) + 1 for share in events_percent]
    return DensestLand(
        events_percent=tuple(float(share) for share in events_percent),
        land_percent=tuple(round(100 * n / len(held), 10) for n in cells),
        km2=tuple(n * surface.land.cell_km2 for n in cells),
        per_km2=tuple(float(held[n - 1]) for n in cells),
    )
