"""A season and a hot ward: how often they are found where they are, and where they are not."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.demo import truths as planted
from wardwise.demo.detection.changes import counts_of, phis
from wardwise.demo.detection.scene import Scene, draws
from wardwise.measures.compare.funnel import funnel_limits
from wardwise.measures.time.month_index import MonthIndex, month_index


Ints = NDArray[np.int64]

PEAK = (planted.PEAK_MONTH - 1, planted.PEAK_MONTH, planted.PEAK_MONTH + 1)
SMALL_AREA_LEVEL = 0.998  # many wards are looked at together


def seasons_found(scene: Scene, offence: str, *, seeds: int) -> tuple[int, int]:
    """Seeds in which the test calls a season; and in which its highest month is the right one."""
    counts = counts_of(scene, offence, seeds=seeds)[:, 0]
    called = right = 0
    for of_seed in counts:
        found = month_index(months=scene.crimes.months, values=of_seed.astype(float))
        if isinstance(found, MonthIndex) and found.is_seasonal:
            called += 1
            right += int(np.argmax(found.index)) + 1 in PEAK
    return called, right


def wards_called(scene: Scene, *, even: bool, seeds: int) -> NDArray[np.bool_]:
    """Wards whose count in the last year is above the funnel. Shape: seeds × wards.

    ``even`` spreads the offence by residents alone, so that no ward is truly hot.
    """
    expected = scene.expected_by_ward(planted.HOT)
    share = scene.ward_residents / scene.ward_residents.sum()
    if even:
        expected = share[:, None] * expected.sum(axis=0)
    counts = draws(expected, offence=planted.HOT, seeds=seeds)[:, :, -12:].sum(axis=2)
    phi = phis(counts_of(scene, planted.HOT, seeds=seeds))
    return np.stack(
        [
            of_seed > of_seed.sum() * share * _upper(of_seed.sum() * share, of_phi)
            for of_seed, of_phi in zip(counts, phi, strict=True)
        ]
    )


def hot_ward_found(scene: Scene, *, seeds: int) -> int:
    """Seeds in which the planted ward is called."""
    position = list(scene.wards).index(scene.land.ward_named(planted.HOT_WARD))
    return int(wards_called(scene, even=False, seeds=seeds)[:, position].sum())


def _upper(expected: NDArray[np.float64], phi: float) -> NDArray[np.float64]:
    return funnel_limits(expected=expected, level=SMALL_AREA_LEVEL, phi=phi).upper
