"""What is called of near repeats: planted in burglary, and in crime that only comes as it comes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely
from numpy.typing import NDArray

from wardwise.demo import truths as planted
from wardwise.demo.detection.rate import Rate
from wardwise.demo.detection.scene import Scene
from wardwise.demo.landscape import METRES_A_DEGREE
from wardwise.demo.model_table import model_table
from wardwise.demo.months import months_of
from wardwise.demo.randomness import stream
from wardwise.demo.truths import Size
from wardwise.figures.near_repeats import SPACE, TIME
from wardwise.measures.near_repeats.bands import Bands
from wardwise.measures.near_repeats.knox import Knox, knox


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Random = np.random.Generator

OFFENCE = planted.HOT
SHARE_BY = {Size.SMALL: 0.02, Size.MEDIUM: 0.05, Size.LARGE: 0.10}
"""Of the burglaries, those put near another one and soon after it."""
AROUND, NEAR = 150.0, 60.0  # metres, standard deviations
LAST = 14  # days after, at most
PERMUTATIONS = 999


def no_near_repeats(scene: Scene, seeds: int) -> list[Rate]:
    """Dates that owe nothing to places; and months in which a neighbourhood has a burst."""
    rates = []
    for what, bursts, wanted in (
        (f"{OFFENCE}, dates whatever the place", False, False),
        (f"{OFFENCE}, months of bursts as in the model, nothing else", True, None),
    ):
        found = list(_found(scene, seeds, share=0.0, bursts=bursts))
        for says, times in _said(found).items():
            rates.append(Rate("near repeats", Size.NONE, what, says, times, seeds, wanted=wanted))
    return rates


def near_repeats(scene: Scene, size: Size, seeds: int) -> list[Rate]:
    """Some within two weeks of one before and, in one direction, 60 m of it or so."""
    found = list(_found(scene, seeds, share=SHARE_BY[size], bursts=False))
    what = f"{OFFENCE}, {SHARE_BY[size]:.0%} within {LAST} days and about 100 m of another"
    return [
        Rate("near repeats", size, what, says, times, seeds, wanted=True)
        for says, times in _said(found).items()
    ]


def _said(found: list[Knox]) -> dict[str, int]:
    return {
        "any of 16 bands above chance": sum(bool(one.is_above_chance.any()) for one in found),
        "an action window": sum(one.window is not None for one in found),
    }


def _found(scene: Scene, seeds: int, *, share: float, bursts: bool) -> Iterator[Knox]:
    """Knox's test of each seed's burglaries, as a paper of this offence alone prints it."""
    for seed in range(seeds):
        random = stream(seed, f"near repeats {share:g} {bursts}")
        place, day = _drawn(random, scene, bursts=bursts)
        near = np.flatnonzero(random.random(len(day)) < share)
        before = random.integers(0, len(day), len(near))
        place[near] = place[before] + random.normal(0, NEAR, (len(near), 2))
        day[near] = day[before] + random.integers(1, LAST + 1, len(near))
        yield knox(
            x=place[:, 0],
            y=place[:, 1],
            times=day,
            bands=Bands(SPACE, TIME),
            permutations=PERMUTATIONS,
            seed=seed,
        )


def _drawn(random: Random, scene: Scene, *, bursts: bool) -> tuple[Floats, Ints]:
    """Places in metres and days of one year's offences of Exampleshire."""
    offences = list(scene.crimes.offences)
    home = np.flatnonzero(scene.land.district_of[scene.crimes.lsoas] == 0)
    expected = scene.crimes.expected[home][:, months_of(planted.LATEST_YEAR)]
    mean = expected[..., offences.index(OFFENCE)]
    if bursts:
        excess = model_table("offence")["phi"].to_numpy(float)[offences.index(OFFENCE)] - 1
        mean = random.gamma(mean / excess, excess)
    lsoa, month = np.divmod(np.repeat(np.arange(mean.size), random.poisson(mean).ravel()), 12)
    middle = shapely.get_coordinates(
        shapely.centroid(scene.land.outline[scene.crimes.lsoas[home[lsoa]]])
    )
    place = middle * np.array(METRES_A_DEGREE) + random.normal(0, AROUND, (len(lsoa), 2))
    firsts = np.cumsum([0, *(one.days for one in planted.LATEST_YEAR.months)])
    length = np.diff(firsts)[month]
    return place, firsts[month] + (random.random(len(month)) * length).astype(np.int64)
