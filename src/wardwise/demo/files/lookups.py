"""Lookups between areas in the layout of the open data folder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from wardwise.demo.files.tables_out import write_csv_gz
from wardwise.demo.land import Land
from wardwise.demo.names import FORCES
from wardwise.demo.people import People
from wardwise.demo.vintage import Lsoa2011


def write_lookups(folder: Path, land: Land, people: People, vintage: Lsoa2011) -> None:
    """Every lookup of ``geography/``."""
    write_csv_gz(folder / "lookup_lsoa21_ward24_ltla24.csv.gz", _ward_lookup(land))
    write_csv_gz(folder / "lookup_ltla24_csp24_pfa24.csv.gz", _partnership_lookup(land))
    write_csv_gz(folder / "LSOA11_LSOA21_LAD22_exact_fit_V3.csv.gz", _vintage_lookup(land, vintage))
    write_csv_gz(folder / "lsoa_latlong.csv.gz", _centroids(land))
    write_csv_gz(folder / "ruc21_lsoa21.csv.gz", _rural_urban(land, people))


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
