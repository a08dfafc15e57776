"""Rows of a person's file as places with neighbours, or as cells of a grid, and what is hot."""

from __future__ import annotations

import argparse
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.errors import ExtractError
from wardwise.measures.hot_spots.exact_p import exact_local_p
from wardwise.measures.hot_spots.hot_cells import hot_cells
from wardwise.measures.hot_spots.hot_spots import HotSpots
from wardwise.measures.hot_spots.local_g import local_g
from wardwise.measures.hot_spots.permuted_p import permuted_local_p
from wardwise.pipeline.doors.columns import Columns
from wardwise.pipeline.doors.door import Answer


MOST_CELLS = 50_000_000
Named = Callable[[int], dict[str, object]]
"""What is printed of a place, by its position."""


def answer_for(given: argparse.Namespace) -> Answer:
    """Areas where neighbours are named, or else a grid."""
    columns = Columns.read(given.file)
    if given.neighbours and given.place:
        names, found = _areas(columns, given)
        return _told(lambda n: {"place": names[n]}, found, everything=given.all)
    if not (given.x and given.y and given.cell):
        raise ExtractError(
            file=columns.file,
            problem="it is not said what is a place.",
            remedy="Give --x, --y and --cell for a grid, or --place and --neighbours for areas.",
        )
    corner, found = _cells(columns, given)
    return _told(corner, found, everything=given.all)


def _areas(columns: Columns, given: argparse.Namespace) -> tuple[list[str], HotSpots]:
    names = [str(name) for name in columns.text(given.place)]
    touching = _neighbours(columns, given.neighbours, names)
    if given.values and given.own == "held":
        raise ExtractError(
            file=columns.file,
            problem="a place's own value is held only where events are counted, not with --values.",
            remedy="Leave out --own held, or give --counts instead of --values.",
        )
    if given.values:
        values = columns.numbers(given.values)
        p = permuted_local_p(values=values, neighbours=touching, seed=given.seed, draws=given.draws)
    else:
        values = _counts(columns, given)
        p = exact_local_p(counts=values, neighbours=touching, own=given.own)
    g = local_g(values=values, neighbours=touching, with_own=given.own == "drawn")
    return names, HotSpots.of(g.sums, g.z, p, given.level)


def _neighbours(columns: Columns, column: str, names: list[str]) -> list[list[int]]:
    at = {name: n for n, name in enumerate(names)}
    if len(at) < len(names):
        row = next(n for n, name in enumerate(names) if at[name] != n)
        raise ExtractError(
            file=columns.file,
            row=row + 2,
            problem="the place of this row is there twice.",
            remedy="Give each place one row.",
        )
    found = []
    for n, cell in enumerate(columns.text(column)):
        others = str(cell).replace(";", " ").split()
        missing = [other for other in others if other not in at or at[other] == n]
        if missing:
            raise ExtractError(
                file=columns.file,
                row=n + 2,
                column=column,
                problem=f"{len(missing)} of its {len(others)} neighbours are no other row's place.",
                remedy="Name the places as the column of places has them, the place itself left "
                "out, parted by spaces or semicolons.",
            )
        found.append(sorted({at[other] for other in others}))
    return found


def _counts(columns: Columns, given: argparse.Namespace) -> NDArray[np.float64]:
    return columns.counts(given.counts) if given.counts else np.ones(len(columns.table))


def _cells(columns: Columns, given: argparse.Namespace) -> tuple[Named, HotSpots]:
    """The lower left corner of a cell, counted from the first row of cells upwards."""
    if given.values:
        raise ExtractError(
            file=columns.file,
            problem="a grid has counts.",
            remedy="Give --counts, or one row for each event; for harm give areas and neighbours.",
        )
    across, up = (
        np.floor(columns.numbers(name) / given.cell).astype(np.int64) for name in (given.x, given.y)
    )
    counts = _counts(columns, given).astype(np.int64)
    left, low = int(across.min()), int(up.min())
    shape = (int(up.max()) - low + 1, int(across.max()) - left + 1)
    if shape[0] * shape[1] > MOST_CELLS:
        raise ExtractError(
            file=columns.file,
            problem=f"the grid would have {shape[0]:,} by {shape[1]:,} cells.",
            remedy="Take larger cells, or leave out events far from the others.",
        )
    grid = np.zeros(shape, dtype=np.int64)
    np.add.at(grid, (up - low, across - left), counts)
    found = hot_cells(counts=grid, reach=given.reach, level=given.level)

    def corner(n: int) -> dict[str, object]:
        row, column = divmod(n, shape[1])
        return {"x": (left + column) * given.cell, "y": (low + row) * given.cell}

    return corner, found


def _told(named: Named, found: HotSpots, *, everything: bool) -> Answer:
    called = found.is_hot | found.is_cold
    wanted = range(len(called)) if everything else np.flatnonzero(called).tolist()
    return {
        "places": len(called),
        "hot": int(found.is_hot.sum()),
        "cold": int(found.is_cold.sum()),
        "rows": [
            {
                **named(n),
                "sum": found.sums[n],
                "z": found.z[n],
                "p": found.p_value[n],
                "adjusted_p": found.adjusted_p[n],
                "is": "hot" if found.is_hot[n] else "cold" if found.is_cold[n] else "neither",
            }
            for n in wanted
        ],
    }
