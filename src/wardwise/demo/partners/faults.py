"""Faults as real extracts have them, planted in a few rows and counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.demo.partners.text import Columns


Ints = NDArray[np.int64]
Random = np.random.Generator


@dataclass(frozen=True)
class Planted:
    """So many rows of a file with a fault in a field; ``aside`` if the row cannot be used."""

    file: str
    dataset: str
    field: str
    what: str
    rows: int
    aside: bool


@dataclass
class Spoiler:
    """Spoils cells of one file, never two in one row, and keeps the count."""

    file: str
    dataset: str
    random: Random
    free: Ints
    planted: list[Planted] = field(default_factory=list)

    @classmethod
    def of(cls, file: str, dataset: str, columns: Columns, random: Random) -> Spoiler:
        """For a file whose columns these are. Its first and last rows are left alone."""
        rows = len(next(iter(columns.values())))
        return cls(file, dataset, random, random.permutation(np.arange(1, rows - 1)))

    def take(self, rows: int) -> Ints:
        """Rows that nothing else is planted in."""
        taken, self.free = self.free[:rows], self.free[rows:]
        return taken

    def note(self, name: str, what: str, rows: int, *, aside: bool = False) -> None:
        """Count a fault that was planted."""
        self.planted.append(Planted(self.file, self.dataset, name, what, rows, aside))

    def cells(
        self,
        columns: dict[str, pa.Array],
        heading: str,
        texts: Sequence[str],
        *,
        told: tuple[str, str],
        aside: bool = False,
    ) -> None:
        """Write the texts into cells of a column; ``told``: the field and what is wrong."""
        rows = self.take(len(texts))
        columns[heading] = with_cells(columns[heading], rows, texts)
        self.note(*told, len(texts), aside=aside)


def with_cells(column: pa.Array, rows: Ints, texts: Sequence[str]) -> pa.Array:
    """The column with those cells replaced."""
    order = np.argsort(rows)
    mask = np.zeros(len(column), dtype=bool)
    mask[rows] = True
    ordered = pa.array([texts[n] for n in order], pa.string())
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    return pc.replace_with_mask(column, pa.array(mask), ordered)
