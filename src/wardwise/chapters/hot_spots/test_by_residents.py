"""The section on clusters against residents: planted, none, single places, and not known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tests.section_words import words_of
from wardwise.chapters.hot_spots.by_residents import BY_RESIDENTS
from wardwise.document.blocks import Table
from wardwise.figures.desk import Desk
from wardwise.figures.test_scanned import AREAS, grid_desk
from wardwise.measures import MEASURES


CORNER = [0, 1, 6, 7]


def desk_of(monthly: np.ndarray, **more: object) -> Desk:
    """So many burglaries a month in each square, of 1,500 residents."""
    desk = grid_desk(np.repeat(monthly[:, None], 24, axis=1).astype(np.int64), **more)  # type: ignore[arg-type]
    people = replace(desk.evidence.people, residents={area.code: 1_500 for area in AREAS})
    return replace(desk, evidence=replace(desk.evidence, people=people))


def uneven(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(3, 7, len(AREAS))


def test_a_planted_cluster_is_told_with_what_its_people_would_have() -> None:
    monthly = uneven(1)
    monthly[CORNER] *= 5
    found = BY_RESIDENTS.analyse(desk_of(monthly))
    first = found.scanned.clusters[0]
    # all crime and its one group are the same counts; the circle is found by its areas
    held = 12 * sum(int(monthly[AREAS.index(area)]) for area in first.areas)
    share = len(first.areas) / 36
    assert first.recorded.number == held
    assert first.expected.number == 12 * monthly.sum() * share
    assert {AREAS[n] for n in CORNER} >= set(first.areas)
    told = words_of(BY_RESIDENTS.write(found))
    assert "highest beyond chance in four neighbourhoods of Eastgate: " in told
    assert "the rate of recorded crime is highest" in told
    # two have a cluster: the one that is not told is named, and neither is among "the others"
    assert "There is a cluster of burglary as well." in told
    (table,) = (b for b in BY_RESIDENTS.write(found).blocks if isinstance(b, Table))
    assert len(table.rows) == 2
    recipe = first.phi.recipe
    assert recipe is not None
    counts, people = 12.0 * monthly, np.full(36, 1_500)
    assert MEASURES["expected_dispersion"](counts=counts, expected=people) == first.phi.number


def test_high_places_apart_from_one_another_are_no_cluster() -> None:
    monthly = uneven(2)
    monthly[[0, 14, 35, 23]] *= 5
    found = BY_RESIDENTS.analyse(desk_of(monthly))
    assert found.scanned.clusters == ()
    told = words_of(BY_RESIDENTS.write(found))
    assert told.startswith("No circle of neighbourhoods in Sampleton holds more offences")
    assert "calls a cluster everywhere" in told


def test_where_the_middles_are_not_known_there_is_no_section() -> None:
    assert BY_RESIDENTS.analyse(desk_of(uneven(3), metres={})) is None
