"""Taking a round from one state to the next, each with its rule."""

from __future__ import annotations

from django.db import transaction

from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused, check_move
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.priorities.models import Revote, Round, RoundStatus
from wardwise_web.priorities.presenters.tiers import tier_lines
from wardwise_web.priorities.rules import (
    check_may_adopt,
    check_may_open,
    check_may_record,
    check_may_reveal,
)
from wardwise_web.priorities.selectors import (
    agencies_finished,
    best_attendance,
    panel_criteria,
    scored_threats,
    scorers_of,
    scores_without_agreement,
)
from wardwise_web.priorities.states import MOVES, RoundState


def move_round(*, scoring: Round, to: RoundState, reason: str, by: Actor) -> None:
    """Make one move of the table, if its rule lets it."""
    # whoever adopts needs the right over priorities; every other move is a change of the round
    if to == RoundState.CLOSED:
        check_can(by, Verb.APPROVE, scoring.as_priorities())
    else:
        check_can(by, Verb.WRITE, scoring.as_thing())
    with transaction.atomic():
        locked = Round.objects.select_for_update().get(pk=scoring.pk)
        # a mark holds its scorer's row: after these no mark is on its way
        list(locked.scorers.select_for_update().order_by("pk"))
        now = RoundState(locked.state)
        check_move(MOVES, now=now, to=to, roles=by.roles, reason=reason)
        _check_rule(locked, to, reason)
        locked.state = to
        locked.save(update_fields=["state"])
        RoundStatus.objects.create(round=locked, state=to, by_id=by.person_id, note=reason)
        details = {"from": now, "to": to}
        record("scoring.moved", by=by, thing=locked.as_thing(), details=details, reason=reason)
    scoring.state = to


def hindrance(scoring: Round, to: RoundState, *, reason: str = "") -> str:
    """The sentence that stands in the way of a move now; nothing if none does."""
    try:
        _check_rule(scoring, to, reason)
    except MoveRefused as refused:
        return str(refused)
    return ""


def _check_rule(scoring: Round, to: RoundState, reason: str) -> None:
    if to == RoundState.OPEN:
        agencies = {one.agency_id for one in scorers_of(scoring)}
        threats, criteria = scored_threats(scoring).count(), panel_criteria(scoring).count()
        check_may_open(agencies, threats, criteria)
    elif to == RoundState.REVEALED and scoring.state == RoundState.OPEN:
        check_may_reveal(agencies_finished(scoring), reason)
    elif to == RoundState.AGREED:
        if Revote.objects.filter(threat__round=scoring, closed_at__isnull=True).exists():
            raise MoveRefused("A ballot is still open. Close it before the scores are recorded.")
        without = scores_without_agreement(scoring)
        check_may_record(best_attendance(scoring), scoring.quorum, len(without), reason)
    elif to == RoundState.CLOSED:
        _check_adoption(scoring)


def _check_adoption(scoring: Round) -> None:
    lines = tier_lines(scoring)  # in the order of the page, so that the refusal names them so
    placed = {line.threat.name: line.placement.tier for line in lines if line.placement}
    missing = [line.threat.name for line in lines if line.placement is None]
    check_may_adopt(placed, missing, [line.threat.name for line in lines if line.wants_reason])
