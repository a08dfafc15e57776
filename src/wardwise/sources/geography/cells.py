"""What the cells of a published table may hold, and which rows may be there once only."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from wardwise.domain.errors import ExtractError


@dataclass(frozen=True)
class Kind:
    """The limits of a number, both allowed, and how they are said."""

    lowest: float
    highest: float
    is_whole: bool
    said: str


KINDS = {
    "count": Kind(0, math.inf, True, "a whole number, 0 or more"),
    "amount": Kind(0, math.inf, False, "a number, 0 or more"),
    "tenth": Kind(1, 10, True, "a tenth from 1 to 10"),
}
"""Kinds of number with limits; of the kind 'number' any will do."""

AGAIN = "Get the file again as it was published; do not save it from a spreadsheet."


def refuse_out_of_range(file: str, frame: pd.DataFrame, columns: Mapping[str, str]) -> None:
    """ExtractError at the first number that its column cannot hold."""
    for column, name in columns.items():
        kind = KINDS.get(name)
        if kind is None:
            continue
        values = frame[column].to_numpy(dtype=float)
        known = np.isfinite(values)
        wrong = known & ((values < kind.lowest) | (values > kind.highest))
        if kind.is_whole:
            wrong |= known & (values % 1 != 0)
        if wrong.any():
            position = int(np.flatnonzero(wrong)[0])
            raise ExtractError(
                file=file,
                row=_row(frame, position),
                column=column,
                problem=f"found {values[position]:g}, expected {kind.said}.",
                remedy=AGAIN,
            )


def refuse_repeated(file: str, frame: pd.DataFrame, *, key: tuple[str, ...], alike: bool) -> None:
    """ExtractError where a key is there twice; ``alike`` allows it if the rows say the same."""
    rows = frame.drop_duplicates() if alike else frame
    again = rows.duplicated(list(key)).to_numpy()
    if again.any():
        position = int(np.flatnonzero(again)[0])
        named = ", ".join(str(rows[column].iloc[position]) for column in key)
        raise ExtractError(
            file=file,
            row=_row(rows, position),
            column=key[0],
            problem=f"{named} is there twice{' with another number' if alike else ''},"
            " expected once.",
            remedy=AGAIN,
        )


def _row(frame: pd.DataFrame, position: int) -> int:
    """Row of the file: the header is the first."""
    return int(frame.index[position]) + 2
