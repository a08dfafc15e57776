"""One row of the Home Office's recorded crime, as published."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq


ROW: dict[str, Any] = {
    "FY": "2023/24",
    "Financial Quarter": 4.0,
    "Force": "Sampleshire",
    "Offence Description": "Burglary",
    "Group": "Theft offences",
    "Offence Subgroup": "Residential burglary",
    "Offence Code": "28E",
    "n": 12.0,
    "territorial": True,
}


def put_rows(folder: Path, *rows: dict[str, Any]) -> Path:
    """Write the rows where a data folder holds them."""
    (folder / "home_office").mkdir()
    file = folder / "home_office" / "homeoffice_prc_pfa_long.parquet"
    pq.write_table(pa.Table.from_pylist(list(rows)), file)
    return folder
