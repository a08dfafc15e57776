"""Reads the Home Office tables of recorded crime, and of what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa

from wardwise.sources.data_folders import DataFile, FileRow, need_file
from wardwise.sources.home_office.columns import SPELLINGS
from wardwise.sources.home_office.opened import opened
from wardwise.sources.home_office.outcomes import read_outcomes
from wardwise.sources.imported import Imported
from wardwise.sources.tidy import tidy_frame, tidy_rows


SOURCE = "home_office_prc"
FILE = "home_office/homeoffice_prc_pfa_long.parquet"
WHAT = "Home Office recorded crime by force, quarter and offence code"


def read_home_office(folders: Sequence[Path]) -> Imported:
    """Tables ``force_quarter`` and ``file_read``, and ``force_outcome`` where it was published.

    A count below nought is a correction of an earlier quarter and is kept: the Home Office
    publishes it so. Bodies without an area (Action Fraud, British Transport Police …) are kept
    and marked as not territorial.
    """
    file = need_file(folders, FILE, what=WHAT)
    frame = opened(file, SPELLINGS).assign(source=SOURCE)
    outcomes, more, said = read_outcomes(folders)
    tables = {
        "force_quarter": tidy_frame("force_quarter", frame),
        "file_read": tidy_rows("file_read", [_file_row(file, frame), *more]),
    }
    return Imported(
        tables={**tables, **_if_any("force_outcome", outcomes)},
        notices=(*below_nought(file, frame), *said),
    )


def _file_row(file: DataFile, frame: pd.DataFrame) -> FileRow:
    return file.file_read(source=SOURCE, rows=len(frame), note=WHAT) | {
        "first_month": frame["first_month"].min(),
        "last_month": frame["last_month"].max(),
    }


def _if_any(name: str, table: pa.Table | None) -> dict[str, pa.Table]:
    return {} if table is None else {name: table}


def below_nought(file: DataFile, frame: pd.DataFrame) -> tuple[str, ...]:
    """What a person should be told of corrections."""
    below = int((frame["offences"] < 0).sum())
    if not below:
        return ()
    return (f"{file.name}: {below:,} counts are below nought: corrections of earlier quarters.",)
