"""The factors of harm and likelihood, their weights, and the harm that is judged."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from wardwise.domain.errors import SettingsError
from wardwise.domain.nothing import NotKnown
from wardwise.reference.load import load_table
from wardwise.threats.bands import HIGHEST
from wardwise.threats.evidence import Known, Reading


class Side(StrEnum):
    """Harm and likelihood are multiplied; within each, scores are averaged by weight."""

    HARM = "harm"
    LIKELIHOOD = "likelihood"


@dataclass(frozen=True)
class Factor:
    """One thing that is scored. ``spread`` is in steps of score, on either side."""

    name: str
    side: Side
    weight: float
    spread: float
    is_judged: bool
    title: str
    asks: str


@cache
def factors() -> tuple[Factor, ...]:
    """Every factor of the reference table ``threat_factor``, in printed order."""
    return tuple(
        Factor(
            name=str(row["factor"]),
            side=Side(str(row["side"])),
            weight=float(str(row["weight"])),
            spread=float(str(row["spread"])),
            is_judged=row["rests_on"] == "judgement",
            title=str(row["title"]),
            asks=str(row["asks"]),
        )
        for row in load_table("threat_factor").rows
    )


def factors_of(side: Side) -> tuple[Factor, ...]:
    """The factors of one side, in printed order."""
    return tuple(factor for factor in factors() if factor.side == side)


def default_weights() -> dict[str, float]:
    """Factor → weight, by the reference table."""
    return {factor.name: factor.weight for factor in factors()}


def weights_with(changes: Mapping[str, float]) -> dict[str, float]:
    """The default weights with those of the settings in their place.

    Raises
    ------
    SettingsError
        If a name is not a factor, a weight is negative, or a side has no weight left.
    """
    weights = default_weights()
    for name, weight in changes.items():
        if name not in weights:
            near = difflib.get_close_matches(name, weights, n=1)
            nearest = f" Did you mean '{near[0]}'?" if near else ""
            raise SettingsError(
                f"threat.weights.{name}: found a factor that is not scored, expected one of"
                f" {', '.join(weights)}.{nearest} Correct the name."
            )
        if not 0 <= weight < float("inf"):
            raise SettingsError(
                f"threat.weights.{name}: found {weight}, expected 0 or more. Correct the weight."
            )
        weights[name] = float(weight)
    for side in Side:
        if not any(weights[factor.name] for factor in factors_of(side)):
            raise SettingsError(
                f"threat.weights: every factor of {side.value} has the weight 0, expected at least"
                " one above 0. Give one of them a weight."
            )
    return weights


def judged_harm(name: str) -> dict[str, Known]:
    """Kind of harm → score by judgement, from the reference table ``threat_harm_element``.

    A candidate that the table does not hold has NotKnown for each.
    """
    row = load_table("threat_harm_element").by("candidate").get((name,))
    return {factor.name: _judged(row, name, factor) for factor in factors() if factor.is_judged}


def _judged(row: Mapping[str, object] | None, name: str, factor: Factor) -> Known:
    if row is None:
        return NotKnown(f"the table of judged harm does not hold '{name}'")
    score = float(str(row[factor.name]))
    lower, upper = max(0.0, score - factor.spread), min(HIGHEST, score + factor.spread)
    return Reading(score, lower, upper, unit="steps of score", method=str(row["because"]))
