"""A weighted displacement difference with everything that an evaluation asks beside it.

One initiative of four areas and three kinds of offence, five years of months clustered like crime
(negative binomial, dispersion 2): the difference with time, area and harm weights, the same from
the year before, the E-test, months until visible; and apart the segmented regression, whose
library (statsmodels) is loaded first. No peer of the first installs from a Python registry.

    python benchmarks/weighted_displacement.py            # prints one JSON line
"""

from __future__ import annotations

import json
import resource
import time

import numpy as np

from wardwise.measures.effect.displacement_difference import weighted_displacement_difference
from wardwise.measures.effect.e_test import exact_difference_p_value
from wardwise.measures.effect.level_weights import level_weights
from wardwise.measures.effect.segmented_regression import segmented_regression
from wardwise.measures.effect.selection import effect_without_selection
from wardwise.measures.effect.visible import months_until_visible


GOAL = 0.1
ROUNDS = 5
SEED, AREAS, MONTHS, OFFENCES, PHI = 1, 4, 60, 3, 2.0


def main() -> None:
    """Measure, print one line."""
    random = np.random.default_rng(SEED)
    mean = np.array([20.0, 90.0, 25.0, 80.0])[:, None, None]
    counts = random.poisson(random.gamma(mean / (PHI - 1), PHI - 1, (AREAS, MONTHS, OFFENCES)))
    counts = counts.astype(float)
    evaluated(counts)  # loads what is loaded on first use
    stepped(counts)
    difference = min(timed(evaluated, counts) for _ in range(ROUNDS))
    regression = min(timed(stepped, counts) for _ in range(ROUNDS))
    line = {
        "name": "weighted_displacement",
        "seed": SEED,
        "areas": AREAS,
        "months": MONTHS,
        "offences": OFFENCES,
        "ours_seconds": round(difference, 5),
        "regression_seconds": round(regression, 5),
        "excluded": "loading SciPy and statsmodels",
        "peer": None,
        "peer_seconds": None,
        "ratio": None,
        "floor": "720 counts: some microseconds; the rest is the checking of arguments, and 60"
        " horizons of power tried one by one",
        "goal": f"at most {GOAL:g} s, both together",
        "met": difference + regression <= GOAL,
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    print(json.dumps(line))


def evaluated(counts: np.ndarray) -> None:
    """Everything but the regression."""
    years = counts.reshape(AREAS, 5, 12, OFFENCES).sum(axis=2)
    weights = level_weights(before=years[:, :4].sum(axis=(1, 2)))
    common = {"area_weights": weights, "harm_weights": [1.0, 5.0, 20.0], "phi": PHI}
    weighted_displacement_difference(counts=years[:, 3:], time_weights=[1.0, 1.0], **common)
    effect_without_selection(counts=years[:, 2:], **common)
    exact_difference_p_value(first=19, second=8)  # as small as it is asked for
    together = counts.sum(axis=2)[:, :48]
    months_until_visible(treated=together[0], control=together[1], fall_percent=10, phi=PHI)


def stepped(counts: np.ndarray) -> None:
    """The regression of months."""
    together = counts.sum(axis=2)
    segmented_regression(treated=together[0], control=together[1], start=48)


def timed(work: object, counts: np.ndarray) -> float:
    """Seconds of one call."""
    began = time.perf_counter()
    work(counts)  # type: ignore[operator]
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
