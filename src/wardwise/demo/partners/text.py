"""Columns of text, many rows at once, and the bytes of a CSV file in a supplier's own manner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray


Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Columns = Mapping[str, pa.Array]

DAY = 24 * 60


def picked(values: Sequence[str] | NDArray[np.str_], positions: Ints) -> pa.Array:
    """The texts at those positions; a position of −1 is empty."""
    cells = pa.array([str(value) for value in values], pa.string())
    return cells.take(pa.array(positions, mask=positions < 0)).fill_null("")


def joined(*parts: pa.Array | str) -> pa.Array:
    """Texts put together row by row."""
    scalars = [pa.scalar(part) if isinstance(part, str) else part for part in parts]
    return pc.binary_join_element_wise(*scalars, "")


def whole(numbers: Ints, *, digits: int = 0) -> pa.Array:
    """Whole numbers as text, with noughts before them up to so many digits."""
    text = pa.array(numbers).cast(pa.string())
    return pc.utf8_lpad(text, digits, "0") if digits else text


def day_text(days: Ints, style: str = "{d}/{m}/{y}") -> pa.Array:
    """Days since 1970 in a style with {d}, {m}, {y}; each distinct day is written once."""
    distinct, back = np.unique(days, return_inverse=True)
    dates = np.datetime_as_string(distinct.astype("datetime64[D]"))
    text = [style.format(y=one[:4], m=one[5:7], d=one[8:]) for one in dates.tolist()]
    return pa.array(text, pa.string()).take(pa.array(back))


def clock_text(minutes: Ints) -> pa.Array:
    """The time of day of minutes since 1970, as HH:MM."""
    every = [f"{n // 60:02d}:{n % 60:02d}" for n in range(DAY)]
    return picked(every, minutes % DAY)


def blank_where(text: pa.Array, where: Bools) -> pa.Array:
    """The same text, empty in those rows."""
    return pc.if_else(pa.array(where), "", text)


def quoted(text: pa.Array) -> pa.Array:
    """Every cell in quotation marks."""
    return joined('"', pc.replace_substring(text, '"', '""'), '"')


def rows_of(columns: Columns, rows: Ints) -> dict[str, pa.Array]:
    """The same columns, those rows in that order."""
    wanted = pa.array(rows)
    return {name: column.take(wanted) for name, column in columns.items()}


def csv_text(
    columns: Columns,
    *,
    delimiter: str = ",",
    before: Sequence[str] = (),
    after: Sequence[str] = (),
) -> str:
    """The file: lines before the headings, the headings, the rows, and lines that are no rows."""
    lines = pc.binary_join_element_wise(*columns.values(), delimiter).to_pylist()
    heading = delimiter.join(columns)
    return "\r\n".join([*before, heading, *lines, *after]) + "\r\n"
