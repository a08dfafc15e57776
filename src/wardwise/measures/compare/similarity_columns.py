"""The columns of the similarity matrix: tidy tables to one number a partnership."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial import cKDTree


EARTH_RADIUS_METRES = 6_371_000


@dataclass(frozen=True, eq=False)
class Tables:
    """The tidy tables, as ``domain/tables.py`` names them."""

    lsoa: pd.DataFrame
    district: pd.DataFrame
    ethnicity: pd.DataFrame


def residents(tables: Tables) -> pd.Series:
    """Usual residents. Unit: people."""
    return _sums(tables.lsoa)["residents"]


def household_size(tables: Tables) -> pd.Series:
    """Unit: people per household."""
    sums = _sums(tables.lsoa)
    return sums["residents"] / sums["households"]


def deprived_share(tables: Tables) -> pd.Series:
    """Households deprived in two or more of the four Census dimensions. Unit: share."""
    sums = _sums(tables.lsoa)
    return sums["households_deprived"] / sums["households"]


def most_deprived_tenth_share(tables: Tables) -> pd.Series:
    """Residents in the tenth of all LSOAs where most households are deprived. Unit: share."""
    lsoa = tables.lsoa
    deprived = lsoa["households_deprived"] / lsoa["households"]
    return _share_of_residents(lsoa, deprived >= deprived.quantile(0.9))


def rural_share(tables: Tables) -> pd.Series:
    """Residents in LSOAs classified as rural. Unit: share; not known where unclassified."""
    lsoa = tables.lsoa
    kind = lsoa["rural_urban"].astype("string")
    is_rural = kind.str.contains("rural", case=False).fillna(value=False).astype(bool)
    share = _share_of_residents(lsoa, is_rural)
    return share.where(~kind.isna().groupby(lsoa["csp_code"]).any())


def spacing(tables: Tables) -> pd.Series:
    """Median distance from an LSOA's centre to the nearest other's. Unit: metres."""
    located = tables.lsoa.dropna(subset=["latitude", "longitude"])
    points = _on_the_sphere(located["latitude"].to_numpy(), located["longitude"].to_numpy())
    nearest = cKDTree(points).query(points, k=2)[0][:, 1] * EARTH_RADIUS_METRES
    return pd.Series(nearest, index=located.index).groupby(located["csp_code"]).median()


def age_share(band: str) -> Callable[[Tables], pd.Series]:
    """The share of residents in an age band of the district table.

    Divided by all residents and not by the sum of the bands: the published bands of 2021
    leave some ages out, and what matters here is that every district is cut the same way.
    """

    def column(tables: Tables) -> pd.Series:
        sums = _known_sums(tables.district, by="csp_code", columns=[band, "residents"])
        return sums[band] / sums["residents"]

    return column


def ethnic_share(group: str) -> Callable[[Tables], pd.Series]:
    """The share of residents in the high-level ethnic group whose name starts so."""

    def column(tables: Tables) -> pd.Series:
        people = tables.ethnicity
        wide = people.assign(
            counted=people["people"].where(people["ethnic_group"].str.startswith(group), 0)
        )
        by_district = wide.groupby("district_code")[["counted", "people"]].sum()
        districts = tables.district[["district_code", "csp_code"]].drop_duplicates()
        joined = districts.join(by_district, on="district_code")
        sums = _known_sums(joined, by="csp_code", columns=["counted", "people"])
        return sums["counted"] / sums["people"]

    return column


def _sums(lsoa: pd.DataFrame) -> pd.DataFrame:
    columns = ["residents", "households", "households_deprived"]
    return _known_sums(lsoa, by="csp_code", columns=columns)


def _known_sums(table: pd.DataFrame, *, by: str, columns: list[str]) -> pd.DataFrame:
    """Sums by area; not known where any part is not known, rather than a sum of the rest."""
    numbers = table[columns].astype(float)
    sums = numbers.groupby(table[by]).sum()
    return sums.mask(numbers.isna().groupby(table[by]).any())


def _share_of_residents(lsoa: pd.DataFrame, chosen: pd.Series) -> pd.Series:
    people = lsoa["residents"].astype(float)
    inside = people.where(chosen, 0.0).groupby(lsoa["csp_code"]).sum()
    return inside / people.groupby(lsoa["csp_code"]).sum()


def _on_the_sphere(
    latitude: NDArray[np.float64], longitude: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Points on a sphere of radius 1, so that a straight line between near ones is the way."""
    north, east = np.radians(latitude.astype(float)), np.radians(longitude.astype(float))
    return np.column_stack(
        [np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)]
    )
