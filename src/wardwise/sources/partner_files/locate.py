"""Where each row lies, by the most exact place that it gives; how exact that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.domain.mapping import ColumnMapping
from wardwise.sources.partner_files.account import Account, Mask
from wardwise.sources.partner_files.areas import Areas
from wardwise.sources.partner_files.cells import Cells, text_of
from wardwise.sources.partner_files.numbers import read_numbers
from wardwise.sources.partner_files.raw_table import RawTable


Numbers = NDArray[np.float64]
NO_PLACE = "no place is given"
OUTSIDE = "its point lies in none of the outlines that are held"
NO_OUTLINES = "it has a point, and no outlines are held for it"
ABROAD = "its point lies outside Great Britain"
OFF_GRID = "easting and northing are not on the British National Grid"
SWAPPED = "easting and northing, or longitude and latitude, seem to be exchanged"
OFF_EARTH = "longitude or latitude is not on the earth"
HALF_A_POINT = "one of the two coordinates is missing"
_MOST_EAST, _MOST_NORTH = 700_000, 1_300_000
_PLACE_FIELDS = ("easting", "northing", "longitude", "latitude", "lsoa", "ward", "postcode")


@dataclass(frozen=True, eq=False)
class Located:
    """Shape of every part: rows."""

    longitude: Numbers
    latitude: Numbers
    lsoa: pa.Array
    ward: pa.Array
    outward: pa.Array
    precision: pa.Array
    not_located: pa.Array


def locate(
    raw: RawTable, columns: Mapping[str, ColumnMapping], *, areas: Areas, account: Account
) -> Located:
    """Point, else postcode, else LSOA, else ward, else the outward postcode."""
    n = len(raw.lines)
    longitude, latitude = _points(raw, columns, account)
    by_point, outside = _inside(longitude, latitude, areas)
    named = {name: _area(raw, columns, name, areas, account) for name in ("postcode", "lsoa")}
    lsoa = pc.coalesce(by_point, named["postcode"], named["lsoa"])
    ward = _area(raw, columns, "ward", areas, account)
    outward = _area(raw, columns, "outward_postcode", areas, account)
    has_point = pa.array(np.isfinite(longitude))
    precision = pc.case_when(
        pc.make_struct(
            *(
                has_point,
                named["postcode"].is_valid(),
                named["lsoa"].is_valid(),
                ward.is_valid(),
                outward.is_valid(),
            )
        ),
        *("point", "postcode", "lsoa", "ward", "outward", "none"),
    )
    not_located = pc.if_else(
        pc.or_(lsoa.is_valid(), ward.is_valid()),
        pa.scalar(None, pa.string()),
        pc.if_else(has_point, outside, pa.repeat(pa.scalar(NO_PLACE), n)),
    )
    if not set(columns) & {*_PLACE_FIELDS, "outward_postcode"}:
        not_located = pa.repeat(pa.scalar(NO_PLACE), n)
    return Located(
        longitude,
        latitude,
        lsoa,
        pc.coalesce(areas.wards_of(lsoa), ward),
        outward,
        precision,
        not_located,
    )


def home(
    raw: RawTable, columns: Mapping[str, ColumnMapping], *, areas: Areas, account: Account
) -> tuple[pa.Array, pa.Array]:
    """LSOA and ward of a home; its postcode goes no further than this function."""
    parts = [_area(raw, columns, name, areas, account) for name in ("home_postcode", "home_lsoa")]
    lsoa = pc.coalesce(*parts)
    ward = _area(raw, columns, "home_ward", areas, account)
    return lsoa, pc.coalesce(areas.wards_of(lsoa), ward)


def _area(
    raw: RawTable, columns: Mapping[str, ColumnMapping], name: str, areas: Areas, account: Account
) -> pa.Array:
    if name not in columns:
        return pa.nulls(len(raw.lines), pa.string())
    readers = {
        "postcode": areas.by_postcode,
        "home_postcode": areas.by_postcode,
        "lsoa": areas.lsoas,
        "home_lsoa": areas.lsoas,
        "ward": areas.wards,
        "home_ward": areas.wards,
        "outward_postcode": areas.outwards,
    }
    cells: Cells = readers[name](text_of(raw, columns[name]), columns[name])
    for reason, where in cells.faults().items():
        account.fault(where, field=name, reason=reason)
    return cells.values


def _points(
    raw: RawTable, columns: Mapping[str, ColumnMapping], account: Account
) -> tuple[Numbers, Numbers]:
    nothing = np.full(len(raw.lines), np.nan)
    longitude, latitude = nothing, nothing.copy()
    if {"longitude", "latitude"} <= set(columns):
        longitude = _numbers(raw, columns, "longitude", account)
        latitude = _numbers(raw, columns, "latitude", account)
        _check_degrees(longitude, latitude, account)
    if {"easting", "northing"} <= set(columns):
        east = _numbers(raw, columns, "easting", account)
        north = _numbers(raw, columns, "northing", account)
        _check_metres(east, north, account)
        # the grid's own library takes a moment to load, and few files give metres
        from wardwise.reference.national_grid import from_national_grid

        degrees = from_national_grid(east, north)
        given = ~np.isfinite(longitude)
        longitude, latitude = (
            np.where(given, new, old)
            for new, old in zip(degrees, (longitude, latitude), strict=True)
        )
    return longitude, latitude


def _numbers(
    raw: RawTable, columns: Mapping[str, ColumnMapping], name: str, account: Account
) -> Numbers:
    cells = read_numbers(text_of(raw, columns[name]), columns[name])
    for reason, where in cells.faults().items():
        account.fault(where, field=name, reason=reason)
    found: Numbers = cells.values.to_numpy(zero_copy_only=False).astype(np.float64)
    return found.copy()


def _check_degrees(longitude: Numbers, latitude: Numbers, account: Account) -> None:
    _half(longitude, latitude, "longitude", account)
    britain = (np.abs(longitude) < 10) & (latitude > 49) & (latitude < 61)
    turned = (np.abs(latitude) < 10) & (longitude > 49) & (longitude < 61) & ~britain
    off = (np.abs(longitude) > 180) | (np.abs(latitude) > 90) | ((longitude == 0) & (latitude == 0))
    _drop(longitude, latitude, turned, "longitude", SWAPPED, account)
    _drop(longitude, latitude, off & ~turned, "longitude", OFF_EARTH, account)


def _check_metres(east: Numbers, north: Numbers, account: Account) -> None:
    _half(east, north, "easting", account)
    off = (east <= 0) | (east > _MOST_EAST) | (north <= 0) | (north > _MOST_NORTH)
    turned = off & (east > _MOST_EAST) & (east < _MOST_NORTH) & (north < _MOST_EAST)
    _drop(east, north, turned, "easting", SWAPPED, account)
    _drop(east, north, off & ~turned, "easting", OFF_GRID, account)


def _half(one: Numbers, other: Numbers, field: str, account: Account) -> None:
    half = np.isfinite(one) != np.isfinite(other)
    _drop(one, other, half, field, HALF_A_POINT, account)


def _drop(
    one: Numbers, other: Numbers, where: Mask, field: str, reason: str, account: Account
) -> None:
    account.fault(where, field=field, reason=reason)
    one[where], other[where] = np.nan, np.nan


def _inside(longitude: Numbers, latitude: Numbers, areas: Areas) -> tuple[pa.Array, pa.Array]:
    """LSOA by point, and why there is none."""
    n = len(longitude)
    britain = (np.abs(longitude) < 10) & (latitude > 49) & (latitude < 61)
    reason = pc.if_else(pa.array(britain), OUTSIDE, ABROAD)
    boundaries = areas.places.boundaries if areas.places and britain.any() else None
    if boundaries is None:
        reason = pc.if_else(pa.array(britain), NO_OUTLINES, ABROAD)
        return pa.nulls(n, pa.string()), reason
    from wardwise.sources.police_uk.points import lsoas_by_point

    here = np.where(britain, longitude, np.nan), np.where(britain, latitude, np.nan)
    return lsoas_by_point(*here, boundaries=boundaries), reason
