"""Marks. A change is a new row and the last one counts: nothing that was given is lost."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from wardwise_web.people.models import Person
from wardwise_web.priorities.models.rounds import Criterion, Scorer, Threat


class Mark(models.Model):
    """One scorer's mark of one factor of one threat: 1 to 4, or empty for *don't know*."""

    scorer = models.ForeignKey(Scorer, models.PROTECT, related_name="marks")
    threat = models.ForeignKey(Threat, models.PROTECT, related_name="marks")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="marks")
    ballot = models.PositiveSmallIntegerField(default=1)  # 1 is the blind round
    number = models.PositiveSmallIntegerField()  # 1 for the first given, then 2 …
    value = models.PositiveSmallIntegerField(null=True)
    reason = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    # with the mark it makes the hash in the audit, which by itself tells nobody the mark
    nonce = models.CharField(max_length=32)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["scorer", "threat", "criterion", "ballot", "number"], name="mark_once"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gte=1, value__lte=4),
                name="mark_on_the_scale",
            ),
        ]

    def __str__(self) -> str:
        return f"mark {self.pk}"


class Interest(models.Model):
    """A scorer's conflict of interest in a threat, declared or taken back."""

    scorer = models.ForeignKey(Scorer, models.PROTECT, related_name="interests")
    threat = models.ForeignKey(Threat, models.PROTECT, related_name="interests")
    number = models.PositiveSmallIntegerField()
    declared = models.BooleanField()
    note = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["scorer", "threat", "number"], name="interest_once"),
            models.CheckConstraint(
                condition=Q(declared=False) | ~Q(note=""), name="interest_says_what"
            ),
        ]

    def __str__(self) -> str:
        return f"interest {self.pk}"


class Revote(models.Model):
    """Another blind ballot on one threat, called by the meeting after it was discussed."""

    threat = models.ForeignKey(Threat, models.PROTECT, related_name="revotes")
    ballot = models.PositiveSmallIntegerField()  # 2 or more
    because = models.TextField()
    opened_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["ballot"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["threat", "ballot"], name="revote_once"),
            models.UniqueConstraint(
                fields=["threat"], condition=Q(closed_at__isnull=True), name="one_revote_at_a_time"
            ),
            models.CheckConstraint(condition=Q(ballot__gte=2), name="revote_is_not_the_first"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_by__isnull=False, closed_at__gte=F("opened_at")),
                name="revote_closed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"ballot {self.ballot} on {self.threat}"
