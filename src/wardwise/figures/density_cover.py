"""A density, or a change of it, as steps on square cells for a map."""

from __future__ import annotations

import numpy as np

from wardwise.document.cover import Cover
from wardwise.figures.densities import Changed, Density
from wardwise.measures.density.land import Land


OVER_THE_EDGE = 1.5
"""Cells outside that take the step of the nearest inside: the map is cut at the boundary."""


def density_cover(found: Density, *, heading: str, words: tuple[str, ...]) -> Cover:
    """Each band one step higher than the one round it; the rest of the land is step 0."""
    steps = np.zeros(found.surface.per_km2.shape, dtype=np.int64)
    for edge in found.edges:
        steps += np.nan_to_num(found.surface.per_km2) >= edge
    return _cover(found.surface.land, steps, heading, words)


def change_cover(found: Changed, *, heading: str, words: tuple[str, ...]) -> Cover:
    """Less than before, neither, more than before; both beyond chance."""
    steps = 1 + found.found.is_more.astype(np.int64) - found.found.is_less
    return _cover(found.found.land, steps, heading, words, diverging=True)


def _cover(
    land: Land, steps: np.ndarray, heading: str, words: tuple[str, ...], *, diverging: bool = False
) -> Cover:
    from scipy.ndimage import distance_transform_edt

    away, nearest = distance_transform_edt(~land.inside, return_indices=True)
    shown = np.where(away <= OVER_THE_EDGE, steps[tuple(nearest)], -1)
    rows = tuple("".join(str(n) if n >= 0 else " " for n in row) for row in shown.tolist())
    return Cover(heading, land.west, land.south, land.cell_metres, rows, words, diverging)
