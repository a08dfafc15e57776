"""The report to the committee, and the appendices that it may keep from the public."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wardwise_web.assessments.models.paper import Paper
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.people.models import Person


class CommitteeReport(models.Model):
    """A report under the headings that committees ask for. Every save is a row."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="committee_reports")
    version = models.PositiveIntegerField()
    committee = models.CharField(max_length=200)
    contact = models.CharField(max_length=200)
    purpose = models.TextField()
    background = models.TextField()
    finance = models.TextField()
    law = models.TextField()
    equality = models.TextField()
    recommendations = models.TextField()
    saved_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["paper", "version"], name="committee_report_once")
        ]

    def __str__(self) -> str:
        return f"report on {self.paper}, version {self.version}"


class Appendix(models.Model):
    """An appendix. Whatever is exempt says by which paragraph, and why that is in the public
    interest (Local Government Act 1972, Schedule 12A). Every save is a row."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="appendices")
    letter = models.CharField(max_length=1)
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    words = models.TextField()
    marking = models.CharField(max_length=60, default=LOWEST)
    exempt_paragraph = models.PositiveSmallIntegerField(null=True)  # 1 to 7; none is open
    public_interest = models.TextField(blank=True)
    review_on = models.DateField(null=True)
    saved_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["letter", "version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["paper", "letter", "version"], name="appendix_once"),
            models.CheckConstraint(
                condition=Q(exempt_paragraph__isnull=True)
                | (
                    Q(exempt_paragraph__gte=1, exempt_paragraph__lte=7, review_on__isnull=False)
                    & ~Q(public_interest="")
                ),
                name="exempt_by_a_paragraph_with_a_public_interest_note",
            ),
            models.CheckConstraint(
                condition=Q(exempt_paragraph__isnull=False) | Q(marking=LOWEST),
                name="an_open_appendix_has_the_lowest_marking",
            ),
        ]

    def __str__(self) -> str:
        return f"Appendix {self.letter}: {self.title}"

    def as_thing(self) -> Thing:
        """As the permissions see it: a closed one is a restricted appendix."""
        cycle = self.paper.cycle
        kind = Kind.RESTRICTED_APPENDIX if self.exempt_paragraph else Kind.APPROVAL
        return Thing(
            kind, cycle.partnership_id, self.pk or "", cycle_id=cycle.pk, marking=self.marking
        )
