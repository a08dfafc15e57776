"""Monthly counts of every partnership, and quarterly ones of every force, from open data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wardwise.domain.offences import ALL_RECORDED_CRIME, ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Month


Floats = NDArray[np.float64]
SUBGROUPS = (
    "Violence with injury",
    "Violence without injury",
    "Public order offences",
    "Criminal damage",
    "Vehicle offences",
    "Shoplifting",
    "Robbery of personal property",
    "Bicycle theft",
    "Theft from the person",
    "Other theft offences",
    "Possession of weapons offences",
    "Possession of drugs",
    "Trafficking of drugs",
    "Rape offences",
)
"""Of the Home Office: those counted alike since 2012."""


@dataclass(frozen=True, eq=False)
class Panel:
    """Series in rows. ``area``, ``force`` and ``offence`` name each. Shape: series × months."""

    months: tuple[Month, ...]
    counts: Floats
    area: NDArray[np.object_]
    force: NDArray[np.object_]
    offence: NDArray[np.object_]


def partnerships(data: Path) -> Panel:
    """Every offence group of every partnership whose every month is held."""
    table = pd.read_parquet(next((data / "area_counts").glob("*.parquet")))
    lookups = data / "geography"
    district = pd.read_csv(lookups / "lookup_lsoa21_ward24_ltla24.csv.gz")
    old = pd.read_csv(lookups / "LSOA11_LSOA21_LAD22_exact_fit_V3.csv.gz")
    newer = old.drop_duplicates("LSOA11CD").set_index("LSOA11CD")["LSOA21CD"]
    to_district = district.set_index("lsoa21_code")["ltla24_code"]
    whose = pd.read_csv(lookups / "lookup_ltla24_csp24_pfa24.csv.gz")
    whose = whose.drop_duplicates("ltla24_code").set_index("ltla24_code")
    code = table["lsoa_code"]
    table["district"] = code.map(to_district).fillna(code.map(newer).map(to_district))
    table["area"] = table["district"].map(whose["csp24_code"])
    table["force"] = table["district"].map(whose["pfa24_name"])
    keys = ["force", "area", "crime_type", "month"]
    counts = table.groupby(keys)["crime_count"].sum().unstack("month").fillna(0.0)
    return _panel(_held(counts))


def _held(counts: pd.DataFrame) -> pd.DataFrame:
    """Partnerships with no month below half their middle one, and all their crime together."""
    crimes = counts.drop(ANTI_SOCIAL_BEHAVIOUR, level="crime_type")
    whole = crimes.groupby(["force", "area"]).sum()
    middle = whole.median(axis=1)
    held = whole[(middle > 50) & (whole.min(axis=1) > middle / 2)]
    where = pd.MultiIndex.from_arrays([counts.index.get_level_values(n) for n in (0, 1)])
    parts = counts[where.isin(held.index)]
    together = held.assign(crime_type=ALL_RECORDED_CRIME).set_index("crime_type", append=True)
    return pd.concat([parts, together]).sort_index()


def _panel(counts: pd.DataFrame) -> Panel:
    index = counts.index
    return Panel(
        tuple(Month.parse(str(month)) for month in counts.columns),
        counts.to_numpy(dtype=float),
        *(
            index.get_level_values(n).to_numpy(dtype=object)
            for n in ("area", "force", "crime_type")
        ),
    )


def forces(data: Path) -> Panel:
    """Home Office counts by force and quarter, each quarter as three equal months."""
    rows = pd.read_parquet(data / "home_office" / "homeoffice_prc_pfa_long.parquet")
    rows = rows[rows["territorial"] & (rows["Group"] != "Fraud offences")]
    number = rows["FY"].str[:4].astype(int) * 4 + rows["Financial Quarter"].astype(int)
    rows = rows.assign(quarter=number, offence=rows["Offence Subgroup"])
    parts = rows[rows["offence"].isin(SUBGROUPS)]
    table = pd.concat([parts, rows.assign(offence=ALL_RECORDED_CRIME)])
    counts = table.groupby(["Force", "offence", "quarter"])["n"].sum().unstack("quarter").dropna()
    monthly = np.repeat(counts.to_numpy(dtype=float) / 3, 3, axis=1)
    first = Month(2012, 4)
    names = counts.index.get_level_values(0).to_numpy(dtype=object)
    months = tuple(first.plus(n) for n in range(monthly.shape[1]))
    offence = counts.index.get_level_values(1).to_numpy(dtype=object)
    return Panel(months, monthly, names, names, offence)
