"""Every event spread over the cells within its bandwidth, one after the other. Compiled.

An event near the boundary is spread over the land inside alone: its kernel is divided by the
part of it that lies inside. The sums are of the kernel at the middles of cells.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.compiled import compiled


Floats = NDArray[np.float64]
LEAST_INSIDE = 0.1
"""Of a kernel: an event with less of it inside the boundary is left out."""
REACH = 5.0
"""Bandwidths at which a Gaussian kernel is cut off; beyond lies less than a millionth."""


@compiled
def quartic_at(away: float, radius: float) -> float:
    """The kernel at a squared distance, in parts of its height in the middle."""
    left = 1.0 - away / (radius * radius)
    return left * left if left > 0.0 else 0.0


@compiled
def part_inside(
    x: float, y: float, radius: float, inside: NDArray[np.bool_], gaussian: bool
) -> float:
    """How much of the kernel lies on the land, the middle and radius given in cells."""
    reach = radius * REACH if gaussian else radius
    up, across = inside.shape
    total = held = 0.0
    for row in range(math.ceil(y - reach - 0.5), math.floor(y + reach - 0.5) + 1):
        rise = row + 0.5 - y
        for column in range(math.ceil(x - reach - 0.5), math.floor(x + reach - 0.5) + 1):
            aside = column + 0.5 - x
            away = aside * aside + rise * rise
            if gaussian:
                height = math.exp(-0.5 * away / (radius * radius))
            else:
                height = quartic_at(away, radius)
            total += height
            if 0 <= row < up and 0 <= column < across and inside[row, column]:
                held += height
    return held / total if total > 0.0 else 0.0


@compiled
def weights_inside(
    points: Floats, radius: Floats, inside: NDArray[np.bool_], room: Floats, gaussian: bool
) -> Floats:
    """What each event's kernel is multiplied by: 1 well inside, 0 where it is left out.

    Points and radii are in cells; ``room`` is how far the middle of each cell is from what lies
    outside.
    """
    up, across = inside.shape
    weights = np.ones(len(points))
    for n in range(len(points)):
        x, y = points[n, 0], points[n, 1]
        column, row = math.floor(x), math.floor(y)
        reach = radius[n] * REACH if gaussian else radius[n]
        if 0 <= row < up and 0 <= column < across and room[row, column] > 1.4143 * reach + 1.5:
            continue
        part = part_inside(x, y, radius[n], inside, gaussian)
        weights[n] = 1.0 / part if part >= LEAST_INSIDE else 0.0
    return weights


@compiled
def spread_quartic(
    points: Floats, radius: Floats, weights: Floats, fields: NDArray[np.int64], out: Floats
) -> None:
    """Add each event's kernel to its field. Shape of ``out``: fields × rows × columns."""
    _, up, across = out.shape
    left = np.empty(across)
    for n in range(len(points)):
        if weights[n] == 0.0:
            continue
        x, y, wide = points[n, 0], points[n, 1], radius[n]
        by = 1.0 / (wide * wide)
        height = weights[n] * 3.0 * by / math.pi
        begin = max(math.ceil(x - wide - 0.5), 0)
        count = min(math.floor(x + wide - 0.5), across - 1) + 1 - begin
        for at in range(count):
            aside = begin + at + 0.5 - x
            left[at] = 1.0 - aside * aside * by
        first = max(math.ceil(y - wide - 0.5), 0)
        last = min(math.floor(y + wide - 0.5), up - 1)
        for row in range(first, last + 1):
            rise = row + 0.5 - y
            taken = rise * rise * by
            line = out[fields[n], row, begin : begin + count]
            for at in range(count):  # no branch, so that several cells are done at once
                kernel = max(left[at] - taken, 0.0)
                line[at] += height * kernel * kernel


@compiled
def spread_gaussian(
    points: Floats, radius: Floats, weights: Floats, fields: NDArray[np.int64], out: Floats
) -> None:
    """The same with a Gaussian kernel: a product of a column and a row of heights."""
    _, up, across = out.shape
    heights = np.empty(across)
    for n in range(len(points)):
        if weights[n] == 0.0:
            continue
        x, y, wide = points[n, 0], points[n, 1], radius[n]
        by = 0.5 / (wide * wide)
        reach = wide * REACH
        begin = max(math.ceil(x - reach - 0.5), 0)
        end = min(math.floor(x + reach - 0.5), across - 1)
        for column in range(begin, end + 1):
            aside = column + 0.5 - x
            heights[column] = math.exp(-aside * aside * by)
        first = max(math.ceil(y - reach - 0.5), 0)
        last = min(math.floor(y + reach - 0.5), up - 1)
        for row in range(first, last + 1):
            rise = row + 0.5 - y
            height = weights[n] * by / math.pi * math.exp(-rise * rise * by)
            line = out[fields[n], row]
            for column in range(begin, end + 1):
                line[column] += height * heights[column]


@compiled
def add_squares(points: Floats, radius: Floats, weights: Floats, out: Floats) -> None:
    """Add the square of what each event gives to each cell. Shape of ``out``: rows × columns."""
    up, across = out.shape
    for n in range(len(points)):
        x, y, wide = points[n, 0], points[n, 1], radius[n]
        height = weights[n] * 3.0 / (math.pi * wide * wide)
        for row in range(
            max(math.ceil(y - wide - 0.5), 0), min(math.floor(y + wide - 0.5), up - 1) + 1
        ):
            rise = row + 0.5 - y
            for column in range(
                max(math.ceil(x - wide - 0.5), 0), min(math.floor(x + wide - 0.5), across - 1) + 1
            ):
                aside = column + 0.5 - x
                given = height * quartic_at(aside * aside + rise * rise, wide)
                out[row, column] += given * given


@compiled
def highest_of_turns(differences: Floats, highest: Floats) -> None:
    """For each way of turning pairs of months about, the largest sum over cells, sign aside.

    ``differences`` are of pairs of months, in parts of the cell's chance. Shape: pairs × cells.
    ``highest`` is as long as there are ways: 2 for each pair but the last, which stands still.
    From one way to the next a single pair is turned (Gray's order), so that each cell's sum
    is changed and not made again.
    """
    pairs, cells = differences.shape
    totals = np.zeros(cells)
    signs = np.ones(pairs)
    for pair in range(pairs):
        for cell in range(cells):
            totals[cell] += differences[pair, cell]
    for way in range(len(highest)):
        if way > 0:
            pair = 0
            while not (way >> pair) & 1:
                pair += 1
            signs[pair] = -signs[pair]
            twice = 2.0 * signs[pair]
            for cell in range(cells):
                totals[cell] += twice * differences[pair, cell]
        most = 0.0
        for cell in range(cells):
            most = max(most, abs(totals[cell]))
        highest[way] = most
