"""The threat assessment worked a second time, one candidate and one draw at a time.

Nothing of ``wardwise.threats`` is used: the reference tables are read as CSV files, scores
come from comparing numbers with limits, and draws are loops. It is slow on purpose.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np


TABLES = Path(__file__).resolve().parents[2] / "src" / "wardwise" / "reference" / "tables"
SIDES = ("harm", "likelihood")
Span = tuple[float, float, float]
"""A value and its limits: what the truth may well be."""


def read(table: str) -> list[dict[str, str]]:
    """A reference table, row by row, as text."""
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True)
class Facts:
    """What a candidate's score is made from; None is not known."""

    name: str
    severity: Span | None
    concern: Span | None
    offences: Span | None
    rate: Span | None
    change: Span | None
    word: str
    ahead: Span | None
    place: tuple[int, int, int, int] | None  # position, best, worst, of how many
    grade: str
    within: Sequence[str] = ()


def step_of(factor: str, value: float) -> float:
    """The score of the band that the value lies in."""
    for row in read("threat_band"):
        if row["factor"] == factor:
            lower = float(row["lower"]) if row["lower"] else -1e300
            upper = float(row["upper"]) if row["upper"] else 1e300
            if lower <= value < upper:
                return float(row["score"])
    raise AssertionError(f"no band of {factor} holds {value}")


def measured(facts: Facts, factor: str) -> Span | None:
    """The number that a factor is scored from."""
    if factor == "trend":
        return levelled(facts.change, is_clear=facts.word in ("rose", "fell"))
    if factor == "forecast":
        ahead = facts.ahead
        return levelled(ahead, is_clear=ahead is not None and not ahead[1] <= 0 <= ahead[2])
    if factor == "peers":
        return below(facts.place)
    return {
        "severity": facts.severity,
        "public_concern": facts.concern,
        "frequency": facts.offences,
        "volume": facts.rate,
    }[factor]


def levelled(change: Span | None, *, is_clear: bool) -> Span | None:
    """A change that is not clear counts as none, within the same limits."""
    if change is None or is_clear:
        return change
    return 0.0, min(0.0, change[1]), max(0.0, change[2])


def below(place: tuple[int, int, int, int] | None) -> Span | None:
    """Percent of the group below; the middle where it may be in either half."""
    if place is None:
        return None
    at, best, worst, of = place
    value, low, high = (100 * (of - one + 0.5) / of for one in (at, worst, best))
    return (50.0, low, high) if low <= 50 <= high else (value, low, high)


def scores(facts: Facts) -> dict[str, Span | None]:
    """Factor → score with its range; None where nothing is known."""
    spread = {row["grade"]: float(row["spread"]) for row in read("threat_confidence")}
    judged = {row["candidate"]: row for row in read("threat_harm_element")}.get(facts.name)
    found: dict[str, Span | None] = {}
    for row in read("threat_factor"):
        name, own = row["factor"], float(row["spread"])
        if row["rests_on"] == "judgement":
            found[name] = None
            if judged is not None:
                score = float(judged[name])
                found[name] = score, max(0.0, score - own), min(4.0, score + own)
            continue
        span = measured(facts, name)
        if facts.offences and facts.offences[0] == 0 and row["side"] == "likelihood":
            found[name] = (0.0, 0.0, 0.0)
        elif span is None:
            found[name] = None
        else:
            wide = own + spread[facts.grade]
            low, high = step_of(name, span[1]) - wide, step_of(name, span[2]) + wide
            found[name] = step_of(name, span[0]), max(0.0, low), min(4.0, high)
    return found


def weights() -> dict[str, dict[str, float]]:
    """Side → factor → weight, in printed order."""
    return {
        side: {
            row["factor"]: float(row["weight"])
            for row in read("threat_factor")
            if row["side"] == side
        }
        for side in SIDES
    }


def risk(facts: Facts) -> tuple[float, float, float] | None:
    """Risk, harm and likelihood; None for what is not counted, which has no score at all."""
    if facts.offences is None:
        return None
    found, means = scores(facts), []
    for side in SIDES:
        held = [(weight, found[name]) for name, weight in weights()[side].items()]
        known = [(weight, span[0]) for weight, span in held if span is not None]
        if not known:
            return None
        means.append(sum(w * score for w, score in known) / sum(w for w, _ in known))
    return means[0] * means[1], means[0], means[1]


def top_counts(
    candidates: Sequence[Facts], *, k: int, seed: int, draws: int, vary: float = 0.25
) -> list[int]:
    """How many draws have each candidate among the first k, one draw after another."""
    random = np.random.default_rng(seed)
    found = [scores(one) for one in candidates]
    counted = [risk(one) is not None for one in candidates]
    chance: dict[str, Any] = {}
    for side in SIDES:
        factors = weights()[side]
        chance[side] = random.random((draws, len(candidates), len(factors)))
        chance[side + " weights"] = random.uniform(1 - vary, 1 + vary, (draws, len(factors)))
    tops = [0] * len(candidates)
    for draw in range(draws):
        risks = [
            drawn_risk(found[n], chance, draw=draw, n=n, is_counted=counted[n])
            for n in range(len(candidates))
        ]
        for n in first(candidates, risks, counted, k=k):
            tops[n] += 1
    return tops


def drawn_risk(
    held: Mapping[str, Span | None],
    chance: Mapping[str, Any],
    *,
    draw: int,
    n: int,
    is_counted: bool,
) -> float:
    """Harm × likelihood of one candidate in one draw."""
    product = 1.0
    for side in SIDES:
        total = weight_of_all = 0.0
        for at, (name, weight) in enumerate(weights_once(side).items()):
            _, low, high = held[name] or (0.0, 0.0, 4.0)
            # what nobody counts is not known as one thing: its likelihood is drawn once
            own = at if is_counted or side == "harm" else 0
            score = low + (high - low) * float(chance[side][draw, n, own])
            shaken = weight * float(chance[side + " weights"][draw, at])
            total, weight_of_all = total + shaken * score, weight_of_all + shaken
        product *= total / weight_of_all
    return product


_WEIGHTS = weights()


def weights_once(side: str) -> dict[str, float]:
    """The weights of one side, read once for all the draws."""
    return _WEIGHTS[side]


def first(
    candidates: Sequence[Facts], risks: Sequence[float], counted: Sequence[bool], *, k: int
) -> list[int]:
    """Who is picked, relatives passed over; and who would be, were there a count of it."""
    picked: list[int] = []
    for n in sorted(range(len(risks)), key=lambda at: -risks[at]):
        kin = any(related(candidates[n], candidates[m]) for m in picked)
        if counted[n] and not kin and len(picked) < k:
            picked.append(n)
    last = min(risks[n] for n in picked)
    would = [n for n in range(len(risks)) if not counted[n] and risks[n] > last]
    return picked + would


def related(one: Facts, other: Facts) -> bool:
    """Whether one is part of the other."""
    return one.name in other.within or other.name in one.within
