"""Comments on a paragraph, and a response to each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from wardwise_web.assessments.models import Chapter, Comment, Cycle, Response
from wardwise_web.assessments.services.signed_in import person_of
from wardwise_web.assessments.states import Answer
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.once import check_not_twice
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.thing import Kind, Thing, Verb


@dataclass(frozen=True)
class Target:
    """The paragraph that a comment is about, as it read then."""

    section: str
    block: str
    quoted: str = ""
    marking: str = LOWEST


def comment_on(*, chapter: Chapter, target: Target, words: str, by: Actor) -> Comment:
    """Say something of a paragraph."""
    check_can(by, Verb.COMMENT, chapter.as_thing())
    with transaction.atomic():
        made = keep_comment(chapter=chapter, target=target, words=words, by_id=person_of(by))
        record("comment.made", by=by, thing=thing_of(made), details={"block": target.block})
    return made


def keep_comment(*, chapter: Chapter, target: Target, words: str, **whose: Any) -> Comment:
    """The row of a comment, by a person or through a link; the same words once alone."""
    Chapter.objects.select_for_update().get(pk=chapter.pk)
    said = {**vars(target), "words": _said(words), **whose}
    check_not_twice(chapter.comments.filter(**said), what="This comment")
    return Comment.objects.create(chapter=chapter, **said)


def respond(*, comment: Comment, answer: Answer, words: str, by: Actor) -> Response:
    """Accept, reject or note a comment, and say why; the last response counts."""
    thing = thing_of(comment)
    check_can(by, Verb.CREATE, thing)
    check_can(by, Verb.WRITE, comment.chapter.as_thing())
    with transaction.atomic():
        made = Response.objects.create(
            comment=comment, answer=answer, words=_said(words), by_id=person_of(by)
        )
        record("comment.answered", by=by, thing=thing, details={"answer": answer})
    return made


def workings_of(cycle: Cycle) -> Thing:
    """What was said of a year's chapters, and how their words came about.

    Whoever reads the comments reads the versions too; scrutiny reads what is circulated, and
    neither of them.
    """
    return Thing(Kind.COMMENT, cycle.partnership_id, cycle_id=cycle.pk)


def thing_of(comment: Comment) -> Thing:
    """A comment as the permissions see it: it has its paragraph's marking."""
    cycle = comment.chapter.cycle
    return Thing(
        Kind.COMMENT,
        cycle.partnership_id,
        comment.pk or "",
        cycle_id=cycle.pk,
        owner_id=comment.by_id,
        marking=comment.marking,
    )


def _said(words: str) -> str:
    said = words.strip()
    if not said:
        raise MoveRefused("Write what you want to say.")
    return said
