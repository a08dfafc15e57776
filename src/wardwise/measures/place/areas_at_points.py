"""Which area a point lies in, for millions of points and tens of thousands of areas."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray


Floats = NDArray[np.float64]

CELLS_AN_AREA = 680
"""Cells of the index for each area: where areas are alike, an outline passes few of them."""
FEWEST_CELLS, MOST_CELLS = 4_096, 30_000_000
AT_ONCE = 100_000
"""Points that a thread takes at a time."""
THREADS = 2


@dataclass(frozen=True, eq=False)
class AreaIndex:
    """Areas cut up by a grid, so that a point is held against few edges of few areas.

    ``grid`` is west, south, cells to a metre, columns, rows; ``cells`` each cell's place in
    ``listed`` and the area that holds all of it; ``listed`` the areas that end in a cell with
    their edges there; ``edges`` x and y of both ends.
    """

    grid: Floats
    cells: NDArray[np.int32]
    listed: NDArray[np.int32]
    edges: Floats

    @classmethod
    def of(cls, areas: ArrayLike) -> AreaIndex:
        """The index of polygons and multipolygons that are valid; an empty one holds nothing."""
        edges, owners = _edges(np.asarray(areas, dtype=object))
        grid, rows, bands = _laid_out(edges, owners, len(np.atleast_1d(areas)))
        from wardwise.measures.place.area_index_loops import edges_in_rows, passed_cells

        start = np.zeros(bands + 1, dtype=np.int64)
        held, start = edges_in_rows(edges, owners, rows, grid, start)
        cells = np.zeros((int(grid[3] * grid[4]) + 1, 2), dtype=np.int32)
        cells[:, 1] = -1
        listed = passed_cells(held, start, rows, grid, cells)
        return cls(grid, cells, listed, held)

    def at(self, eastings: ArrayLike, northings: ArrayLike) -> NDArray[np.int32]:
        """Position of the first area that holds each point, −1 where none does."""
        from wardwise.measures.place.area_index_loops import locate

        x, y = (np.ascontiguousarray(axis, dtype=float) for axis in (eastings, northings))
        if x.shape != y.shape or x.ndim != 1:
            raise ValueError(f"eastings {x.shape} and northings {y.shape}: expected as many.")
        found = np.empty(len(x), dtype=np.int32)
        index = (self.cells, self.listed, self.edges, self.grid)
        parts = [slice(n, n + AT_ONCE) for n in range(0, len(x), AT_ONCE)]
        with ThreadPoolExecutor(THREADS) as threads:
            list(threads.map(lambda part: locate((x[part], y[part]), index, found[part]), parts))
        return found


def areas_at_points(
    *, eastings: ArrayLike, northings: ArrayLike, areas: ArrayLike
) -> NDArray[np.int32]:
    """Which of the areas holds each point.

    Parameters
    ----------
    eastings, northings : array
        Where the points lie, NaN where that is not known. Unit: metres, or any that the areas
        have too. Shape: points.
    areas : array of shapely geometries
        Polygons and multipolygons, with holes or without, each valid. Shape: areas.

    Returns
    -------
    array of int32
        Position of the first area that holds the point, −1 where none does. A point on a
        border is in the area, so of two that share the border the first has it. Shape: points.

    Raises
    ------
    ValueError
        If an area is no polygon, or eastings and northings are not as many.

    Notes
    -----
    A grid tells most points their area at once: those in a cell that no outline passes. For
    others a ray is counted against the edges of the cell's own row. On which side of an edge a
    point lies is worked out without loss where rounding could matter, so the answer is
    that of exact arithmetic, and the one that GEOS gives.

    References
    ----------
    Shimrat M (1962) Algorithm 112: position of point relative to polygon, Communications of
    the ACM 5:434. Shewchuk JR (1997) Discrete and Computational Geometry 18:305.

    Examples
    --------
    >>> from shapely import box
    >>> areas_at_points(
    ...     eastings=[5, 10, 25], northings=[5, 5, 5], areas=[box(0, 0, 10, 10), box(10, 0, 20, 10)]
    ... ).tolist()
    [0, 0, -1]
    """
    return AreaIndex.of(areas).at(eastings, northings)


def _edges(areas: NDArray[np.object_]) -> tuple[Floats, NDArray[np.int64]]:
    """Both ends of every edge, and the position of its area. Shape: edges × 4, edges."""
    import shapely

    kinds = shapely.get_type_id(areas)
    if not np.isin(kinds, (3, 6)).all():
        raise ValueError("An area is no polygon: expected polygons and multipolygons only.")
    parts, owners = shapely.get_parts(areas, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    within = ring[1:] == ring[:-1]
    edges = np.hstack((points[:-1], points[1:]))[within]
    return edges, owners[part[ring[:-1][within]]].astype(np.int64)


def _laid_out(
    edges: Floats, owners: NDArray[np.int64], areas: int
) -> tuple[Floats, NDArray[np.int64], int]:
    """The grid, each area's first row and where its rows begin among all, and how many rows."""
    rows = np.zeros((areas + 1, 2), dtype=np.int64)
    if not len(edges):
        return np.array([0.0, 0.0, 1.0, 1.0, 1.0]), rows, 0
    low = np.minimum(edges[:, :2], edges[:, 2:])
    high = np.maximum(edges[:, :2], edges[:, 2:])
    (west, south), (wide, tall) = low.min(axis=0), high.max(axis=0) - low.min(axis=0)
    wanted = min(max(CELLS_AN_AREA * areas, FEWEST_CELLS), MOST_CELLS)
    # a country of one long line has no area: its cells are as long as keeps them few
    by_metre = 1.0 / max(np.sqrt(wide * tall / wanted), (wide + tall) / wanted)
    of_each = np.flatnonzero(np.diff(owners, prepend=-1))
    first = ((np.minimum.reduceat(low[:, 1], of_each) - south) * by_metre).astype(np.int64)
    last = ((np.maximum.reduceat(high[:, 1], of_each) - south) * by_metre).astype(np.int64)
    counts = np.zeros(areas, dtype=np.int64)
    counts[owners[of_each]] = last - first + 1
    rows[owners[of_each], 0] = first
    rows[1:, 1] = np.cumsum(counts)
    grid = np.array([west, south, by_metre, int(wide * by_metre) + 1, int(tall * by_metre) + 1])
    return grid, rows, int(rows[-1, 1])
