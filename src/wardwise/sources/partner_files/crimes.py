"""The crimes that a supplier's people belong to: by key, with the days of event and recording."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.sources.partner_files.account import Mask
from wardwise.sources.partner_files.covered import Days, days_from


@dataclass(frozen=True, eq=False)
class Crimes:
    """Rows of ``partner_record`` of one supplier."""

    tables: Sequence[pa.Table]

    @cached_property
    def _keys(self) -> pa.Array:
        return _together(table["record_key"] for table in self.tables)

    @cached_property
    def _events(self) -> Days:
        days = (pc.coalesce(one["from_moment"], one["recorded_on"]) for one in self.tables)
        return days_from(_together(days))

    @cached_property
    def _recorded(self) -> Days:
        return days_from(_together(table["recorded_on"] for table in self.tables))

    def days(self, keys: pa.Array) -> tuple[Mask, Days]:
        """Which keys are among the crimes; and the day of each one's event, NaT if not known."""
        at = self._places(keys)
        return at >= 0, _taken(self._events, at)

    def recorded(self, keys: pa.Array) -> Days:
        """The day on which each key's crime was recorded, NaT if not known."""
        return _taken(self._recorded, self._places(keys))

    def _places(self, keys: pa.Array) -> NDArray[np.int32]:
        """Where each key first is among the crimes, −1 where it is not."""
        at = pc.index_in(keys, self._keys, skip_nulls=True).fill_null(-1)
        found: NDArray[np.int32] = at.to_numpy()
        return found


def _together(columns: Iterable[pa.ChunkedArray]) -> pa.Array:
    chunks = [chunk for column in columns for chunk in column.chunks]
    return pa.chunked_array(chunks, pa.string()).combine_chunks()


def _taken(days: Days, at: NDArray[np.int32]) -> Days:
    # −1 takes the last, which is the day that is not known
    return np.append(days, np.datetime64("NaT", "D"))[at]
