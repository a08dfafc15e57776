"""The few snap points that stand for every address of an LSOA, as police.uk publishes them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from wardwise.demo.land import Land
from wardwise.demo.names import BUILDINGS, STREET_KINDS, STREETS
from wardwise.demo.randomness import stream


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

A_LSOA = 11  # Luton has a mean of 12 named points an LSOA in 2023/24
TRIES = 60


@dataclass(frozen=True, eq=False)
class SnapPoints:
    """``position`` and ``weight``: LSOAs × points; ``street`` likewise, as printed."""

    position: Floats  # LSOAs × points × (longitude, latitude)
    weight: Floats
    street: NDArray[np.str_]


def make_points(land: Land, seed: int) -> SnapPoints:
    """Points strictly inside each LSOA, with a street or building and a share of its offences."""
    random = stream(seed, "points")
    return SnapPoints(
        position=_inside(random, land.outline),
        weight=random.dirichlet(np.full(A_LSOA, 0.9), land.lsoas),
        street=_streets(random, land.lsoas),
    )


def _inside(random: np.random.Generator, outline: NDArray[np.object_]) -> Floats:
    low, high = np.split(shapely.bounds(outline), 2, axis=1)
    tried = low[:, None] + random.random((len(outline), TRIES, 2)) * (high - low)[:, None]
    tried = np.round(tried, 6)
    shapely.prepare(outline)
    within = shapely.contains_xy(outline[:, None], tried[..., 0], tried[..., 1])
    # The first tries that fell inside come first; an LSOA too thin for that uses its inner point
    order = np.argsort(~within, axis=1, kind="stable")[:, :A_LSOA]
    chosen = np.take_along_axis(tried, order[..., None], axis=1)
    fell_inside = np.take_along_axis(within, order, axis=1)
    inner = np.round(shapely.get_coordinates(shapely.point_on_surface(outline)), 6)
    points: Floats = np.where(fell_inside[..., None], chosen, inner[:, None])
    return points


def _streets(random: np.random.Generator, lsoas: int) -> NDArray[np.str_]:
    name = np.array(STREETS)[random.integers(len(STREETS), size=(lsoas, A_LSOA))]
    kind = np.array(STREET_KINDS)[random.integers(len(STREET_KINDS), size=(lsoas, A_LSOA))]
    street = np.char.add(np.char.add(np.char.add("On or near ", name), " "), kind)
    building = np.array(BUILDINGS)[random.integers(len(BUILDINGS), size=lsoas)]
    street[:, 0] = np.char.add("On or near ", building)
    return street
