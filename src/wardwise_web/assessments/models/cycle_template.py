"""A year that several partnerships begin alike."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.people.models import Partnership, Person


class CycleTemplate(models.Model):
    """Terms, timetable and checklist texts, kept in the partnership where they were written.

    ``milestones`` is a list of ``{"what", "days"}``: days after the year's first.
    ``checklist`` maps an item of the law to where it is usually met.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="cycle_templates")
    name = models.CharField(max_length=120)
    purpose = models.TextField()
    questions = models.JSONField(default=list)
    equality = models.TextField()
    milestones = models.JSONField(default=list)
    checklist = models.JSONField(default=dict)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["name", "-at"]

    def __str__(self) -> str:
        return self.name

    def as_thing(self) -> Thing:
        """As the permissions see it: it belongs to the years of the partnership that wrote it."""
        return Thing(Kind.CYCLE, self.partnership_id, self.pk or "")
