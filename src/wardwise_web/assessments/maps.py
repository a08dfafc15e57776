"""Bridge 2, on the ground: the layers of a finished run as GeoJSON, once read kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from wardwise_web.assessments.findings import NoFinishedRun


LAYERS = {"ward": "Wards", "lsoa": "Neighbourhoods (LSOAs)", "own": "Own areas"}
SHOWN = ("code", "name", "residents", "offences", "rate_per_1000_residents", "lower", "upper")
FINE = 6  # decimals of a degree: about ten centimetres


def layers_of(folder: Path) -> dict[str, str]:
    """The layers of areas that the run wrote, with what they are called."""
    import pyogrio

    path = folder / "results.gpkg"
    if not path.is_file():
        return {}
    held = {str(name) for name, _ in pyogrio.list_layers(path)}
    return {name: title for name, title in LAYERS.items() if name in held}


def layer_of(folder: Path, layer: str) -> Mapping[str, Any]:
    """One layer as GeoJSON in degrees, with the figure behind each rate."""
    if layer not in layers_of(folder):
        raise NoFinishedRun(f"{folder.name}: the run wrote no layer '{layer}'.")
    return _read(folder, layer, (folder / "results.gpkg").stat().st_mtime_ns)


@lru_cache(maxsize=12)
def _read(folder: Path, layer: str, _written: int) -> Mapping[str, Any]:
    import pyogrio

    areas = pyogrio.read_dataframe(folder / "results.gpkg", layer=layer).to_crs(4326)
    columns = [
        name for name in (*SHOWN, "figure_id", "period_start", "period_end") if name in areas
    ]
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": number,
                "properties": {name: _plain(row[name]) for name in columns},
                "geometry": _rounded(row["geometry"].__geo_interface__),
            }
            for number, (_, row) in enumerate(areas.iterrows())
        ],
    }


def _plain(value: Any) -> Any:
    if value is None or value != value:  # a number that is none is not equal to itself
        return None
    return value.item() if hasattr(value, "item") else value


def _rounded(geometry: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": geometry["type"], "coordinates": _fine(geometry["coordinates"])}


def _fine(value: Any) -> Any:
    if isinstance(value, int | float):
        return round(value, FINE)
    return [_fine(one) for one in value]
