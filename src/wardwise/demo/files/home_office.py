"""Home Office open data: offences by force, quarter and code; outcomes by force."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from wardwise.demo import truths as planted
from wardwise.demo.crimes import overdispersed
from wardwise.demo.files.tables_out import write_parquet
from wardwise.demo.land import Land
from wardwise.demo.model_table import model_table
from wardwise.demo.names import FORCES
from wardwise.demo.official import Official
from wardwise.demo.randomness import stream


QUARTERS = 13  # 2023/24 Q1 to 2026/27 Q1: the last quarter of records is not published yet


def write_home_office(folder: Path, land: Land, official: Official, *, seed: int) -> None:
    """``homeoffice_prc_pfa_long.parquet``, its columns as the carrier renamed them."""
    random = stream(seed, "home office")
    by_force = np.zeros((len(FORCES), len(model_table("code"))))
    np.add.at(by_force, land.force_of, official.others.mean(axis=0))
    tables = []
    for quarter in range(QUARTERS):
        counts = overdispersed(random, np.maximum(by_force / 4, 1e-12), phi=3.0)
        counts[0] = official.midshire[quarter * 3 : quarter * 3 + 3].sum(axis=(0, 1))
        tables += [_one(quarter, name, counts[force]) for force, (_, name) in enumerate(FORCES)]
    write_parquet(folder / "homeoffice_prc_pfa_long.parquet", pd.concat(tables, ignore_index=True))


def _one(
    quarter: int, force: str, counts: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> pd.DataFrame:
    code = model_table("code")
    year = planted.FIRST_MONTH.year + quarter // 4
    return pd.DataFrame(
        {
            "FY": f"{year}/{(year + 1) % 100:02d}",
            "Financial Quarter": float(quarter % 4 + 1),
            "Force": force,
            "Offence Description": code["description"],
            "Group": code["group"],
            "Offence Subgroup": code["subgroup"],
            "Offence Code": code["code"],
            "n": counts.astype(float),
            "territorial": True,
        }
    )
