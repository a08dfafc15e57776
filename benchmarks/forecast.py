"""Forecasts of 450 series of 120 months: rules chosen by rolling origins, with ranges.

Beside statsmodels' ETSModel, which is fitted once to a few of the same series and scaled: it
chooses between no rules and tries nothing on the past.

    python benchmarks/forecast.py            # prints one JSON line
"""

from __future__ import annotations

import json
import resource
import time
import warnings
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wardwise.domain.period import Month
from wardwise.measures.time.forecast import forecast


GOAL = 60.0
SERIES, MONTHS, OF_PEER, SEED, THREADS = 450, 120, 6, 1, 2
NAMES = [str(Month(2014, 1).plus(n)) for n in range(MONTHS)]


def counts() -> NDArray[np.float64]:
    """Levels that wander, a season, and more than Poisson noise, 5 to 2,000 a month."""
    random = np.random.default_rng(SEED)
    level = np.exp(random.uniform(np.log(5), np.log(2000), SERIES))[:, None]
    drift = np.exp(np.cumsum(random.normal(0, 0.03, (SERIES, MONTHS)), axis=1))
    depth, when = random.uniform(0, 0.3, (SERIES, 1)), random.uniform(0, 12, (SERIES, 1))
    season = np.exp(depth * np.sin(2 * np.pi * (np.arange(MONTHS) - when) / 12))
    drawn = random.poisson(level * drift * season * random.gamma(50, 1 / 50, drift.shape))
    return drawn.astype(float)


def ours(rows: NDArray[np.float64]) -> tuple[float, float]:
    """Seconds for all of them on two threads, and seconds of processors."""
    began, processors = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(lambda row: forecast(months=NAMES, values=row), rows))
    return time.perf_counter() - began, time.process_time() - processors


def peers(rows: NDArray[np.float64]) -> float:
    """Seconds for one fit and twelve months of intervals each, in statsmodels."""
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    index = pd.period_range("2014-01", periods=MONTHS, freq="M")
    began = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for row in rows:
            model = ETSModel(
                pd.Series(np.log(row + 0.5), index=index),
                error="add",
                trend="add",
                damped_trend=True,
                seasonal="add",
                seasonal_periods=12,
            )
            model.fit(disp=False).get_prediction(MONTHS, MONTHS + 11).summary_frame()
    return time.perf_counter() - began


def main() -> None:
    """Measure, print one line."""
    rows = counts()
    forecast(months=NAMES, values=rows[0])  # compiles the loops, or reads them
    seconds, processors = ours(rows)
    peer = peers(rows[:OF_PEER]) * SERIES / OF_PEER
    line = {
        "name": "forecast",
        "ours_seconds": round(seconds, 2),
        "peer": f"statsmodels ETSModel, one fit and no back-test, {OF_PEER} series scaled",
        "peer_seconds": round(peer, 1),
        "ratio": round(peer / seconds, 1),
        "goal": f"at most {GOAL:g} s",
        "met": seconds <= GOAL,
        "processor_seconds": round(processors, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "series": SERIES,
        "months": MONTHS,
        "origins": 36,
        "seed": SEED,
        "threads": THREADS,
        "compile": "not in the time: one series before",
        "floor": floor(),
    }
    print(json.dumps(line))


def floor() -> str:
    """Operations that the fits need: sums over months for each weight tried."""
    # with a season: 13 first states, each a run through 84 or 120 months, and 13² sums of squares
    each = 84 * (14 * 12 + 13 * 14) + 120 * (14 * 12 + 13 * 14)
    operations = SERIES * 2 * 250 * each  # two such forms, about 250 weights tried each
    return f"{operations / 1e9:.0f} billion operations in the fits; about 2 billion a second a core"


if __name__ == "__main__":
    main()
