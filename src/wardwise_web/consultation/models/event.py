"""Meetings with the public, with the record that regulation 12 of SI 2007/1830 asks for."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from wardwise_web.assessments.models import Cycle
from wardwise_web.consultation.states import EventState
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.people.models import Agency, Partnership, Person


class Event(models.Model):
    """One meeting. What is not known yet is empty; a complete record has nothing empty."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="consultation_events")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="consultation_events")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")  # whose it is
    title = models.CharField(max_length=200)
    is_public = models.BooleanField()  # a public meeting, and not one for invited people alone
    held_on = models.DateField(null=True)
    place = models.CharField(max_length=200, blank=True)
    invited = models.TextField(blank=True)
    announced = models.TextField(blank=True)  # how people knew of it beforehand
    discussed = models.TextField(blank=True)
    told_after = models.TextField(blank=True)  # how what was discussed was made known
    came = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=10, default=EventState.DRAFT)
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = [F("held_on").desc(nulls_first=True), "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state=EventState.DRAFT)
                | (
                    Q(held_on__isnull=False, came__isnull=False)
                    & ~Q(place="")
                    & ~Q(invited="")
                    & ~Q(announced="")
                    & ~Q(discussed="")
                    & ~Q(told_after="")
                ),
                name="complete_event_has_nothing_empty",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def as_thing(self) -> Thing:
        """As the permissions see it."""
        return Thing(
            Kind.EVENT,
            self.partnership_id,
            self.pk or "",
            cycle_id=self.cycle_id,
            agency_id=self.agency_id,
            owner_id=self.author_id,
            state=self.state,
        )


class Senior(models.Model):
    """Somebody who holds a senior position in an agency, and was there."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="seniors")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    post = models.CharField(max_length=120)

    class Meta:
        ordering: ClassVar = ["agency__name", "name"]

    def __str__(self) -> str:
        return f"{self.name}, {self.post}"


class Hands(models.Model):
    """A show of hands: what those who came said. It is never weighted."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="hands")
    question = models.CharField(max_length=300)
    answers = models.JSONField()  # [["Violence", 31], ["Burglary", 12]]
    present = models.PositiveIntegerField()  # in the room when it was asked

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.question


class EventStep(models.Model):
    """One move of an event: a new row each time."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="steps")
    state = models.CharField(max_length=10)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.event}: {self.state}"
