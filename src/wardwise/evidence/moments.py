"""The span in which a crime happened, as the measure of hours takes it."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray


DAY, HOUR = np.timedelta64(1, "D"), np.timedelta64(60, "m")
WHOLE_DAY = ("date", "unknown hour")


def spans(frame: pd.DataFrame) -> tuple[NDArray[np.datetime64], NDArray[np.datetime64]]:
    """Starts and ends from the columns from_moment, to_moment and time_precision.

    Only a date: from its midnight to the next. Only an hour: the whole of it. An exact moment
    ends as it starts, and so does a start whose end is missing. Unit: minutes of the local
    clock; NaT where there is no start.
    """
    starts = frame["from_moment"].to_numpy(dtype="M8[m]", na_value=np.datetime64("NaT"))
    ends = frame["to_moment"].to_numpy(dtype="M8[m]", na_value=np.datetime64("NaT"))
    precision = frame["time_precision"].to_numpy(dtype=str)
    open_ = np.isnat(ends)
    for kinds, length in (
        (WHOLE_DAY, DAY),
        (("hour",), HOUR),
        (("exact", "one end"), np.timedelta64(0, "m")),
    ):
        where = open_ & np.isin(precision, kinds)
        ends = np.where(where, starts + length, ends)
    return starts, ends
