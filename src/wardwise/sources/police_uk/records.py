"""Every row of a kind of file as one table, with the file and the line it came from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from wardwise.sources.police_uk.prepare import Prepared
from wardwise.sources.police_uk.reader import no_rows
from wardwise.sources.police_uk.schema import Kind


def read_records(files: Sequence[Prepared], *, kind: Kind) -> pa.Table:
    """The columns that are taken, ``file_number`` and ``line``. Shape: every row of the files."""
    tables = [file.table for file in files if file.table is not None]
    table = pa.concat_tables([no_rows(kind), *tables]).unify_dictionaries()
    numbers = np.repeat(np.arange(len(files)), [file.rows for file in files])
    lines = np.concatenate([np.empty(0, dtype=np.int32), *(file.line_numbers() for file in files)])
    return table.append_column("file_number", pa.array(numbers, pa.int64())).append_column(
        "line", pa.array(lines, pa.int32())
    )


def as_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column of few texts as plain text."""
    return column.cast(pa.string())
