"""Columns of a person's file as arrays; what cannot be read is named by row and column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wardwise.domain.errors import ExtractError


LARGEST = 1e15
"""Beyond it neither a place nor a whole number is exact, and squares and sums lose themselves."""
MONTH = r"\d{4}-\d{2}"
DAY = MONTH + r"-\d{2}"
MOMENT = DAY + r"(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
"""No zone: hours and weekdays are those of the local clock."""


@dataclass(frozen=True, eq=False)
class Columns:
    """A table of events as it was written, every cell as text.

    A row's number is that of a spreadsheet: the row of names is 1.
    """

    file: str
    table: pd.DataFrame

    @classmethod
    def read(cls, path: Path) -> Columns:
        """A CSV or parquet file with a row of names and a row beneath it."""
        try:
            read = cls(path.name, _table(path))
        except (ValueError, pd.errors.ParserError, UnicodeDecodeError) as error:
            raise ExtractError(
                file=path.name,
                problem="it cannot be read as a table.",
                remedy="Expected a CSV file in UTF-8 with a row of names, or a parquet file.",
            ) from error
        if read.table.empty:
            raise ExtractError(
                file=path.name,
                problem="there is no row beneath the names of its columns.",
                remedy="Expected one row at least.",
            )
        return read

    def text(self, column: str) -> NDArray[np.object_]:
        """The cells as they are written, without spaces round them."""
        if column not in self.table:
            raise ExtractError(
                file=self.file,
                column=column,
                problem="there is no such column.",
                remedy=self._names(),
            )
        if (self.table.columns == column).sum() > 1:
            raise ExtractError(
                file=self.file,
                row=1,
                column=column,
                problem="there are several columns of that name.",
                remedy="Give each column a name of its own.",
            )
        return self.table[column].str.strip().to_numpy(dtype=object)

    def numbers(self, column: str) -> NDArray[np.float64]:
        """Numbers, none of them missing."""
        cells = self.text(column)
        read = pd.to_numeric(pd.Series(cells), errors="coerce").to_numpy(dtype=float)
        self._check(column, cells, np.isfinite(read), expected="a number")
        return self._within(column, cells, read)

    def numbers_or_nothing(self, column: str) -> NDArray[np.float64]:
        """Numbers; NaN where the cell is empty."""
        cells = self.text(column)
        read = pd.to_numeric(pd.Series(cells), errors="coerce").to_numpy(dtype=float)
        self._check(column, cells, np.isfinite(read) | (cells == ""), expected="a number")
        return self._within(column, cells, read)

    def counts(self, column: str) -> NDArray[np.float64]:
        """Whole numbers, 0 or more."""
        read = self.numbers(column)
        whole = (read >= 0) & (read == np.floor(read))
        self._check(column, self.text(column), whole, expected="a whole number, 0 or more")
        return read

    def moments(self, column: str) -> NDArray[np.datetime64]:
        """Dates or times as ISO 8601 writes them: 2024-03-31, 2024-03-31 14:05."""
        return self._moments(column, MOMENT, expected="a date such as 2024-03-31")

    def moments_or_nothing(self, column: str) -> NDArray[np.datetime64]:
        """The same, NaT where the cell is empty."""
        return self._moments(
            column, f"(?:{MOMENT})?", expected="a date such as 2024-03-31, or nothing"
        )

    def months(self, column: str) -> list[str]:
        """Months, or days of them, as YYYY-MM."""
        read = self._moments(column, f"{MONTH}|{MOMENT}", expected="a month such as 2024-03")
        return [str(month) for month in read.astype("datetime64[M]")]

    def days(self, column: str) -> NDArray[np.int64]:
        """Days since 1 January 1970 of a column of dates."""
        return self.moments(column).astype("datetime64[D]").astype(np.int64)

    def _moments(self, column: str, pattern: str, *, expected: str) -> NDArray[np.datetime64]:
        cells = self.text(column)
        told = pd.Series(cells)
        written = told.str.fullmatch(pattern)
        read = pd.to_datetime(told.where(written & (told != "")), format="ISO8601", errors="coerce")
        right = (written & (read.notna() | (told == ""))).to_numpy()
        self._check(column, cells, right, expected=expected)
        return read.to_numpy(dtype="datetime64[s]")

    def _within(
        self, column: str, cells: NDArray[np.object_], read: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        inside = ~(np.abs(read) > LARGEST)
        self._check(column, cells, inside, expected=f"a number within ±{LARGEST:g}")
        return read

    def _names(self) -> str:
        """The names there are; where the first row holds values they are nobody's to print."""
        names = self.table.columns.astype(str)
        if any(_is_value(name) for name in names):
            return "The first row holds values and not names: give the file a row of names."
        return f"There are: {', '.join(names)}."

    def _check(
        self, column: str, cells: NDArray[np.object_], right: NDArray[np.bool_], *, expected: str
    ) -> None:
        if right.all():
            return
        row = int(np.argmin(right))
        raise ExtractError(
            file=self.file,
            row=row + 2,
            column=column,
            problem=f"found {_kind(cells[row])}, expected {expected}.",
            remedy=f"{int((~right).sum()):,} of {len(right):,} rows are like that. "
            "Put them right, or leave those rows out.",
        )


def _table(path: Path) -> pd.DataFrame:
    """Every cell as text; the names are read as a row, for pandas would make two alike unlike."""
    if path.suffix.lower() == ".parquet":
        return pd.read_parquet(path).astype("str")
    rows = pd.read_csv(
        path,
        header=None,
        dtype="str",
        keep_default_na=False,
        skip_blank_lines=False,
        index_col=False,
        encoding="utf-8-sig",
    )
    table = rows.iloc[1:].reset_index(drop=True)
    return table.set_axis(rows.iloc[0].tolist(), axis="columns")


def _is_value(name: str) -> bool:
    """A number or a date; a column may well be called 2024."""
    is_number = bool(pd.notna(pd.to_numeric(name, errors="coerce")))
    return re.match(DAY, name) is not None or (is_number and not re.fullmatch(r"\d{1,4}", name))


def _kind(cell: str) -> str:
    """What sort of thing stands there; the thing itself may be a person's."""
    if not cell:
        return "nothing"
    read = float(pd.to_numeric(cell, errors="coerce"))
    if np.isnan(read):
        return "text"
    return "a number" if np.isfinite(read) else "a number without end"
