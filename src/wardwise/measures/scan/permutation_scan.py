"""Where, and since when, are there more events than the place's own share of the time's?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.scan.clusters import ScanFound, without_overlap
from wardwise.measures.scan.count_scan import best_windows, ground_of
from wardwise.measures.scan.replicates import REPLICATES, counts_of, maxima
from wardwise.measures.scan.windows import ScanWindows


Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def permutation_scan(
    *,
    counts: ArrayLike,
    windows: ScanWindows,
    seed: int,
    replicates: int = REPLICATES,
    dispersion: float | Sequence[float] = 1.0,
) -> ScanFound:
    """Space-time permutation scan: what is expected follows from the events alone.

    Parameters
    ----------
    counts : array
        Events by area and period. Whole numbers. Shape: areas × periods, as in ``windows``.
    windows : ScanWindows
        What is looked at.
    seed : int
        Of the replicates; from the settings.
    replicates : int
        Data sets drawn with no cluster in them.
    dispersion : float or sequence of float
        φ, the variance of an area's count in a stretch of time against Poisson's, one for all
        (``scan_dispersion``) or one for each area (``area_dispersions``). 1 is the published
        test, for events that fall by themselves.

    Returns
    -------
    ScanFound
        High clusters only.

    Raises
    ------
    ValueError
        If the shape differs, counts are not whole, or ``dispersion`` is under 1.

    Notes
    -----
    Expected in an area and stretch: events of the area × events of the stretch ÷ all. An area
    that always has more, and a month that has more everywhere, are allowed for, so that only a
    change in one place and not in the others is found.

    At φ = 1 a replicate shuffles the periods of the events, areas and periods keeping their
    totals. Above, each area's events take their periods from Pólya's urn: an event copies an
    earlier one of its area, the more often the larger φ is, or takes the period of any event.
    The counts of an area then are Dirichlet-multinomial, which is what negative binomial counts
    with variance φ × mean are, given their total; what is expected is worked out from each
    replicate's own sums. Recorded crime needs it: crime makes crime, and offenders come and go,
    so the shuffle calls a cluster in most partnerships in most years.

    References
    ----------
    Kulldorff M, Heffernan R, Hartman J, Assunção R, Mostashari F (2005) PLoS Medicine 2:e59.
    Johnson NL, Kotz S, Balakrishnan N (1997) Discrete Multivariate Distributions, chapter 40,
    for the urn.

    Examples
    --------
    >>> from wardwise.measures.scan.windows import scan_windows
    >>> over = scan_windows(x=[0, 1, 5], y=[0, 0, 0], weights=[1, 1, 1], periods=2)
    >>> found = permutation_scan(
    ...     counts=[[10, 30], [10, 10], [20, 20]], windows=over, seed=1, replicates=99)
    >>> found.clusters[0].areas, found.clusters[0].observed, found.clusters[0].expected
    ((0,), 30.0, 24.0)
    """
    from wardwise.measures.scan.draw_loops import Events, permuted_maxima

    cells = counts_of("counts", counts, windows)
    phi = np.broadcast_to(np.asarray(dispersion, dtype=float), len(cells))
    if not (phi >= 1).all():
        raise ValueError(f"dispersion is {phi.min()}: expected 1 or more.")
    total = int(cells.sum())
    if not total:
        return ScanFound((), 0.0, replicates, float(phi.mean()))
    events, ground = Events(*one_by_one(cells), _strength(cells, phi)), ground_of(windows)
    by_chance = maxima(
        lambda numbers: permuted_maxima(numbers, seed, events, ground), replicates=replicates
    )
    best = best_windows(cells, by_margins(cells), windows)
    clusters = without_overlap(best, windows=windows, highest_by_chance=by_chance)
    return ScanFound(clusters, float(total), replicates, float(phi.mean()))


def by_margins(cells: ArrayLike) -> Floats:
    """Events of the area × events of the period ÷ all events. Shape: areas × periods."""
    table = np.asarray(cells, dtype=float)
    expected: Floats = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    return expected


def one_by_one(cells: Ints) -> tuple[Ints, Ints]:
    """The area and the period of every event, area by area."""
    area, period = np.divmod(np.repeat(np.arange(cells.size), cells.ravel()), cells.shape[1])
    return area, period


def _strength(cells: Ints, phi: Floats) -> Floats:
    """Of each area's urn, so that variances are φ times Poisson's; empty where φ is 1."""
    if (phi == 1).all():
        return np.empty(0)
    strength: Floats = cells.sum(axis=1) / np.maximum(phi - 1, 1e-9)
    return strength
