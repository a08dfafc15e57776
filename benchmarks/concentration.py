"""Concentration on one partnership of 500 neighbourhoods: Gini, both curves, half in how few.

Counts are as uneven as recorded crime (gamma of shape 1), and as many as a large city has. No
peer in our environment works out chance; PySAL's ``inequality`` has the Gini alone.

    python benchmarks/concentration.py            # prints one JSON line
"""

from __future__ import annotations

import json
import resource
import time
from collections.abc import Callable

import numpy as np

from wardwise.measures.place.chance_curve import chance_curve
from wardwise.measures.place.gini import generalised_gini, gini
from wardwise.measures.place.lorenz_curve import lorenz_curve
from wardwise.measures.place.share_of_places import share_of_places_holding


GOAL = 0.1
ROUNDS = 5
SEED, PLACES, OFFENCES, DRAWS = 1, 500, 60_000, 999


def places() -> tuple[np.ndarray, np.ndarray]:
    """Offences and residents of each."""
    random = np.random.default_rng(SEED)
    people = random.integers(1000, 2600, PLACES)
    rates = people * random.gamma(1.0, 1.0, PLACES)
    return random.multinomial(OFFENCES, rates / rates.sum()), people


def fastest(work: Callable[[], object]) -> float:
    """Seconds of the quickest of several rounds."""
    seconds = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return min(seconds)


def main() -> None:
    """Measure, print one line."""
    counts, people = places()

    def told() -> None:
        gini(counts=counts)
        generalised_gini(counts=counts)
        lorenz_curve(counts=counts)

    def by_chance() -> None:
        share_of_places_holding(counts=counts, seed=SEED, draws=DRAWS, weights=people)
        chance_curve(counts=counts, weights=people, seed=SEED, draws=DRAWS)

    ours, chance = fastest(told), fastest(by_chance)
    line = {
        "name": "concentration",
        "seed": SEED,
        "places": PLACES,
        "offences": OFFENCES,
        "draws": DRAWS,
        "ours_seconds": round(ours, 6),
        "with_chance_seconds": round(ours + chance, 3),
        "peer": None,
        "peer_seconds": None,
        "ratio": None,
        "goal": f"under {GOAL:g} s on one partnership",
        "met": ours < GOAL,
        "floor_seconds": round(3 * PLACES * np.log2(PLACES) / 1e9, 6),
        "floor": "three sorts of the places at 1,000 million comparisons a s; what is above is "
        "the calls into the library, of some microseconds each",
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
