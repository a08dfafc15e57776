"""Small made-up desks with an initiative: four neighbourhoods over four years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from tests.builders import LSOAS, desk_with, sample_settings
from tests.section_words import words_of
from wardwise.chapters.evaluation import CHAPTER
from wardwise.chapters.evaluation.findings import EvaluationFindings
from wardwise.domain.settings import InitiativeSettings
from wardwise.figures.desk import Desk
from wardwise.figures.initiatives import Evaluated


YEARS = 48  # months, to December 2024
BURGLARY = "Burglary"


def initiative(**changes: Any) -> InitiativeSettings:
    given: dict[str, Any] = {
        "name": "New locks",
        "offences": [BURGLARY],
        "area": {"lsoas": [LSOAS[0].code], "name": "Mill Street"},
        "displacement": {"lsoas": [LSOAS[1].code], "name": "Weir Lane"},
        "control": {"rest": True},
        "start": "2024-01-01",
        "expected_change_percent": -30,
        "chosen": "other",
        "why": "Residents asked",
        "cost": 10_000,
    }
    return InitiativeSettings.model_validate(given | changes)


def desk_of(by_lsoa: Sequence[Sequence[float]], one: InitiativeSettings, **parts: Any) -> Desk:
    """``by_lsoa``: offences a month in 2021, 2022, 2023 and 2024 of each neighbourhood."""
    desk = desk_with({BURGLARY: [4] * YEARS}, settings=sample_settings(initiatives=(one,)))
    local = desk.evidence.local
    # one more in every other month, one fewer in the others: years stay as they are
    uneven = np.where(np.arange(YEARS) % 2, 1, -1)
    counts = np.repeat(np.array(by_lsoa, dtype=np.int64), 12, axis=1) + uneven
    local = replace(local, counts=np.maximum(counts, 0)[:, :, None])
    place = desk.evidence.place
    codes = [lsoa.code for lsoa in LSOAS]
    inside = {"area": codes[:1], "control": codes[2:], "displacement": codes[1:2]}
    if one.displacement is None:
        inside = {"area": codes[:1], "control": codes[1:]}
    members = {
        **place.members,
        **{one.area_code(role): tuple(inside[role.value]) for role in one.roles},
    }
    evidence = replace(desk.evidence, local=local, place=replace(place, members=members), **parts)
    return Desk(evidence, desk.settings)


def told(desk: Desk) -> tuple[Evaluated, str]:
    found: EvaluationFindings = CHAPTER.analyse(desk)
    assert CHAPTER.is_told(found)
    return found.evaluated[0], words_of(CHAPTER.write(found))


SAME = [20, 20, 20, 20]
