"""A year's target, with its baseline, its profile and the chance of meeting it by luck."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wardwise_web.people.models import Person
from wardwise_web.performance.choices import AIMS, Aim
from wardwise_web.performance.models.definition import Definition
from wardwise_web.plan.models import Indicator


class Target(models.Model):
    """A target is never edited: another row takes its place, and both stay."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="targets")
    definition = models.ForeignKey(Definition, models.PROTECT, related_name="+")
    starts = models.DateField()  # first day of its year
    aim = models.CharField(max_length=20, choices=AIMS)
    value = models.DecimalField(max_digits=16, decimal_places=4, null=True)  # as it was said
    asked = models.FloatField(null=True)  # worked out: what has to be reached by the year's end
    stretch = models.FloatField(null=True)
    baseline_first = models.DateField(null=True)
    baseline = models.FloatField(null=True)
    profile = models.JSONField(default=list)  # percent of the way by the end of each period
    luck = models.FloatField(null=True)  # probability
    luck_how = models.CharField(max_length=200, blank=True)
    agreed_by = models.CharField(max_length=200)
    because = models.TextField()
    set_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    set_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["starts", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(aim=Aim.NONE, asked__isnull=True)
                | (~Q(aim=Aim.NONE) & Q(asked__isnull=False)),
                name="target_asks_something_unless_none_by_design",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator.code} from {self.starts:%Y-%m}: {self.aim}"
