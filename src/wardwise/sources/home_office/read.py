"""Reads the Home Office table of recorded crime by force, quarter and offence code."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from wardwise.domain.errors import ExtractError
from wardwise.domain.period import Month, Period
from wardwise.sources.data_folders import DataFile, need_file
from wardwise.sources.home_office.columns import NOT_TERRITORIAL, SPELLINGS, TERRITORIAL
from wardwise.sources.imported import Imported
from wardwise.sources.tidy import tidy_frame, tidy_rows


SOURCE = "home_office_prc"
FILE = "home_office/homeoffice_prc_pfa_long.parquet"
WHAT = "Home Office recorded crime by force, quarter and offence code"


def read_home_office(folders: Sequence[Path]) -> Imported:
    """Tables ``force_quarter`` and ``file_read``.

    A count below nought is a correction of an earlier quarter and is kept: the Home Office
    publishes it so. Bodies without an area (Action Fraud, British Transport Police …) are kept
    and marked as not territorial.
    """
    file = need_file(folders, FILE, what=WHAT)
    frame = _tidied(file, _opened(file))
    read = file.file_read(source=SOURCE, rows=len(frame), note=WHAT) | {
        "first_month": frame["first_month"].min(),
        "last_month": frame["last_month"].max(),
    }
    below = int((frame["offences"] < 0).sum())
    return Imported(
        tables={
            "force_quarter": tidy_frame("force_quarter", frame),
            "file_read": tidy_rows("file_read", [read]),
        },
        notices=(
            f"{file.name}: {below:,} counts are below nought: corrections of earlier quarters.",
        )
        if below
        else (),
    )


def _opened(file: DataFile) -> pd.DataFrame:
    try:
        table = pq.read_table(io.BytesIO(file.raw))
    except (pa.ArrowInvalid, OSError):
        raise ExtractError(
            file=file.name,
            problem="this is not a parquet file that can be opened.",
            remedy="Get it again: the download or the copy was broken off.",
        ) from None
    frame: pd.DataFrame = table.to_pandas()
    return frame.rename(columns=_our_names(file, list(map(str, frame.columns))))


def _our_names(file: DataFile, held: list[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for ours, spellings in SPELLINGS.items():
        theirs = [spelling for spelling in spellings if spelling in held]
        if not theirs:
            raise ExtractError(
                file=file.name,
                column=spellings[0],
                problem=f"there is no such column: found {', '.join(held)}.",
                remedy=f"Name the column one of: {', '.join(spellings)}.",
            )
        names[theirs[0]] = ours
    return names


def _tidied(file: DataFile, frame: pd.DataFrame) -> pd.DataFrame:
    _refuse_gaps(file, frame)
    # a few dozen quarters in hundreds of thousands of rows: work each out once
    said = frame["financial_year"] + " " + frame["financial_quarter"].astype(str)
    first = frame.loc[~said.duplicated(), ["financial_year", "financial_quarter"]]
    periods = {
        key: _quarter(file, str(row.financial_year), row.financial_quarter)
        for key, row in zip(said.unique(), first.itertuples(index=False), strict=True)
    }
    if TERRITORIAL not in frame:
        frame = frame.assign(territorial=~frame["force"].isin(NOT_TERRITORIAL))
    return frame.assign(
        source=SOURCE,
        first_month=said.map({key: str(period.first) for key, period in periods.items()}),
        last_month=said.map({key: str(period.last) for key, period in periods.items()}),
        offences=frame["offences"].astype("int64"),
    )


def _refuse_gaps(file: DataFile, frame: pd.DataFrame) -> None:
    for column in SPELLINGS:
        empty = frame[column].isna()
        if empty.any():
            raise ExtractError(
                file=file.name,
                row=int(empty.to_numpy().argmax()) + 1,
                column=column,
                problem=f"found nothing, expected a value ({int(empty.sum()):,} cells are empty).",
                remedy="Get the table again from the Home Office.",
            )


def _quarter(file: DataFile, year: str, quarter: object) -> Period:
    """Quarter 1 of 2023/24 is April to June 2023; quarter 4 is January to March 2024."""
    match = re.fullmatch(r"(\d{4})/\d{2}", year)
    number = int(quarter) if isinstance(quarter, int | float) and quarter in (1, 2, 3, 4) else 0
    if not match or not number:
        raise ExtractError(
            file=file.name,
            column="Financial Quarter" if match else "FY",
            problem=f"found '{year}' and '{quarter}', expected a year such as 2023/24 and 1 to 4.",
            remedy="Get the table again from the Home Office.",
        )
    first = Month(int(match.group(1)), 4).plus(3 * (number - 1))
    return Period(first, first.plus(2))
