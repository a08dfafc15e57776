"""What the assessment advises, what it rests on, and what was decided of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.permissions.conditions import CIRCULATED
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.people.models import Person
from wardwise_web.plan.states import RecommendationState


class Recommendation(models.Model):
    """Advice that rests on findings, or says why on none.

    ``findings`` holds, for each finding, its id and claim as they stood when it was taken.
    """

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="recommendations")
    number = models.PositiveIntegerField()
    text = models.TextField()
    about = models.CharField(max_length=200)  # the priority or theme, by name
    to = models.CharField(max_length=200, blank=True)  # which partner
    findings = models.JSONField(default=list)
    no_finding_because = models.TextField(blank=True)
    no_action_because = models.TextField(blank=True)
    from_build = models.BooleanField(default=False)
    written_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=30, default=RecommendationState.PROPOSED)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["cycle", "number"], name="recommendation_numbered_once"
            ),
            models.CheckConstraint(
                condition=~Q(findings=[]) | ~Q(no_finding_because=""),
                name="recommendation_rests_on_a_finding_or_says_why_not",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.text[:60]}"

    @property
    def code(self) -> str:
        """As people cite it: R3."""
        return f"R{self.number}"

    def as_thing(self) -> Thing:
        """As the permissions see it: it is circulated and published with its cycle."""
        return Thing(
            Kind.RECOMMENDATION,
            self.cycle.partnership_id,
            self.pk or "",
            cycle_id=self.cycle_id,
            author_ids=frozenset({self.written_by_id}),
            state=self.cycle.state if self.cycle.state in CIRCULATED else self.state,
            marking=self.cycle.marking,
        )


class RecommendationMove(models.Model):
    """One decision: a row, never an edit."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="moves")
    state = models.CharField(max_length=30)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.TextField()

    class Meta:
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.recommendation_id}: {self.state}"
