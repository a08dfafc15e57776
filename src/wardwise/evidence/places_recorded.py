"""Where the crimes of partners' extracts happened and people in them live, as numbers.

A point stands for an address only where the supplier gives the place itself. Published points
are moved to a nearby one that stands for several addresses, and some suppliers export those.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from wardwise.domain.people_recorded import NOT_GIVEN, Addresses, Ints, Neighbourhoods
from wardwise.domain.period import Month
from wardwise.evidence.tables import Tables, rows


Floats = NDArray[np.float64]

EXACT = "point"
SAID: Mapping[str, str] = {
    "postcode": "the extract places crimes by postcode, which several addresses share",
    "lsoa": "the extract places crimes by neighbourhood and not by address",
    "ward": "the extract places crimes by ward and not by address",
}
NO_PLACE = "the extract does not say where crimes happened"
MOVED = "the extract gives the published points, each of which stands for several addresses"
CROWDED = (
    "most crimes of the extract share their point with so many others that a point cannot be an"
    " address"
)
A_POINT = 2e-5
"""How near a published point is taken for it: two metres at most. Unit: degrees."""
MANY_A_YEAR = 12
"""Crimes a year at one point that few addresses have."""


def neighbourhoods(
    tables: Tables, *, crimes: pd.Series, homes: pd.Series, inside: Sequence[str]
) -> Neighbourhoods:
    """Every LSOA that a crime or a home is in, as the geography has it."""
    codes = pd.Index(np.union1d(crimes.dropna().unique(), homes.dropna().unique()), dtype=object)
    if "lsoa" in tables:
        table = tables["lsoa"]
        asked = table.filter(table.lsoa_code.isin(codes.tolist())) if len(codes) else table.limit(0)
        held = rows(asked.select("lsoa_code", "ward_code", "longitude", "latitude"))
    else:
        held = pd.DataFrame(columns=["lsoa_code", "ward_code", "longitude", "latitude"])
    found = held.set_index("lsoa_code").reindex(codes)
    return Neighbourhoods(
        codes=tuple(codes),
        wards=tuple(found["ward_code"].fillna("")),
        is_inside=np.asarray(codes.isin(list(inside)), dtype=bool),
        longitude=found["longitude"].to_numpy(dtype=np.float64, na_value=np.nan),
        latitude=found["latitude"].to_numpy(dtype=np.float64, na_value=np.nan),
    )


def positions(column: pd.Series, among: Neighbourhoods) -> Ints:
    """The position of each LSOA; ``NOT_GIVEN`` where there is none."""
    found = pd.Index(among.codes, dtype=object).get_indexer(pd.Index(column, dtype=object))
    return np.where(found < 0, NOT_GIVEN, found).astype(np.int32)


def addresses(frame: pd.DataFrame, tables: Tables) -> Addresses:
    """The number of each crime's address; none where points do not stand for addresses."""
    places = frame["longitude"].to_numpy(float) + 1j * frame["latitude"].to_numpy(float)
    exact = (frame["place_precision"] == EXACT).to_numpy() & np.isfinite(places)
    numbers = np.full(len(frame), NOT_GIVEN, dtype=np.int32)
    numbers[exact], known = pd.factorize(places[exact])
    why = _why_none(frame, places[exact], tables)
    if why:
        return Addresses(np.full_like(numbers, NOT_GIVEN), why)
    return Addresses(numbers, "", *metres(known.real, known.imag))


def metres(longitude: Floats, latitude: Floats) -> tuple[Floats, Floats]:
    """Eastings and northings to the centimetre, so that a file's whole metres come back whole."""
    # the grid's own library takes a moment to load
    from wardwise.reference.national_grid import to_national_grid

    east, north = to_national_grid(np.ascontiguousarray(longitude), np.ascontiguousarray(latitude))
    return np.round(east, 2), np.round(north, 2)


def _why_none(frame: pd.DataFrame, places: NDArray[np.complex128], tables: Tables) -> str:
    """Empty where points stand for addresses."""
    if not len(places):
        commonest = frame["place_precision"].mode()
        return SAID.get(str(commonest.iloc[0]), NO_PLACE)
    published = _published(tables)
    if len(published) and _near(places, published).mean() >= 0.5:
        return MOVED
    months = frame["month"].dropna()
    length = Month.parse(months.max()).ordinal - Month.parse(months.min()).ordinal + 1
    _, at, together = np.unique(places, return_inverse=True, return_counts=True)
    crowded = together[at] >= max(MANY_A_YEAR * length / 12, MANY_A_YEAR)
    return CROWDED if crowded.mean() > 0.5 else ""


def _published(tables: Tables) -> Floats:
    """The points at which open data put the area's crimes. Shape: points × 2."""
    if "offence_record" not in tables:
        return np.zeros((0, 2))
    table = tables["offence_record"]
    placed = table.filter(table.longitude.notnull(), table.latitude.notnull())
    found: Floats = rows(placed.select("longitude", "latitude").distinct()).to_numpy(float)
    return found


def _near(places: NDArray[np.complex128], published: Floats) -> NDArray[np.bool_]:
    own = np.column_stack([places.real, places.imag])
    apart, _ = cKDTree(published).query(own, distance_upper_bound=A_POINT)
    near: NDArray[np.bool_] = np.isfinite(apart)
    return near
