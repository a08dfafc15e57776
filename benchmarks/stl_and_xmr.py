"""STL and control limits of 300 areas by 15 series by 60 months, beside statsmodels' own defaults.

Counts have a season, a trend and the dispersion of recorded crime; sizes differ from area to area
as districts do.

    python benchmarks/stl_and_xmr.py            # prints one JSON line
"""

from __future__ import annotations

import json
import resource
import time

import numpy as np
from statsmodels.tsa.seasonal import STL

from wardwise.domain.period import Period
from wardwise.measures.time.control_chart import control_chart
from wardwise.measures.time.seasonal_trend import SeasonalTrend, seasonal_trend


GOAL = 10.0
SEED, AREAS, SERIES, MONTHS = 1, 300, 15, 60
# two inner loops, each some 3 smoothings of 60 points over 13 to 61 neighbours, with the jumps
OPERATIONS_A_SERIES = 2 * (12 * 2 * 5 + 84 * 13 // 2 + 60 * 19 // 2) * 12
OPERATIONS_A_SECOND = 1e9


def series() -> np.ndarray:
    """Shape: areas × series, months. Unit: offences."""
    random = np.random.default_rng(SEED)
    mean = random.lognormal(4, 1, (AREAS * SERIES, 1))
    months = np.arange(MONTHS)
    season = 1 + random.uniform(0, 0.4, mean.shape) * np.cos(2 * np.pi * (months - 6) / 12)
    trend = 1 + random.normal(0, 0.1, mean.shape) * months / MONTHS
    noise = random.gamma(20, 1 / 20, (len(mean), MONTHS))
    return random.poisson(mean * season * trend * noise).astype(float)


def main() -> None:
    """Measure, print one line."""
    made = series()
    months = Period.parse("2020-01", "2024-12").months
    STL(made[0], period=12).fit()  # loaded beforehand, not counted
    began = time.perf_counter()
    apart = [seasonal_trend(values=one) for one in made]
    stl = time.perf_counter() - began
    began = time.perf_counter()
    for one in made:
        control_chart(months=months, values=one)
    charts = time.perf_counter() - began
    began = time.perf_counter()
    theirs = [STL(one, period=12).fit() for one in made]
    peer = time.perf_counter() - began
    # the peer's season may change from year to year, as ours may with a window of 7
    moving = [seasonal_trend(values=one, season_window=7) for one in made[:200]]
    differences = [
        np.abs(np.array(ours.trend) - their.trend).mean() / one.mean()
        for ours, their, one in zip(moving, theirs, made, strict=False)
        if isinstance(ours, SeasonalTrend)
    ]
    floor = len(made) * OPERATIONS_A_SERIES / OPERATIONS_A_SECOND
    line = {
        "name": "stl_and_xmr",
        "seed": SEED,
        "series": len(made),
        "months": MONTHS,
        "ours_seconds": round(stl + charts, 2),
        "stl_seconds": round(stl, 2),
        "xmr_seconds": round(charts, 2),
        "peer": "statsmodels STL, its defaults (5 inner loops, no jumps)",
        "peer_seconds": round(peer, 2),
        "ratio": round(peer / stl, 1),
        "trend_differs_by_percent": round(100 * float(np.mean(differences)), 2),
        "known": sum(isinstance(one, SeasonalTrend) for one in apart),
        "goal": f"under {GOAL:g} s for STL and XmR together",
        "met": stl + charts < GOAL,
        "floor_seconds": round(floor, 2),
        "floor": "multiplications and additions of STL's smoothings at 1,000 million a second",
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
