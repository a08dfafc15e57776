"""What may come, what was thought of it and when, and what became of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.horizon.words import YARDSTICK, Area, Outcome, When
from wardwise_web.people.models import Partnership, Person


class HorizonItem(models.Model):
    """Something that may come and would change the picture of crime and disorder."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="horizon_items")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="horizon_items")
    title = models.CharField(max_length=200)
    area = models.CharField(max_length=20, choices=[(one, one.capitalize()) for one in Area])
    source = models.CharField(max_length=300)
    source_on = models.DateField()
    effect = models.TextField()
    threats = models.JSONField(default=list)  # names as the long list has them
    trigger = models.CharField(max_length=300, blank=True)  # what to watch for
    when = models.CharField(max_length=30, choices=[(one, one.capitalize()) for one in When])
    owner = models.ForeignKey(Person, models.PROTECT, related_name="horizon_items")
    review_on = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["review_on", "id"]

    def __str__(self) -> str:
        return self.title

    @property
    def view(self) -> View | None:
        """What is thought of it now."""
        return max(self.views.all(), key=lambda one: (one.given_at, one.pk), default=None)

    @property
    def ending(self) -> Ending | None:
        """What became of it, as it was last told."""
        return max(self.endings.all(), key=lambda one: (one.told_at, one.pk), default=None)

    def as_thing(self) -> Thing:
        """As the permissions see it."""
        return Thing(
            Kind.HORIZON_ITEM,
            self.partnership_id,
            self.pk or "",
            cycle_id=self.cycle_id,
            owner_id=self.owner_id,
        )


class View(models.Model):
    """How likely somebody thought it, and why, on a day: a new row each time."""

    item = models.ForeignKey(HorizonItem, models.PROTECT, related_name="views")
    likelihood = models.CharField(
        max_length=30, choices=[(band.word, band.label) for band in YARDSTICK]
    )
    because = models.TextField()
    given_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.item}: {self.likelihood}"


class Ending(models.Model):
    """What became of it: a new row each time."""

    item = models.ForeignKey(HorizonItem, models.PROTECT, related_name="endings")
    outcome = models.CharField(max_length=20, choices=[(one, one.capitalize()) for one in Outcome])
    note = models.TextField()
    told_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    told_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.item}: {self.outcome}"
