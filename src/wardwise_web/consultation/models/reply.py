"""Replies: groups and answers without anybody's name; free text stands apart."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from wardwise_web.consultation.models.survey import Question, Survey
from wardwise_web.people.models import Person


class Handover(models.Model):
    """A file of replies that was taken in. The file itself is not kept; its hash is."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="handovers")
    name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(null=True)  # its replies gave way to a later file's

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["survey"],
                condition=models.Q(erased_at__isnull=True),
                name="one_file_stands_a_survey",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Reply(models.Model):
    """One person's reply: property → group, question → answer, by their ids as text."""

    handover = models.ForeignKey(Handover, models.PROTECT, related_name="replies")
    groups = models.JSONField()  # {"3": "Female"}; without the key where it is not given
    answers = models.JSONField()  # {"7": [0, 2]}: positions of options, in the order given

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"reply {self.pk}"


class FreeText(models.Model):
    """What somebody wrote. It is tied to no reply, so that no group narrows down who it was."""

    handover = models.ForeignKey(Handover, models.PROTECT, related_name="texts")
    question = models.ForeignKey(Question, models.PROTECT, related_name="texts")
    text = models.TextField()

    class Meta:
        ordering: ClassVar = ["question", "text"]

    def __str__(self) -> str:
        return f"text {self.pk}"
