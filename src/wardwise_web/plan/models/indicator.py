"""An indicator by its code and name; what it counts and how is a storey above."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.people.models import Agency, Partnership, Person
from wardwise_web.plan.models.action import Action


class Indicator(models.Model):
    """What actions are meant to move. Its definition, readings and targets are performance's."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="indicators")
    code = models.CharField(max_length=20)  # "V1", as on the scorecard
    name = models.CharField(max_length=200)
    theme = models.CharField(max_length=200)
    owner = models.ForeignKey(Person, models.PROTECT, related_name="+")
    owner_agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    written_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, default="in use")
    marking = models.CharField(max_length=60, default="OFFICIAL")
    no_action_because = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["theme", "code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "code"], name="indicator_coded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def as_thing(self, kind: Kind = Kind.INDICATOR) -> Thing:
        """As the permissions see it, or one of its readings."""
        return Thing(
            kind,
            self.partnership_id,
            self.pk or "",
            agency_id=self.owner_agency_id,
            owner_id=self.owner_id,
            author_ids=frozenset({self.written_by_id}),
            state=self.state,
            marking=self.marking,
        )


class ActionIndicator(models.Model):
    """An action is meant to move an indicator."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="measured_by")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="moved_by")

    class Meta:
        ordering: ClassVar = ["indicator__code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["action", "indicator"], name="linked_once"),
        ]

    def __str__(self) -> str:
        return f"{self.action_id} to {self.indicator_id}"
