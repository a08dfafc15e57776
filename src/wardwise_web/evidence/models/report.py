"""What the engine says of the files before anything is worked out."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.evidence.states import FINAL, BuildState, ReportKind
from wardwise_web.people.models import Partnership, Person


class Report(models.Model):
    """The data-quality report or the supply tracker, as of the moment when it was asked for.

    ``tables`` is a list of ``{"title", "headings", "rows"}`` of plain text.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="reports")
    kind = models.CharField(max_length=10, choices=ReportKind.choices)
    state = models.CharField(max_length=10, default=BuildState.WAITING)
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)
    told = models.TextField(blank=True)
    tables = models.JSONField(default=list)
    marking = models.CharField(max_length=60, default="OFFICIAL")

    class Meta:
        ordering: ClassVar = ["-asked_at", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, state__in=["waiting", "running"])
                | Q(ended_at__isnull=False, state__in=["done", "failed"]),
                name="report_ended_if_final",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.partnership}"

    @property
    def is_final(self) -> bool:
        """Whether it has ended."""
        return self.state in FINAL

    def as_thing(self) -> Thing:
        """As the permissions see it: whoever may read builds may read what they rest on."""
        return Thing(
            Kind.BUILD, self.partnership_id, self.pk or "", state=self.state, marking=self.marking
        )
