"""Finds the outlines of a district's areas: unpacked, or inside the national archive."""

from __future__ import annotations

import io
import json
import re
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas
import pyogrio
import zstandard

from wardwise.domain.errors import ArchiveError, EvidenceMissing, ExtractError
from wardwise.reference.national_grid import (
    BRITISH_NATIONAL_GRID,
    outlines_to_national_grid,
)
from wardwise.sources.archive import Limits
from wardwise.sources.data_folders import find_file
from wardwise.sources.unpacking import Guarded, allowed, check_map, unpack_gzip


CODE_COLUMNS = {"lsoa": r"LSOA\d\dCD", "ward": r"WD\d\dCD", "district": r"LAD\d\dCD"}
DISTRICTS = "geography/lad_2024_bgc.topojson.gz"
_DEGREES = 200.0  # a longitude or latitude is less; a national grid coordinate is far more


@dataclass(frozen=True, eq=False)
class Outlines:
    """One file's outlines: ``code``, ``name`` and ``geometry`` in national grid metres."""

    frame: geopandas.GeoDataFrame
    file: str
    edition: str  # 'LSOA 2021', from the code column


def district_file(folders: Sequence[Path], layer: str, code: str) -> Outlines:
    """Outlines of one district's areas."""
    loose = find_file(folders, f"geography/case_areas/{layer}_{code}.geojson")
    if loose is not None:
        check_map(loose)
        return _outlines(loose.read_bytes(), file=f"geography/case_areas/{loose.name}", layer=layer)
    archive = f"geography/boundaries_{layer}_by_LAD_EW.tar.zst"
    packed = find_file(folders, archive)
    raw = _member(packed, f"{layer}/{code}.geojson") if packed else None
    if raw is None:
        raise EvidenceMissing(
            file=f"geography/case_areas/{layer}_{code}.geojson",
            problem=f"no data folder holds the {layer} outlines of {code}, loose or in {archive}.",
            remedy="Get them with 'wardwise fetch boundaries', or name the folder with --data.",
        )
    return _outlines(raw, file=f"{archive}: {layer}/{code}.geojson", layer=layer)


def national_districts(folders: Sequence[Path]) -> Outlines | None:
    """Outlines of every district, or None where the file is not held."""
    path = find_file(folders, DISTRICTS)
    if path is None:
        return None
    check_map(path)
    file, raw = f"geography/{path.name}", path.read_bytes()
    text = unpack_gzip(raw, file=file) if path.name.endswith(".gz") else raw
    return _tidy(pyogrio.read_dataframe(io.BytesIO(text)), file=file, layer="district")


def _member(archive: Path, name: str) -> bytes | None:
    """One file of the archive, read as a stream that stops when it is found."""
    try:
        with archive.open("rb") as raw:
            unpacked = zstandard.ZstdDecompressor().stream_reader(raw)
            most = allowed(archive.stat().st_size, Limits())
            stream = Guarded(unpacked, most=most, file=f"geography/{archive.name}")
            with tarfile.open(fileobj=stream, mode="r|") as tar:
                for member in tar:
                    if member.isfile() and member.name.endswith(name):
                        found = tar.extractfile(member)
                        return found.read() if found else None
    except (tarfile.TarError, zstandard.ZstdError, EOFError) as fault:
        raise ArchiveError(
            file=f"geography/{archive.name}",
            problem=f"the archive is damaged or cut short ({type(fault).__name__}).",
            remedy="Get it again: the download or the copy was broken off.",
        ) from None
    return None


def _outlines(raw: bytes, *, file: str, layer: str) -> Outlines:
    try:
        found: Any = json.loads(raw)
        frame = geopandas.GeoDataFrame.from_features(found["features"])
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise ExtractError(
            file=file,
            problem=f"this is not GeoJSON with features ({type(fault).__name__}).",
            remedy="Get it again: the download or the copy was broken off.",
        ) from None
    return _tidy(frame, file=file, layer=layer)


def _tidy(frame: geopandas.GeoDataFrame, *, file: str, layer: str) -> Outlines:
    column = _code_column(list(map(str, frame.columns)), file=file, layer=layer)
    # the grid of shifts ends at Great Britain, and we are about England and Wales
    frame = frame[frame[column].astype(str).str[0].isin(["E", "W"])]
    if float(abs(frame.total_bounds).max()) > _DEGREES:
        raise ExtractError(
            file=file,
            problem="found coordinates in metres, expected longitude and latitude (WGS84).",
            remedy="Get the GeoJSON in WGS84 from the ONS geography portal.",
        )
    frame = _each_once(frame, column)
    _refuse_unusable(frame, column, file=file)
    tidy = geopandas.GeoDataFrame(
        {"code": frame[column].astype(str), "name": frame[column[:-2] + "NM"].astype(str)},
        geometry=outlines_to_national_grid(frame.geometry.to_numpy()),
        crs=BRITISH_NATIONAL_GRID,
    )
    return Outlines(
        tidy.sort_values("code", ignore_index=True), file=file, edition=_edition(column)
    )


def _each_once(frame: geopandas.GeoDataFrame, column: str) -> geopandas.GeoDataFrame:
    """Without what is there again word for word, as one ward of North Yorkshire is."""
    return frame[~(frame[column] + frame.geometry.to_wkb(hex=True)).duplicated()]


def _refuse_unusable(frame: geopandas.GeoDataFrame, column: str, *, file: str) -> None:
    """An area without an outline, or with two, would be drawn and counted wrongly."""
    empty = frame.geometry.isna() | frame.geometry.is_empty
    again = frame[column].duplicated()
    if empty.any() or again.any():
        code = frame[column][empty if empty.any() else again].iloc[0]
        found = "has no outline" if empty.any() else "is there twice"
        raise ExtractError(
            file=file,
            column=column,
            problem=f"{code} {found}, expected one outline for each area.",
            remedy="Get it again: the download or the copy was broken off.",
        )


def _code_column(columns: list[str], *, file: str, layer: str) -> str:
    found = [
        column
        for column in columns
        if re.fullmatch(CODE_COLUMNS[layer], column) and column[:-2] + "NM" in columns
    ]
    if not found:
        raise ExtractError(
            file=file,
            problem=f"found the columns {', '.join(columns)[:150]}, expected a code and a name "
            f"such as {CODE_COLUMNS[layer].replace(chr(92) + 'd' + chr(92) + 'd', '21')}.",
            remedy=f"Get the {layer} outlines from the ONS geography portal with their codes.",
        )
    return found[0]


def _edition(column: str) -> str:
    """What a person calls the outlines whose codes are in ``LSOA21CD``."""
    kind = {"LSOA": "LSOA", "WD": "ward", "LAD": "district"}[column[:-4]]
    return f"{kind} 20{column[-4:-2]}"
