"""Squares of 100 m: two share an edge, two a corner, one lies apart."""

from __future__ import annotations

import geopandas
import shapely

from wardwise.domain.boundaries import Boundaries
from wardwise.sources.geography.adjoining import adjoining


SQUARES = {"A": (0, 0), "B": (100, 0), "C": (200, 100), "D": (500, 500)}


def test_areas_that_share_an_edge_or_a_corner_are_neighbours_each_way_round() -> None:
    frame = geopandas.GeoDataFrame(
        {"code": list(SQUARES), "name": list(SQUARES)},
        geometry=[shapely.box(x, y, x + 100, y + 100) for x, y in SQUARES.values()],
        crs="EPSG:27700",
    )
    tables = adjoining(Boundaries({"lsoa": frame}))
    pairs = [tuple(row.values()) for row in tables["lsoa_neighbour"].to_pylist()]
    assert pairs == [("A", "B"), ("B", "A"), ("B", "C"), ("C", "B")]
    # 100 m × 100 m is one hectare
    first = tables["lsoa_land"].to_pylist()[0]
    assert (first["lsoa_code"], first["hectares"]) == ("A", 1.0)
    assert shapely.from_wkb(first["outline"]).equals(shapely.box(0, 0, 100, 100))
    assert tables["lsoa_land"].num_rows == 4
