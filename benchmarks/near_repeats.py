"""Knox's test with 4 × 4 bands: permutations beside pointpats, and exact moments at any size.

Events are clustered like crime: towns of uneven size, half as many places as events, some places
drawn far more often than others, a tenth of events soon after and near another. ``heavy`` makes
a few addresses very heavy (Zipf's law over places), which multiplies the pairs; both are measured.

pointpats takes one limit of distance and one of time, a quarter of the cells or less.

The floor: of each pair under each permutation one time of two bytes must be read, at 33 GB/s a
core; of each pair for the moments sixteen bytes of coordinates.

    python benchmarks/near_repeats.py knox_10000        # one JSON line; or knox_100000,
    python benchmarks/near_repeats.py moments_100000    # knox_100000_heavy, moments_1000000, …
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
import warnings

import numpy as np

from wardwise.measures.near_repeats.knox import Knox, knox


AREA, TOWNS, SEED = 16_000.0, 200, 1
BANDS = {"space": (0, 100, 200, 300, 400), "time": (0, 7, 14, 21, 28)}
READ = 33e9  # bytes a second and core
NAMES = {
    f"{kind}_{events}{heavy}": (kind, events, bool(heavy))
    for kind, sizes in (("knox", (10_000, 100_000)), ("moments", (100_000, 1_000_000)))
    for events in sizes
    for heavy in ("", "_heavy")
}
GOALS = {
    "knox_10000": ("at least 200 times pointpats' one band", "times", 200.0),
    "knox_100000": ("under 20 s and 1 GB for 999 permutations", "seconds", 20.0),
    "moments_100000": ("under 1 s", "seconds", 1.0),
    "moments_1000000": ("within 8 GB", "mb", 8_000.0),
}


def events_like_crime(events: int, *, heavy: bool) -> dict[str, np.ndarray]:
    """Eastings and northings in metres, days of one year."""
    random = np.random.default_rng(SEED)
    places = events // 2
    size = 1 / np.arange(1, TOWNS + 1) ** 0.6
    town = random.choice(TOWNS, places, p=size / size.sum())
    at = random.uniform(0, AREA, (TOWNS, 2))[town] + random.normal(0, 1_500, (places, 2))
    share = 1 / (1 + random.permutation(places)) ** (0.9 if heavy else 0.25)
    point = at[random.choice(places, events, p=share / share.sum())]
    day = random.integers(0, 365, events)
    later = random.choice(events, events // 10, replace=False)
    before = random.integers(0, events, len(later))
    point[later] = point[before] + random.normal(0, 60, (len(later), 2))
    day[later] = np.minimum(day[before] + random.integers(0, 8, len(later)), 364)
    return {"x": point[:, 0], "y": point[:, 1], "times": day}


def main(name: str) -> None:
    """Measure, print one line."""
    kind, events, heavy = NAMES[name]
    permutations = 0 if kind == "moments" else 99 if events < 100_000 else 999
    made = events_like_crime(events, heavy=heavy)
    few = {column: values[:100] for column, values in made.items()}
    knox(**few, bands=BANDS, permutations=3)  # compiled, or read from where it is kept
    began, worked = time.perf_counter(), time.process_time()
    found = knox(**made, bands=BANDS, permutations=permutations, seed=SEED)
    seconds, worked = time.perf_counter() - began, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    peer = _pointpats(made) if name == "knox_10000" else None
    told, by, limit = GOALS.get(name.removesuffix("_heavy"), ("", "seconds", np.inf))
    ratio = peer / seconds if peer else None
    line = {
        "name": f"near_repeats_{name}",
        "ours_seconds": round(seconds, 3),
        "cpu_seconds": round(worked, 3),
        "peer": "pointpats Knox, 400 m and 28 days alone, 99 permutations" if peer else None,
        "peer_seconds": round(peer, 1) if peer else None,
        "ratio": round(ratio) if ratio else None,
        "input": f"{events:,} events on {AREA / 1000:g} km square and its edge, {TOWNS} towns"
        f"{', very heavy addresses' if heavy else ''}, 4 x 4 bands to 400 m and 28 days, "
        f"{permutations} permutations, seed {SEED}; compiling left out",
        "pairs": sum(found.space_pairs),
        "nearest": {"ratio": round(float(found.ratio[0, 0]), 3), "p": _p(found)},
        "floor": _floor(found, permutations),
        "goal": told or None,
        "met": {"seconds": seconds <= limit and (not permutations or peak < 1_000),
                "times": bool(ratio and ratio >= limit), "mb": peak <= limit}[by]
        if told and not (heavy and by == "times") else None,
        "peak_mb": round(peak),
    }  # fmt: skip
    print(json.dumps(line))


def _p(found: Knox) -> float | None:
    return None if found.p_adjusted is None else float(found.p_adjusted[0, 0])


def _floor(found: Knox, permutations: int) -> str:
    pairs, cores = sum(found.space_pairs), os.cpu_count() or 1
    moved = pairs * (2 * permutations if permutations else 16)
    return f"{moved / READ / cores:.2g} s: {moved / 1e9:.2g} GB read on {cores} cores"


def _pointpats(made: dict[str, np.ndarray]) -> float:
    """It prints nothing of a table; its one cell is all that it works out."""
    from pointpats import Knox as Peer

    places = np.column_stack([made["x"], made["y"]])
    began = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        Peer(places, made["times"][:, None], 400, 28, permutations=99)
    return time.perf_counter() - began


if __name__ == "__main__":
    main(sys.argv[1])
