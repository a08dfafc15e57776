"""The terms of reference of a year: what is asked, who is in the group, by when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from wardwise_web.assessments.models.cycle import Cycle
from wardwise_web.people.models import Agency, Person


class Terms(models.Model):
    """The terms as somebody left them: every save is a row, and the last is in force."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="terms")
    number = models.PositiveIntegerField()
    purpose = models.TextField()
    questions = models.JSONField(default=list)  # one sentence each
    commissioned = models.JSONField(default=list)  # wards, by name or code
    equality = models.TextField()  # whom the year may affect differently (Equality Act, s.149)
    marking = models.CharField(max_length=60, default="OFFICIAL")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cycle", "number"], name="terms_numbered_once")
        ]

    def __str__(self) -> str:
        return f"terms of {self.cycle}, version {self.number}"


class GroupSeat(models.Model):
    """Somebody's place on the strategy group: for an agency, from a day, perhaps to a day."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="seats")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["agency__name", "from_on", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="seat_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["cycle", "agency", "person"],
                condition=Q(until_on__isnull=True),
                name="seat_held_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} for {self.agency}"


class Milestone(models.Model):
    """A day in the timetable: what is then done, and by whom. The first date is kept."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="milestones")
    what = models.CharField(max_length=200)
    due_on = models.DateField()
    first_due_on = models.DateField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    moved_because = models.CharField(max_length=300, blank=True)
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["due_on", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(due_on=F("first_due_on")) | ~Q(moved_because=""),
                name="timetable_moved_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_by__isnull=True)
                | Q(done_on__isnull=False, done_by__isnull=False),
                name="timetable_done_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.what
