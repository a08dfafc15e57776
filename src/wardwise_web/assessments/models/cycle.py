"""A partnership's assessment year."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.evidence.models import Build
from wardwise_web.people.models import Partnership


class Cycle(models.Model):
    """One year's assessment: everything that the partners decide belongs to one of these."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="cycles")
    name = models.CharField(max_length=60)  # "2026/27"
    starts_on = models.DateField()
    ends_on = models.DateField()
    state = models.CharField(max_length=20, default="open")
    marking = models.CharField(max_length=60, default="OFFICIAL")
    build = models.ForeignKey(Build, models.PROTECT, null=True, related_name="+")  # in use now
    before = models.ForeignKey("self", models.PROTECT, null=True, related_name="after")

    class Meta:
        ordering: ClassVar = ["-starts_on"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "name"], name="cycle_named_once"),
        ]

    def __str__(self) -> str:
        return f"{self.partnership} {self.name}"

    def as_thing(self) -> Thing:
        """As the permissions see it."""
        return Thing(
            Kind.CYCLE,
            self.partnership_id,
            self.pk or "",
            cycle_id=self.pk,
            state=self.state,
            marking=self.marking,
        )
