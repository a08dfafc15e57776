"""Compiled: the highest score over all circles, of cases among cases and controls."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.chance import next_state, seed_of, unit_number
from wardwise.measures.compiled import compiled
from wardwise.measures.scan.scan_loops import Ground


Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@compiled
def best_share_round(
    centre: int, cases: Ints, people: Ints, ground: Ground, logs: Floats, least: float
) -> tuple[float, int]:
    """The best circle round a centre above ``least``: score and how many areas.

    ``logs`` holds n·ln n for every n up to all cases and controls.
    """
    all_cases, everybody = cases.sum(), people.sum()
    none = logs[all_cases] + logs[everybody - all_cases] - logs[everybody]
    best, zone, inside, among = least, 0, 0, 0
    for nearest in range(ground.reach[centre]):
        area = ground.order[centre, nearest]
        inside += cases[area]
        among += people[area]
        if inside < ground.fewest or not ground.is_zone[centre, nearest]:
            continue
        outside, others = all_cases - inside, everybody - among
        if inside * others <= outside * among:
            continue
        score = logs[inside] + logs[among - inside] - logs[among]
        score += logs[outside] + logs[others - outside] - logs[others] - none
        if score > best:
            best, zone = score, nearest + 1
    return best, zone


@compiled
def bernoulli_maxima(
    numbers: Ints, seed: int, all_cases: int, people: Ints, ground: Ground, logs: Floats
) -> Floats:
    """The highest score of each data set in which anybody is as likely to be a case.

    Cases are drawn one by one without replacement: Fisher and Yates's shuffle, stopped when
    there are enough, and undone.
    """
    area_of = np.repeat(np.arange(len(people)), people)
    everybody = len(area_of)
    cases = np.zeros(len(people), np.int64)
    drawn = np.zeros(all_cases, np.int64)
    found = np.zeros(len(numbers))
    for n in range(len(numbers)):
        state = seed_of(seed, numbers[n])
        cases[:] = 0
        for case in range(all_cases):
            state = next_state(state)
            chosen = case + int(unit_number(state) * (everybody - case))
            drawn[case] = chosen
            area_of[case], area_of[chosen] = area_of[chosen], area_of[case]
            cases[area_of[case]] += 1
        for case in range(all_cases - 1, -1, -1):
            chosen = drawn[case]
            area_of[case], area_of[chosen] = area_of[chosen], area_of[case]
        best = 0.0
        for centre in range(len(people)):
            best = best_share_round(centre, cases, people, ground, logs, best)[0]
        found[n] = best
    return found
