"""What the meeting and the board decided, each a row of its own with who, when and why."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wardwise.threats.departures import TIERS
from wardwise_web.people.models import Agency, Person
from wardwise_web.priorities.models.rounds import Criterion, Round, Threat
from wardwise_web.priorities.states import Pull


class AgreedScore(models.Model):
    """The meeting's score of one factor of one threat; the last one counts."""

    threat = models.ForeignKey(Threat, models.PROTECT, related_name="agreed")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    value = models.FloatField()
    as_marked = models.BooleanField()  # the panel's own score, taken without discussion
    reason = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["threat", "criterion", "number"], name="agreed_score_once"
            ),
            models.CheckConstraint(
                condition=Q(value__gte=1, value__lte=4), name="agreed_on_the_scale"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="agreed_with_a_reason"),
        ]

    def __str__(self) -> str:
        return f"agreed {self.pk}"


class PolicyPull(models.Model):
    """What pulls a threat up beside its score, and where that is written."""

    threat = models.ForeignKey(Threat, models.PROTECT, related_name="pulls")
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Pull])
    text = models.CharField(max_length=300)
    source = models.CharField(max_length=300)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.text


class Meeting(models.Model):
    """A meeting of the panel."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="meetings")
    held_on = models.DateField()
    note = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["held_on", "id"]

    def __str__(self) -> str:
        return f"meeting of {self.held_on}"


class Attendance(models.Model):
    """An agency that was at a meeting, and who spoke for it."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendance")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    who = models.CharField(max_length=200)

    class Meta:
        ordering: ClassVar = ["agency__name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "agency"], name="agency_attends_once")
        ]

    def __str__(self) -> str:
        return f"{self.agency} at {self.meeting}"


class Dissent(models.Model):
    """An agency that does not go along, with a score or with the whole, and why."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="dissents")
    threat = models.ForeignKey(Threat, models.PROTECT, null=True, related_name="dissents")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    text = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"dissent {self.pk}"


class Placement(models.Model):
    """The tier that a threat was put in, and where it stood by score then; the last one counts."""

    threat = models.ForeignKey(Threat, models.PROTECT, related_name="placements")
    number = models.PositiveSmallIntegerField()
    tier = models.CharField(max_length=20, choices=[(one, one) for one in TIERS])
    reason = models.TextField(blank=True)
    by_score = models.BooleanField(default=False)  # filled in the order of the scores
    rank = models.PositiveSmallIntegerField(null=True)  # by score, when it was placed
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["threat", "number"], name="placement_once")
        ]

    def __str__(self) -> str:
        return f"{self.threat}: {self.tier}"


class Outcome(models.Model):
    """What became of a threat in the year after it was decided on."""

    threat = models.ForeignKey(Threat, models.PROTECT, related_name="outcomes")
    text = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"outcome {self.pk}"
