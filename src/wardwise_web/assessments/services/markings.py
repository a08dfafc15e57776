"""A paragraph's marking: raised at once, lowered by two people."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from wardwise.domain.marking import IN_ORDER, rank_of_marking
from wardwise_web.assessments.models import Chapter, MarkingChange
from wardwise_web.assessments.services.signed_in import person_of
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb


def mark_paragraph(
    *, chapter: Chapter, place: tuple[str, str, str], now: str, reason: str, by: Actor
) -> MarkingChange:
    """Raise a marking, or ask that it be lowered.

    ``place`` is the section, the block and the marking that it has: of what stands there, the
    caller knows it (a computed block is never below its figures).
    """
    section, block, was = place
    check_can(by, Verb.WRITE, chapter.as_thing())
    if now not in IN_ORDER or now == was:
        raise MoveRefused("Choose another marking than the one that it has.")
    if not reason.strip():
        raise MoveRefused("Give the reason for the marking.")
    is_lowering = rank_of_marking(now) < rank_of_marking(was)
    with transaction.atomic():
        made = MarkingChange.objects.create(
            chapter=chapter,
            section=section,
            block=block,
            was=was,
            now=now,
            is_lowering=is_lowering,
            reason=reason.strip(),
            asked_by_id=person_of(by),
            holds=not is_lowering,
        )
        event = "marking.lowering_asked" if is_lowering else "marking.raised"
        details = {"section": section, "block": block, "was": was, "now": now}
        record(event, by=by, thing=chapter.as_thing(), details=details, reason=reason)
    return made


def decide_lowering(*, change: MarkingChange, grant: bool, by: Actor) -> None:
    """Grant or refuse that a marking be lowered: not by whoever asked."""
    thing = change.chapter.as_thing()
    check_can(by, Verb.WRITE, thing)
    with transaction.atomic():
        locked = MarkingChange.objects.select_for_update().get(pk=change.pk)
        if locked.decided_at is not None or not locked.is_lowering:
            raise MoveRefused("This has been decided already.")
        if locked.asked_by_id == by.person_id:
            raise MoveRefused("Somebody other than whoever asked has to lower a marking.")
        locked.decided_by_id, locked.decided_at = by.person_id, timezone.now()
        locked.holds = grant
        locked.save(update_fields=["decided_by", "decided_at", "holds"])
        event = "marking.lowered" if grant else "marking.lowering_refused"
        details = {"block": locked.block, "was": locked.was, "now": locked.now}
        record(event, by=by, thing=thing, details=details)
