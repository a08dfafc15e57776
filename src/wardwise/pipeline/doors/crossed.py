"""Rows of a file as a table of areas × periods × offences: each combination in one row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.errors import ExtractError
from wardwise.pipeline.doors.columns import Columns


@dataclass(frozen=True, eq=False)
class Crossed:
    """Names along each side, and where in the table each row of the file stands."""

    file: str
    names: tuple[tuple[str, ...], ...]
    at: tuple[NDArray[np.int64], ...]

    @classmethod
    def of(cls, columns: Columns, sides: dict[str, tuple[str, ...]], free: str | None) -> Crossed:
        """``sides`` are columns and what may stand in them, ``free`` a column of any names."""
        names, at = [], []
        for column, known in sides.items():
            cells = columns.text(column)
            position = {name: n for n, name in enumerate(known)}
            wrong = next((n for n, cell in enumerate(cells) if cell not in position), None)
            if wrong is not None:
                raise ExtractError(
                    file=columns.file,
                    row=wrong + 2,
                    column=column,
                    problem=f"expected one of {', '.join(known)}.",
                    remedy="Write one of these words in every row.",
                )
            held = [name for name in known if name in set(cells)]
            names.append(tuple(held))
            at.append(np.array([held.index(cell) for cell in cells], dtype=np.int64))
        kinds = columns.text(free) if free else np.full(len(at[0]), "all", dtype=object)
        found = sorted(set(map(str, kinds)))
        names.append(tuple(found))
        at.append(np.array([found.index(str(kind)) for kind in kinds], dtype=np.int64))
        return cls(columns.file, tuple(names), tuple(at))

    @property
    def shape(self) -> tuple[int, ...]:
        """How many names along each side."""
        return tuple(map(len, self.names))

    def table(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """The values crossed; every combination has to stand in exactly one row."""
        rows = np.zeros(self.shape, dtype=np.int64)
        np.add.at(rows, self.at, 1)
        if (rows != 1).any():
            place = np.unravel_index(int(np.argmax(rows != 1)), rows.shape)
            raise ExtractError(
                file=self.file,
                problem=f"found {rows[place]} rows for {self._told(place)}, expected one.",
                remedy="Give one row for every area, period and offence, noughts too.",
            )
        crossed = np.zeros(self.shape)
        crossed[self.at] = values
        return crossed

    def along(self, values: NDArray[np.float64], side: int, column: str) -> NDArray[np.float64]:
        """One value for each name along a side; all its rows have to say the same."""
        found = np.full(self.shape[side], np.nan)
        found[self.at[side]] = values
        differs = found[self.at[side]] != values
        if differs.any():
            row = int(np.argmax(differs))
            raise ExtractError(
                file=self.file,
                row=row + 2,
                column=column,
                problem=f"{self._name(side, self.at[side][row])} has two weights.",
                remedy="Give all its rows the same.",
            )
        return found

    def _told(self, place: tuple[np.intp, ...]) -> str:
        """A place in the table without a cell of the free column, which may name a person."""
        known = ", ".join(side[n] for side, n in zip(self.names[:-1], place, strict=False))
        if len(self.names[-1]) == 1:
            return known
        return f"{known} and {self._name(len(place) - 1, place[-1])}"

    def _name(self, side: int, n: np.intp | np.int64) -> str:
        """Of a side with known names the name, of the free one its first row."""
        if side < len(self.names) - 1:
            return self.names[side][n]
        return f"what row {int(np.argmax(self.at[-1] == n)) + 2} names"
