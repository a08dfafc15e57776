"""Areas cut up by a grid: which cells an outline passes, and which lie wholly inside. Compiled.

A row and a column of the grid are got from a coordinate by one subtraction, one product and a
cut, which never put a larger number before a smaller: so an outline that reaches a point has an
edge in the point's row, whatever is lost in rounding.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.compiled import compiled
from wardwise.measures.place.side_loops import side


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
SLACK = 1e-14
"""Of the largest coordinate: how far rounding may put the crossing of an edge and a line."""


@compiled
def is_inside(px: float, py: float, edges: Floats, first: int, last: int) -> bool:
    """Whether the outline made of these edges holds the point, its border included.

    The edges are all that reach the height of the point. A ray to the right is counted.
    """
    crossed = False
    for n in range(first, last):
        x1, y1, x2, y2 = edges[n, 0], edges[n, 1], edges[n, 2], edges[n, 3]
        if (y1 > py) != (y2 > py):
            if px < x1 and px < x2:
                crossed = not crossed
            elif px <= x1 or px <= x2:
                found = side(x1, y1, x2, y2, px, py)
                if found == 0:
                    return True
                if (found > 0) == (y2 > y1):
                    crossed = not crossed
        elif y1 == py or y2 == py:
            at_end = (y1 == py and x1 == px) or (y2 == py and x2 == px)
            if at_end or (y1 == y2 and min(x1, x2) <= px <= max(x1, x2)):
                return True
    return crossed


@compiled
def edges_in_rows(
    edges: Floats, owners: Ints, rows: Ints, grid: Floats, start: Ints
) -> tuple[Floats, Ints]:
    """Every edge once in each row of its area that it reaches, and where each row begins.

    ``rows`` are each area's first row and where its rows begin among all; ``start`` is as long
    as there are rows of areas, and one more.
    """
    south, by_metre = grid[1], grid[2]
    for fill in (False, True):
        if fill:
            total = 0
            for n in range(len(start)):
                total, start[n] = total + start[n], total
            held = np.empty((start[-1], 4))
            free = start.copy()
        for n in range(len(edges)):
            low = int((min(edges[n, 1], edges[n, 3]) - south) * by_metre)
            high = int((max(edges[n, 1], edges[n, 3]) - south) * by_metre)
            base = rows[owners[n], 1] - rows[owners[n], 0]
            for row in range(base + low, base + high + 1):
                if fill:
                    held[free[row]] = edges[n]
                    free[row] += 1
                else:
                    start[row] += 1
    return held, start


@compiled
def columns_of(edge: Floats, row: int, grid: Floats) -> tuple[int, int]:
    """The first and last column that the edge passes in this row; a cell too many is no harm."""
    west, south, by_metre = grid[0], grid[1], grid[2]
    x1, y1, x2, y2 = edge[0], edge[1], edge[2], edge[3]
    left, right = min(x1, x2), max(x1, x2)
    if y1 != y2:
        slope = (x2 - x1) / (y2 - y1)
        foot, top = south + row / by_metre, south + (row + 1) / by_metre
        one = x1 + (min(max(foot, min(y1, y2)), max(y1, y2)) - y1) * slope
        other = x1 + (min(max(top, min(y1, y2)), max(y1, y2)) - y1) * slope
        slack = SLACK * (1.0 + abs(slope)) * (abs(left) + abs(right) + abs(y1) + abs(y2))
        left = max(left, min(one, other) - slack)
        right = min(right, max(one, other) + slack)
    return int((left - west) * by_metre), int((right - west) * by_metre)


@compiled
def passed_cells(
    held: Floats, start: Ints, rows: Ints, grid: Floats, cells: NDArray[np.int32]
) -> NDArray[np.int32]:
    """The areas whose outline passes each cell, in order, with their edges in the cell's row.

    ``cells`` is filled with where the list of each begins, and the first area that holds all of
    it without ending there. Shape of the answer: entries × 3 (area, first edge, edge after).
    """
    across = int(grid[3])
    listed = np.empty((0, 3), dtype=np.int32)
    for fill in (False, True):
        if fill:
            total = 0
            for cell in range(len(cells)):
                total, cells[cell, 0] = total + cells[cell, 0], total
            listed = np.empty((total, 3), dtype=np.int32)
            free = cells[:, 0].copy()
        stamp = np.full(across, -1, dtype=np.int64)
        for area in range(len(rows) - 1):
            for band in range(rows[area, 1], rows[area + 1, 1]):
                row = rows[area, 0] + band - rows[area, 1]
                lowest, highest = across, -1
                for n in range(start[band], start[band + 1]):
                    first, last = columns_of(held[n], row, grid)
                    first, last = max(first, 0), min(last, across - 1)
                    lowest, highest = min(lowest, first), max(highest, last)
                    for column in range(first, last + 1):
                        if stamp[column] != band:
                            stamp[column] = band
                            cell = row * across + column
                            if fill:
                                listed[free[cell], 0] = area
                                listed[free[cell], 1] = start[band]
                                listed[free[cell], 2] = start[band + 1]
                                free[cell] += 1
                            else:
                                cells[cell, 0] += 1
                if fill:
                    continue
                is_known, holds = False, False
                for column in range(lowest, highest + 1):
                    if stamp[column] == band:
                        is_known = False
                        continue
                    if not is_known:  # all cells up to the next that is passed are alike
                        x = grid[0] + (column + 0.5) / grid[2]
                        y = grid[1] + (row + 0.5) / grid[2]
                        holds = is_inside(x, y, held, start[band], start[band + 1])
                        is_known = True
                    cell = row * across + column
                    if holds and cells[cell, 1] < 0:
                        cells[cell, 1] = area
    return listed


@compiled
def locate(
    points: tuple[Floats, Floats],
    index: tuple[NDArray[np.int32], NDArray[np.int32], Floats, Floats],
    found: NDArray[np.int32],
) -> None:
    """The first area that holds each point into ``found``; −1 where none does."""
    eastings, northings = points
    cells, listed, held, grid = index
    west, south, by_metre = grid[0], grid[1], grid[2]
    across, up = int(grid[3]), int(grid[4])
    for n in range(len(eastings)):
        x, y = eastings[n], northings[n]
        found[n] = -1
        right, above = (x - west) * by_metre, (y - south) * by_metre
        if not (0.0 <= right < across and 0.0 <= above < up):  # nor where it is not a number
            continue
        cell = int(above) * across + int(right)
        whole = cells[cell, 1]
        found[n] = whole
        for at in range(cells[cell, 0], cells[cell + 1, 0]):
            area = listed[at, 0]
            if 0 <= whole < area:
                break
            if is_inside(x, y, held, listed[at, 1], listed[at, 2]):
                found[n] = area
                break
