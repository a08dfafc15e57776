"""Clusters of late: a planted one is told with its place and month, and nothing is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.builders import LAST, WARDS, desk_with
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.scanned import scanned
from wardwise.measures import MEASURES


SIDE = 6
AREAS = tuple(Area(f"E0188{n:04d}", f"Square {n}", AreaKind.LSOA) for n in range(SIDE * SIDE))
METRES = {area.code: (1_000.0 * (n % SIDE), 1_000.0 * (n // SIDE)) for n, area in enumerate(AREAS)}
MONTHS = Period.ending(LAST, months=24).months


def grid_desk(table: NDArray[np.int64], *, metres: Any = METRES, held: bool = True) -> Desk:
    """Burglaries by square and month on a grid of squares."""
    desk = desk_with({"Burglary": [1] * 24})
    local = MonthlyCounts(
        "police_uk", AREAS, MONTHS, ("Burglary",), table[:, :, None], np.ones(table.shape, bool)
    )
    if not held:
        local.held[3, 0] = False
    ward_of = dict.fromkeys(METRES, WARDS[0].code)
    place = replace(desk.evidence.place, metres=metres, lsoas=AREAS, ward_of=ward_of)
    return replace(desk, evidence=replace(desk.evidence, local=local, place=place))


def usual() -> NDArray[np.int64]:
    """Squares that differ for good, and a season: 2 to 7 a month."""
    square = np.arange(SIDE * SIDE)[:, None] % 4 + 2
    table: NDArray[np.int64] = square + (np.arange(24)[None, :] % 12 < 3) * 2
    return table


def test_a_planted_cluster_is_told_with_its_place_and_month() -> None:
    """Squares 0, 1 and 6 have three times as many in the last four months."""
    table = usual()
    table[[0, 1, 6], -4:] *= 3
    found = scanned(grid_desk(table))
    # all recorded crime and its one group are the same counts: two looks, two clusters
    assert (found.looks, found.beyond, len(found.clusters)) == (2, 2, 2)
    first = found.clusters[0]
    assert {area.name for area in first.areas} == {"Square 0", "Square 1", "Square 6"}
    assert first.since == Period.ending(LAST, months=4)
    # 3 × ((2 + 3 + 4) × 4 months) = 108 in it
    assert first.recorded.value == 108
    part, whole = table[[0, 1, 6]].sum(), table.sum()
    expected = part * table[:, -4:].sum() / whole
    assert round(first.expected.number, 6) == round(expected, 6)
    assert first.ratio.number == first.recorded.number / first.expected.number
    assert first.chance.value == 0.001
    assert len({figure.figure_id for figure in (first.recorded, first.expected)}) == 2
    assert first.recorded.recipe is not None
    assert first.recorded.recipe.measure in MEASURES


def test_places_that_always_have_more_are_no_cluster() -> None:
    table = usual()
    table[[0, 1, 6]] *= 5
    found = scanned(grid_desk(table))
    assert (found.clusters, found.why_not) == ((), None)


def test_it_is_not_known_without_middles_months_or_enough() -> None:
    table = usual()
    for desk, why in (
        (grid_desk(table, metres={}), "the middle of each neighbourhood"),
        (grid_desk(table, held=False), "it needs every month from January 2023"),
        (grid_desk(table // 9), "too few offences"),
        (desk_with({"Burglary": [8] * 24}), "fewer than 20 neighbourhoods"),
    ):
        found = scanned(desk)
        assert isinstance(found.why_not, NotKnown)
        assert why in found.why_not.reason
        assert found.clusters == ()
