"""Gi* with an exact p on 1,000,000 cells, and by drawing beside esda on 100,000.

Counts are clustered like crime: a few centres on a wide low field, nine cells in ten of which
have few events or none. The peer is esda with 999 permutations on fewer cells, as it takes
minutes on a million: its ratio to ours on ten times the cells is a lower limit. The permutation
p of both is timed on the same 100,000 cells and the same harm.

    python benchmarks/hot_spots.py            # prints two JSON lines
"""

from __future__ import annotations

import json
import resource
import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from wardwise.measures.hot_spots.hot_cells import box_sums, hot_cells
from wardwise.measures.hot_spots.permuted_p import permuted_local_p


GOAL, TIMES = 0.5, 5.0
SEED, DRAWS, ROUNDS = 1, 999, 3
LARGE, SMALL = 1_000, 316  # cells to a side


def main() -> None:
    """Measure, print a line for each."""
    exact()
    drawn()


def field(side: int) -> np.ndarray[Any, Any]:
    """Events by cell: seven centres on a low field, whatever the size of the grid."""
    random = np.random.default_rng(SEED)
    down, across = np.indices((side, side)) / side
    mean = 0.15 * random.gamma(0.6, 1 / 0.6, (side, side))
    for x, y, width in random.uniform((0, 0, 0.004), (1, 1, 0.02), (7, 3)):
        mean += 4 * np.exp(-((down - x) ** 2 + (across - y) ** 2) / (2 * width**2))
    return random.poisson(mean)


def exact() -> None:
    """The exact p-value, adjusted, of a million cells; esda's of a tenth of them."""
    grid = field(LARGE)
    hot_cells(counts=grid[:50, :50])  # compiled, or read from where it is kept
    seconds = _seconds(lambda: hot_cells(counts=grid))
    adding = _seconds(lambda: box_sums(grid, 1))
    found = hot_cells(counts=grid)
    small = field(SMALL)
    peer = _seconds(_esda(small.ravel().astype(float), SMALL), rounds=1)
    _print(
        name="hot_spots_exact",
        ours_seconds=round(seconds, 3),
        peer=f"esda, {DRAWS} permutations, {small.size:,} cells, weights built before",
        peer_seconds=round(peer, 2),
        ratio=round(peer / seconds, 1),
        input=f"{grid.size:,} cells, boxes of 3 x 3, {int(grid.sum()):,} events, most in a cell "
        f"{int(grid.max())}, {float((grid == 0).mean()):.0%} of cells empty, seed {SEED}",
        hot=int(found.is_hot.sum()),
        floor=f"a pass that reads and writes every cell once moves 16 MB: about 0.001 s; the box "
        f"sums alone take {adding:.3f} s; the rest is six answers looked up for each cell, of what "
        "cells of one sum have in common, each a read and a write of 8 MB",
        goal=f"under {GOAL:g} s",
        met=seconds < GOAL,
    )


def drawn() -> None:
    """The p-value by drawing, of harm, on the same cells as esda."""
    random = np.random.default_rng(SEED)
    harm = field(SMALL).ravel() * random.lognormal(2, 1, SMALL * SMALL)
    touching = _queen(SMALL)

    def ours() -> None:
        permuted_local_p(values=harm, neighbours=touching, seed=SEED, draws=DRAWS)

    ours()
    seconds, peer = _seconds(ours), _seconds(_esda(harm, SMALL), rounds=1)
    _print(
        name="hot_spots_drawn",
        ours_seconds=round(seconds, 3),
        peer=f"esda, {DRAWS} permutations, weights built before",
        peer_seconds=round(peer, 2),
        ratio=round(peer / seconds, 1),
        input=f"{harm.size:,} cells, queen neighbours given as lists, harm, {DRAWS} draws, "
        f"seed {SEED}",
        floor="one draw serves all cells with as many neighbours: 999 x 9 values are looked up, "
        "and each cell's sum among 999; most of the time goes into reading the lists",
        goal=f"at least {TIMES:g} times esda",
        met=peer >= TIMES * seconds,
    )


def _queen(side: int) -> list[list[int]]:
    """The eight cells round each, fewer at the edge."""
    return [
        [
            row * side + column
            for row in range(max(0, a - 1), min(side, a + 2))
            for column in range(max(0, b - 1), min(side, b + 2))
            if (row, column) != (a, b)
        ]
        for a in range(side)
        for b in range(side)
    ]


def _esda(values: np.ndarray[Any, Any], side: int) -> Callable[[], object]:
    from esda.getisord import G_Local
    from libpysal.weights import lat2W

    warnings.simplefilter("ignore")
    weights = lat2W(side, side, rook=False)

    def run(draws: int = DRAWS) -> object:
        return G_Local(
            values,
            weights,
            transform="B",
            star=True,
            permutations=draws,
            n_jobs=1,
            keep_simulations=False,
            seed=SEED,
        )

    run(9)  # its own compiling is left out too
    return run


def _seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def _print(**line: object) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**line, "compiling": "left out on both sides", "peak_mb": round(peak)}))


if __name__ == "__main__":
    main()
