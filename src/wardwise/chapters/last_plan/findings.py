"""What the chapter found: how many actions ended how, and each indicator against its target."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.domain.last_plan import LastPlan, PlanIndicator


@dataclass(frozen=True)
class Tallies:
    """Actions by what became of them, indicators by their result. Unit: actions, indicators."""

    actions: Figure
    closed: Figure
    in_hand: Figure
    resting: Figure  # deferred or stopped
    late: Figure  # and still to be closed
    closed_late: Figure
    met: Figure
    not_met: Figure
    not_known: Figure


@dataclass(frozen=True)
class IndicatorLine:
    """An indicator, what was asked of it and what it came to."""

    indicator: PlanIndicator
    asked: Figure
    actual: Figure


@dataclass(frozen=True)
class LastPlanFindings:
    """Nothing is printed where the settings name no plan."""

    plan: LastPlan | None
    tallies: Tallies | None
    lines: tuple[IndicatorLine, ...] = ()
    key_findings: tuple[KeyFinding, ...] = ()  # what was done is told, and ranked with no crime
