"""The recursion of exponential smoothing in all its forms, compiled, and its best fit.

Forms are numbers here: error 1 additive, 2 multiplicative; trend and season 0 none, 1 additive,
2 multiplicative. A state is a row: level, growth, then the seasons, the latest first.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.compiled import compiled


Floats = NDArray[np.float64]


@compiled
def one_step(state: Floats, form: NDArray[np.int64]) -> tuple[float, float, float]:
    """Of a state (its growth already damped): level with growth, season, and their forecast."""
    trend, season = form[1], form[2]
    expected = state[0]
    if trend == 1:
        expected += state[1]
    elif trend == 2:
        expected *= state[1]
    index = state[len(state) - 1]
    if season == 1:
        return expected, index, expected + index
    if season == 2:
        return expected, index, expected * index
    return expected, 0.0, expected


@compiled
def smooth(
    values: Floats, form: NDArray[np.int64], weights: Floats, states: Floats, errors: Floats
) -> None:
    """Fill ``states[1:]`` and ``errors`` from ``states[0]`` on.

    ``weights`` are alpha, beta, gamma, phi. An error of a multiplicative form is relative.
    """
    alpha, beta, gamma, phi = weights[0], weights[1], weights[2], weights[3]
    trend, season = form[1], form[2]
    width = states.shape[1]
    damped = np.empty(width)
    for t in range(len(values)):
        damped[:] = states[t]
        if trend == 1:
            damped[1] = phi * states[t, 1]
        elif trend == 2:
            damped[1] = states[t, 1] ** phi
        expected, index, forecast = one_step(damped, form)
        value = values[t]
        errors[t] = value - forecast
        if form[0] == 2:
            errors[t] /= forecast
        plain = value
        if season == 1:
            plain = value - index
        elif season == 2:
            plain = value / index
        level = expected + alpha * (plain - expected)
        states[t + 1, 0] = level
        states[t + 1, 1] = damped[1]
        if trend == 1:
            states[t + 1, 1] += beta / alpha * (level - states[t, 0] - damped[1])
        elif trend == 2:
            states[t + 1, 1] += beta / alpha * (level / states[t, 0] - damped[1])
        if season > 0:
            for n in range(3, width):
                states[t + 1, n] = states[t, n - 1]
            now = value - expected if season == 1 else value / expected
            states[t + 1, 2] = index + gamma * (now - index)


@compiled
def ahead(state: Floats, form: NDArray[np.int64], phi: float, horizon: int) -> Floats:
    """Forecasts of the next values from one state."""
    found = np.empty(horizon)
    trend, season = form[1], form[2]
    cycle = len(state) - 2
    grown = 0.0
    damping = 1.0
    for step in range(horizon):
        damping *= phi
        grown += damping
        value = state[0]
        if trend == 1:
            value += grown * state[1]
        elif trend == 2:
            value *= state[1] ** grown
        if season > 0:
            index = state[2 + cycle - 1 - step % cycle]
            value = value + index if season == 1 else value * index
        found[step] = value
    return found


@compiled
def unstarted(
    values: Floats, form: NDArray[np.int64], weights: Floats, cycle: int, pull: float
) -> tuple[float, Floats]:
    """Least sum of squared errors of an additive form over all states to start from.

    Errors are linear in the first state, so that the best one solves least squares. Seasons
    sum to nought; ``pull`` times their sum of squares is added, which draws them to nought.
    Gives the sum of squared errors with what was added, and the first state.
    """
    trend, season = form[1], form[2]
    months = len(values)
    width = 2 + (cycle if season == 1 else 0)
    free = 1 + (1 if trend == 1 else 0) + (cycle - 1 if season == 1 else 0)
    states = np.zeros((months + 1, width))
    errors = np.empty(months)
    smooth(values, form, weights, states, errors)
    target = errors.copy()
    design = np.empty((months, free))
    starts = np.zeros((free, width))
    nothing = np.zeros(months)
    column = 0
    starts[column, 0] = 1.0
    column += 1
    if trend == 1:
        starts[column, 1] = 1.0
        column += 1
    for n in range(free - column):
        starts[column + n, 2 + n] = 1.0
        starts[column + n, width - 1] = -1.0
    for n in range(free):
        states[:] = 0.0
        states[0] = starts[n]
        smooth(nothing, form, weights, states, errors)
        design[:, n] = -errors
    square = np.dot(design.T, design)
    for n in range(column, free):
        for other in range(column, free):
            square[n, other] += pull * (2.0 if n == other else 1.0)
    for n in range(free):
        square[n, n] += 1e-9
    found = np.linalg.solve(square, np.dot(design.T, target))
    start = np.dot(found, starts)
    left = target - np.dot(design, found)
    added = 0.0
    for n in range(2, width):
        added += pull * start[n] ** 2
    return np.dot(left, left) + added, start


@compiled
def weights_of(point: Floats, form: NDArray[np.int64]) -> Floats:
    """Any point to alpha, beta below alpha, gamma below one less alpha, phi 0.8 to 0.98."""
    found = np.zeros(4)
    share = 1.0 / (1.0 + np.exp(-point))
    found[0] = 0.0001 + 0.9998 * share[0]
    found[3] = 1.0
    if form[1] > 0:
        found[1] = found[0] * (0.0001 + 0.9998 * share[1])
        found[3] = 0.8 + 0.18 * share[3]
    if form[2] > 0:
        found[2] = (1.0 - found[0]) * (0.0001 + 0.9998 * share[2])
    return found


@compiled
def fit(
    values: Floats, form: NDArray[np.int64], cycle: int, pull: float, rounds: int
) -> tuple[float, Floats, Floats]:
    """The weights with the least squared errors, by the simplex of Nelder and Mead.

    Gives that sum, the weights, and the state to start from.
    """
    used = np.empty(4, dtype=np.int64)
    size = 0
    for n in range(4):
        if n == 0 or (form[1] > 0 and n in (1, 3)) or (form[2] > 0 and n == 2):
            used[size] = n
            size += 1
    best = np.zeros(4)
    least = np.inf
    for begin in range(2):
        corner = (
            np.array([-0.5, -2.0, -2.0, 0.5]) if begin == 0 else np.array([2.0, 0.0, -1.0, -1.0])
        )
        point, found = _simplex(values, form, cycle, pull, rounds, used[:size], corner)
        if found < least:
            least, best = found, point
    weights = weights_of(best, form)
    return least, weights, unstarted(values, form, weights, cycle, pull)[1]


@compiled
def _height(
    values: Floats, form: NDArray[np.int64], cycle: int, pull: float, point: Floats
) -> float:
    return unstarted(values, form, weights_of(point, form), cycle, pull)[0]


@compiled
def _simplex(
    values: Floats,
    form: NDArray[np.int64],
    cycle: int,
    pull: float,
    rounds: int,
    used: NDArray[np.int64],
    corner: Floats,
) -> tuple[Floats, float]:
    size = len(used)
    points = np.empty((size + 1, 4))
    heights = np.empty(size + 1)
    for n in range(size + 1):
        points[n] = corner
        if n > 0:
            points[n, used[n - 1]] += 1.5
        heights[n] = _height(values, form, cycle, pull, points[n])
    for _ in range(rounds):
        order = np.argsort(heights)
        points, heights = points[order], heights[order]
        if heights[size] - heights[0] <= 1e-8 * (abs(heights[0]) + 1e-300):
            break
        middle = np.zeros(4)
        for n in range(size):
            middle += points[n] / size
        tried = 2.0 * middle - points[size]
        height = _height(values, form, cycle, pull, tried)
        if height < heights[0]:
            further = 3.0 * middle - 2.0 * points[size]
            lower = _height(values, form, cycle, pull, further)
            if lower < height:
                tried, height = further, lower
        elif height >= heights[size - 1]:
            side = 0.5 if height >= heights[size] else -0.5
            tried = middle + side * (points[size] - middle)
            height = _height(values, form, cycle, pull, tried)
            if height >= heights[size]:
                for n in range(1, size + 1):
                    points[n] = points[0] + 0.5 * (points[n] - points[0])
                    heights[n] = _height(values, form, cycle, pull, points[n])
                continue
        points[size], heights[size] = tried, height
    lowest = np.argmin(heights)
    return points[lowest], heights[lowest]
