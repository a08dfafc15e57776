"""The most likely clusters of counts against people, or against anything expected."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.scan.clusters import ScanFound, without_overlap
from wardwise.measures.scan.count_scan import best_windows, ground_of, summed
from wardwise.measures.scan.replicates import REPLICATES, counts_of, maxima
from wardwise.measures.scan.windows import ScanWindows


Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def poisson_scan(
    *,
    counts: ArrayLike,
    expected: ArrayLike,
    windows: ScanWindows,
    seed: int,
    replicates: int = REPLICATES,
    dispersion: float = 1.0,
) -> ScanFound:
    """Kulldorff's scan for more events than expected, in space or in space and time.

    Parameters
    ----------
    counts : array
        Events. Whole numbers. Shape: areas, or areas × periods as in ``windows``.
    expected : array
        Residents, or events expected; only their proportions matter. Above 0 wherever an event
        was counted. Same shape.
    windows : ScanWindows
        What is looked at.
    seed : int
        Of the replicates; from the settings.
    replicates : int
        Data sets drawn with no cluster in them.
    dispersion : float
        φ of the counts about what is expected where there is no cluster (``expected_dispersion``):
        1 lets each event fall by itself.

    Returns
    -------
    ScanFound
        High clusters only.

    Raises
    ------
    ValueError
        If the shapes differ, counts are not whole, events are where none are expected, or
        ``dispersion`` is under 1.

    Notes
    -----
    Each replicate spreads as many events over the cells by what is expected (multinomial, by
    Walker's table of aliases), each event by itself. Crimes are not: places differ and stay
    different, and one brings another. With φ at 1 this scan calls a cluster of residents' crimes
    wherever it is asked: in Luton in all of 200 tries in which neighbourhoods with their counts
    were put in random places. With φ of the counts an event falls where an earlier one fell, the
    oftener the larger φ is (Pólya's urn: Dirichlet-multinomial counts, which are negative binomial
    ones with variance φ × mean, given their total), and in 3 of the 200 at 5%. A cluster is then
    high places that lie together more than places so uneven do by chance; one high place alone is
    none. ``permutation_scan`` asks what has changed.

    References
    ----------
    Kulldorff M (1997) Communications in Statistics: Theory and Methods 26:1481.
    Dwass M (1957) Annals of Mathematical Statistics 28:181, for p from replicates.
    Vose MD (1991) IEEE Transactions on Software Engineering 17:972, for the aliases.

    Examples
    --------
    >>> from wardwise.measures.scan.windows import scan_windows
    >>> over = scan_windows(x=[0, 1, 5, 6], y=[0, 0, 0, 0], weights=[1, 1, 1, 1])
    >>> found = poisson_scan(
    ...     counts=[9, 8, 2, 1], expected=[1, 1, 1, 1], windows=over, seed=1, replicates=99)
    >>> found.clusters[0].areas, found.clusters[0].expected, found.p_value
    ((0, 1), 10.0, 0.01)
    """
    if not dispersion >= 1:
        raise ValueError(f"dispersion is {dispersion}: expected 1 or more.")
    cells = counts_of("counts", counts, windows)
    base = _base(expected, cells)
    total = int(cells.sum())
    if not total:
        return ScanFound((), 0.0, replicates)
    means = summed(base * total, windows)
    draw = _drawer(base, total, means, windows, dispersion)
    by_chance = maxima(lambda numbers: draw(numbers, seed), replicates=replicates)
    best = best_windows(cells, base * total, windows)
    clusters = without_overlap(best, windows=windows, highest_by_chance=by_chance)
    return ScanFound(clusters, float(total), replicates, float(dispersion))


def _drawer(
    base: Floats, total: int, means: Floats, windows: ScanWindows, dispersion: float
) -> Callable[[Ints, int], Floats]:
    """The highest scores of replicates by their numbers and the seed."""
    from wardwise.measures.scan.draw_loops import Aliases, poisson_maxima, uneven_maxima

    table, ground = Aliases(*aliases(base.ravel())), ground_of(windows)
    if dispersion == 1:
        return lambda numbers, seed: poisson_maxima(numbers, seed, table, total, means, ground)
    urn = (table, total / (dispersion - 1))
    return lambda numbers, seed: uneven_maxima(numbers, seed, urn, total, means, ground)


def _base(expected: ArrayLike, cells: Ints) -> Floats:
    base = np.asarray(expected, dtype=float).reshape(-1, *np.shape(expected)[1:])
    base = base[:, None] if base.ndim == 1 else base
    if base.shape != cells.shape:
        raise ValueError(f"expected has the shape {base.shape}, counts have {cells.shape}.")
    if not (np.isfinite(base) & (base >= 0)).all() or not base.sum() > 0:
        raise ValueError("expected: numbers 0 or more, all of them known, and some above 0.")
    if (cells[base == 0] > 0).any():
        raise ValueError("Events were counted where none are expected: that cannot be judged.")
    shares: Floats = base / base.sum()
    return shares


def aliases(shares: Floats) -> tuple[Floats, Ints]:
    """Walker's table, as Vose makes it: each slot holds a cell's own part and one other cell."""
    scaled = (shares * len(shares)).tolist()
    threshold, alias = np.ones(len(shares)), np.arange(len(shares))
    small = [n for n, one in enumerate(scaled) if one < 1]
    large = [n for n, one in enumerate(scaled) if one >= 1]
    while small and large:
        low, high = small.pop(), large.pop()
        threshold[low], alias[low] = scaled[low], high
        scaled[high] -= 1 - scaled[low]
        (small if scaled[high] < 1 else large).append(high)
    return threshold, alias
