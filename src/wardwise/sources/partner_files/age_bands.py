"""Bands of ages as suppliers write them, for rows that are no person's part in a crime."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.sources.partner_files.cells import text_of
from wardwise.sources.partner_files.extract import Extract
from wardwise.sources.partner_files.numbers import read_bands


def age_bands(extract: Extract) -> tuple[pa.Array, pa.Array]:
    """Lower and upper ages of the column ``age_band``, empty where it is not given."""
    if not extract.has("age_band"):
        return pa.nulls(extract.rows, pa.int32()), pa.nulls(extract.rows, pa.int32())
    column = extract.columns["age_band"]
    cells, high = read_bands(text_of(extract.raw, column), column)
    known = cells.values.is_valid().to_numpy(zero_copy_only=False).astype(np.bool_)
    extract.settle("age_band", cells.faults(), known=known)
    return cells.values, pc.cast(high, pa.int32())
