"""What a scan found: clusters in order of how unlikely they are by chance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.scan.windows import ScanWindows


@dataclass(frozen=True)
class Cluster:
    """One window with more events than its surroundings.

    Attributes
    ----------
    centre : int
        Position of the area round whose centre the circle is drawn.
    areas : tuple of int
        Positions of the areas in it, the nearest to the centre first.
    radius : float
        Distance of the farthest, in the unit of the positions.
    first, last : int
        Positions of its first and last period; 0 and 0 in a scan without time.
    observed, expected : float
        Events in it, and those expected without a cluster. Unit: events.
    score : float
        Log likelihood ratio. No unit.
    p_value : float
        Share of the data sets with no cluster, this one among them, of which the highest score
        anywhere is as high: every window that was looked at is allowed for.
    """

    centre: int
    areas: tuple[int, ...]
    radius: float
    first: int
    last: int
    observed: float
    expected: float
    score: float
    p_value: float

    @property
    def ratio(self) -> float:
        """Observed ÷ expected. No unit."""
        return self.observed / self.expected


@dataclass(frozen=True)
class ScanFound:
    """The most likely cluster and those after it, none of which share an area.

    Attributes
    ----------
    clusters : tuple of Cluster
        The highest score first. Empty where no window has more than is expected.
    total : float
        Events scanned. Unit: events.
    replicates : int
        Data sets with no cluster that were drawn.
    dispersion : float
        φ of those data sets, on average over areas: 1 where every event falls by itself.
    """

    clusters: tuple[Cluster, ...]
    total: float
    replicates: int
    dispersion: float = 1.0

    @property
    def p_value(self) -> float:
        """Of the most likely cluster; 1 where there is none."""
        return self.clusters[0].p_value if self.clusters else 1.0


@dataclass(frozen=True)
class BestWindow:
    """The highest score round one centre: so many of its nearest areas, in that stretch."""

    score: float
    centre: int
    zone: int
    stretch: int
    observed: float
    expected: float


def without_overlap(
    best: Iterable[BestWindow], *, windows: ScanWindows, highest_by_chance: NDArray[np.float64]
) -> tuple[Cluster, ...]:
    """The best window of each centre, the highest score first, left out if it shares an area."""
    taken: set[int] = set()
    kept: list[Cluster] = []
    for one in sorted(best, key=lambda window: (-window.score, window.centre)):
        areas = tuple(windows.order[one.centre, : one.zone].tolist())
        if one.score <= 0 or taken.intersection(areas):
            continue
        taken.update(areas)
        # two sums of the same logarithms may differ in the last digit
        as_high = int((highest_by_chance >= one.score * (1 - 1e-12)).sum())
        kept.append(
            Cluster(
                centre=one.centre,
                areas=areas,
                radius=float(windows.distance[one.centre, one.zone - 1]),
                first=int(windows.first[one.stretch]),
                last=int(windows.last[one.stretch]),
                observed=one.observed,
                expected=one.expected,
                score=one.score,
                p_value=(1 + as_high) / (len(highest_by_chance) + 1),
            )
        )
    return tuple(kept)
