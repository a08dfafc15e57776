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

    def find(self, keys: pa.Array) -> Mask:
        """Which keys are among the crimes."""
        found: Mask = self._at(keys).is_valid().to_numpy(zero_copy_only=False)
        return found & keys.is_valid().to_numpy(zero_copy_only=False)

    def days(self, keys: pa.Array) -> NDArray[np.datetime64]:
        """The day of the event of each key's crime; NaT where it is not known."""
        days = pc.dictionary_encode(self._rows["day"].combine_chunks())
        known = np.array(days.dictionary.to_pylist(), dtype="datetime64[D]")
        at = pc.take(days.indices, self._at(keys))
        numbers = at.fill_null(len(known)).to_numpy()
        return np.append(known, np.datetime64("NaT", "D"))[numbers]

    def _at(self, keys: pa.Array) -> pa.Array:
        return pc.index_in(keys, self._rows["key"].combine_chunks(), skip_nulls=True)
