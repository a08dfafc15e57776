"""The most likely clusters of cases among cases and controls."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import xlogy

from wardwise.measures.scan.clusters import BestWindow, ScanFound, without_overlap
from wardwise.measures.scan.count_scan import ground_of
from wardwise.measures.scan.replicates import REPLICATES, counts_of, maxima
from wardwise.measures.scan.windows import ScanWindows


def bernoulli_scan(
    *,
    cases: ArrayLike,
    controls: ArrayLike,
    windows: ScanWindows,
    seed: int,
    replicates: int = REPLICATES,
) -> ScanFound:
    """Kulldorff's scan for a higher share of cases among cases and controls.

    Parameters
    ----------
    cases, controls : array
        Whole numbers: detected and undetected offences, say. Shape: areas.
    windows : ScanWindows
        What is looked at; one period.
    seed : int
        Of the replicates; from the settings.
    replicates : int
        Data sets drawn with no cluster in them.

    Returns
    -------
    ScanFound
        High clusters only. ``expected``: people inside × all cases ÷ all people.

    Raises
    ------
    ValueError
        If the shapes differ or counts are not whole.

    Notes
    -----
    In each replicate as many cases are drawn from all cases and controls without replacement.

    References
    ----------
    Kulldorff M, Nagarwalla N (1995) Statistics in Medicine 14:799.

    Examples
    --------
    >>> from wardwise.measures.scan.windows import scan_windows
    >>> over = scan_windows(x=[0, 1, 5, 6], y=[0, 0, 0, 0], weights=[10, 10, 10, 10])
    >>> found = bernoulli_scan(
    ...     cases=[9, 8, 2, 1], controls=[1, 2, 8, 9], windows=over, seed=1, replicates=99)
    >>> found.clusters[0].areas, found.clusters[0].observed, found.clusters[0].expected
    ((0, 1), 17.0, 10.0)
    """
    from wardwise.measures.scan.bernoulli_loops import bernoulli_maxima, best_share_round

    with_it = counts_of("cases", cases, windows)[:, 0]
    people = with_it + counts_of("controls", controls, windows)[:, 0]
    all_cases, everybody, ground = int(with_it.sum()), int(people.sum()), ground_of(windows)
    if not all_cases or all_cases == everybody:
        return ScanFound((), float(all_cases), replicates)
    each = np.arange(everybody + 1, dtype=float)
    logs = xlogy(each, each)
    by_chance = maxima(
        lambda numbers: bernoulli_maxima(numbers, seed, all_cases, people, ground, logs),
        replicates=replicates,
    )
    found = [best_share_round(n, with_it, people, ground, logs, 0.0) for n in range(windows.areas)]
    best = []
    for centre, (score, zone) in enumerate(found):
        inside = windows.order[centre, :zone]
        mean = float(people[inside].sum()) * all_cases / everybody
        best.append(BestWindow(score, centre, zone, 0, float(with_it[inside].sum()), mean))
    clusters = without_overlap(best, windows=windows, highest_by_chance=by_chance)
    return ScanFound(clusters, float(all_cases), replicates)
