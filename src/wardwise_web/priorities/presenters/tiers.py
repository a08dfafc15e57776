"""Priorities as a page shows them: the tiers, the departures, and the year before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from wardwise.threats.departures import TIERS
from wardwise_web.priorities.models import Outcome, Placement, Round, Threat
from wardwise_web.priorities.presenters.order import Order, order_of
from wardwise_web.priorities.selectors import YEAR_BEFORE, placements_of


@dataclass(frozen=True)
class TierLine:
    """One threat with its tier, its place by score, and last year's decision."""

    threat: Threat
    placement: Placement | None
    rank: int | None
    departs: bool
    before: Placement | None
    outcome: Outcome | None

    @property
    def wants_reason(self) -> bool:
        """Whether it departs from the order and nobody has said why."""
        if self.placement is None or not self.departs:
            return False
        return self.placement.by_score or not self.placement.reason.strip()


def tier_lines(scoring: Round, order: Order | None = None) -> list[TierLine]:
    """Every threat, tier by tier, within a tier by place."""
    order = order or order_of(scoring)
    placed = placements_of(scoring)
    prefetch_related_objects(order.threats, *YEAR_BEFORE)  # once, and not for each threat
    adopted = {one.name: placed[one.name].tier for one in order.threats if one.name in placed}
    departing = set(order.departures(adopted))
    lines = [
        TierLine(
            threat=threat,
            placement=placed.get(threat.name),
            rank=order.ranks.get(threat.name),
            departs=threat.name in departing,
            before=last_placement(threat.before),
            outcome=last_outcome(threat.before),
        )
        for threat in order.threats
    ]
    return sorted(lines, key=_tier_and_place)


def _tier_and_place(line: TierLine) -> tuple[int, bool, int, str]:
    tier = TIERS.index(line.placement.tier) if line.placement else len(TIERS)
    return (tier, line.rank is None, line.rank or 0, line.threat.name)


def last_placement(threat: Threat | None) -> Placement | None:
    """The tier that stood at the end."""
    return next(reversed(threat.placements.all()), None) if threat else None


def last_outcome(threat: Threat | None) -> Outcome | None:
    """What was last said of how it went."""
    return next(reversed(threat.outcomes.all()), None) if threat else None


def chosen(lines: Sequence[TierLine], tier: str = TIERS[0]) -> list[str]:
    """Names in a tier."""
    return [one.threat.name for one in lines if one.placement and one.placement.tier == tier]
