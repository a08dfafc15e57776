"""Evidence cards, and the further work that gaps lead to."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.permissions.markings import CLEARANCES, LOWEST
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.intelligence.grades import CONTENT, HANDLING, SOURCE
from wardwise_web.intelligence.states import WorkState
from wardwise_web.people.models import Agency, Partnership, Person


class EvidenceCard(models.Model):
    """Something that an agency knows: in words, graded, without anybody's name."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="evidence_cards")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="evidence_cards")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="evidence_cards")
    title = models.CharField(max_length=200)
    text = models.TextField()
    observed_on = models.DateField()
    source_grade = models.CharField(max_length=1, choices=SOURCE)
    content_grade = models.CharField(max_length=1, choices=CONTENT)
    handling = models.CharField(max_length=1, choices=HANDLING)
    conditions = models.CharField(max_length=300, blank=True)
    marking = models.CharField(
        max_length=60, choices=[(one, one) for one in CLEARANCES], default=LOWEST
    )
    compartment = models.CharField(max_length=60, blank=True)
    findings = models.JSONField(default=list)  # what it speaks to: threats, findings, figure ids
    review_on = models.DateField()
    readers = models.ManyToManyField(Person, related_name="+")  # named beyond their role
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["-observed_on", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(handling="P") | ~Q(conditions=""), name="conditions_where_handling_is_c"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def grade(self) -> str:
        """The three grades together: 1AP."""
        return f"{self.source_grade}{self.content_grade}{self.handling}"

    def as_thing(self) -> Thing:
        """As the permissions see it."""
        return Thing(
            Kind.EVIDENCE_CARD,
            self.partnership_id,
            self.pk or "",
            cycle_id=self.cycle_id,
            agency_id=self.agency_id,
            owner_id=self.author_id,
            named_ids=frozenset(self.readers.values_list("pk", flat=True)),
            marking=self.marking,
            compartment=self.compartment,
        )


class FurtherWork(models.Model):
    """An intelligence requirement or a commission: a gap, who asked, who answers, by when."""

    REQUIREMENT, COMMISSION = "intelligence requirement", "commission"
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="further_work")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="further_work")
    kind = models.CharField(
        max_length=30,
        choices=[(REQUIREMENT, "Intelligence requirement"), (COMMISSION, "Commission")],
    )
    question = models.CharField(max_length=300)
    gap = models.TextField()  # what is not known, and why it matters
    gap_id = models.CharField(max_length=12, blank=True)  # of a gap that the build names
    about = models.CharField(max_length=200, blank=True)  # the finding or threat that it is about
    product = models.CharField(max_length=200)  # what is wanted: a profile, a table, an answer
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    analyst = models.ForeignKey(Person, models.PROTECT, related_name="further_work")
    due = models.DateField()
    state = models.CharField(max_length=10, default=WorkState.ASKED)
    result = models.TextField(blank=True)
    card = models.ForeignKey(EvidenceCard, models.PROTECT, null=True, related_name="answers")

    class Meta:
        ordering: ClassVar = ["due", "id"]

    def __str__(self) -> str:
        return self.question

    def as_thing(self) -> Thing:
        """As the permissions see it: the analyst's own."""
        return Thing(
            Kind.REQUIREMENT,
            self.partnership_id,
            self.pk or "",
            cycle_id=self.cycle_id,
            owner_id=self.analyst_id,
            author_ids=frozenset({self.analyst_id}),
            state=self.state,
        )


class WorkMove(models.Model):
    """A status that a piece of further work got: who, when, and what they said."""

    work = models.ForeignKey(FurtherWork, models.PROTECT, related_name="moves")
    state = models.CharField(max_length=10)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.work}: {self.state}"
