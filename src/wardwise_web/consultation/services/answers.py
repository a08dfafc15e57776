"""Every change to what was answered, and to who is particularly affected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from wardwise_web.assessments.models import Cycle
from wardwise_web.consultation.models import Affected, Answer, AnswerStep, Event, Survey
from wardwise_web.consultation.rules import check_may_answer
from wardwise_web.consultation.services import check_version
from wardwise_web.consultation.states import ANSWER_MOVES, AnswerState, Outcome
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import check_move
from wardwise_web.core.once import check_not_twice
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb


@dataclass(frozen=True)
class Answered:
    """You said, we decided, because."""

    said: str
    outcome: Outcome
    decided: str
    because: str
    priority: str = ""
    surveys: Sequence[Survey] = field(default=())
    events: Sequence[Event] = field(default=())

    @property
    def columns(self) -> dict[str, object]:
        """What is kept in the row itself."""
        return {
            name: getattr(self, name)
            for name in ("said", "outcome", "decided", "because", "priority")
        }


@dataclass(frozen=True)
class AffectedGroup:
    """A group that is particularly affected; ``heard`` is empty while they were not."""

    group: str
    why: str
    heard: str


def add_answer(*, cycle: Cycle, said: Answered, by: Actor) -> Answer:
    """Write down what was decided on what people said."""
    check_can(by, Verb.CREATE, Thing(Kind.ANSWER, cycle.partnership_id))
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)
        told = {"cycle": cycle, "author_id": by.person, **said.columns}
        check_not_twice(Answer.objects.filter(**told), what="This answer")
        answer = Answer.objects.create(partnership=cycle.partnership, **told)
        _heard_in(answer, said)
        AnswerStep.objects.create(answer=answer, state=AnswerState.DRAFT, by_id=by.person)
        record("answer.added", by=by, thing=answer.as_thing(), details={"outcome": said.outcome})
    return answer


def change_answer(*, answer: Answer, said: Answered, version: int, by: Actor) -> None:
    """Say it otherwise."""
    with transaction.atomic():
        locked = Answer.objects.select_for_update().get(pk=answer.pk)
        check_can(by, Verb.WRITE, locked.as_thing())
        check_version(locked.version, version=version)
        for name, value in said.columns.items():
            setattr(locked, name, value)
        locked.version += 1
        locked.save()
        _heard_in(locked, said)
        record("answer.changed", by=by, thing=locked.as_thing())


def move_answer(*, answer: Answer, to: AnswerState, note: str, by: Actor) -> None:
    """Agree it, open it again, put it before the public or take it back."""
    with transaction.atomic():
        locked = Answer.objects.select_for_update().get(pk=answer.pk)
        now = AnswerState(locked.state)
        check_can(by, Verb.WRITE if now is AnswerState.DRAFT else Verb.APPROVE, locked.as_thing())
        check_move(ANSWER_MOVES, now=now, to=to, roles=by.roles, reason=note)
        check_may_answer(locked)
        locked.state = to
        locked.save(update_fields=["state"])
        AnswerStep.objects.create(answer=locked, state=to, note=note, by_id=by.person)
        record(f"answer.{to}", by=by, thing=locked.as_thing(), reason=note)


def add_affected(*, cycle: Cycle, said: AffectedGroup, by: Actor) -> Affected:
    """Name a group that is particularly affected."""
    check_can(by, Verb.CREATE, Thing(Kind.ANSWER, cycle.partnership_id))
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)
        twins = Affected.objects.filter(cycle=cycle, group=said.group)
        check_not_twice(twins, what="This group")
        made = Affected.objects.create(
            partnership=cycle.partnership, cycle=cycle, author_id=by.person, **vars(said)
        )
        record("affected_group.named", by=by, thing=made.as_thing(), details={"group": said.group})
    return made


def change_affected(*, affected: Affected, said: AffectedGroup, version: int, by: Actor) -> None:
    """Say how they were heard, or why they are affected."""
    with transaction.atomic():
        locked = Affected.objects.select_for_update().get(pk=affected.pk)
        check_can(by, Verb.WRITE, locked.as_thing())
        check_version(locked.version, version=version)
        for name, value in vars(said).items():
            setattr(locked, name, value)
        locked.version += 1
        locked.save()
        record("affected_group.changed", by=by, thing=locked.as_thing())


def _heard_in(answer: Answer, said: Answered) -> None:
    answer.surveys.set(said.surveys)
    answer.events.set(said.events)
