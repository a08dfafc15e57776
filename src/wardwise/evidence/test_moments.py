"""The span in which a crime happened, by how exactly the time is known."""

from __future__ import annotations

import numpy as np
import pandas as pd

from wardwise.evidence.moments import spans


def test_each_precision_has_its_span() -> None:
    rows = [
        ("2024-01-01T10:30", None, "one end"),  # counted at its start
        ("2024-01-01T10:30", None, "exact"),  # a moment: it ends as it starts
        ("2024-01-01T10:00", None, "hour"),  # the whole of the hour
        ("2024-01-01T00:00", None, "date"),  # midnight to midnight
        ("2024-01-01T00:00", None, "unknown hour"),
        ("2024-01-01T22:00", "2024-01-02T06:00", "span"),
        (None, None, "none"),
    ]
    frame = pd.DataFrame(rows, columns=["from_moment", "to_moment", "time_precision"])
    starts, ends = spans(frame)
    minutes = (ends - starts)[:6].astype(int).tolist()
    assert minutes == [0, 0, 60, 1440, 1440, 480]
    assert np.isnat(starts[6])
    assert np.isnat(ends[6])
