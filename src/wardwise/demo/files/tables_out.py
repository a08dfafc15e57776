"""Tables to files, the same bytes every time."""

from __future__ import annotations

import gzip
from pathlib import Path

import pandas as pd


def write_csv_gz(path: Path, table: pd.DataFrame) -> None:
    """A gzipped CSV without the time of writing in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = table.to_csv(index=False, lineterminator="\n").encode()
    path.write_bytes(gzip.compress(text, compresslevel=3, mtime=0))


def write_parquet(path: Path, table: pd.DataFrame) -> None:
    """A parquet file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    table.to_parquet(path, index=False)
