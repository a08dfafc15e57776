"""Surveys: what was asked, of whom, and whether it was asked fairly."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wardwise_web.assessments.models import Cycle
from wardwise_web.consultation.states import Chosen, Gunning, Mode, Sort, SurveyState
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.people.models import Partnership, Person


class Survey(models.Model):
    """One survey of a year."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="surveys")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="surveys")
    title = models.CharField(max_length=200)
    purpose = models.TextField()
    mode = models.CharField(max_length=30, choices=[(one, one.capitalize()) for one in Mode])
    chosen = models.CharField(max_length=30, choices=[(one, one.capitalize()) for one in Chosen])
    frame = models.TextField()  # who could be asked, from which list, and who could not
    asks_under_16s = models.BooleanField()
    opens_on = models.DateField()
    closes_on = models.DateField()
    state = models.CharField(max_length=10, default=SurveyState.DRAFT)
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["-closes_on", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=models.F("opens_on")), name="survey_closes_after_opening"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def as_thing(self) -> Thing:
        """As the permissions see it."""
        return Thing(
            Kind.SURVEY,
            self.partnership_id,
            self.pk or "",
            cycle_id=self.cycle_id,
            owner_id=self.author_id,
            state=self.state,
        )

    def replies_as_thing(self) -> Thing:
        """Its replies one by one, which few may see."""
        return Thing(Kind.RESPONSE, self.partnership_id, self.pk or "", cycle_id=self.cycle_id)


class Question(models.Model):
    """One question, the column of the file that answers it, and what can be answered."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="questions")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    column = models.CharField(max_length=100)
    sort = models.CharField(max_length=20, choices=[(one, one.capitalize()) for one in Sort])
    options = models.JSONField(default=list)
    threats = models.JSONField(default=dict)  # option → the threat that it names

    class Meta:
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["survey", "column"], name="question_column_once")
        ]

    def __str__(self) -> str:
        return self.text


class Property(models.Model):
    """What is asked of people themselves: age, sex, area. Groups have their residents beside."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="properties")
    name = models.CharField(max_length=60)
    column = models.CharField(max_length=100)
    weighs = models.BooleanField()  # replies are weighted to its residents
    source = models.CharField(max_length=300, blank=True)  # of the residents

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["survey", "column"], name="property_column_once"),
            models.CheckConstraint(
                condition=Q(weighs=False) | ~Q(source=""), name="margin_says_its_source"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PropertyGroup(models.Model):
    """One group of a property; its residents are empty where nobody knows them."""

    property = models.ForeignKey(Property, models.PROTECT, related_name="groups")
    name = models.CharField(max_length=100)
    residents = models.PositiveIntegerField(null=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["property", "name"], name="group_once_a_property")
        ]

    def __str__(self) -> str:
        return self.name


class GunningNote(models.Model):
    """How one of the four tests was met, as it was last told: a new row each time."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="gunning")
    test = models.CharField(max_length=40, choices=[(one, one.capitalize()) for one in Gunning])
    how = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.survey}: {self.test}"


class SurveyStep(models.Model):
    """One move of a survey: a new row each time."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="steps")
    state = models.CharField(max_length=10)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.survey}: {self.state}"
