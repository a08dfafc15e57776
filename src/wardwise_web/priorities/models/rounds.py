"""A round of threat scoring: its criteria, its long list, its panel."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.evidence.models import Build
from wardwise_web.people.models import Agency, Partnership, Person
from wardwise_web.priorities.states import Origin, RoundState, Side, Source


class CriteriaSet(models.Model):
    """What threats are scored by. A set is never changed: a change makes the next version."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="criteria_sets")
    version = models.PositiveIntegerField()
    because = models.TextField()  # what it is, or why it was changed
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "version"], name="criteria_version_once")
        ]

    def __str__(self) -> str:
        return f"criteria, version {self.version}"


class Criterion(models.Model):
    """One factor of a set, with what each step of its scale means."""

    criteria = models.ForeignKey(CriteriaSet, models.PROTECT, related_name="all")
    position = models.PositiveSmallIntegerField()
    name = models.SlugField(max_length=40)
    title = models.CharField(max_length=80)
    side = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Side])
    asks = models.CharField(max_length=200)
    weight = models.FloatField()
    source = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Source])
    words = models.JSONField()  # four: what 1, 2, 3 and 4 mean

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["criteria", "name"], name="criterion_once"),
            models.CheckConstraint(condition=Q(weight__gte=0), name="criterion_weight_not_below_0"),
            models.CheckConstraint(
                condition=~Q(side=Side.CAPACITY.value) | Q(weight=0), name="capacity_has_no_weight"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Round(models.Model):
    """One cycle's scoring: the build it rests on, its criteria, its deadline and its state."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="scoring_rounds")
    cycle = models.OneToOneField(Cycle, models.PROTECT, related_name="scoring_round")
    build = models.ForeignKey(Build, models.PROTECT, null=True, related_name="+")
    criteria = models.ForeignKey(CriteriaSet, models.PROTECT, related_name="rounds")
    state = models.CharField(max_length=10, default=RoundState.SET_UP.value)
    score_by = models.DateField()
    quorum = models.PositiveSmallIntegerField(default=3)  # agencies at the meeting
    first = models.PositiveSmallIntegerField(default=5)  # how many stand at the head of the order
    seed = models.PositiveBigIntegerField(default=20261120)
    evidence = models.JSONField(default=dict)  # threats.json without its candidates
    marking = models.CharField(max_length=60, default="OFFICIAL")
    begun_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-cycle__starts_on"]

    def __str__(self) -> str:
        return f"scoring for {self.cycle.name}"

    def as_thing(self) -> Thing:
        """As the permissions see it."""
        return Thing(
            Kind.SCORING,
            self.partnership_id,
            self.pk or "",
            cycle_id=self.cycle_id,
            state=self.state,
            marking=self.marking,
        )

    def as_priorities(self) -> Thing:
        """Its priorities as the permissions see them: circulated once they are adopted."""
        return Thing(
            Kind.PRIORITY,
            self.partnership_id,
            self.pk or "",
            cycle_id=self.cycle_id,
            state="approved" if self.state == RoundState.CLOSED else "draft",
            marking=self.marking,
        )


class RoundStatus(models.Model):
    """A status of a round: who, when, and the note given."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="statuses")
    state = models.CharField(max_length=10)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.round} {self.state}"


class Threat(models.Model):
    """A threat on a round's long list, with the evidence as the build wrote it."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="threats")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    definition = models.TextField(blank=True)
    source = models.CharField(max_length=200)  # who says that it is one
    origin = models.CharField(max_length=30, choices=[(one.value, one.value) for one in Origin])
    evidence = models.JSONField(default=dict)  # its candidate of threats.json; empty by hand
    before = models.ForeignKey("self", models.PROTECT, null=True, related_name="after")
    left_out_because = models.TextField(blank=True)
    concern_percent = models.FloatField(null=True)  # residents who name it as a big problem
    concern_lower = models.FloatField(null=True)
    concern_upper = models.FloatField(null=True)
    concern_source = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "name"], name="threat_once_in_a_round"),
            models.CheckConstraint(
                condition=Q(concern_percent__isnull=True, concern_source="")
                | (Q(concern_percent__gte=0, concern_percent__lte=100) & ~Q(concern_source="")),
                name="concern_has_a_source",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Scorer(models.Model):
    """Somebody on the panel, and the agency that they score for."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="scorers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="scoring_for")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="scorers")
    left_because = models.TextField(blank=True)  # taken off the panel before it opened

    class Meta:
        ordering: ClassVar = ["agency__name", "person__name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "person"], name="scorer_once_in_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.person} for {self.agency}"

    def as_thing(self, state: str) -> Thing:
        """Their marks as the permissions see them, while those stand in a state."""
        return Thing(
            Kind.SCORE,
            self.round.partnership_id,
            self.pk or "",
            cycle_id=self.round.cycle_id,
            agency_id=self.agency_id,
            owner_id=self.person_id,
            named_ids=frozenset({self.person_id}),
            state=state,
            marking=self.round.marking,
        )
