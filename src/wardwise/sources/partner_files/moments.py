"""Dates and times as the mapping says they are written; how exactly each is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.domain.date_format import parts_of
from wardwise.domain.mapping import ColumnMapping, TimeRules
from wardwise.sources.partner_files.cells import Cells, blank_where


NOT_A_DATE = "not a date in the format of the mapping"
NONE, DATE, UNKNOWN_HOUR, HOUR, EXACT = range(5)
Minutes = NDArray[np.datetime64]
_NOT_A_TIME = np.datetime64("NaT", "m")


@dataclass(frozen=True, eq=False)
class Moments:
    """Minutes (NaT where not known), how exact each is, and which cells are no date.

    ``at_midnight`` and ``just_after`` are cells with a time of exactly 00:00 or 00:01.
    """

    at: Minutes
    exact: NDArray[np.int8]
    fault: NDArray[np.bool_]

    @property
    def known(self) -> NDArray[np.bool_]:
        """Which are known."""
        known: NDArray[np.bool_] = ~np.isnat(self.at)
        return known

    @property
    def days(self) -> NDArray[np.datetime64]:
        """The days."""
        return self.at.astype("datetime64[D]")

    def without(self, where: NDArray[np.bool_]) -> Moments:
        """The same, some of them not known."""
        at = np.where(where, _NOT_A_TIME, self.at)
        return Moments(at, np.where(where, np.int8(NONE), self.exact), self.fault)

    def at_minute(self, minute: int) -> NDArray[np.bool_]:
        """Cells with a time of day, and that minute of the day."""
        since = (self.at - self.at.astype("datetime64[D]")).astype("timedelta64[m]")
        timed = self.known & np.isin(self.exact, (UNKNOWN_HOUR, EXACT))
        found: NDArray[np.bool_] = timed & (since == np.timedelta64(minute, "m"))
        return found


def read_moments(text: pa.Array, column: ColumnMapping, *, times: TimeRules) -> Moments:
    """Every distinct text read once, by the first format that it fits."""
    coded = pc.dictionary_encode(blank_where(text, column.not_known))
    cells = pd.Series(coded.dictionary.to_pylist(), dtype="str")
    at = np.full(len(cells), _NOT_A_TIME)
    exact = np.zeros(len(cells), dtype=np.int8)
    # without a digit pandas would take 'now' and 'today' for the time on the clock
    open_ = (cells.str.contains(r"^\D*\d") & (cells != "")).to_numpy(dtype=bool)
    for one in column.format:
        found = _parsed(cells, one)
        new = open_ & ~np.isnat(found) & np.isnat(at)
        at[new], exact[new] = found[new], _exactness(one)
    if times.zone == "UTC":
        at = np.where(exact >= HOUR, _local(at), at)
    unknown = np.isin(_time_of_day(at), times.unknown_hour) & (exact == EXACT)
    exact[unknown] = UNKNOWN_HOUR
    rows = coded.indices.to_numpy()
    fault = np.isnat(at) & (cells != "").to_numpy(dtype=bool)
    return Moments(at[rows], exact[rows], fault[rows])


def no_moments(rows: int) -> Moments:
    """As many moments as rows, none known."""
    return Moments(
        np.full(rows, _NOT_A_TIME), np.zeros(rows, dtype=np.int8), np.zeros(rows, dtype=bool)
    )


def moment_text(at: Minutes) -> pa.Array:
    """YYYY-MM-DDTHH:MM."""
    return _written(at, "m")


def day_text(at: Minutes) -> pa.Array:
    """YYYY-MM-DD."""
    return _written(at.astype("datetime64[D]"), "D")


def month_text(at: Minutes) -> pa.Array:
    """YYYY-MM."""
    return _written(at.astype("datetime64[M]"), "M")


def shapes(text: pa.Array, where: NDArray[np.bool_], *, most: int = 5) -> str:
    """How cells are written, digits as 9 and letters as A, so that none gives itself away."""
    cells = [
        re.sub(r"[^\W\d_]", "A", re.sub(r"\d", "9", cell))
        for cell in text.filter(pa.array(where)).to_pylist()
    ]
    counted = pd.Series(cells).value_counts().head(most)
    return ", ".join(f"{shape} ({n:,} rows)" for shape, n in counted.items())


def cells_of(moments: Moments) -> Cells:
    """As cells of days, for the rules that all fields share."""
    return Cells(day_text(moments.at), moments.fault.astype(np.int16), (NOT_A_DATE,))


def _parsed(cells: pd.Series, written: str) -> Minutes:
    found = pd.to_datetime(cells, format=written, errors="coerce", exact=True)
    return found.to_numpy().astype("datetime64[m]")


def _exactness(written: str) -> int:
    parts = parts_of(written)
    return EXACT if "minute" in parts else HOUR if "hour" in parts else DATE


def _local(at: Minutes) -> Minutes:
    zoned = pd.DatetimeIndex(at).tz_localize("UTC").tz_convert("Europe/London")
    return zoned.tz_localize(None).to_numpy().astype("datetime64[m]")


def _time_of_day(at: Minutes) -> NDArray[np.str_]:
    text = np.datetime_as_string(at.astype("datetime64[m]"))
    return np.array([one[11:16] for one in text.tolist()])


def _written(at: NDArray[np.datetime64], unit: str) -> pa.Array:
    """Each distinct moment is written once."""
    distinct, back = np.unique(at.astype("int64"), return_inverse=True)
    text = np.datetime_as_string(distinct.astype(f"datetime64[{unit}]"))
    values = pa.array([None if one == "NaT" else one for one in text.tolist()], pa.string())
    return values.take(pa.array(back))
