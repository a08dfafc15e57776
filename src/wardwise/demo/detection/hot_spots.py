"""Hot spots by neighbourhood: how often a hot ward is one, and how often nothing is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from wardwise.demo import truths as planted
from wardwise.demo.detection.changes import counts_of, phis
from wardwise.demo.detection.scene import Scene, draws
from wardwise.demo.randomness import stream
from wardwise.demo.records import UNLOCATED
from wardwise.measures.hot_spots.hot_spot_classes import HOT, HotSpotClass, hot_spot_classes


Floats = NDArray[np.float64]

YEARS = 3
TOUCHING = 1e-6
"""Outlines so near share an edge or a corner. Unit: degrees."""


@dataclass(frozen=True)
class HotSpotsCalled:
    """Seeds in which something was called, of neighbourhoods in the ward or, if none, anywhere.

    ``called``: any of them long-term active, persistent, new or fading; ``half``: half or more
    of them hot; ``passing``: any off and on.
    """

    called: int
    half: int
    passing: int


def hot_ward_by_neighbourhood(scene: Scene, *, seeds: int) -> HotSpotsCalled:
    """The planted ward's neighbourhoods."""
    ours = np.flatnonzero(scene.land.district_of == 0)
    ward = scene.land.ward_of[ours] == scene.land.ward_named(planted.HOT_WARD)
    return _called(scene, _drawn(scene, seeds), of=ward)


def places_in_no_order(scene: Scene, *, seeds: int) -> HotSpotsCalled:
    """All neighbourhoods, as uneven as the model has them but put down anywhere, each seed anew."""
    counts = _drawn(scene, seeds)
    mixed = [
        of_seed[stream(n, "places in no order").permutation(len(of_seed))]
        for n, of_seed in enumerate(counts)
    ]
    return _called(scene, np.array(mixed), of=np.ones(counts.shape[1], dtype=bool))


def _drawn(scene: Scene, seeds: int) -> NDArray[np.int64]:
    """Shape: seeds × neighbourhoods × years."""
    return draws(expected_by_neighbourhood(scene), offence=planted.HOT, seeds=seeds)


def expected_by_neighbourhood(scene: Scene) -> Floats:
    """Shape: neighbourhoods of Exampleshire × the last three years. Unit: offences."""
    ours = np.flatnonzero(scene.land.district_of == 0)
    rows = np.searchsorted(scene.crimes.lsoas, ours)
    column = scene.crimes.offences.index(planted.HOT)
    months = scene.crimes.expected[rows, -12 * YEARS :, column] * (1 - UNLOCATED)
    years: Floats = months.reshape(len(ours), YEARS, 12).sum(axis=2)
    return years


def _called(scene: Scene, drawn: NDArray[np.int64], *, of: NDArray[np.bool_]) -> HotSpotsCalled:
    touching = _neighbours(scene)
    phi = phis(counts_of(scene, planted.HOT, seeds=len(drawn)))
    called = half = passing = 0
    for counts, of_phi in zip(drawn, phi, strict=True):
        found = hot_spot_classes(counts=counts.T, neighbours=touching, phi=of_phi).classes
        kinds = [kind for kind, wanted in zip(found, of, strict=True) if wanted]
        hot = sum(kind in HOT for kind in kinds)
        called += hot > 0 or HotSpotClass.FADING in kinds
        half += 2 * hot >= len(kinds)
        passing += HotSpotClass.OFF_AND_ON in kinds
    return HotSpotsCalled(called, half, passing)


def _neighbours(scene: Scene) -> list[list[int]]:
    outlines = scene.land.outline[scene.land.district_of == 0]
    pairs = shapely.STRtree(outlines).query(outlines, predicate="dwithin", distance=TOUCHING)
    found: list[list[int]] = [[] for _ in outlines]
    for one, other in pairs.T.tolist():
        if one != other:
            found[one].append(other)
    return found
