"""The crimes that a supplier's people belong to: by key, with the day of the event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.sources.partner_files.account import Mask


@dataclass(frozen=True, eq=False)
class Crimes:
    """Rows of ``partner_record`` of one supplier."""

    tables: Sequence[pa.Table]

    @cached_property
    def _rows(self) -> pa.Table:
        names = ("record_key", "from_moment", "recorded_on")
        parts = [
            pa.table(
                {
                    "key": one["record_key"],
                    "day": pc.coalesce(
                        pc.utf8_slice_codeunits(one["from_moment"], 0, 10), one["recorded_on"]
                    ),
                }
            )
            for one in (table.select(names) for table in self.tables)
        ]
        return pa.concat_tables(parts).combine_chunks()

    def days(self, keys: pa.Array) -> tuple[Mask, NDArray[np.datetime64]]:
        """Which keys are among the crimes; and the day of each one's event, NaT if not known."""
        at = pc.index_in(keys, self._rows["key"].combine_chunks(), skip_nulls=True)
        coded = pc.dictionary_encode(self._rows["day"].combine_chunks())
        known = np.array([*coded.dictionary.to_pylist(), "NaT"], dtype="datetime64[D]")
        numbers = pc.take(coded.indices, at).fill_null(len(known) - 1).to_numpy()
        found: Mask = at.is_valid().to_numpy(zero_copy_only=False)
        return found, known[numbers]
