"""Outlines of the areas that a map shows, as simple as the print allows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import shapely

from wardwise.domain.boundaries import Boundaries
from wardwise.domain.errors import ReferenceDataError


Geometry = Any
Outlines = Mapping[str, Geometry]


class Layer(NamedTuple):
    """Some areas of a boundary layer."""

    name: str
    codes: tuple[str, ...]


@lru_cache(maxsize=32)
def outlines(
    boundaries: Boundaries, layer: str, codes: tuple[str, ...], tolerance: float
) -> Outlines:
    """The named areas of a layer in grid metres, simplified together so that no seam opens."""
    frame = boundaries.layers.get(layer)
    if frame is None:
        raise ReferenceDataError(
            f"The boundary layer '{layer}' is not held, and a map of it was asked for. "
            "Add the boundary file of that layer to the geography folder."
        )
    held = dict(zip(frame["code"], frame.geometry, strict=True))
    missing = [code for code in codes if code not in held]
    if missing:
        raise ReferenceDataError(
            f"No outline is held in layer '{layer}' for {', '.join(missing[:5])}"
            f" ({len(missing)} of {len(codes)} areas). The boundary file is of another vintage "
            "than the counts: use the edition that the settings name."
        )
    simple = shapely.coverage_simplify([held[code] for code in codes], tolerance)
    return dict(zip(codes, simple, strict=True))


@lru_cache(maxsize=16)
def wards_over(boundaries: Boundaries, layer: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Codes of the wards that lie on the areas shown, by a point inside each ward."""
    frame = boundaries.layers.get("ward")
    if frame is None:
        return ()
    areas = boundaries.layers[layer]
    ground = shapely.union_all(areas.geometry[areas["code"].isin(codes)].to_numpy())
    shapely.prepare(ground)
    points = shapely.point_on_surface(frame.geometry.to_numpy())
    shown = shapely.intersects(ground, points)
    return tuple(code for code, is_shown in zip(frame["code"], shown, strict=True) if is_shown)


@lru_cache(maxsize=64)
def within(
    boundaries: Boundaries, layer: str, codes: tuple[str, ...], wards: tuple[str, ...]
) -> frozenset[str]:
    """Which of the areas lie in these wards, by a point inside each area."""
    frame, held = boundaries.layers[layer], boundaries.layers["ward"]
    ground = shapely.union_all(held.geometry[held["code"].isin(wards)].to_numpy())
    shapely.prepare(ground)
    own = frame[frame["code"].isin(codes)]
    inside = shapely.intersects(ground, shapely.point_on_surface(own.geometry.to_numpy()))
    return frozenset(own["code"][inside])


def names_of(boundaries: Boundaries, layer: str) -> Mapping[str, str]:
    """Area names by code."""
    frame = boundaries.layers[layer]
    return dict(zip(frame["code"], frame["name"], strict=True))
