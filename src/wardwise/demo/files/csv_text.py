"""Columns of text to the bytes of a CSV file, many rows at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray


END = "\r\n"  # as police.uk writes it


def quoted(values: Sequence[str] | NDArray[np.str_]) -> list[str]:
    """Values as a CSV cell: in quotation marks where they hold a comma or a quotation mark."""
    return [
        '"' + str(value).replace('"', '""') + '"' if any(c in value for c in ',"') else str(value)
        for value in values
    ]


def column(values: Sequence[str] | NDArray[np.str_], positions: NDArray[np.int64]) -> pa.Array:
    """The cells at those positions; a position of −1 is an empty cell."""
    cells = pa.array(quoted(values), type=pa.string())
    picked = cells.take(pa.array(positions, mask=positions < 0))
    return pc.fill_null(picked, "")


def hexadecimal(random: np.random.Generator, rows: int) -> pa.Array:
    """Random 64-digit names, as Crime IDs are. Shape: rows."""
    digits = pa.py_buffer(random.bytes(32 * rows).hex().encode())
    offsets = pa.py_buffer(np.arange(rows + 1, dtype=np.int32) * 64)
    return pa.Array.from_buffers(pa.string(), rows, [None, offsets, digits])


class Lines:
    """The rows of one kind of file, from which any run of rows can be written out."""

    def __init__(self, header: Sequence[str], columns: Sequence[pa.Array | str]) -> None:
        rows = next(len(c) for c in columns if not isinstance(c, str))
        cells = [pa.repeat(pa.scalar(c), rows) if isinstance(c, str) else c for c in columns]
        cells[-1] = pc.binary_join_element_wise(cells[-1], pa.scalar(END), "")
        self.header = (",".join(header) + END).encode()
        self.lines: pa.Array = pc.binary_join_element_wise(*cells, ",")
        if isinstance(self.lines, pa.ChunkedArray):
            self.lines = self.lines.combine_chunks()

    def file(self, rows: NDArray[np.int64]) -> bytes:
        """The header and those rows, in that order."""
        chosen = self.lines.take(pa.array(rows))
        offsets = np.frombuffer(chosen.buffers()[1], dtype=np.int32)
        text: bytes = chosen.buffers()[2].to_pybytes()
        return self.header + text[offsets[0] : offsets[len(rows)]]
