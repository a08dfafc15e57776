"""Deprivation of 2019 and 2025 and of the census, in the layout of the open data folder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import norm

from wardwise.demo.files.tables_out import write_csv_gz
from wardwise.demo.land import Land
from wardwise.demo.people import People
from wardwise.demo.randomness import stream
from wardwise.demo.vintage import Lsoa2011


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LSOAS_2019, LSOAS_2025 = 32_844, 33_755  # how many LSOAs of England each index ranks
DOMAINS_2019 = ("IMD", "Income", "Employment", "Education", "Health", "Crime",
                "Housing_and_Access", "Environment")  # fmt: skip
DOMAINS_2025 = ("IMD", "Income", "Employment", "Education", "Health", "Crime",
                "Housing_and_Services", "Environment")  # fmt: skip


def write_deprivation(
    folder: Path, land: Land, people: People, vintage: Lsoa2011, *, seed: int
) -> None:
    """Every file of ``imd/`` that is read."""
    random = stream(seed, "deprivation")
    write_csv_gz(folder / "imd2025_england_lsoa21.csv.gz", _index_2025(random, land, people))
    write_csv_gz(folder / "imd2019_england_lsoa11.csv.gz", _index_2019(random, people, vintage))
    write_csv_gz(
        folder / "census21_deprivation_england_wales_lsoa21.csv.gz", _households(land, people)
    )


def _domains(
    random: np.random.Generator, deprivation: Floats, names: tuple[str, ...], of: int
) -> tuple[dict[str, Ints], Floats]:
    """Rank of each domain among all of England, 1 the most deprived; and the standard scores."""
    noise = random.normal(0, 1, (len(deprivation), len(names)))
    closeness = np.array([0.97, 0.95, 0.93, 0.9, 0.9, 0.85, 0.4, 0.35])
    score = closeness * deprivation[:, None] + np.sqrt(1 - closeness**2) * noise
    rank = np.clip(np.ceil(norm.sf(score) * of), 1, of).astype(np.int64)
    return {name: rank[:, column] for column, name in enumerate(names)}, score


def _deciles_and_ranks(ranks: dict[str, Ints], of: int) -> dict[str, Ints]:
    deciles = {f"{name}_decile": (rank - 1) * 10 // of + 1 for name, rank in ranks.items()}
    return deciles | {f"{name}_rank": rank for name, rank in ranks.items()}


def _index_2025(random: np.random.Generator, land: Land, people: People) -> pd.DataFrame:
    ranks, score = _domains(random, people.deprivation, DOMAINS_2025, LSOAS_2025)
    table: dict[str, object] = {"lsoa21_code": land.lsoa_code}
    table |= _deciles_and_ranks(ranks, LSOAS_2025)
    for column, name in enumerate(DOMAINS_2025):
        table[f"{name}_score"] = (17.5 * np.exp(0.62 * score[:, column])).round(3)
    return pd.DataFrame(table)


def _index_2019(random: np.random.Generator, people: People, vintage: Lsoa2011) -> pd.DataFrame:
    rows = pd.DataFrame(vintage.rows(), columns=["code", "position", "change"])
    rows = rows.drop_duplicates("code").sort_values("code")
    earlier = people.deprivation[rows["position"]] * 0.96 + random.normal(0, 0.2, len(rows))
    ranks, _ = _domains(random, earlier, DOMAINS_2019, LSOAS_2019)
    return pd.DataFrame(
        {"lsoa11_code": rows["code"].to_numpy()} | _deciles_and_ranks(ranks, LSOAS_2019)
    )


def _households(land: Land, people: People) -> pd.DataFrame:
    count = people.households_by_dimensions
    percent = 100 * count / count.sum(axis=1, keepdims=True)
    return pd.DataFrame(
        {
            "lsoa21_code": np.repeat(land.lsoa_code, 5),
            "households_number_deprivation_dimensions": np.tile(np.arange(5.0), land.lsoas),
            "count": count.ravel().astype(float),
            "percent": percent.ravel().round(1),
        }
    )
