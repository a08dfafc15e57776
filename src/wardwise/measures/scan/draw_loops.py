"""Compiled: data sets with no cluster in them, each with a seed of its own.

Events are drawn one by one from splitmix64's numbers (``chance.py``), so no generator of
binomial or gamma numbers is needed, and the law of the cells is exact up to the 53 bits of a
number: multinomial for counts expected (Walker's table of aliases), fixed margins for a
shuffle, and Dirichlet-multinomial for Pólya's urn.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.chance import next_state, seed_of, shuffle, unit_number
from wardwise.measures.compiled import compiled
from wardwise.measures.scan.scan_loops import Ground, by_stretch, expected_by_margins, highest


Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@compiled
def drawn_by_alias(threshold: Floats, alias: Ints, seed: np.uint64, cells: Ints, n: int) -> None:
    """Put ``n`` events into flat cells, each cell with its own chance."""
    state = seed
    cells[:] = 0
    for _ in range(n):
        state = next_state(state)
        place = unit_number(state) * len(threshold)
        cell = int(place)
        cells[cell if place - cell < threshold[cell] else alias[cell]] += 1


@compiled
def drawn_by_urn(cells_by: Aliases, strength: float, seed: np.uint64, drawn: Ints) -> None:
    """A flat cell for every event, in place: an earlier event's, or one by its own chance.

    An event copies any earlier one with weight 1 for each, or falls by what is expected with
    weight ``strength``: Pólya's urn, whose counts are Dirichlet-multinomial.
    """
    state, slots = seed, len(cells_by.threshold)
    for event in range(len(drawn)):
        state = next_state(state)
        falls = unit_number(state) * (strength + event) < strength
        state = next_state(state)
        chosen = unit_number(state)
        if falls:
            place = chosen * slots
            cell = int(place)
            own = place - cell < cells_by.threshold[cell]
            drawn[event] = cell if own else cells_by.alias[cell]
        else:
            drawn[event] = drawn[int(chosen * event)]


@compiled
def drawn_from_urns(
    area_of: Ints, period_of: Ints, strength: Floats, seed: np.uint64, drawn: Ints
) -> None:
    """A period for every event, in place; events lie area by area.

    An event takes the period of any event there is, with weight ``strength`` of its area, or
    that of an earlier event of its own area, with weight 1 for each: Pólya's urn.
    """
    state, start = seed, 0
    for event in range(len(area_of)):
        if event > 0 and area_of[event] != area_of[event - 1]:
            start = event
        state = next_state(state)
        earlier = event - start
        kept = strength[area_of[event]]
        anywhere = earlier == 0 or unit_number(state) * (kept + earlier) < kept
        state = next_state(state)
        chosen = unit_number(state)
        if anywhere:
            drawn[event] = period_of[int(chosen * len(period_of))]
        else:
            drawn[event] = drawn[start + int(chosen * earlier)]


class Aliases(NamedTuple):
    """Walker's table: a cell's own share of its slot, and whose the rest is."""

    threshold: Floats
    alias: Ints


class Events(NamedTuple):
    """Area and period of each event, area by area; ``strength`` by area, empty for a shuffle."""

    area_of: Ints
    period_of: Ints
    strength: Floats


@compiled
def poisson_maxima(
    numbers: Ints, seed: int, cells: Aliases, total: int, expected: Floats, ground: Ground
) -> Floats:
    """The highest score of each data set in which events fall by what is expected."""
    areas = len(ground.order)
    flat = np.zeros(areas * ground.periods, np.int64)
    counted = np.zeros((areas, len(ground.first)), np.int64)
    found = np.zeros(len(numbers))
    for n in range(len(numbers)):
        drawn_by_alias(cells.threshold, cells.alias, seed_of(seed, numbers[n]), flat, total)
        by_stretch(flat.reshape((areas, ground.periods)), ground, counted)
        found[n] = highest(counted, expected, ground, total)
    return found


@compiled
def uneven_maxima(
    numbers: Ints,
    seed: int,
    chance: tuple[Aliases, float],
    total: int,
    expected: Floats,
    ground: Ground,
) -> Floats:
    """The same of data sets in which cells are as uneven as an urn of this strength makes them."""
    cells, strength = chance
    areas = len(ground.order)
    flat = np.zeros(areas * ground.periods, np.int64)
    counted = np.zeros((areas, len(ground.first)), np.int64)
    drawn = np.zeros(total, np.int64)
    found = np.zeros(len(numbers))
    for n in range(len(numbers)):
        drawn_by_urn(cells, strength, seed_of(seed, numbers[n]), drawn)
        flat[:] = 0
        for event in range(total):
            flat[drawn[event]] += 1
        by_stretch(flat.reshape((areas, ground.periods)), ground, counted)
        found[n] = highest(counted, expected, ground, total)
    return found


@compiled
def permuted_maxima(numbers: Ints, seed: int, events: Events, ground: Ground) -> Floats:
    """The highest score of each data set in which events keep their areas.

    Their periods are shuffled where ``strength`` is empty, and drawn from urns otherwise.
    """
    areas, total = len(ground.order), len(events.area_of)
    drawn = np.zeros(total, np.int64)
    cells = np.zeros((areas, ground.periods), np.int64)
    counted = np.zeros((areas, len(ground.first)), np.int64)
    expected = np.zeros((areas, len(ground.first)))
    of_area = np.bincount(events.area_of, minlength=areas)
    found = np.zeros(len(numbers))
    for n in range(len(numbers)):
        chance = seed_of(seed, numbers[n])
        if len(events.strength) > 0:
            drawn_from_urns(events.area_of, events.period_of, events.strength, chance, drawn)
        else:
            drawn[:] = events.period_of
            shuffle(drawn, chance)
        cells[:] = 0
        for event in range(total):
            cells[events.area_of[event], drawn[event]] += 1
        by_stretch(cells, ground, counted)
        expected_by_margins(counted, of_area, counted.sum(axis=0), expected)
        found[n] = highest(counted, expected, ground, total)
    return found
