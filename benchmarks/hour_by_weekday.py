"""Hours by weekday of 1,000,000 spans of time, the longest of many days.

No peer installs from a Python registry that shares spans out over the hours.

    python benchmarks/hour_by_weekday.py            # prints one JSON line
"""

from __future__ import annotations

import json
import resource
import time

import numpy as np

from wardwise.measures.time.hour_by_weekday import hour_by_weekday


GOAL = 2.0
ROUNDS = 3
SPANS = 1_000_000


def main() -> None:
    """Measure, print one line."""
    random = np.random.default_rng(1)
    starts = np.datetime64("2023-01-01", "s") + random.integers(0, 365 * 86_400, SPANS)
    ends = starts + (40_000 * random.exponential(size=SPANS) ** 2).astype("m8[s]")
    seconds = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        hour_by_weekday(starts=starts, ends=ends)
        seconds.append(time.perf_counter() - began)
    line = {
        "name": "hour_by_weekday",
        "ours_seconds": round(min(seconds), 2),
        "peer": None,
        "peer_seconds": None,
        "ratio": None,
        "goal": f"at most {GOAL:g} s for 1,000,000 spans",
        "met": min(seconds) <= GOAL,
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
