"""Answers to what the law asks, and the moves of a year."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from wardwise_web.assessments.cycle_states import CYCLE_MOVES, CycleState
from wardwise_web.assessments.models import ChecklistItem, Cycle, CycleStep
from wardwise_web.assessments.rules.cycle import check_checklist, check_may_change, check_terms
from wardwise_web.assessments.statute import items_for
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused, check_move
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb


class AnswerOvertaken(Exception):
    """Somebody answered the item meanwhile; nothing was overwritten. ``now`` is the item."""

    def __init__(self, now: ChecklistItem) -> None:
        self.now = now
        super().__init__(f"{now.answered_by} answered this item while you were writing.")


def lay_out_checklist(cycle: Cycle) -> None:
    """Every item of the law, empty: within the transaction that begins the year."""
    ChecklistItem.objects.bulk_create(
        ChecklistItem(cycle=cycle, position=n, item=one.item, about=one.about, source=one.source)
        for n, one in enumerate(items_for(cycle.partnership.area_code))
    )


def answer_item(
    *, item: ChecklistItem, met_by: str, reason: str, version: int, by: Actor
) -> ChecklistItem:
    """Say which chapter or record meets it, or why it is not met; never both, never neither."""
    check_can(by, Verb.WRITE, item.cycle.as_thing())
    met_by, reason = met_by.strip(), reason.strip()
    if bool(met_by) == bool(reason):
        raise MoveRefused("Say either what meets the item, or why it is not met.")
    with transaction.atomic():
        locked = ChecklistItem.objects.select_for_update().get(pk=item.pk)
        check_may_change(locked.cycle)
        if locked.version != version:
            raise AnswerOvertaken(locked)
        locked.met_by, locked.reason = met_by, reason
        locked.answered_by_id, locked.answered_at = by.person_id, timezone.now()
        locked.version += 1
        locked.save()
        details = {"item": locked.item, "met_by": met_by}
        thing = locked.cycle.as_thing()
        record("checklist.answered", by=by, thing=thing, details=details, reason=reason)
    return locked


def move_cycle(*, cycle: Cycle, to: CycleState, note: str, by: Actor) -> CycleStep:
    """Move the year on or back, as the table has it; not to complete while an item is empty."""
    check_can(by, Verb.READ, cycle.as_thing())
    with transaction.atomic():
        locked = Cycle.objects.select_for_update().get(pk=cycle.pk)
        was = CycleState(locked.state)
        check_move(CYCLE_MOVES, now=was, to=to, roles=by.roles, reason=note)
        if to == CycleState.COMPLETE:
            check_terms(locked)
        if to in (CycleState.COMPLETE, CycleState.APPROVED):
            check_checklist(locked)
        locked.state = to
        locked.save(update_fields=["state"])
        made = CycleStep.objects.create(
            cycle=locked, was=was, now=to, by_id=by.person_id, note=note.strip()
        )
        details = {"was": was, "now": to}
        record("cycle.moved", by=by, thing=locked.as_thing(), details=details, reason=note)
    return made
