"""The harm of each person, or at each address: crimes whose code has a severity weight."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Ask, Json
from wardwise.figures.desk import Desk
from wardwise.figures.people_selected import Selected
from wardwise.figures.repeat_events import addresses_of


Floats = NDArray[np.float64]

LEAST_WEIGHED = 0.9
"""Part of the crimes that must have a weight for harm to be told."""


@dataclass(frozen=True, eq=False)
class HarmOfEach:
    """Weighted crimes and their harm together. Shape: people (or addresses) that have any."""

    events: NDArray[np.int64]
    harm: Floats
    asks: tuple[Ask, Ask]


def harm_of_people(found: Selected, role: str) -> HarmOfEach | None:
    """None where too few crimes have a weight, or all weigh the same."""
    weights = _weights(found)
    if not weights:
        return None
    people, at = found.rows(role), found.parts(role)
    pairs = np.stack([people.person[at], people.record[at]], axis=1)
    pairs = np.unique(pairs[pairs[:, 0] >= 0], axis=0)
    weight = _of_records(found, weights)[pairs[:, 1]]
    own = pairs[weight > 0, 0]
    return _summed(own, weight[weight > 0], _asks(found, weights, "", role=role))


def harm_of_addresses(found: Selected) -> HarmOfEach | None:
    """The same of addresses."""
    weights = _weights(found)
    if not weights or found.held.addresses is None:
        return None
    weight = _of_crimes(found, weights)[found.held.addresses.number[found.crimes] >= 0]
    own = addresses_of(found)[weight > 0]
    return _summed(own, weight[weight > 0], _asks(found, weights, "_address"))


def _asks(found: Selected, weights: dict[str, float], of: str, **more: Json) -> tuple[Ask, Ask]:
    asked: dict[str, Json] = {**more, "weights": dict(weights)}
    return (
        found.ask(f"partner_weighed_of_each{of}", **asked),
        found.ask(f"partner_harm_of_each{of}", **asked),
    )


def _weights(found: Selected) -> dict[str, float]:
    """Weight of each code that occurs; empty where harm cannot be told."""
    harm = found.desk.evidence.harm if isinstance(found.desk, Desk) else None
    if harm is None or isinstance(harm, NotHeld):
        return {}
    crimes, at = found.held.crimes, found.crimes
    codes = np.bincount(crimes.code[at & (crimes.code >= 0)], minlength=len(crimes.codes))
    weights = {
        code: harm.by_code[code]
        for code, n in zip(crimes.codes, codes.tolist(), strict=True)
        if n and code in harm.by_code
    }
    weighed = sum(
        n for code, n in zip(crimes.codes, codes.tolist(), strict=True) if code in weights
    )
    told = weighed >= LEAST_WEIGHED * found.n and len(set(weights.values())) > 1
    return weights if told else {}


def _of_crimes(found: Selected, weights: dict[str, float]) -> Floats:
    """Weight of each chosen crime; 0 where its code has none."""
    crimes = found.held.crimes
    by_code = np.array([*(weights.get(code, 0.0) for code in crimes.codes), 0.0])
    return by_code[crimes.code[found.crimes]]


def _of_records(found: Selected, weights: dict[str, float]) -> Floats:
    """By the number of the record."""
    record = found.held.crimes.record[found.crimes]
    by_record = np.zeros(int(found.held.crimes.record.max()) + 1)
    np.maximum.at(by_record, record[record >= 0], _of_crimes(found, weights)[record >= 0])
    return by_record


def _summed(own: NDArray[np.int32], weight: Floats, asks: tuple[Ask, Ask]) -> HarmOfEach | None:
    if not len(own):
        return None
    _, who = np.unique(own, return_inverse=True)
    harm: Floats = np.bincount(who, weights=weight).astype(np.float64)
    return HarmOfEach(np.bincount(who), harm, asks)
