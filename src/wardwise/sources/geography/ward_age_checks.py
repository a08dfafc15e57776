"""What a table of residents by ward may not hold; each refusal names the row."""

from __future__ import annotations

from typing import NoReturn

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.domain.errors import ExtractError
from wardwise.sources.geography.cells import AGAIN


WARD, DISTRICT, ALL_AGES = "Ward Code 1", "LA Code (2021 boundaries)", "All Ages"


def refuse_lost(file: str, rows: pa.Table, at: NDArray[np.int64], header: int) -> None:
    """A line with a district and no ward's code would be residents who are not counted."""
    other = np.setdiff1d(np.arange(len(rows)), at)
    lost = [n for n in other.tolist() if rows[DISTRICT][n].as_py()]
    if lost:
        refuse(file, "found no code of a ward, expected one.", row=lost[0] + header + 2)
    if not len(at):
        refuse(file, "found no ward in it.")


def refuse_twice(file: str, codes: NDArray[np.str_], lines: NDArray[np.int64]) -> None:
    """A ward that is there twice would be counted twice."""
    first = np.unique(codes, return_index=True)[1]
    again = np.setdiff1d(np.arange(len(codes)), first)
    if len(again):
        n = int(again[0])
        refuse(file, f"{codes[n]} is there twice, expected once.", row=int(lines[n]), column=WARD)


def refuse_other_sums(file: str, counts: NDArray[np.int64], lines: NDArray[np.int64]) -> None:
    """The ages have to add up. Shape of ``counts``: all ages, then each age × wards."""
    added = counts[1:].sum(axis=0)
    wrong = np.flatnonzero(added != counts[0])
    if len(wrong):
        n = int(wrong[0])
        problem = f"the ages add up to {added[n]:,}, found {counts[0][n]:,} of all ages."
        refuse(file, problem, row=int(lines[n]), column=ALL_AGES)


def refuse(file: str, problem: str, *, row: int | None = None, column: str = "") -> NoReturn:
    """ExtractError that names the file, and the row and column where they are known."""
    raise ExtractError(
        file=file, row=row, column=column or None, problem=problem, remedy=AGAIN
    ) from None
