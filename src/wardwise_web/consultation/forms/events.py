"""Questions about an event."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from wardwise_web.consultation.forms.lines import lines_of, whole_number
from wardwise_web.consultation.models import Event
from wardwise_web.consultation.services.events import EventRecord
from wardwise_web.core.forms.fields import LongWords, OnDay, OneOfMany, Whole, Words, YesNo


def agency_choices(agencies):
    """Agencies to choose from; the only one is chosen already."""
    found = [(str(one.pk), one.name) for one in agencies]
    return found if len(found) == 1 else [("", "Choose one"), *found]


class EventForm(forms.Form):
    """The record of an event. What is not known yet can wait until it is complete."""

    agency = OneOfMany(
        label="Which agency holds it?", error_messages={"required": "Select an agency"}
    )
    title = Words(
        label="What is it called?",
        max_length=200,
        error_messages={"required": "Enter what the event is called"},
    )
    is_public = YesNo(
        label="Is it a public meeting?",
        help_text="Anybody may come. A meeting with invited people alone is not one",
        error_messages={"required": "Select yes if it is a public meeting"},
    )
    held_on = OnDay(label="When was it held?", required=False)
    place = Words(label="Where was it held?", max_length=200, required=False)
    invited = LongWords(
        label="Who was invited?",
        help_text="Groups and bodies, not names of residents",
        rows=3,
        required=False,
    )
    announced = LongWords(
        label="How was it publicised?",
        help_text="Where and how long before, so that people could come",
        rows=3,
        required=False,
    )
    discussed = LongWords(label="What was discussed?", rows=6, required=False)
    told_after = LongWords(
        label="How were people told what was discussed?",
        help_text="For example: minutes on the council's site on 3 March 2026",
        rows=3,
        required=False,
    )
    came = Whole(
        label="How many came?",
        required=False,
        min_value=0,
        error_messages={"invalid": "How many came must be a whole number, such as 45"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(self, *arguments: Any, agencies: list[Any], **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.fields["agency"].choices = agency_choices(agencies)

    def clean_held_on(self):
        """What is still to come has not been held."""
        on = self.cleaned_data["held_on"]
        if on and on > timezone.localdate():
            raise ValidationError("The day on which it was held must be today or in the past")
        return on

    def said(self) -> EventRecord:
        """What was recorded."""
        return EventRecord(
            **{name: self.cleaned_data[name] for name in EventRecord.__dataclass_fields__}
        )


def initial_of_event(event: Event) -> dict[str, object]:
    """The record as its form begins."""
    said = {name: getattr(event, name) for name in EventRecord.__dataclass_fields__}
    return said | {
        "agency": event.agency_id,
        "version": event.version,
        "is_public": "yes" if event.is_public else "no",
    }


class SeniorForm(forms.Form):
    """Somebody senior who was there."""

    name = Words(label="Name", max_length=120, error_messages={"required": "Enter the name"})
    agency = OneOfMany(label="Agency", error_messages={"required": "Select the agency"})
    post = Words(
        label="Post",
        help_text="For example: Borough commander",
        max_length=120,
        error_messages={"required": "Enter the post"},
    )

    def __init__(self, *arguments: Any, agencies: list[Any], **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.fields["agency"].choices = agency_choices(agencies)


class HandsForm(forms.Form):
    """A show of hands."""

    question = Words(
        label="What was asked?", max_length=300, error_messages={"required": "Enter what was asked"}
    )
    present = Whole(
        label="How many were in the room when it was asked?",
        min_value=1,
        error_messages={"required": "Enter how many were in the room"},
    )
    answers = LongWords(
        label="Hands for each answer",
        help_text="One to a line, with a bar before the number. For example: Burglary | 12",
        rows=6,
        error_messages={"required": "Enter the answers and the hands for each"},
    )

    def clean_answers(self):
        """Answers with their hands."""
        found = lines_of(self.cleaned_data["answers"])
        return [(answer, whole_number(hands, line=answer)) for answer, hands in found]
