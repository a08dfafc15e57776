"""You said, we decided, because."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wardwise_web.assessments.models import Cycle
from wardwise_web.consultation.models.event import Event
from wardwise_web.consultation.models.survey import Survey
from wardwise_web.consultation.states import AnswerState, Outcome
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.people.models import Partnership, Person


class Answer(models.Model):
    """What people said, where it was heard, what was decided on it and why."""

    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="consultation_answers"
    )
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="consultation_answers")
    said = models.TextField()
    surveys = models.ManyToManyField(Survey, related_name="answers")
    events = models.ManyToManyField(Event, related_name="answers")
    outcome = models.CharField(max_length=30, choices=[(one, one.capitalize()) for one in Outcome])
    decided = models.TextField()
    because = models.TextField()
    priority = models.CharField(max_length=200, blank=True)  # as the priorities name it
    state = models.CharField(max_length=10, default=AnswerState.DRAFT)
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(because=""), name="answer_says_why")
        ]

    def __str__(self) -> str:
        return self.said[:60]

    def as_thing(self) -> Thing:
        """As the permissions see it."""
        return Thing(
            Kind.ANSWER,
            self.partnership_id,
            self.pk or "",
            cycle_id=self.cycle_id,
            owner_id=self.author_id,
            state=self.state,
        )


class AnswerStep(models.Model):
    """One move of an answer: a new row each time."""

    answer = models.ForeignKey(Answer, models.PROTECT, related_name="steps")
    state = models.CharField(max_length=10)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.answer}: {self.state}"


class Affected(models.Model):
    """A group whom crime, or what is planned about it, touches in particular."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="affected_groups")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="affected_groups")
    group = models.CharField(max_length=200)
    why = models.TextField()
    heard = models.TextField(blank=True)  # how they were heard; empty: not yet
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["group"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cycle", "group"], name="affected_group_once_a_year")
        ]

    def __str__(self) -> str:
        return self.group

    def as_thing(self) -> Thing:
        """As the permissions see it: with the answers, whose writers keep it."""
        return Thing(
            Kind.ANSWER,
            self.partnership_id,
            self.pk or "",
            cycle_id=self.cycle_id,
            owner_id=self.author_id,
        )
