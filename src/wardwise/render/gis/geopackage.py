"""Ward and LSOA results as one GeoPackage, with its columns explained inside."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pyogrio


if TYPE_CHECKING:
    from geopandas import GeoDataFrame


BRITISH_NATIONAL_GRID = 27700
# The file wants to know when it was changed; the clock would make two runs differ
UNDATED = "2000-01-01T00:00:00.000Z"
EXPLAINED_IN = "columns"

MEANINGS = {
    "code": "Code of the area (Office for National Statistics)",
    "name": "Name of the area",
    "ward_code": "Code of the ward that holds the LSOA",
    "ward_name": "Name of the ward that holds the LSOA",
    "period_start": "First month, YYYY-MM",
    "period_end": "Last month, YYYY-MM, inclusive",
    "offence": "Published name of the offence group; empty for all recorded crime",
    "residents": "Usual residents, Census 2021",
    "households": "Households, Census 2021",
    "offences": "Recorded offences in the period; empty where not known",
    "rate_per_1000_residents": "Offences per 1,000 residents; empty where not known",
    "rate_per_1000_households": "Offences per 1,000 households; empty where not known",
    "lower": "Lower limit of the range of the rate",
    "upper": "Upper limit of the range of the rate",
    "harm_score": "Severity points in the period",
    "status": "known, not_known or withheld",
    "figure_id": "Figure of findings.json",
}
"""What the usual columns mean. A layer with others brings their meanings."""


def write_geopackage(
    layers: Mapping[str, GeoDataFrame],
    path: Path,
    *,
    meanings: Mapping[str, str] | None = None,
) -> None:
    """Write each layer in British National Grid, and the table ``columns`` that explains them.

    The same layers give the same bytes. Raises ValueError where a column has no meaning:
    a number without one is of no use to whoever opens the file.
    """
    known = {**MEANINGS, **(meanings or {})}
    explained = _explained(layers, known)
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": UNDATED})
    try:
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            made = Path(folder) / path.name
            for n, (layer, frame) in enumerate(layers.items()):
                _write_layer(frame, made, layer=layer, append=n > 0)
            pyogrio.write_dataframe(explained, made, layer=EXPLAINED_IN, append=bool(layers))
            made.replace(path)
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _write_layer(frame: GeoDataFrame, path: Path, *, layer: str, append: bool) -> None:
    pyogrio.write_dataframe(
        frame.to_crs(BRITISH_NATIONAL_GRID),
        path,
        layer=layer,
        driver="GPKG",
        append=append,
        promote_to_multi=True,
    )


def _explained(layers: Mapping[str, GeoDataFrame], known: Mapping[str, str]) -> pd.DataFrame:
    rows = []
    for layer, frame in layers.items():
        for column in frame.columns.drop(frame.geometry.name):
            if column not in known:
                raise ValueError(f"Layer '{layer}': no meaning is given for column '{column}'.")
            rows.append((layer, column, known[column]))
    return pd.DataFrame(rows, columns=["layer", "column", "meaning"])
