"""Columns of a person's file as arrays; what cannot be read is named by row and column."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wardwise.domain.errors import ExtractError


@dataclass(frozen=True, eq=False)
class Columns:
    """A table of events as it was written, every cell as text.

    A row's number is that of a spreadsheet: the row of names is 1.
    """

    file: str
    table: pd.DataFrame

    @classmethod
    def read(cls, path: Path) -> Columns:
        """A CSV or parquet file with a row of names."""
        try:
            if path.suffix.lower() == ".parquet":
                return cls(path.name, pd.read_parquet(path).astype("str"))
            return cls(
                path.name,
                pd.read_csv(
                    path,
                    dtype="str",
                    keep_default_na=False,
                    skip_blank_lines=False,
                    index_col=False,
                ),
            )
        except (ValueError, pd.errors.ParserError, UnicodeDecodeError) as error:
            raise ExtractError(
                file=path.name,
                problem="it cannot be read as a table.",
                remedy="Expected a CSV file in UTF-8 with a row of names, or a parquet file.",
            ) from error

    def text(self, column: str) -> NDArray[np.object_]:
        """The cells as they are written, without spaces round them."""
        if column not in self.table:
            raise ExtractError(
                file=self.file,
                column=column,
                problem="there is no such column.",
                remedy=self._names(),
            )
        return self.table[column].str.strip().to_numpy(dtype=object)

    def numbers(self, column: str) -> NDArray[np.float64]:
        """Numbers, none of them missing."""
        cells = self.text(column)
        read = pd.to_numeric(pd.Series(cells), errors="coerce").to_numpy(dtype=float)
        self._check(column, cells, np.isfinite(read), expected="a number")
        return read

    def numbers_or_nothing(self, column: str) -> NDArray[np.float64]:
        """Numbers; NaN where the cell is empty."""
        cells = self.text(column)
        read = pd.to_numeric(pd.Series(cells), errors="coerce").to_numpy(dtype=float)
        self._check(column, cells, np.isfinite(read) | (cells == ""), expected="a number")
        return read

    def counts(self, column: str) -> NDArray[np.float64]:
        """Whole numbers, 0 or more."""
        read = self.numbers(column)
        whole = (read >= 0) & (read == np.floor(read))
        self._check(column, self.text(column), whole, expected="a whole number, 0 or more")
        return read

    def moments(self, column: str) -> NDArray[np.datetime64]:
        """Dates or times as ISO 8601 writes them: 2024-03-31, 2024-03-31 14:05."""
        cells = self.text(column)
        read = pd.to_datetime(pd.Series(cells), format="ISO8601", errors="coerce")
        self._check(column, cells, read.notna().to_numpy(), expected="a date such as 2024-03-31")
        return read.to_numpy(dtype="datetime64[s]")

    def moments_or_nothing(self, column: str) -> NDArray[np.datetime64]:
        """The same, NaT where the cell is empty."""
        cells = self.text(column)
        read = pd.to_datetime(pd.Series(cells), format="ISO8601", errors="coerce")
        right = read.notna().to_numpy() | (cells == "")
        self._check(column, cells, right, expected="a date such as 2024-03-31")
        return read.to_numpy(dtype="datetime64[s]")

    def days(self, column: str) -> NDArray[np.int64]:
        """Days since 1 January 1970 of a column of dates."""
        return self.moments(column).astype("datetime64[D]").astype(np.int64)

    def _names(self) -> str:
        """The names there are; where the first row holds values they are nobody's to print."""
        names = pd.Series(self.table.columns.astype(str))
        is_value = pd.to_numeric(names, errors="coerce").notna() | names.map(_is_moment)
        if is_value.mean() > 0.5:  # a column may well be called 2024
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


def _is_moment(text: str) -> bool:
    return bool(pd.notna(pd.to_datetime(text, format="ISO8601", errors="coerce")))


def _kind(cell: str) -> str:
    """What sort of thing stands there; the thing itself may be a person's."""
    if not cell:
        return "nothing"
    return "a number" if pd.notna(pd.to_numeric(cell, errors="coerce")) else "text"
