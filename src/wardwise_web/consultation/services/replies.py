"""Taking replies in: the whole file or nothing."""

from __future__ import annotations

import hashlib
import io

from django.db import transaction
from django.utils import timezone

from wardwise_web.consultation.models import FreeText, Handover, Reply, Survey
from wardwise_web.consultation.reply_file import AskedOf, Taken, take
from wardwise_web.consultation.states import Sort, SurveyState
from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.evidence.content import check_content, safe_name


TAKES = (SurveyState.OPEN, SurveyState.CLOSED)


def take_replies(*, survey: Survey, name: str, content: bytes, by: Actor) -> Taken:
    """Take in a file; its replies stand instead of those of the file before, which are erased.

    The file is read in memory and not kept. NotTaken if it is not what its name says,
    RepliesRefused with every fault of its rows.
    """
    check_can(by, Verb.CREATE, survey.replies_as_thing())
    check_content(io.BytesIO(content), name=name, size=len(content))
    with transaction.atomic():
        locked = Survey.objects.select_for_update().get(pk=survey.pk)
        if locked.state not in TAKES:
            raise MoveRefused(f"A survey that is '{locked.state}' takes no replies.")
        taken = take(content, name=name, asked=asked_of(locked))
        erased = _erase(locked)
        made = Handover.objects.create(
            survey=locked,
            name=safe_name(name),
            sha256=hashlib.sha256(content).hexdigest(),
            rows=len(taken.replies),
            by_id=by.person,
        )
        _keep(made, taken)
        details = {"sha256": made.sha256, "replies": made.rows, "erased": erased}
        thing = locked.replies_as_thing()
        record("replies.taken", by=by, thing=thing, operation=Operation.COLLECTION, details=details)
    return taken


def asked_of(survey: Survey) -> list[AskedOf]:
    """What a file of replies has to answer."""
    about = [
        AskedOf(str(one.pk), one.column, None, tuple(group.name for group in one.groups.all()))
        for one in survey.properties.prefetch_related("groups")
    ]
    return about + [
        AskedOf(str(one.pk), one.column, Sort(one.sort), tuple(one.options))
        for one in survey.questions.all()
    ]


def _erase(survey: Survey) -> int:
    standing = survey.handovers.filter(erased_at__isnull=True).first()
    if standing is None:
        return 0
    standing.texts.all().delete()
    standing.replies.all().delete()
    standing.erased_at = timezone.now()
    standing.save(update_fields=["erased_at"])
    return standing.rows


def _keep(made: Handover, taken: Taken) -> None:
    Reply.objects.bulk_create(
        [
            Reply(handover=made, groups=dict(one.groups), answers=dict(one.answers))
            for one in taken.replies
        ]
    )
    texts = sorted(
        (int(key), text) for one in taken.replies for key, text in one.texts.items()
    )  # in alphabetical order: their order in the file would tie them to replies
    FreeText.objects.bulk_create(
        [FreeText(handover=made, question_id=key, text=text) for key, text in texts]
    )
