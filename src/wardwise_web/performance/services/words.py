"""What the owner says of a period, and what is done because it was red."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from wardwise_web.core.audit.services import record
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.performance.models import Commentary, Corrective
from wardwise_web.plan.models import Action, Indicator
from wardwise_web.plan.rules import LinkMissing, author_of


def comment_on(*, indicator: Indicator, first: date, text: str, by: Actor) -> Commentary:
    """The owner's words on a period; a later word stands beside, none is replaced."""
    check_can(by, Verb.COMMENT, indicator.as_thing())
    with transaction.atomic():
        made = Commentary.objects.create(
            indicator=indicator, first=first, text=text, by_id=author_of(by)
        )
        record("indicator.commented", by=by, thing=indicator.as_thing())
    return made


def correct(
    *, indicator: Indicator, first: date, action: Action | None, text: str, by: Actor
) -> Corrective:
    """What is done about it: an action of the plan, or words."""
    check_can(by, Verb.COMMENT, indicator.as_thing())
    if action is None and not text.strip():
        raise LinkMissing({"text": "Choose an action, or say what is done"})
    with transaction.atomic():
        made = Corrective.objects.create(
            indicator=indicator, first=first, action=action, text=text, by_id=author_of(by)
        )
        details = {"action": action.code if action else None}
        record("indicator.corrected", by=by, thing=indicator.as_thing(), details=details)
    return made
