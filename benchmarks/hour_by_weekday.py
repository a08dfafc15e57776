"""Hours by weekday of 1,000,000 spans of time, the longest of many days.

No peer installs from a Python registry that shares spans out over the hours. Starts come in an
evening peak and at round minutes, as crimes are written down; spans from nothing to weeks.

    python benchmarks/hour_by_weekday.py            # prints one JSON line
"""

from __future__ import annotations

import json
import resource
import time

import numpy as np

from wardwise.measures.time.hour_by_weekday import hour_by_weekday


GOAL = 0.1
ROUNDS = 5
SEED, SPANS = 1, 1_000_000
MEMORY_BYTES_A_SECOND = 10e9
UPDATES_A_SECOND = 1e9


def spans() -> tuple[np.ndarray, np.ndarray]:
    """Starts and ends to the minute, over a year."""
    random = np.random.default_rng(SEED)
    day = random.integers(0, 365, SPANS)
    minute = np.clip(random.normal(18 * 60, 240, SPANS), 0, 1439).astype(int)
    minute = np.where(random.random(SPANS) < 0.6, minute // 15 * 15, minute)
    starts = np.datetime64("2023-01-01", "m") + (day * 1440 + minute)
    ends = starts + (600 * random.exponential(size=SPANS) ** 2).astype(int)
    return starts.astype("M8[s]"), ends.astype("M8[s]")


def main() -> None:
    """Measure, print one line."""
    starts, ends = spans()
    hour_by_weekday(starts=starts[:10], ends=ends[:10])  # compiled beforehand, not counted
    seconds = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        hour_by_weekday(starts=starts, ends=ends)
        seconds.append(time.perf_counter() - began)
    # 16 bytes of moments in; 17 of start, length and state out, in and out again; 12 updates
    floor = SPANS * (16 + 3 * 17) / MEMORY_BYTES_A_SECOND + 12 * SPANS / UPDATES_A_SECOND
    line = {
        "name": "hour_by_weekday",
        "seed": SEED,
        "spans": SPANS,
        "ours_seconds": round(min(seconds), 3),
        "peer": None,
        "peer_seconds": None,
        "ratio": None,
        "goal": f"under {GOAL:g} s for 1,000,000 spans",
        "met": min(seconds) < GOAL,
        "floor_seconds": round(floor, 3),
        "floor": "67 bytes a span at 10 GB/s and 12 additions to the table at 1,000 million a s",
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
