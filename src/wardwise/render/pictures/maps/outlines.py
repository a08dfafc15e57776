"""Outlines of the areas that a map shows, as simple as the print allows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    shapes = list(areas_of(boundaries, layer, codes).values())
    # A partnership's own areas may overlap, which is no coverage
    simplify = shapely.simplify if layer == "own" else shapely.coverage_simplify
    simple = simplify(shapes, tolerance)
    return dict(zip(codes, simple, strict=True))


def areas_of(boundaries: Boundaries, layer: str, codes: tuple[str, ...]) -> Outlines:
    """The named areas of a layer in grid metres, as they are held."""
    frame = _frame(boundaries, layer)
    held = dict(zip(frame["code"], frame.geometry, strict=True))
    missing = [code for code in codes if code not in held]
    if missing:
        raise ReferenceDataError(
            f"No outline is held in layer '{layer}' for {', '.join(missing[:5])}"
            f" ({len(missing)} of {len(codes)} areas). The boundary file is of another vintage "
            "than the counts: use the edition that the settings name."
        )
    return {code: held[code] for code in codes}


def _frame(boundaries: Boundaries, layer: str) -> Any:
    frame = boundaries.layers.get(layer)
    if frame is None:
        raise ReferenceDataError(
            f"The boundary layer '{layer}' is not held, and a map of it was asked for. "
            "Add the boundary file of that layer to the geography folder."
        )
    return frame


@lru_cache(maxsize=16)
def wards_over(boundaries: Boundaries, layer: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Codes of the wards that lie on the areas shown, by a point inside each ward.

    A partnership's own areas may be smaller than wards: there, the wards that they touch.
    """
    areas, frame = _frame(boundaries, layer), boundaries.layers.get("ward")
    if frame is None:
        return ()
    ground = shapely.union_all(areas.geometry[areas["code"].isin(codes)].to_numpy())
    shapely.prepare(ground)
    shapes = frame.geometry.to_numpy()
    shown = shapely.intersects(
        ground, shapes if layer == "own" else shapely.point_on_surface(shapes)
    )
    return tuple(code for code, is_shown in zip(frame["code"], shown, strict=True) if is_shown)


@lru_cache(maxsize=64)
def within(
    boundaries: Boundaries, layer: str, codes: tuple[str, ...], places: Layer
) -> frozenset[str]:
    """Which of the areas lie in these places, by a point inside each area."""
    frame, held = _frame(boundaries, layer), _frame(boundaries, places.name)
    ground = shapely.union_all(held.geometry[held["code"].isin(places.codes)].to_numpy())
    shapely.prepare(ground)
    own = frame[frame["code"].isin(codes)]
    inside = shapely.intersects(ground, shapely.point_on_surface(own.geometry.to_numpy()))
    return frozenset(own["code"][inside])


def places_of(boundaries: Boundaries, codes: tuple[str, ...]) -> Layer:
    """These places in the layer that holds them: a partnership's own areas, or else wards."""
    own = boundaries.layers.get("own")
    is_own = own is not None and bool(codes) and set(codes) <= set(own["code"])
    return Layer("own" if is_own else "ward", codes)


def names_of(boundaries: Boundaries, layers: Iterable[Layer]) -> Mapping[str, str]:
    """Area names by code."""
    frames = [_frame(boundaries, layer.name) for layer in layers]
    return {
        code: name
        for frame in frames
        for code, name in zip(frame["code"], frame["name"], strict=True)
    }
