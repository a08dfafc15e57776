"""Find and open the tables of counts: parquet, or CSV with the four columns by name."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from wardwise.domain.errors import EvidenceMissing, ExtractError
from wardwise.sources.area_counts.columns import AGAIN, check_columns
from wardwise.sources.area_counts.csv_table import read_csv_table
from wardwise.sources.area_counts.schema import COLUMNS, FOLDER


@dataclass(frozen=True, eq=False)
class CountFile:
    """One file as it was read: every cell as it stands, nothing changed yet."""

    shown: str
    sha256: str
    size: int
    cells: pa.Table  # the four columns
    first_row: int  # what a person calls the first cell: row 1 of a parquet, line 2 of a CSV
    notices: tuple[str, ...] = ()


def read_count_files(folders: Sequence[Path]) -> list[CountFile]:
    """Every parquet and CSV file of the folders, in order of name."""
    paths = [
        path
        for folder in folders
        for root in [folder if folder.name == FOLDER else folder / FOLDER]
        if root.is_dir()
        for path in sorted(root.iterdir())
        if path.suffix in (".parquet", ".csv")
    ]
    if not paths:
        raise EvidenceMissing(
            file=f"{FOLDER}/",
            problem="no table of counts was found: expected a .parquet or .csv file.",
            remedy="Put the table of LSOA, month and offence counts in this folder.",
        )
    return [_read(path) for path in paths]


def _read(path: Path) -> CountFile:
    shown, size = f"{FOLDER}/{path.name}", path.stat().st_size
    if size == 0:
        raise ExtractError(file=shown, problem="the file is empty.", remedy=AGAIN)
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    if path.suffix == ".parquet":
        read = CountFile(shown, digest, size, _read_parquet(path, shown=shown), first_row=1)
    else:
        cells, notices = read_csv_table(path, shown=shown)
        read = CountFile(shown, digest, size, cells, first_row=2, notices=notices)
    if not len(read.cells):
        raise ExtractError(file=shown, problem="it holds a header and no rows.", remedy=AGAIN)
    return read


def _read_parquet(path: Path, *, shown: str) -> pa.Table:
    try:
        check_columns(pq.read_schema(path).names, shown=shown)
        # Months, codes and types repeat millions of times: read each text once
        return pq.read_table(path, columns=list(COLUMNS), read_dictionary=list(COLUMNS[:3]))
    except (pa.ArrowInvalid, OSError):
        raise ExtractError(
            file=shown,
            problem="this is not a parquet file that can be opened: it is damaged or cut off.",
            remedy="Copy or download it again.",
        ) from None
