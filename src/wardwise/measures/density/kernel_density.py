"""Events to the square kilometre, smoothed, at the middle of every cell inside a boundary."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.density.land import Floats, Land


KERNELS = ("quartic", "gaussian")
FEWEST_CELLS = {"quartic": 2.0, "gaussian": 1.0}
"""Cells to a bandwidth under which sums over cells are no longer the kernel."""
THREADS = 2
WORTH_A_THREAD = 50_000


@dataclass(frozen=True, eq=False)
class DensitySurface:
    """Density on the cells of the land. Unit: events per square kilometre.

    ``per_km2`` is NaN outside. Shape: rows × columns, the southernmost row first. ``left_out``
    are events that hardly reach the land.
    """

    land: Land
    per_km2: Floats
    events: int
    left_out: int
    kernel: str

    @property
    def peak_per_km2(self) -> float:
        """The highest density."""
        return float(np.nanmax(self.per_km2))

    @property
    def peak_at(self) -> tuple[float, float]:
        """Easting and northing of the middle of the densest cell. Unit: metres."""
        row, column = np.unravel_index(int(np.nanargmax(self.per_km2)), self.per_km2.shape)
        land = self.land
        return (
            land.west + (float(column) + 0.5) * land.cell_metres,
            land.south + (float(row) + 0.5) * land.cell_metres,
        )


def kernel_density(
    *,
    points: ArrayLike,
    outline: Any,
    cell_metres: float,
    bandwidth_metres: ArrayLike,
    kernel: str = "quartic",
) -> DensitySurface:
    """Density of events by a kernel, with none of it outside the boundary.

    Parameters
    ----------
    points : array
        Easting and northing of each event. Unit: metres. Shape: events × 2.
    outline : shapely polygon or multipolygon, or sequence of str
        The boundary, or its parts as hexadecimal well-known binary, valid. Unit: metres.
    cell_metres : float
        Side of a cell. Unit: metres.
    bandwidth_metres : float or array
        One for all events, or each its own (adaptive). Of a quartic kernel the radius at which
        it ends, of a Gaussian the standard deviation. Unit: metres. Shape: events.
    kernel : {'quartic', 'gaussian'}
        Which kernel.

    Returns
    -------
    DensitySurface
        Unit: events per square kilometre, at the middle of each cell.

    Raises
    ------
    ValueError
        If a point is not known, a cell or bandwidth cannot be, or a bandwidth has fewer than two
        cells (one for a Gaussian).

    Notes
    -----
    Quartic: 3/(πh²) (1 − d²/h²)² within h. The kernel of an event near the boundary is
    divided by the part of it that lies inside, so that over the land each event counts as one
    (Jones and Diggle). An event less than a tenth of whose kernel lies inside is left out.
    Every event is summed at its own place, nothing is rounded to cells; a Gaussian ends at five
    standard deviations.

    References
    ----------
    Silverman BW (1986) Density Estimation for Statistics and Data Analysis, 4.5 (the quartic
    kernel). Jones MC (1993) Statistics and Computing 3:135. Diggle PJ (1985) Applied Statistics
    34:138.

    Examples
    --------
    >>> from shapely import box
    >>> surface = kernel_density(
    ...     points=[[500, 500]], outline=box(0, 0, 1000, 1000), cell_metres=20, bandwidth_metres=200
    ... )
    >>> round(surface.peak_per_km2, 2)  # 3/π × 1/0.2² × (1 − 200/40,000)²
    23.64
    """
    land = Land.of(outline, cell_metres=cell_metres)
    spread = spread_over(land, points, bandwidth_metres, kernel=kernel)
    per_km2 = np.where(land.inside, spread.fields[0] / land.cell_km2, np.nan)
    return DensitySurface(land, per_km2, spread.events, spread.left_out, kernel)


@dataclass(frozen=True, eq=False)
class Spread:
    """Events spread over cells, field by field. Unit: events per cell."""

    fields: Floats  # fields × rows × columns, also of cells outside
    weights: Floats  # of each event, nought where it is left out

    @property
    def events(self) -> int:
        """Those that count."""
        return int((self.weights > 0).sum())

    @property
    def left_out(self) -> int:
        """Those that hardly reach the land."""
        return int((self.weights == 0).sum())


def spread_over(
    land: Land,
    points: ArrayLike,
    bandwidth_metres: ArrayLike,
    *,
    kernel: str = "quartic",
    fields: NDArray[np.int64] | None = None,
) -> Spread:
    """Each event over the cells of its field; one field where none is named."""
    from wardwise.measures.density import density_loops

    if kernel not in KERNELS:
        raise ValueError(f"kernel is '{kernel}': expected {' or '.join(KERNELS)}.")
    at = np.ascontiguousarray(land.in_cells(points))
    radius = _radii(bandwidth_metres, len(at), land.cell_metres, kernel)
    of = np.zeros(len(at), dtype=np.int64) if fields is None else fields
    shape = (int(of.max(initial=0)) + 1, *land.inside.shape)
    is_gaussian = kernel == "gaussian"
    room = land.room()
    loop = density_loops.spread_gaussian if is_gaussian else density_loops.spread_quartic

    def work(part: slice) -> tuple[Floats, Floats]:
        out = np.zeros(shape)
        weights = density_loops.weights_inside(
            at[part], radius[part], land.inside, room, is_gaussian
        )
        loop(at[part], radius[part], weights, of[part], out)
        return out, weights

    # always parted at the same places: the sum must not depend on the machine
    parts = THREADS if len(at) >= WORTH_A_THREAD else 1
    cuts = np.linspace(0, len(at), parts + 1).astype(int)
    with ThreadPoolExecutor(THREADS) as threads:
        done = list(threads.map(work, [slice(*pair) for pair in pairwise(cuts)]))
    total = done[0][0]
    for more, _ in done[1:]:
        total += more
    return Spread(total, np.concatenate([weights for _, weights in done]))


def _radii(bandwidth_metres: ArrayLike, events: int, cell_metres: float, kernel: str) -> Floats:
    """The bandwidth of each event in cells."""
    radius = np.asarray(bandwidth_metres, dtype=float) / cell_metres
    if radius.shape not in ((), (events,)):
        raise ValueError(
            f"{radius.size:,} bandwidths for {events:,} events: expected one, or one of each."
        )
    if not np.isfinite(radius).all() or (radius < FEWEST_CELLS[kernel]).any():
        raise ValueError(
            f"A bandwidth has fewer than {FEWEST_CELLS[kernel]:g} cells of {cell_metres:g} m:"
            " take smaller cells, or a wider bandwidth."
        )
    return np.ascontiguousarray(np.broadcast_to(radius, (events,)))
