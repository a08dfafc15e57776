"""Faults of outlines and own areas, each by its cause: what is said and the exit code."""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import zstandard

from tests.bad_input.case import Act, Case, Make
from tests.sample_folder import SAMPLETON, sample_folder, square, write_outlines
from wardwise.domain.settings import OwnAreaSettings
from wardwise.sources.geography import read_geography
from wardwise.sources.geography.boundaries import read_boundaries
from wardwise.sources.geography.own_areas import read_own_areas


def _outlines(change: Callable[[Path], object]) -> Make:
    """The made-up outlines of Sampleton's LSOAs after a change."""

    def make(path: Path) -> Act:
        sample_folder(path)
        change(path)
        return partial(read_boundaries, [path], district_codes=[SAMPLETON])

    return make


def _lsoa_file(path: Path) -> Path:
    return path / "geography" / "case_areas" / f"lsoa_{SAMPLETON}.geojson"


def _older_codes(path: Path) -> None:
    write_outlines(path, district=SAMPLETON, lsoa_column="LSOA11CD")
    file = _lsoa_file(path)
    file.write_text(file.read_text("utf-8").replace("E0199999", "E0188888"), "utf-8")


def _in_metres(path: Path) -> None:
    found = json.loads(_lsoa_file(path).read_text("utf-8"))
    for feature in found["features"]:
        ring = feature["geometry"]["coordinates"][0]
        feature["geometry"]["coordinates"] = [[[x * 1e5, y * 1e4] for x, y in ring]]
    _lsoa_file(path).write_text(json.dumps(found), "utf-8")


def _changed(path: Path, change: Callable[[list[dict[str, Any]]], object]) -> None:
    """The features of the LSOA outlines after a change."""
    found = json.loads(_lsoa_file(path).read_text("utf-8"))
    change(found["features"])
    _lsoa_file(path).write_text(json.dumps(found), "utf-8")


def _unpackable(path: Path) -> None:
    _lsoa_file(path).unlink()
    archive = path / "geography" / "boundaries_lsoa_by_LAD_EW.tar.zst"
    archive.write_bytes(b"(\xb5/\xfd not an archive at all")


def _bomb(path: Path) -> None:
    _lsoa_file(path).unlink()
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as opened:
        big = tarfile.TarInfo("lsoa/other.geojson")
        big.size = 8 * 1024**2
        opened.addfile(big, io.BytesIO(bytes(big.size)))
    archive = path / "geography" / "boundaries_lsoa_by_LAD_EW.tar.zst"
    archive.write_bytes(zstandard.compress(tar.getvalue()))


def _huge_map(path: Path) -> Act:
    act = _own(FROM_FILE, files={"towns.geojson": _features(HERE)})(path)
    with (path / "towns.geojson").open("r+b") as file:
        file.truncate(600 * 1024**2)  # a hole and no bytes on the disk
    return act


def _own(*wanted: OwnAreaSettings, files: dict[str, object] | None = None) -> Make:
    """Own areas of the made-up partnership, with files beside the settings."""

    def make(path: Path) -> Act:
        sample_folder(path)
        for name, content in (files or {}).items():
            (path / name).write_text(json.dumps(content), "utf-8")
        return partial(
            read_own_areas,
            wanted,
            folders=[path],
            lsoas=read_geography([path]).tables["lsoa"],
            boundaries=read_boundaries([path], district_codes=[SAMPLETON]),
        )

    return make


def _features(*geometries: dict[str, object]) -> dict[str, object]:
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"label": f"Area {n}"}, "geometry": geometry}
            for n, geometry in enumerate(geometries)
        ],
    }


FAR_AWAY: dict[str, object] = {
    "type": "Polygon",
    "coordinates": [[[x - 2, y + 1] for x, y in square(0)]],
}
HERE: dict[str, object] = {"type": "Polygon", "coordinates": [square(0)]}
POINT: dict[str, object] = {"type": "Point", "coordinates": [-0.4, 51.9]}
METRES: dict[str, object] = {
    "type": "Polygon",
    "coordinates": [
        [[508_000, 222_000], [509_000, 222_000], [509_000, 223_000], [508_000, 222_000]]
    ],
}
TURNED: dict[str, object] = {"type": "Polygon", "coordinates": [[[y, x] for x, y in square(0)]]}
EMPTY: dict[str, object] = {"type": "Polygon", "coordinates": []}
FROM_FILE = OwnAreaSettings(name="Old Town", file="towns.geojson")
NAMED = OwnAreaSettings(name="Towns", file="towns.geojson", name_column="label")
NAMELESS: dict[str, object] = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"label": label}, "geometry": HERE}
        for label in ("Old Town", None)
    ],
}


def _with_another_outline(features: list[dict[str, Any]]) -> None:
    features.append(features[0] | {"geometry": features[1]["geometry"]})


