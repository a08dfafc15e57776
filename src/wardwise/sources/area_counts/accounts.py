"""Rows in = rows used + rows set aside, for every table of counts. A row is a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.sources.area_counts.cells import CountCells
from wardwise.sources.area_counts.files import CountFile
from wardwise.sources.area_counts.held import NOT_HELD
from wardwise.sources.area_counts.schema import LICENCE, SOURCE
from wardwise.sources.tidy import tidy_rows


def files_read(
    files: Sequence[CountFile], each: Sequence[CountCells], used: NDArray[np.bool_]
) -> pa.Table:
    """The tidy table ``file_read``: one row per file."""
    return tidy_rows(
        "file_read",
        [
            {
                "source": SOURCE,
                "path": file.shown,
                "sha256": file.sha256,
                "bytes": file.size,
                "rows_in": len(file.cells),
                "rows_used": int(is_used.sum()),
                "first_month": cells.months[int(cells.month.min())],
                "last_month": cells.months[int(cells.month.max())],
                "licence": LICENCE,
                "note": "a row is the count of one LSOA, month and crime type",
            }
            for file, cells, is_used in zip(files, each, _by_file(files, used), strict=True)
        ],
    )


def rows_set_aside(files: Sequence[CountFile], used: NDArray[np.bool_]) -> pa.Table:
    """The tidy table ``set_aside``: one row per file that has any."""
    return tidy_rows(
        "set_aside",
        [
            {
                "source": SOURCE,
                "file": file.shown,
                "reason": NOT_HELD,
                "rows": int((~is_used).sum()),
            }
            for file, is_used in zip(files, _by_file(files, used), strict=True)
            if not is_used.all()
        ],
    )


def _by_file(files: Sequence[CountFile], used: NDArray[np.bool_]) -> Iterator[NDArray[np.bool_]]:
    start = 0
    for file in files:
        yield used[start : start + len(file.cells)]
        start += len(file.cells)
