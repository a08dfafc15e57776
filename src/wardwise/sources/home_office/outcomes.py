"""Reads the Home Office table of outcomes: offences recorded in a quarter, by last outcome.

Checked: in the table of 2024/25 the outcomes of every force and quarter, those not yet given
one among them, add up to the offences that the table of recorded crime has for that quarter. So
they are the outcomes of offences *recorded* in the quarter, not those given in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa

from wardwise.domain.errors import ExtractError
from wardwise.reference.load import load_table
from wardwise.sources.data_folders import DataFile, FileRow, need_file
from wardwise.sources.home_office.columns import OUTCOME_SPELLINGS
from wardwise.sources.home_office.opened import opened
from wardwise.sources.tidy import tidy_frame


SOURCE = "home_office_outcomes"
PATTERN = "homeoffice_outcomes*.parquet"
WHAT = "Home Office outcomes of recorded crime by force, quarter and offence group"
KEYS = ["force", "first_month", "last_month", "offence_group", "outcome_type", "territorial"]
Outcomes = tuple[pa.Table | None, list[FileRow], tuple[str, ...]]


def read_outcomes(folders: Sequence[Path]) -> Outcomes:
    """Table ``force_outcome``, what was read, and notices; None where no folder holds a file.

    Rows of one outcome are added up: the carrier has dropped the offence code. Where two files
    hold the same quarter the one that is last by name is used for it.
    """
    names = sorted({p.name for folder in folders for p in (folder / "home_office").glob(PATTERN)})
    used: dict[str, pd.DataFrame] = {}
    files: list[FileRow] = []
    for name in names:
        file = need_file(folders, f"home_office/{name}", what=WHAT)
        frame = opened(file, OUTCOME_SPELLINGS)
        _refuse_unknown(file, frame)
        used |= {str(month): part for month, part in frame.groupby("first_month")}
        files.append(
            file.file_read(source=SOURCE, rows=len(frame), note=WHAT)
            | {"first_month": frame["first_month"].min(), "last_month": frame["last_month"].max()}
        )
    if not used:
        return None, files, ()
    whole = pd.concat(used.values())
    summed = whole.groupby(KEYS, as_index=False)["offences"].sum().assign(source=SOURCE)
    return tidy_frame("force_outcome", summed), files, ()


def _refuse_unknown(file: DataFile, frame: pd.DataFrame) -> None:
    known = {row["outcome_type"] for row in load_table("home_office_outcome").rows}
    strange = ~frame["outcome_type"].isin(known)
    if strange.any():
        row = int(strange.to_numpy().argmax())
        raise ExtractError(
            file=file.name,
            row=row + 1,
            column="Outcome Type",
            problem=f"found {frame['outcome_type'].iloc[row]}, which is no outcome type of the "
            "Home Office that we know.",
            remedy="If the Home Office has a new one, add it to reference/home_office_outcome.csv.",
        )
