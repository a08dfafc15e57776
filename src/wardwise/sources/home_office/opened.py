"""A parquet table of the Home Office with our column names, whole, its quarters as months."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from wardwise.domain.errors import ExtractError
from wardwise.domain.period import Month, Period
from wardwise.sources.data_folders import DataFile
from wardwise.sources.home_office.columns import NOT_TERRITORIAL, TERRITORIAL


Spellings = Mapping[str, Sequence[str]]


def opened(file: DataFile, spellings: Spellings) -> pd.DataFrame:
    """The table with our columns; an empty cell in one of them is refused.

    ``first_month`` and ``last_month`` are of the quarter; ``territorial`` is worked from the
    force's name where the carrier has no such column.
    """
    frame = _read(file, spellings)
    _refuse_gaps(file, frame, spellings)
    _refuse_parts(file, frame)
    # a few dozen quarters in hundreds of thousands of rows: work each out once
    said = frame["financial_year"] + " " + frame["financial_quarter"].astype(str)
    first = frame.loc[~said.duplicated(), ["financial_year", "financial_quarter"]]
    periods = {
        key: _quarter(file, str(row.financial_year), row.financial_quarter, spellings)
        for key, row in zip(said.unique(), first.itertuples(index=False), strict=True)
    }
    if TERRITORIAL not in frame:
        frame = frame.assign(territorial=~frame["force"].isin(NOT_TERRITORIAL))
    return frame.assign(
        first_month=said.map({key: str(period.first) for key, period in periods.items()}),
        last_month=said.map({key: str(period.last) for key, period in periods.items()}),
        offences=frame["offences"].astype("int64"),
    )


def _refuse_parts(file: DataFile, frame: pd.DataFrame) -> None:
    """Below nought is a correction of an earlier quarter; a part of an offence is a fault."""
    numbers = pd.to_numeric(frame["offences"], errors="coerce").to_numpy(dtype=float)
    wrong = ~np.isfinite(numbers) | (numbers % 1 != 0)
    if wrong.any():
        row = int(np.flatnonzero(wrong)[0])
        raise ExtractError(
            file=file.name,
            row=row + 1,
            column="offences",
            problem=f"found '{frame['offences'].iloc[row]}', expected a whole number.",
            remedy="Get the table again from the Home Office.",
        )
    if "offence_code" not in frame:
        return  # outcomes come without their offence code, so that rows may well be alike
    # outcomes are published by offence code, which we do not read: there rows may be alike
    again = frame.duplicated().to_numpy()
    if "offence_code" in frame and again.any():
        row = int(np.flatnonzero(again)[0])
        raise ExtractError(
            file=file.name,
            row=row + 1,
            problem=f"this row is there twice ({int(again.sum()):,} are), expected once.",
            remedy="Get the table again from the Home Office: two were put together.",
        )


def _read(file: DataFile, spellings: Spellings) -> pd.DataFrame:
    try:
        table = pq.read_table(io.BytesIO(file.raw))
    except (pa.ArrowInvalid, OSError):
        raise ExtractError(
            file=file.name,
            problem="this is not a parquet file that can be opened.",
            remedy="Get it again: the download or the copy was broken off.",
        ) from None
    names = _our_names(file, table.column_names, spellings)
    kept = [name for name in table.column_names if name in names or name == TERRITORIAL]
    frame: pd.DataFrame = table.select(kept).to_pandas()
    return frame.rename(columns=names)


def _our_names(file: DataFile, held: Sequence[str], spellings: Spellings) -> dict[str, str]:
    names: dict[str, str] = {}
    for ours, spelt in spellings.items():
        theirs = [spelling for spelling in spelt if spelling in held]
        if not theirs:
            raise ExtractError(
                file=file.name,
                column=spelt[0],
                problem=f"there is no such column: found {', '.join(held)}.",
                remedy=f"Name the column one of: {', '.join(spelt)}.",
            )
        names[theirs[0]] = ours
    return names


def _refuse_gaps(file: DataFile, frame: pd.DataFrame, spellings: Spellings) -> None:
    for column in spellings:
        empty = frame[column].isna()
        if empty.any():
            raise ExtractError(
                file=file.name,
                row=int(empty.to_numpy().argmax()) + 1,
                column=column,
                problem=f"found nothing, expected a value ({int(empty.sum()):,} cells are empty).",
                remedy="Get the table again from the Home Office.",
            )


def _quarter(file: DataFile, year: str, quarter: object, spellings: Spellings) -> Period:
    """Quarter 1 of 2023/24 is April to June 2023; quarter 4 is January to March 2024."""
    match = re.fullmatch(r"(\d{4})/\d{2}", year)
    number = int(quarter) if isinstance(quarter, int | float) and quarter in (1, 2, 3, 4) else 0
    if not match or not number:
        raise ExtractError(
            file=file.name,
            column="Financial Quarter" if match else spellings["financial_year"][0],
            problem=f"found '{year}' and '{quarter}', expected a year such as 2023/24 and 1 to 4.",
            remedy="Get the table again from the Home Office.",
        )
    first = Month(int(match.group(1)), 4).plus(3 * (number - 1))
    return Period(first, first.plus(2))
