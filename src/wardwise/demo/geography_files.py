"""Lookups and boundaries in the layout of the open data folder."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from wardwise.demo.land import MIDSHIRE, Land
from wardwise.demo.names import FORCES
from wardwise.demo.people import People
from wardwise.demo.tables_out import write_csv_gz
from wardwise.demo.vintage import Lsoa2011, half_outlines


def write_geography(folder: Path, land: Land, people: People, vintage: Lsoa2011) -> None:
    """Every file of ``geography/``."""
    write_csv_gz(folder / "lookup_lsoa21_ward24_ltla24.csv.gz", _ward_lookup(land))
    write_csv_gz(folder / "lookup_ltla24_csp24_pfa24.csv.gz", _partnership_lookup(land))
    write_csv_gz(folder / "LSOA11_LSOA21_LAD22_exact_fit_V3.csv.gz", _vintage_lookup(land, vintage))
    write_csv_gz(folder / "lsoa_latlong.csv.gz", _centroids(land))
    write_csv_gz(folder / "ruc21_lsoa21.csv.gz", _rural_urban(land, people))
    _write_case_areas(folder / "case_areas", land, vintage)
    _write_districts(folder / "lad_2024_bgc.topojson.gz", land)


def _ward_lookup(land: Land) -> pd.DataFrame:
    ward, district = land.ward_of, land.district_of
    return pd.DataFrame(
        {
            "lsoa21_name": land.lsoa_name,
            "lsoa21_code": land.lsoa_code,
            "ward24_name": land.ward_name[ward],
            "ward24_code": land.ward_code[ward],
            "ltla24_name": land.district_name[district],
            "ltla24_code": land.district_code[district],
        }
    )


def _partnership_lookup(land: Land) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "ltla24_code": land.district_code,
            "ltla24_name": land.district_name,
            "csp24_code": land.csp_code,
            "csp24_name": land.csp_name,
            "pfa24_code": [FORCES[force][0] for force in land.force_of],
            "pfa24_name": [FORCES[force][1] for force in land.force_of],
        }
    )


def _vintage_lookup(land: Land, vintage: Lsoa2011) -> pd.DataFrame:
    rows = vintage.rows()
    position = np.array([row[1] for row in rows])
    district = land.district_of[position]
    return pd.DataFrame(
        {
            "LSOA11CD": [row[0] for row in rows],
            "LSOA11NM": land.lsoa_name[position],
            "LSOA21CD": land.lsoa_code[position],
            "LSOA21NM": land.lsoa_name[position],
            "CHGIND": [row[2] for row in rows],
            "LAD22CD": land.district_code[district],
            "LAD22NM": land.district_name[district],
            "LAD22NMW": "",
            "ObjectId": np.arange(1, len(rows) + 1),
        }
    )


def _centroids(land: Land) -> pd.DataFrame:
    inner = shapely.get_coordinates(shapely.point_on_surface(land.outline))
    return pd.DataFrame(
        {
            "LSOACD": land.lsoa_code,
            "latitude": inner[:, 1].round(7),
            "longitude": inner[:, 0].round(7),
            "lsoa11cd": land.lsoa_code,
        }
    )


def _rural_urban(land: Land, people: People) -> pd.DataFrame:
    square_km = shapely.area(land.outline) * 66.15 * 111.3
    rural = people.residents / square_km < 250
    text = np.where(rural, "Larger rural: Nearer", "Urban: Nearer")
    return pd.DataFrame(
        {
            "lsoa21_code": land.lsoa_code,
            "ruc21_code": np.where(rural, "RLN1", "UN1"),
            "classification": [f"{start} to a major town or city" for start in text],
            "ruc": np.where(rural, "Rural", "Urban"),
        }
    )


def _write_case_areas(folder: Path, land: Land, vintage: Lsoa2011) -> None:
    folder.mkdir(parents=True, exist_ok=True)
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
        _write_geojson(folder / f"lsoa_{code}.geojson", code, lsoas)
        _write_geojson(folder / f"ward_{code}.geojson", code, wards)
        _write_geojson(
            folder / f"lsoa11_{code}.geojson", code, _outlines_of_2011(land, vintage, own)
        )


Feature = tuple[dict[str, str], shapely.Geometry]


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


def _write_geojson(path: Path, name: str, features: list[Feature]) -> None:
    """One feature a line, as the published files have it."""
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
    arcs, shapes = [], []
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