CASES: list[Case] = [
    (
        "the archive of outlines would unpack to a thousand times its size",
        _outlines(_bomb),
        15,
        ("boundaries_lsoa_by_LAD_EW.tar.zst", "would unpack to more than", "zip bomb"),
    ),
    (
        "a file of own areas is too large to be held",
        _huge_map,
        15,
        ("towns.geojson", "found 629,145,600 bytes", "generalised"),
    ),
    (
        "the outlines are of another vintage than the lookup",
        _outlines(_older_codes),
        11,
        (f"lsoa_{SAMPLETON}.geojson", "0 of the 4 lsoa codes", "LSOA 2011", "the same year"),
    ),
    (
        "the outlines are in metres",
        _outlines(_in_metres),
        10,
        ("coordinates in metres", "WGS84"),
    ),
    (
        "an area has two outlines",
        _outlines(lambda path: _changed(path, _with_another_outline)),
        10,
        (f"lsoa_{SAMPLETON}.geojson", "E01999991 is there twice", "one outline"),
    ),
    (
        "an area has no outline",
        _outlines(lambda path: _changed(path, lambda found: found[1].update(geometry=None))),
        10,
        (f"lsoa_{SAMPLETON}.geojson", "E01999992 has no outline"),
    ),
    (
        "the outlines are not GeoJSON",
        _outlines(lambda path: _lsoa_file(path).write_text("<html/>", "utf-8")),
        10,
        (f"lsoa_{SAMPLETON}.geojson", "not GeoJSON"),
    ),
    (
        "the outlines carry no codes",
        _outlines(
            lambda path: _lsoa_file(path).write_text(
                _lsoa_file(path).read_text("utf-8").replace("LSOA21CD", "id"), "utf-8"
            )
        ),
        10,
        ("found the columns", "expected a code and a name"),
    ),
    (
        "there are no outlines of the district",
        _outlines(lambda path: _lsoa_file(path).unlink()),
        16,
        (f"lsoa_{SAMPLETON}.geojson", "wardwise fetch boundaries"),
    ),
    (
        "the archive of outlines is damaged",
        _outlines(_unpackable),
        15,
        ("boundaries_lsoa_by_LAD_EW.tar.zst", "damaged"),
    ),
    (
        "the district of the outlines is not in the lookup",
        lambda path: partial(read_boundaries, [sample_folder(path)], district_codes=["E06888888"]),
        11,
        ("district E06888888", "not in geography/lookup"),
    ),
    (
        "an own area lists an LSOA that is not ours",
        _own(OwnAreaSettings(name="Estate", lsoas=("E01999991", "E01777777"))),
        13,
        ("'Estate'", "E01777777", "1 of 2"),
    ),
    (
        "two own areas have one name",
        _own(
            OwnAreaSettings(name="Estate", lsoas=("E01999991",)),
            OwnAreaSettings(name="estate", lsoas=("E01999992",)),
        ),
        13,
        ("there twice", "a name of its own"),
    ),
    (
        "the file of own areas is not there",
        _own(FROM_FILE),
        16,
        ("towns.geojson", "beside the settings"),
    ),
    (
        "the file of own areas is of a kind that we do not read",
        _own(OwnAreaSettings(name="Old Town", file="towns.shp")),
        13,
        ("'towns.shp'", ".gpkg"),
    ),
    (
        "the file of own areas holds points",
        _own(FROM_FILE, files={"towns.geojson": _features(POINT)}),
        10,
        ("towns.geojson", "found Point, expected polygons"),
    ),
    (
        "the file of own areas cannot be opened",
        _own(FROM_FILE, files={"towns.geojson": "moved"}),
        10,
        ("towns.geojson", "cannot be opened"),
    ),
    (
        "several own areas in a file and no column of names",
        _own(FROM_FILE, files={"towns.geojson": _features(HERE, HERE)}),
        13,
        ("name_column", "label", "2 areas"),
    ),
    (
        "own areas are in metres and said to be in degrees",
        _own(FROM_FILE, files={"towns.geojson": _features(METRES)}),
        10,
        ("towns.geojson", "says longitude and latitude, and holds coordinates in metres"),
    ),
    (
        "latitude and longitude of an own area are changed over",
        _own(FROM_FILE, files={"towns.geojson": _features(TURNED)}),
        11,
        ("'Old Town'", "centre of no LSOA", "elsewhere"),
    ),
    (
        "an own area has no outline",
        _own(FROM_FILE, files={"towns.geojson": _features(EMPTY)}),
        11,
        ("'Old Town'", "centre of no LSOA"),
    ),
    (
        "the file of own areas holds no area",
        _own(FROM_FILE, files={"towns.geojson": _features()}),
        10,
        ("towns.geojson", "found nothing, expected polygons"),
    ),
    (
        "an own area has no name",
        _own(NAMED, files={"towns.geojson": NAMELESS}),
        10,
        ("towns.geojson, row 2, column 'label'", "found nothing", "a name"),
    ),
    (
        "an own area lies outside the partnership",
        _own(FROM_FILE, files={"towns.geojson": _features(FAR_AWAY)}),
        11,
        ("'Old Town'", "centre of no LSOA"),
    ),
]
