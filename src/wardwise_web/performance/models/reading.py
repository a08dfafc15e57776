"""Readings, and what the owner says of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wardwise_web.evidence.models import Build
from wardwise_web.people.models import Person
from wardwise_web.performance.models.definition import Definition
from wardwise_web.plan.models import Action, Indicator


class Reading(models.Model):
    """One period as it was known at a moment. A revision is a new row; the latest counts.

    ``state`` is known, not known or withheld: the last two have a reason and no number.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="readings")
    definition = models.ForeignKey(Definition, models.PROTECT, related_name="readings")
    first = models.DateField()  # first day of the period
    numerator = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    denominator = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    state = models.CharField(max_length=10, default="known")
    reason = models.CharField(max_length=300, blank=True)
    came_by = models.CharField(max_length=10)  # typed, file or build
    figure_id = models.CharField(max_length=20, blank=True)
    build = models.ForeignKey(Build, models.PROTECT, null=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["first", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(Q(state="known", numerator__isnull=False) & Q(reason=""))
                | (Q(state__in=["not known", "withheld"], numerator__isnull=True) & ~Q(reason="")),
                name="reading_is_a_number_or_says_why_not",
            ),
            models.CheckConstraint(
                condition=(Q(came_by="build") & ~Q(figure_id="") & Q(build__isnull=False))
                | (~Q(came_by="build") & Q(figure_id="") & Q(build__isnull=True)),
                name="reading_from_a_build_has_its_figure",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator.code} {self.first:%Y-%m}"


class Commentary(models.Model):
    """What the owner says of a period."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="commentaries")
    first = models.DateField()
    text = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.indicator.code} {self.first:%Y-%m}"


class Corrective(models.Model):
    """What is done because a period was red: an action of the plan, or words."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="correctives")
    first = models.DateField()
    action = models.ForeignKey(Action, models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(action__isnull=False) | ~Q(text=""),
                name="corrective_is_an_action_or_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator.code} {self.first:%Y-%m}"
