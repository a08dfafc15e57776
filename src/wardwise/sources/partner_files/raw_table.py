"""A supplier's table as it stands: text in every cell, and the line that each row came from."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.domain.errors import ExtractError
from wardwise.sources.partner_files.labels import is_a_heading


MOST_RAGGED = 0.05


@dataclass(frozen=True, eq=False)
class RawTable:
    """Only the columns that were asked for; text without blanks at its ends, never null.

    ``ragged`` are rows with more or fewer cells than the header, of which nothing is kept.
    """

    file: str
    columns: Mapping[str, pa.Array]
    lines: NDArray[np.int32]
    ragged: NDArray[np.bool_]

    def with_columns(self, more: Mapping[str, pa.Array]) -> RawTable:
        """The same rows with further columns."""
        return RawTable(self.file, {**self.columns, **more}, self.lines, self.ragged)


def positions(header: Sequence[str], wanted: Sequence[str], *, file: str, row: int) -> list[int]:
    """Where each wanted column is; one that is missing, or there twice, is refused."""
    names = [" ".join(name.split()) for name in header]
    for name in wanted:
        if names.count(name) == 1:
            continue
        if name in names:
            raise ExtractError(
                file=file,
                row=row,
                column=name,
                problem="this heading is there twice.",
                remedy="Ask the supplier which column is meant, and rename the other.",
            )
        # without headings the first record stands where they are looked for
        close = difflib.get_close_matches(name, filter(is_a_heading, names), n=1, cutoff=0.6)
        raise ExtractError(
            file=file,
            row=row,
            column=name,
            problem="the mapping asks for this column, and the file has none of that name"
            + (f"; the nearest is '{close[0]}'." if close else "."),
            remedy="Correct the mapping, or ask the supplier for the column.",
        )
    return [names.index(name) for name in wanted]


def check_ragged(ragged: Sequence[int], *, rows: int, width: int, file: str) -> None:
    """A few rows out of step are set aside; many mean that the file is not what it seems."""
    if len(ragged) > max(1, MOST_RAGGED * rows):
        raise ExtractError(
            file=file,
            row=ragged[0],
            problem=f"{len(ragged):,} of {rows:,} rows have more or fewer cells than the"
            f" {width} of the header.",
            remedy="Check the delimiter in the mapping; text that holds it must be in quotes.",
        )
