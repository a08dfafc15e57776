"""Outlines and names laid on one ground. Kept, because most maps of a paper share theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import shapely

from wardwise.domain.boundaries import Boundaries
from wardwise.render.pictures.maps.ground import Ground, edges_of, path_of
from wardwise.render.pictures.maps.name import Name
from wardwise.render.pictures.maps.names import place_names
from wardwise.render.pictures.maps.numbers import SOME_NUMBERS
from wardwise.render.pictures.maps.outlines import Geometry, Layer, names_of, outlines


FINENESS = 1.4  # pixels: the side of the corners that simplification may cut off
FINENESS_NARROW = 2.0  # on a phone, where the file is carried over the air
SPECK = 6.0  # square pixels: what is too small to be seen
SLIVER = 500.0  # at the edge of a map of one place: less of a ward than that is not named


@dataclass(frozen=True)
class OnGround:
    """A layer in pixels: shapes, one path each, and all borders as one path."""

    shapes: Mapping[str, Geometry]
    paths: Mapping[str, str]
    edges: str


@lru_cache(maxsize=32)
def on_ground(boundaries: Boundaries, layer: Layer, ground: Ground) -> OnGround:
    """The areas of a layer as they are drawn."""
    if not layer.codes:
        return OnGround({}, {}, "")
    fineness = FINENESS if ground.box.width > 360 else FINENESS_NARROW
    # Whole metres, so that maps of nearly one scale share their outlines
    tolerance = max(1.0, float(round(ground.metres * fineness)))
    held = outlines(boundaries, *layer, tolerance)
    shapes = {code: ground.pixels(shape) for code, shape in held.items()}
    paths = {code: path_of([shape]) for code, shape in shapes.items()}
    return OnGround(shapes, paths, edges_of(shapes.values()))


@lru_cache(maxsize=32)
def names_on(
    boundaries: Boundaries,
    layers: tuple[Layer, ...],
    ground: Ground,
    least: float = SPECK,
    worth: tuple[str, ...] = (),
) -> tuple[Name, ...]:
    """The names of the layers, placed together so that none covers another."""
    shapes = {
        code: shape
        for layer in layers
        for code, shape in on_ground(boundaries, layer, ground).shapes.items()
    }
    foremost = worth[:SOME_NUMBERS]  # these are told of, however small they are drawn
    large = {
        code: shape
        for code, shape in shapes.items()
        if shapely.area(shape) > least or (code in foremost and not shapely.is_empty(shape))
    }
    if not large:
        return ()
    return place_names(large, names_of(boundaries, layers), ground.box, worth)
