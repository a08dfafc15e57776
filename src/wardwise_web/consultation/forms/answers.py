"""Questions about what was answered."""

from __future__ import annotations

from typing import Any

from django import forms

from wardwise_web.consultation.models import Affected, Answer
from wardwise_web.consultation.services.answers import AffectedGroup, Answered
from wardwise_web.consultation.states import Outcome
from wardwise_web.core.forms.fields import Amount, LongWords, OneOf, Several, Words


class AnswerForm(forms.Form):
    """You said, we decided, because."""

    said = LongWords(
        label="You said", rows=3, error_messages={"required": "Enter what people said"}
    )
    surveys = Several(label="In which surveys was it heard?", choices=[], required=False)
    events = Several(label="At which events was it heard?", choices=[], required=False)
    outcome = OneOf(
        label="What was decided?",
        choices=[(str(one), one.capitalize()) for one in Outcome],
        error_messages={"required": "Select what was decided"},
    )
    decided = LongWords(
        label="We decided", rows=3, error_messages={"required": "Enter what was decided"}
    )
    because = LongWords(label="Because", rows=3, error_messages={"required": "Enter why"})
    priority = Words(
        label="Priority that it belongs to (optional)",
        help_text="As the priorities name it",
        max_length=200,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(
        self, *arguments: Any, surveys: list[Any], events: list[Any], **given: Any
    ) -> None:
        super().__init__(*arguments, **given)
        self.offered = {"surveys": surveys, "events": events}
        for name, rows in self.offered.items():
            self.fields[name].choices = [(str(one.pk), str(one)) for one in rows]
            if not rows:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """It was heard somewhere."""
        given = super().clean() or {}
        if not given.get("surveys") and not given.get("events"):
            first = next((name for name, rows in self.offered.items() if rows), None)
            self.add_error(first, "Select a survey or an event at which it was heard")
        return given

    def said_and_decided(self) -> Answered:
        """What was written."""
        given = self.cleaned_data
        heard = {
            name: [one for one in rows if str(one.pk) in given.get(name, ())]
            for name, rows in self.offered.items()
        }
        return Answered(
            said=given["said"],
            outcome=Outcome(given["outcome"]),
            decided=given["decided"],
            because=given["because"],
            priority=given["priority"],
            **heard,
        )


def initial_of_answer(answer: Answer) -> dict[str, object]:
    """The answer as its form begins."""
    names = ("said", "outcome", "decided", "because", "priority", "version")
    return {name: getattr(answer, name) for name in names} | {
        "surveys": [one.pk for one in answer.surveys.all()],
        "events": [one.pk for one in answer.events.all()],
    }


class AffectedForm(forms.Form):
    """A group that is particularly affected."""

    group = Words(
        label="Which group?", max_length=200, error_messages={"required": "Enter the group"}
    )
    why = LongWords(
        label="Why are they particularly affected?",
        rows=3,
        error_messages={"required": "Enter why they are particularly affected"},
    )
    heard = LongWords(
        label="How were they heard? (leave empty if they were not yet)", rows=3, required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def said(self) -> AffectedGroup:
        """What was written."""
        return AffectedGroup(
            **{name: self.cleaned_data[name] for name in AffectedGroup.__dataclass_fields__}
        )


def initial_of_affected(affected: Affected) -> dict[str, object]:
    """The group as its form begins."""
    return {name: getattr(affected, name) for name in ("group", "why", "heard", "version")}


class WeightForm(forms.Form):
    """How much public concern weighs."""

    weight = Amount(
        label="Weight of public concern",
        min_value=0,
        max_value=20,
        error_messages={
            "required": "Enter a weight of 0 or more",
            "invalid": "The weight must be a number, such as 1.5",
        },
    )
