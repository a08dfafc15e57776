"""Questions about what is known and what is not."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from wardwise_web.core.forms.fields import LongWords, OnDay, OneOf, OneOfMany, Words
from wardwise_web.core.permissions.markings import CLEARANCES
from wardwise_web.intelligence.grades import CONTENT, HANDLING, SOURCE
from wardwise_web.intelligence.models import FurtherWork
from wardwise_web.intelligence.services import Card, Question
from wardwise_web.people.models import Agency, Person


class CardForm(forms.Form):
    """What an agency knows."""

    agency = OneOfMany(label="For which agency", error_messages={"required": "Select an agency"})
    title = Words(
        label="In one line", max_length=200, error_messages={"required": "Enter it in one line"}
    )
    text = LongWords(
        label="What is known",
        help_text="No names of people, no addresses: what is known of a person belongs in the"
        " force's own system.",
        rows=8,
        error_messages={"required": "Enter what is known"},
    )
    observed_on = OnDay(
        label="Known on", error_messages={"required": "Enter the day on which it was known"}
    )
    source_grade = OneOf(
        label="Source", choices=SOURCE, error_messages={"required": "Select a grade of the source"}
    )
    content_grade = OneOf(
        label="Intelligence",
        choices=CONTENT,
        error_messages={"required": "Select a grade of the intelligence"},
    )
    handling = OneOf(
        label="Handling", choices=HANDLING, error_messages={"required": "Select a handling code"}
    )
    conditions = Words(label="Conditions (with handling code C)", max_length=300, required=False)
    marking = OneOf(
        label="Marking",
        choices=[(one, one) for one in CLEARANCES],
        error_messages={"required": "Select a marking"},
    )
    compartment = Words(label="Closed subject (optional)", max_length=60, required=False)
    findings = Words(
        label="Threats, findings or figures that it speaks to (optional)",
        help_text="As the assessment names them, with semicolons between",
        required=False,
    )
    review_on = OnDay(
        label="Look at it again on", error_messages={"required": "Enter when to look at it again"}
    )
    version = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(self, *arguments: Any, agencies: list[Agency], **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.fields["agency"].choices = [("", "Choose one")] + [
            (str(one.pk), one.name) for one in agencies
        ]

    def clean(self) -> dict[str, Any]:
        """Handling code C says under which conditions."""
        given = super().clean() or {}
        if given.get("handling") == "C" and not given.get("conditions"):
            self.add_error("conditions", "Enter the conditions under which it may be shared")
        return given

    def said(self) -> Card:
        """What was said."""
        given = {name: self.cleaned_data[name] for name in Card.__dataclass_fields__}
        names = given["findings"].split(";")
        return Card(**{**given, "findings": [name.strip() for name in names if name.strip()]})


class QuestionForm(forms.Form):
    """What is asked for."""

    kind = OneOf(
        label="Which is it?",
        choices=[
            (FurtherWork.REQUIREMENT, "An intelligence requirement: somebody may know it"),
            (FurtherWork.COMMISSION, "A commission: somebody has to work it out"),
        ],
        error_messages={"required": "Select which it is"},
    )
    question = Words(
        label="The question", max_length=300, error_messages={"required": "Enter the question"}
    )
    gap = LongWords(
        label="What is not known, and why it matters",
        rows=4,
        error_messages={"required": "Enter what is not known"},
    )
    about = Words(
        label="Finding or threat that it is about (optional)", max_length=200, required=False
    )
    product = Words(
        label="What is wanted",
        max_length=200,
        help_text="Such as: a problem profile, a table by ward, an answer in a sentence",
        error_messages={"required": "Enter what is wanted"},
    )
    analyst = OneOfMany(label="Who answers", error_messages={"required": "Select who answers"})
    due = OnDay(label="By when", error_messages={"required": "Enter by when"})
    gap_id = forms.CharField(widget=forms.HiddenInput(), max_length=12, required=False)

    def clean_due(self) -> date:
        """Nobody can answer by a day that is over."""
        due: date = self.cleaned_data["due"]
        if due < timezone.localdate():
            raise forms.ValidationError("By when must be today or later")
        return due

    def __init__(self, *arguments: Any, people: list[Person], **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.fields["analyst"].choices = [("", "Choose one")] + [
            (str(one.pk), one.name) for one in people
        ]

    def said(self) -> Question:
        """What was asked."""
        return Question(**{name: self.cleaned_data[name] for name in Question.__dataclass_fields__})


class MoveForm(forms.Form):
    """What is said with a move."""

    note = LongWords(label="What you say with it", rows=4, required=False)
    card = OneOfMany(label="Evidence card that holds the result (optional)", required=False)

    def __init__(self, *arguments: Any, cards: list[Any], **given: Any) -> None:
        super().__init__(*arguments, **given)
        if cards:
            self.fields["card"].choices = [("", "None")] + [
                (str(one.pk), one.title) for one in cards
            ]
        else:
            del self.fields["card"]
