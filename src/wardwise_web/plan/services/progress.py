"""What an owner tells of an action: updates, milestones, evidence."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.once import check_not_twice
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.plan.evidence_files import check_file
from wardwise_web.plan.models import Action, ActionUpdate, Evidence, Milestone
from wardwise_web.plan.rules import (
    LinkMissing,
    author_of,
    check_finished,
    check_told,
    fault_of_step,
    refuse_faults,
)
from wardwise_web.plan.states import LIVE
from wardwise_web.plan.terms import Shown, Told


def tell_update(*, action: Action, told: Told, by: Actor, at: datetime | None = None) -> None:
    """What happened, how far, next date. ``at`` is for what came on paper: never the future."""
    check_can(by, Verb.WRITE, action.as_thing())
    moment = at or timezone.now()
    if moment > timezone.now():
        raise MoveRefused("An update cannot come from the future.")
    check_told(told, on=timezone.localdate(moment))
    with transaction.atomic():
        locked = Action.objects.select_for_update().get(pk=action.pk)
        if locked.state not in LIVE:
            raise MoveRefused(f"What is '{locked.state}' takes no update.")
        said = {**vars(told), "by_id": author_of(by)}
        today = timezone.localdate(moment)  # on another day they may have no more to say
        check_not_twice(locked.updates.filter(at__date=today, **said), what="This update")
        ActionUpdate.objects.create(action=locked, at=moment, **said)
        if locked.told_at is None or moment >= locked.told_at:
            locked.percent_complete, locked.next_on = told.percent_complete, told.next_on
            locked.told_at = moment
        locked.save(update_fields=["percent_complete", "next_on", "told_at"])
        details = {"percent": told.percent_complete, "next": told.next_on}
        record("action.told", by=by, thing=locked.as_thing(), details=details)


def add_milestone(*, action: Action, text: str, due_on: date, by: Actor) -> Milestone:
    """A further step."""
    check_can(by, Verb.WRITE, action.as_thing())
    fault = fault_of_step(due_on, starts_on=action.starts_on, ends_on=action.due_on)
    refuse_faults({"due_on": fault} if fault else {})
    with transaction.atomic():
        locked = Action.objects.select_for_update().get(pk=action.pk)
        twins = locked.milestones.filter(text=text, due_on=due_on)
        check_not_twice(twins, what="This milestone")
        made = Milestone.objects.create(action=locked, text=text, due_on=due_on)
        record("milestone.added", by=by, thing=action.as_thing(), details={"text": text})
    return made


def finish_milestone(*, milestone: Milestone, on: date, because: str, by: Actor) -> None:
    """It was done on a day; shown by its evidence, or said why there is none."""
    check_can(by, Verb.WRITE, milestone.action.as_thing())
    if on > timezone.localdate():
        raise LinkMissing({"on": "The day it was done cannot be in the future"})
    with transaction.atomic():
        locked = Milestone.objects.select_for_update().get(pk=milestone.pk)
        check_finished(locked, because=because)
        locked.done_on, locked.done_by_id = on, author_of(by)
        locked.no_evidence_because = because
        locked.save()
        details = {"text": locked.text, "on": on}
        record("milestone.done", by=by, thing=locked.action.as_thing(), details=details)


def add_evidence(
    *, action: Action, shown: Shown, milestone: Milestone | None, by: Actor
) -> Evidence:
    """A file, looked at by its content, or a link."""
    check_can(by, Verb.WRITE, action.as_thing())
    made = Evidence(action=action, milestone=milestone, title=shown.title, by_id=author_of(by))
    if shown.content:
        made.content_type = check_file(shown)
        made.file_name = shown.file_name
        made.sha256 = hashlib.sha256(shown.content).hexdigest()
    elif shown.link:
        made.link = shown.link
    else:
        raise LinkMissing({"link": "Give a link or a file"})
    with transaction.atomic():
        locked = Action.objects.select_for_update().get(pk=action.pk)
        twins = locked.evidence.filter(
            milestone=milestone, title=made.title, link=made.link, sha256=made.sha256
        )
        check_not_twice(twins, what="This evidence")
        if shown.content:
            made.file.save(shown.file_name, ContentFile(shown.content), save=False)
        made.save()
        details = {"title": shown.title, "sha256": made.sha256, "link": made.link}
        record(
            "evidence.added",
            by=by,
            thing=action.as_thing(),
            operation=Operation.COLLECTION,
            details=details,
        )
    return made


def say_no_evidence(*, action: Action, because: str, by: Actor) -> None:
    """Why nothing can show that it was done."""
    check_can(by, Verb.WRITE, action.as_thing())
    if not because.strip():
        raise LinkMissing({"because": "Say why there is no evidence"})
    with transaction.atomic():
        locked = Action.objects.select_for_update().get(pk=action.pk)
        locked.no_evidence_because = because
        locked.save(update_fields=["no_evidence_because"])
        record("evidence.none", by=by, thing=locked.as_thing(), reason=because)
