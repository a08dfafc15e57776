"""Which areas of a map have to be told apart first, where there is no room to name them all."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

import shapely

from wardwise.document.pictures import Map
from wardwise.domain.boundaries import Boundaries
from wardwise.render.pictures.maps.outlines import Layer, areas_of


def by_worth(picture: Map, boundaries: Boundaries, named: Layer) -> tuple[str, ...]:
    """Codes of the layer that is named, those with the highest values first.

    A ward that is drawn by its neighbourhoods is worth what the highest of them is.
    """
    values = {area.code: -inf if area.value is None else area.value for area in picture.areas}
    if picture.layer != named.name:
        values = _highest_within(picture.layer, values, boundaries, named)
    return tuple(sorted(named.codes, key=lambda code: (-values.get(code, -inf), code)))


def together(orders: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Several orders of the same areas as one: each area by the best place that it has."""
    places = [{code: n for n, code in enumerate(order)} for order in orders]
    return tuple(sorted(orders[0], key=lambda code: (min(at[code] for at in places), code)))


def _highest_within(
    layer: str, values: dict[str, float], boundaries: Boundaries, named: Layer
) -> dict[str, float]:
    areas = areas_of(boundaries, layer, tuple(values))
    tree = shapely.STRtree(shapely.point_on_surface(list(areas.values())))
    codes, found = list(areas), {}
    for code, shape in areas_of(boundaries, named.name, named.codes).items():
        inside = [values[codes[n]] for n in tree.query(shape, predicate="contains")]
        if inside:
            found[code] = max(inside)
    return found
