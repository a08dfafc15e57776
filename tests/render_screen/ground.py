"""A made-up borough of sixteen square wards, four neighbourhoods to each, and maps of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import geopandas
import shapely

from tests.render_screen.made_up import said
from wardwise.document.pictures import AreaValue, Map, MapPair
from wardwise.domain.boundaries import Boundaries


WEST, SOUTH, SIDE = 400_000, 280_000, 1_000
NAMES = (
    "Northgate",
    "St. Wystan's",
    "Upper Hollow & Woodside",
    "Marsh End",
    "Castle & Priory",
    "Riverside",
    "Long Meadow and Lower Hollowbrook with Quarry",
    "Eastfield",
    "Market",
    "Llanfair-y-Coed",
    "Kingsway North & Wall",
    "Norton",
    "Mill",
    "Pedmore",
    "Belle Vale",
    "South",
)


def borough() -> Boundaries:
    """Layers 'ward' and 'lsoa' as squares of 1 km and 500 m."""
    wards, lsoas = [], []
    for n, name in enumerate(NAMES):
        x, y = WEST + SIDE * (n % 4), SOUTH + SIDE * (n // 4)
        wards.append((f"W{n:02d}", name, shapely.box(x, y, x + SIDE, y + SIDE)))
        for m in range(4):
            left, low, half = x + SIDE / 2 * (m % 2), y + SIDE / 2 * (m // 2), SIDE / 2
            square = shapely.box(left, low, left + half, low + half)
            lsoas.append((f"L{n:02d}{m}", f"Borough {n:03d}{'ABCD'[m]}", square))
    return Boundaries({"ward": _frame(wards), "lsoa": _frame(lsoas)})


def _frame(rows: list[tuple[str, str, object]]) -> geopandas.GeoDataFrame:
    codes, names, shapes = zip(*rows, strict=True)
    return geopandas.GeoDataFrame(
        {"code": codes, "name": names}, geometry=list(shapes), crs="EPSG:27700"
    )


def real(shared: Path, code: str) -> Boundaries:
    """The LSOA and wards of a real district."""
    layers = {}
    for layer, prefix in (("lsoa", "LSOA21"), ("ward", "WD25")):
        path = shared / "data/geography/case_areas" / f"{layer}_{code}.geojson"
        frame = geopandas.read_file(path).to_crs(27700)
        frame = frame.rename(columns={f"{prefix}CD": "code", f"{prefix}NM": "name"})
        layers[layer] = frame[["code", "name", "geometry"]].sort_values("code")
    return Boundaries(layers)


def area_map(boundaries: Boundaries, layer: str = "lsoa", *, name: str = "map") -> Map:
    """Values from 0 to 250 in the order of the codes; one not known, two too small to judge."""
    frame = boundaries.layers[layer]
    step = 250 / len(frame)
    areas = tuple(
        AreaValue(
            code,
            label,
            None if n == 3 else n * step,
            f"{label}: {n * step:.1f} per 1,000",
            hatched=n in (5, 6),
        )
        for n, (code, label) in enumerate(zip(frame["code"], frame["name"], strict=True))
    )
    return Map(
        **said(name),
        layer=layer,
        areas=areas,
        breaks=(25, 50, 100, 200),
        unit="offences per 1,000 residents",
    )


def map_pair(boundaries: Boundaries) -> MapPair:
    left = area_map(boundaries)
    return MapPair(**said("pair"), left=left, right=replace(left, unit="offences"))


def with_estates() -> Boundaries:
    """The borough with two estates of the partnership's own, one across a ward border."""
    estates = [
        ("O1", "Quarry estate", shapely.box(WEST + 700, SOUTH + 1200, WEST + 1400, SOUTH + 1700)),
        ("O2", "Mill lane", shapely.box(WEST + 2100, SOUTH + 2200, WEST + 2500, SOUTH + 2600)),
    ]
    return Boundaries({**borough().layers, "own": _frame(estates)})
