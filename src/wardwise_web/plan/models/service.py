"""Services by the scale of prevention, the goals of the scales, and what measures a factor."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.people.models import Agency, Partnership, Person
from wardwise_web.plan.choices import GRADES, Scale
from wardwise_web.plan.models.indicator import Indicator


SCALES = [(one.value, one.label) for one in Scale]


class ScaleGoal(models.Model):
    """For each scale of prevention: the goal, the outcome, and the group that leads."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="goals")
    scale = models.PositiveSmallIntegerField(choices=SCALES)
    goal = models.TextField()
    outcome = models.TextField()
    lead_group = models.CharField(max_length=200)

    class Meta:
        ordering: ClassVar = ["-scale"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cycle", "scale"], name="one_goal_for_each_scale"),
        ]

    def __str__(self) -> str:
        return f"{Scale(self.scale).label}: {self.lead_group}"


class Service(models.Model):
    """Something on offer: for whom, against which factors, how much of it, until when paid.

    ``factors`` are codes of ``plan.choices.FACTORS``; ``areas`` and ``ages`` are words.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="services")
    name = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    about = models.TextField(blank=True)
    scale = models.PositiveSmallIntegerField(choices=SCALES)
    factors = models.JSONField(default=list)
    no_factor_because = models.TextField(blank=True)
    outcome = models.TextField()
    lead_group = models.CharField(max_length=200)
    grade = models.CharField(max_length=20, choices=GRADES)
    ages = models.CharField(max_length=100, blank=True)
    areas = models.CharField(max_length=200, blank=True)
    places = models.PositiveIntegerField(null=True, blank=True)  # people it can take in a year
    taken_up = models.PositiveIntegerField(null=True, blank=True)  # people it took last year
    cost = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    funding = models.CharField(max_length=200, blank=True)
    funding_ends_on = models.DateField(null=True, blank=True)
    assured_on = models.DateField(null=True, blank=True)  # when somebody last checked all this
    is_open = models.BooleanField(default=True)
    written_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["scale", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "name"], name="service_named_once"),
            models.CheckConstraint(
                condition=~Q(factors=[]) | ~Q(no_factor_because=""),
                name="service_has_a_factor_or_says_why_not",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def as_thing(self) -> Thing:
        """As the permissions see it."""
        return Thing(Kind.SERVICE, self.partnership_id, self.pk or "", agency_id=self.agency_id)


class FactorMeasure(models.Model):
    """The indicator by which a factor is watched here."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="factor_measures")
    factor = models.CharField(max_length=40)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["factor"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "factor"], name="factor_measured_once"),
        ]

    def __str__(self) -> str:
        return f"{self.factor} by {self.indicator_id}"
