"""Space-time scan of one partnership: 200 areas × 24 months, 20,000 events, 999 replicates.

Counts are drawn as crime is: a town's centre that always has more, a season, and negative
binomial months with φ = 2. Both tests are timed: the published shuffle, and the urns that the
paper prints. No peer installs from a Python registry that scans space and time.

The floor: what any answer by 999 replicates must do is draw every event of each (a shuffle has
one random number an event, an urn two) and add up each window's events. The line says how many
events and windows that is, and what the drawing alone takes.

    python benchmarks/scan.py            # prints one JSON line
"""

from __future__ import annotations

import json
import resource
import time
from collections.abc import Callable

import numpy as np

from wardwise.measures.scan.permutation_scan import one_by_one, permutation_scan
from wardwise.measures.scan.windows import scan_windows


GOAL = 5.0
ROUNDS = 3
AREAS, MONTHS, EVENTS, SEED, PHI, REPLICATES = 200, 24, 20_000, 1, 2.0, 999


def main() -> None:
    """Measure, print one line."""
    from wardwise.measures.chance import shuffle

    random = np.random.default_rng(SEED)
    x, y = random.uniform(0, 12_000, (2, AREAS))
    centre = np.exp(2 * (np.hypot(x - 6_000, y - 6_000) < 1_500))
    rate = random.gamma(1.5, 1, AREAS) * centre
    season = 1 + 0.2 * np.cos(np.arange(MONTHS) / 6 * np.pi)
    mean = np.outer(rate / rate.sum(), season / season.sum()) * EVENTS
    counts = random.negative_binomial(mean / (PHI - 1), 1 / PHI)
    windows = scan_windows(
        x=x, y=y, weights=counts.sum(axis=1), periods=MONTHS, limits={"most_percent": 50}
    )

    def scan(replicates: int, dispersion: float) -> float:
        found = permutation_scan(
            counts=counts,
            windows=windows,
            seed=SEED,
            replicates=replicates,
            dispersion=dispersion,
        )
        return found.p_value

    for dispersion in (1.0, PHI):  # compiled, or read from where it is kept, before the clock runs
        scan(1, dispersion)
    periods = one_by_one(counts)[1].copy()
    shuffle(periods, np.uint64(1))
    p_value = scan(REPLICATES, PHI)
    urns = _seconds(lambda: scan(REPLICATES, PHI))
    plain = _seconds(lambda: scan(REPLICATES, 1.0))
    drawing = _seconds(lambda: [shuffle(periods, np.uint64(n)) for n in range(REPLICATES)])
    line = {
        "name": "scan",
        "ours_seconds": round(urns, 2),
        "shuffled_seconds": round(plain, 2),
        "peer": None,
        "peer_seconds": None,
        "ratio": None,
        "input": f"{AREAS} areas, {MONTHS} months, {int(counts.sum())} events, phi {PHI:g}, a "
        f"centre; circles to 50% of events, stretches of 1 to 12 months that end with the last; "
        f"{REPLICATES} replicates, seed {SEED}; compiling left out",
        "windows": int(windows.is_zone.sum()) * len(windows.first),
        "p_value": p_value,
        "floor": f"shuffling every event {REPLICATES} times on one thread takes {drawing:.2f} s; "
        "the rest is one addition and one comparison for each window",
        "goal": f"under {GOAL:g} s",
        "met": urns < GOAL,
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    print(json.dumps(line))


def _seconds(work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return min(seconds)


if __name__ == "__main__":
    main()
