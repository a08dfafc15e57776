"""Outlines of own areas from a partnership's GeoJSON or GeoPackage file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import pyogrio
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataSourceError

from wardwise.domain.errors import EvidenceMissing, ExtractError, SettingsError
from wardwise.domain.settings import OwnAreaSettings
from wardwise.reference.national_grid import (
    BRITISH_NATIONAL_GRID,
    outlines_to_national_grid,
)
from wardwise.sources.unpacking import check_map


KINDS = (".geojson", ".json", ".gpkg")
MOST_DEGREES = 200.0  # a longitude or latitude is less; a national grid coordinate is far more


@dataclass(frozen=True, eq=False)
class OwnOutline:
    """An area's name and outline (national grid metres), and whether it had to be mended."""

    name: str
    shape: object
    is_mended: bool


def read_own_outlines(settings: OwnAreaSettings, folders: Sequence[Path]) -> list[OwnOutline]:
    """Every area of the file."""
    path = _found(str(settings.file), folders)
    opened = _opened(path)
    frame = _on_the_grid(opened, path)
    kinds = set(frame.geometry.geom_type)
    if not len(frame) or not kinds <= {"Polygon", "MultiPolygon"}:
        raise ExtractError(
            file=path.name,
            problem=f"found {', '.join(sorted(map(str, kinds))) or 'nothing'}, expected polygons.",
            remedy="Save the outlines of the areas, not points or lines.",
        )
    names = _names(settings, frame, path)
    return [
        OwnOutline(name, shape, bool(crosses))
        for name, shape, crosses in zip(
            names, _mended(frame), ~opened.geometry.is_valid, strict=True
        )
    ]


def _mended(frame: geopandas.GeoDataFrame) -> NDArray[np.object_]:
    """The outlines as they enclose an area, also where a ring crosses itself."""
    shapes: NDArray[np.object_] = frame.geometry.to_numpy()
    crossed = ~shapely.is_valid(shapes)
    mended = shapely.make_valid(shapes[crossed], method="structure", keep_collapsed=False)
    shapes = shapes.copy()
    shapes[crossed] = mended
    return shapes


def _found(name: str, folders: Sequence[Path]) -> Path:
    if not name.lower().endswith(KINDS):
        raise SettingsError(
            f"places.own_areas, file: found '{name}', expected a name that ends in "
            f"{', '.join(KINDS)}. Save the outlines as GeoJSON or GeoPackage."
        )
    for folder in folders:
        for place in (folder, folder / "geography" / "own_areas"):
            if (place / name).is_file():
                return place / name
    raise EvidenceMissing(
        file=name,
        problem="this file of own areas is neither beside the settings nor in a data folder.",
        remedy="Put it beside the settings file, or in 'geography/own_areas' of a data folder.",
    )


def _opened(path: Path) -> geopandas.GeoDataFrame:
    check_map(path)
    try:
        return pyogrio.read_dataframe(path)
    except DataSourceError:
        raise ExtractError(
            file=path.name,
            problem="this file cannot be opened as GeoJSON or GeoPackage.",
            remedy="Save the outlines again from the mapping program.",
        ) from None


def _on_the_grid(frame: geopandas.GeoDataFrame, path: Path) -> geopandas.GeoDataFrame:
    if frame.crs is None:
        raise ExtractError(
            file=path.name,
            problem="the file does not say which coordinates it uses.",
            remedy="Save it again with its coordinate reference system, or as GeoJSON.",
        )
    if frame.crs.to_epsg() == 27700:
        return frame
    if frame.crs.is_geographic and float(abs(frame.total_bounds).max()) > MOST_DEGREES:
        raise ExtractError(
            file=path.name,
            problem="the file says longitude and latitude, and holds coordinates in metres.",
            remedy="Save it again as British National Grid (EPSG:27700) or in degrees (WGS84).",
        )
    degrees = frame.to_crs("EPSG:4326")
    outlines = outlines_to_national_grid(degrees.geometry.to_numpy())
    return degrees.set_geometry(outlines, crs=BRITISH_NATIONAL_GRID)


def _names(settings: OwnAreaSettings, frame: geopandas.GeoDataFrame, path: Path) -> list[str]:
    column = settings.name_column
    columns = [str(name) for name in frame.columns if name != "geometry"]
    if column is None and len(frame) == 1:
        return [settings.name]
    if column not in columns:
        raise SettingsError(
            f"places.own_areas, '{settings.name}', name_column: found '{column}', expected one of "
            f"the columns of {path.name}: {', '.join(columns) or 'it has none'}. The file holds "
            f"{len(frame)} areas, and each needs a name."
        )
    for number, name in enumerate(frame[column], start=1):
        if pd.isna(name) or not str(name).strip():
            raise ExtractError(
                file=path.name,
                row=number,
                column=column,
                problem="found nothing, expected the name of an area.",
                remedy="Give every area of the file a name.",
            )
    return [str(name).strip() for name in frame[column]]
