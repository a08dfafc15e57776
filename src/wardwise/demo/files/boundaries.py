"""Outlines of areas in the layout of the open data folder: GeoJSON by district, and TopoJSON."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from wardwise.demo.land import MIDSHIRE, Land
from wardwise.demo.landscape import degrees
from wardwise.demo.vintage import Lsoa2011, half_outlines


OWN_AREAS = "impact_areas.geojson"
CREDIT = "Outlines of a made-up county, drawn for this demonstration; no place is like it."
# The partnership's own areas: the ward in whose middle each lies, and how far it reaches
IMPACT_AREAS = (
    ("Town centre", "Market and Minster", 900.0),
    ("Staithe Estate", "Swanpool", 1_300.0),
)

Feature = tuple[dict[str, str], shapely.Geometry]


def write_boundaries(folder: Path, land: Land, vintage: Lsoa2011) -> None:
    """Outlines of Midshire's LSOAs and wards, and of every district."""
    _write_case_areas(folder / "case_areas", land, vintage)
    _write_districts(folder / "lad_2024_bgc.topojson.gz", land)
    _write_own_areas(folder / "own_areas" / OWN_AREAS, land)


def _write_case_areas(folder: Path, land: Land, vintage: Lsoa2011) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "credit.txt").write_text(CREDIT + "\n", "utf-8")
    for district in range(MIDSHIRE):
        code = str(land.district_code[district])
        own = np.flatnonzero(land.district_of == district)
        lsoas = [
            ({"LSOA21CD": land.lsoa_code[n], "LSOA21NM": land.lsoa_name[n]}, land.outline[n])
            for n in own
        ]
        wards = [
            (
                {"WD25CD": land.ward_code[n], "WD25NM": land.ward_name[n], "LAD25CD": code},
                shapely.coverage_union_all(land.outline[land.ward_of == n]),
            )
            for n in np.flatnonzero(land.ward_district == district)
        ]
        write_geojson(folder / f"lsoa_{code}.geojson", code, lsoas)
        write_geojson(folder / f"ward_{code}.geojson", code, wards)
        write_geojson(
            folder / f"lsoa11_{code}.geojson", code, _outlines_of_2011(land, vintage, own)
        )


def _outlines_of_2011(land: Land, vintage: Lsoa2011, own: NDArray[np.int64]) -> list[Feature]:
    pieces: dict[str, list[shapely.Geometry]] = {}
    names: dict[str, str] = {}
    for n in own:
        west, east = str(vintage.west[n]), str(vintage.east[n])
        halves = [land.outline[n]] if west == east else half_outlines(land, n)
        for code, shape in zip(dict.fromkeys((west, east)), halves, strict=True):
            pieces.setdefault(code, []).append(shape)
            names[code] = str(land.lsoa_name[n])
    return [
        ({"LSOA11CD": code, "LSOA11NM": names[code]}, shapely.union_all(shapes))
        for code, shapes in pieces.items()
    ]


def write_geojson(path: Path, name: str, features: list[Feature]) -> None:
    """One feature a line, as the published files have it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    lines = [
        f'{{ "type": "Feature", "properties": {json.dumps(properties)}, '
        f'"geometry": {shapely.to_geojson(shape)} }}'
        for properties, shape in features
    ]
    path.write_text(
        f'{{\n"type": "FeatureCollection",\n"name": "{name}",\n"crs": {json.dumps(crs)},\n'
        f'"features": [\n' + ",\n".join(lines) + "\n]\n}\n",
        encoding="utf-8",
    )


def _write_districts(path: Path, land: Land) -> None:
    """Districts as TopoJSON, each outline its own arc."""
    arcs: list[object] = []
    shapes: list[object] = []
    for n, code in enumerate(land.district_code):
        outline = shapely.coverage_union_all(land.outline[land.district_of == n])
        parts = []
        for part in shapely.get_parts(outline):
            parts.append([[len(arcs)]])
            arcs.append(shapely.get_coordinates(part.exterior).round(6).tolist())
        properties = {"LAD24CD": str(code), "LAD24NM": str(land.district_name[n])}
        shapes.append(
            {"type": "MultiPolygon", "arcs": parts, "id": n + 1, "properties": properties}
        )
    collection = {"type": "GeometryCollection", "geometries": shapes}
    written = {"type": "Topology", "objects": {"districts": collection}, "arcs": arcs}
    path.write_bytes(gzip.compress(json.dumps(written).encode(), compresslevel=3, mtime=0))


def _write_own_areas(path: Path, land: Land) -> None:
    """Outlines that follow no boundary, as a partnership draws them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    angle = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    features: list[Feature] = []
    for name, ward, reach in IMPACT_AREAS:
        middle = np.median(land.centre[land.ward_of == land.ward_named(ward)], axis=0)
        radius = reach * (1 + 0.12 * np.cos(3 * angle) + 0.08 * np.sin(5 * angle))
        ring = middle + radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
        features.append(({"name": name}, shapely.Polygon(degrees(ring).round(6))))
    write_geojson(path, "impact areas", features)
