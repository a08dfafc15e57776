"""What the law asks of a year, item by item, and how far each is answered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wardwise_web.assessments.models.cycle import Cycle
from wardwise_web.assessments.statute import source_in_words
from wardwise_web.people.models import Person


ANSWER = 300  # letters of what meets an item


class ChecklistItem(models.Model):
    """One item of the law: met by a chapter or a record, or not, because of a reason; or empty."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="checklist")
    position = models.PositiveSmallIntegerField()
    item = models.CharField(max_length=12)
    about = models.TextField()
    source = models.TextField()
    met_by = models.CharField(max_length=ANSWER, blank=True)
    reason = models.TextField(blank=True)
    suggested = models.CharField(max_length=300, blank=True)  # by the template; answers nothing
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cycle", "item"], name="item_once_a_year"),
            models.CheckConstraint(
                condition=Q(met_by="") | Q(reason=""), name="met_or_not_and_never_both"
            ),
            models.CheckConstraint(
                condition=Q(met_by="", reason="", answered_at__isnull=True)
                | (Q(answered_at__isnull=False) & (~Q(met_by="") | ~Q(reason=""))),
                name="answered_if_it_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} of {self.cycle}"

    @property
    def law(self) -> str:
        """Where it is asked, as a reader is told it."""
        return source_in_words(self.source)

    @property
    def is_empty(self) -> bool:
        """Whether nobody has answered it."""
        return not self.met_by and not self.reason


class CycleStep(models.Model):
    """One move of the year: who, when, why."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="steps")
    was = models.CharField(max_length=20)
    now = models.CharField(max_length=20)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.cycle}: {self.now}"
