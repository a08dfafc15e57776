"""Outlines of LSOAs, wards and districts, held against the lookup so that vintages agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import geopandas
import pandas as pd
import pyarrow as pa

from wardwise.domain.boundaries import Boundaries
from wardwise.domain.errors import ReferenceDataError
from wardwise.sources.data_folders import find_file, need_file
from wardwise.sources.geography import files
from wardwise.sources.geography.csv_columns import read_csv_columns
from wardwise.sources.geography.outline_files import district_file, national_districts


LAYERS = ("lsoa", "ward")
CREDIT = "credit.txt"
_PUT_TOGETHER = (
    "wards of {name} put together from their LSOAs, because the {edition} outlines hold "
    "{matched} of its {wanted} wards"
)


def read_boundaries(
    folders: Sequence[Path],
    *,
    district_codes: Sequence[str],
    layers: Sequence[str] = LAYERS,
    lsoas: pa.Table | None = None,
) -> Boundaries:
    """Outlines of the districts' areas, in British National Grid metres.

    ``lsoas`` is the tidy table ``lsoa``; without it the lookup is read from the folders.
    """
    lookup = _lookup(folders, lsoas)
    found: dict[str, geopandas.GeoDataFrame] = {}
    vintage: dict[str, str] = {}
    for layer in sorted(set(layers) & {"lsoa", "ward"}):
        parts = [_one(folders, layer, code, lookup) for code in sorted(set(district_codes))]
        found[layer] = pd.concat([frame for frame, _ in parts]).sort_values(
            "code", ignore_index=True
        )
        vintage[layer] = "; ".join(dict.fromkeys(said for _, said in parts))
    if "district" in layers and (districts := national_districts(folders)):
        found["district"], vintage["district"] = districts.frame, districts.edition
    boundaries = Boundaries(layers=found, vintage=vintage)
    credit = _credit(folders, sorted(district_codes))
    return replace(boundaries, credit=credit) if credit else boundaries


def _credit(folders: Sequence[Path], codes: Sequence[str]) -> str:
    """Whose outlines these are, where a file beside them says so; else they are the office's."""
    held = (find_file(folders, f"geography/case_areas/lsoa_{code}.geojson") for code in codes)
    said = [file.parent / CREDIT for file in held if file and (file.parent / CREDIT).is_file()]
    lines = [file.read_text("utf-8", errors="replace").strip() for file in said]
    return " ".join(dict.fromkeys(lines))


def _lookup(folders: Sequence[Path], lsoas: pa.Table | None) -> pd.DataFrame:
    if lsoas is not None:
        frame: pd.DataFrame = lsoas.to_pandas()
        return frame
    file = need_file(folders, files.WARDS.name, what=files.WARDS.what)
    return read_csv_columns(file, files.WARDS).rename(
        columns={
            "lsoa21_code": "lsoa_code",
            "ward24_code": "ward_code",
            "ward24_name": "ward_name",
            "ltla24_code": "district_code",
            "ltla24_name": "district_name",
        }
    )


def _one(
    folders: Sequence[Path], layer: str, code: str, lookup: pd.DataFrame
) -> tuple[geopandas.GeoDataFrame, str]:
    here = lookup[lookup["district_code"] == code]
    if here.empty:
        raise ReferenceDataError(
            f"district {code}: it is not in {files.WARDS.name}. Check the code, or get a newer "
            "lookup with the outlines to match."
        )
    outlines = district_file(folders, layer, code)
    wanted = set(here[f"{layer}_code"])
    matched = len(wanted & set(outlines.frame["code"]))
    if matched == len(wanted):
        return outlines.frame, outlines.edition
    if layer == "ward":
        said = _PUT_TOGETHER.format(
            name=here["district_name"].iloc[0],
            edition=outlines.edition,
            matched=matched,
            wanted=len(wanted),
        )
        return _wards_from_lsoas(folders, code, here), said
    raise ReferenceDataError(
        f"{outlines.file}: {matched} of the {len(wanted)} {layer} codes of {code} are in it "
        f"(it has {outlines.edition}), expected all of them. It is of another year than "
        f"{files.WARDS.name}: get the outlines and the lookup of the same year."
    )


def _wards_from_lsoas(
    folders: Sequence[Path], code: str, here: pd.DataFrame
) -> geopandas.GeoDataFrame:
    """Wards as the counts use them, of whole LSOAs: right even where wards were redrawn since."""
    pieces = district_file(folders, "lsoa", code).frame
    wards = here.set_index("lsoa_code")["ward_code"]
    pieces = pieces.assign(code=pieces["code"].map(wards)).dropna(subset=["code"])
    frame = pieces[["code", "geometry"]].dissolve(by="code").reset_index()
    names = here.drop_duplicates("ward_code").set_index("ward_code")["ward_name"]
    frame.insert(1, "name", frame["code"].map(names))
    return frame.sort_values("code", ignore_index=True)
