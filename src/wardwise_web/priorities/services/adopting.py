"""Placing threats in tiers, and what became of them."""

from __future__ import annotations

from django.db import transaction

from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.priorities.models import Outcome, Placement, Round, Threat
from wardwise_web.priorities.presenters.order import order_of
from wardwise_web.priorities.states import RoundState


def place(*, threat: Threat, tier: str, reason: str, by: Actor) -> Placement:
    """Put a threat in a tier; against the order of the scores only with a reason."""
    check_can(by, Verb.WRITE, threat.round.as_priorities())
    with transaction.atomic():
        locked = _agreed(threat.round)
        made = Placement.objects.create(
            threat=threat,
            number=threat.placements.count() + 1,
            tier=tier,
            reason=reason.strip(),
            rank=order_of(locked).ranks.get(threat.name),
            by_id=by.person_id,
        )
        details = {"threat": threat.name, "tier": tier, "rank": made.rank}
        record("threat.placed", by=by, thing=locked.as_priorities(), details=details, reason=reason)
    return made


def place_by_score(*, scoring: Round, priorities: int, focus: int, monitor: int, by: Actor) -> int:
    """Fill the tiers in the order of the scores; who has no score is monitored."""
    check_can(by, Verb.WRITE, scoring.as_priorities())
    with transaction.atomic():
        locked = _agreed(scoring)
        order = order_of(locked)
        tiers = order.tiers(priorities=priorities, focus=focus, monitor=monitor)
        rows = [
            Placement(
                threat=threat,
                number=threat.placements.count() + 1,
                tier=tiers[threat.name],
                reason=_by_score(order.ranks.get(threat.name)),
                by_score=True,
                rank=order.ranks.get(threat.name),
                by_id=by.person_id,
            )
            for threat in order.threats
        ]
        Placement.objects.bulk_create(rows)
        details = {"priorities": priorities, "focus": focus, "monitor": monitor}
        record("threats.placed_by_score", by=by, thing=locked.as_priorities(), details=details)
    return len(rows)


def _by_score(rank: int | None) -> str:
    if rank is None:
        return "It has no score: what would have to be known is not known yet."
    return f"By the order of the scores: place {rank}."


def _agreed(scoring: Round) -> Round:
    locked = Round.objects.select_for_update().get(pk=scoring.pk)
    if locked.state != RoundState.AGREED:
        raise MoveRefused("Threats are placed in tiers once the scores are recorded as agreed.")
    return locked


def record_outcome(*, threat: Threat, text: str, by: Actor) -> Outcome:
    """What became of a threat; it is shown beside it when the next round begins."""
    check_can(by, Verb.APPROVE, threat.round.as_priorities())
    if threat.round.state != RoundState.CLOSED:
        raise MoveRefused("A result is recorded after the priorities are adopted.")
    with transaction.atomic():
        made = Outcome.objects.create(threat=threat, text=text, by_id=by.person_id)
        details = {"threat": threat.name, "text": text}
        record("outcome.recorded", by=by, thing=threat.round.as_priorities(), details=details)
    return made
