"""Actions, and the rows that tell what became of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.people.models import Agency, Person
from wardwise_web.plan.choices import Scale
from wardwise_web.plan.models.recommendation import Recommendation
from wardwise_web.plan.states import ActionState


class Action(models.Model):
    """Something that a person of an agency does until a day.

    ``first_due_on`` is the day as first agreed and never changes. A missing link of the chain
    is a field that says why there is none.
    """

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="actions")
    number = models.PositiveIntegerField()
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="actions"
    )
    no_recommendation_because = models.TextField(blank=True)
    title = models.CharField(max_length=200)
    what = models.TextField(blank=True)
    owner = models.ForeignKey(Person, models.PROTECT, related_name="+")
    owner_agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    scale = models.PositiveSmallIntegerField(choices=[(one.value, one.label) for one in Scale])
    starts_on = models.DateField()
    first_due_on = models.DateField()
    due_on = models.DateField()
    interval_days = models.PositiveIntegerField(default=31)  # how often the owner reports
    percent_complete = models.PositiveSmallIntegerField(default=0)
    next_on = models.DateField(null=True, blank=True)  # the owner's next date
    told_at = models.DateTimeField(null=True, blank=True)  # of the last update
    blocked_by = models.TextField(blank=True)
    cost = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    funding = models.CharField(max_length=200, blank=True)
    funding_ends_on = models.DateField(null=True, blank=True)
    no_milestone_because = models.TextField(blank=True)
    no_evidence_because = models.TextField(blank=True)
    no_indicator_because = models.TextField(blank=True)
    state = models.CharField(max_length=30, default=ActionState.IN_HAND)
    written_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cycle", "number"], name="action_numbered_once"),
            models.CheckConstraint(
                condition=Q(recommendation__isnull=False) | ~Q(no_recommendation_because=""),
                name="action_has_a_recommendation_or_says_why_not",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("starts_on")) & Q(first_due_on__gte=F("starts_on")),
                name="action_is_due_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(percent_complete__lte=100), name="action_at_most_whole"
            ),
            models.CheckConstraint(
                condition=Q(funding_ends_on__isnull=True) | ~Q(funding=""),
                name="action_funding_that_ends_has_a_name",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def code(self) -> str:
        """As people cite it: A7."""
        return f"A{self.number}"

    def as_thing(self) -> Thing:
        """As the permissions see it: who owns it is its author too, so that another closes it."""
        return Thing(
            Kind.ACTION,
            self.cycle.partnership_id,
            self.pk or "",
            cycle_id=self.cycle_id,
            agency_id=self.owner_agency_id,
            owner_id=self.owner_id,
            state=self.state,
            marking=self.cycle.marking,
        )


class ActionMove(models.Model):
    """A status of an action: who, when, why. A row, never an edit."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="moves")
    state = models.CharField(max_length=30)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.action_id}: {self.state}"


class ActionUpdate(models.Model):
    """What happened, how far, next date: as the owner tells it."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="updates")
    happened = models.TextField()
    percent_complete = models.PositiveSmallIntegerField()
    next_on = models.DateField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.action_id}: {self.percent_complete}%"


class Rebaseline(models.Model):
    """The due day was moved; the first is kept with the action."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="rebaselines")
    was = models.DateField()
    now = models.DateField()
    reason = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="rebaseline_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.action_id}: {self.was} to {self.now}"


class Milestone(models.Model):
    """A step on the way, due by a day, done on one."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="milestones")
    text = models.CharField(max_length=300)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    no_evidence_because = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["due_on", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_by__isnull=True)
                | Q(done_on__isnull=False, done_by__isnull=False),
                name="milestone_done_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.text


def evidence_path(evidence: Evidence, name: str) -> str:
    """A file lies under its partnership and its hash: its own name is kept in the row."""
    del name
    partnership = evidence.action.cycle.partnership.slug
    return f"{partnership}/plan/{evidence.sha256}"


class Evidence(models.Model):
    """What shows that something was done: a file, or a link to where it is."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="evidence")
    milestone = models.ForeignKey(
        Milestone, models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    title = models.CharField(max_length=200)
    link = models.URLField(max_length=500, blank=True)
    file = models.FileField(upload_to=evidence_path, max_length=300, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(Q(link="") & ~Q(file="") & ~Q(sha256=""))
                | (~Q(link="") & Q(file="") & Q(sha256="")),
                name="evidence_is_a_file_or_a_link",
            ),
        ]

    def __str__(self) -> str:
        return self.title
