"""What people wrote, put under themes by two people who do not see each other's marks."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from wardwise_web.consultation.models.reply import FreeText
from wardwise_web.consultation.models.survey import Question
from wardwise_web.people.models import Person


class CodingRound(models.Model):
    """One go at a question with its themes; another begins when the two agree too little."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="coding_rounds")
    because = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.question}: round {self.pk}"


class Theme(models.Model):
    """A heading under which words can be put, with what belongs there."""

    round = models.ForeignKey(CodingRound, models.PROTECT, related_name="themes")
    name = models.CharField(max_length=80)
    meaning = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "name"], name="theme_once_a_round")
        ]

    def __str__(self) -> str:
        return self.name


class Coding(models.Model):
    """One coder's theme for one text. It goes when the text does."""

    round = models.ForeignKey(CodingRound, models.PROTECT, related_name="codings")
    text = models.ForeignKey(FreeText, models.CASCADE, related_name="codings")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")
    coder = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "text", "coder"], name="coded_once_by_each")
        ]

    def __str__(self) -> str:
        return f"coding {self.pk}"


class Settled(models.Model):
    """What the two made of a text on which they had differed."""

    round = models.ForeignKey(CodingRound, models.PROTECT, related_name="settled")
    text = models.ForeignKey(FreeText, models.CASCADE, related_name="settled")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "text"], name="settled_once_a_text")
        ]

    def __str__(self) -> str:
        return f"settled {self.pk}"
