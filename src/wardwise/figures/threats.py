"""The threat assessment of this desk, worked out once and shared by every chapter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.figures.candidates import Candidate, candidates
from wardwise.figures.desk import Desk
from wardwise.threats.assess import assess_threats
from wardwise.threats.assessment import ThreatAssessment
from wardwise.threats.choices import Choices


@dataclass(frozen=True)
class ThreatsFound:
    """The assessment, and each candidate's evidence with its figures by name."""

    assessment: ThreatAssessment
    candidates: Mapping[str, Candidate]


def threats_found(desk: Desk) -> ThreatsFound:
    """Score every candidate by the settings' weights, decisions and seed."""
    return desk.once("threats", lambda: _found(desk))


def _found(desk: Desk) -> ThreatsFound:
    settings = desk.settings
    found = candidates(desk)
    assessment = assess_threats(
        candidates=[one.evidence for one in found],
        choices=Choices(
            k=settings.priorities.count,
            seed=settings.seed,
            weights=settings.threat.weights,
            overrides=settings.priorities.overrides,
            draws=settings.threat.draws,
            weights_vary_percent=settings.threat.weights_vary_percent,
        ),
    )
    return ThreatsFound(assessment, {one.evidence.name: one for one in found})
