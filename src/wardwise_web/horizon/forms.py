"""Questions about what may come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from wardwise_web.core.forms.fields import LongWords, OnDay, OneOf, OneOfMany, Words
from wardwise_web.horizon.services import Description
from wardwise_web.horizon.words import YARDSTICK, Area, Outcome, When
from wardwise_web.people.models import Person


class ItemForm(forms.Form):
    """What may come."""

    title = Words(
        label="What may come",
        help_text="In one line, such as: the bus station moves to the retail park",
        max_length=200,
        error_messages={"required": "Enter what may come"},
    )
    area = OneOfMany(
        label="Where it comes from",
        choices=[("", "Choose one"), *((one, one.capitalize()) for one in Area)],
        error_messages={"required": "Select where it comes from"},
    )
    source = Words(
        label="Where you have it from",
        help_text="A paper, a meeting, a press report",
        max_length=300,
        error_messages={"required": "Enter where you have it from"},
    )
    source_on = OnDay(
        label="Date of that source", error_messages={"required": "Enter the date of the source"}
    )
    effect = LongWords(
        label="What it would do to crime and disorder here",
        error_messages={"required": "Enter what it would do"},
    )
    threats = Words(
        label="Threats that it would change (optional)",
        help_text="As the long list names them, with semicolons between",
        required=False,
    )
    trigger = Words(label="What to watch for (optional)", max_length=300, required=False)
    when = OneOf(
        label="When",
        choices=[(one, one.capitalize()) for one in When],
        error_messages={"required": "Select when"},
    )
    review_on = OnDay(
        label="Look at it again on", error_messages={"required": "Enter when to look at it again"}
    )
    version = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def said(self) -> Description:
        """What was said."""
        given: dict[str, Any] = {**self.cleaned_data}
        given.pop("version")
        names = given.pop("threats").split(";")
        return Description(threats=[name.strip() for name in names if name.strip()], **given)


class ViewForm(forms.Form):
    """How likely it is."""

    likelihood = OneOf(
        label="How likely is it?",
        choices=[(band.word, band.label.capitalize()) for band in YARDSTICK],
        error_messages={"required": "Select how likely it is"},
    )
    because = LongWords(
        label="Why do you think so?", rows=3, error_messages={"required": "Enter why"}
    )


class OwnerForm(forms.Form):
    """Whose it is from now."""

    owner = OneOfMany(
        label="New owner",
        help_text="They are asked to look at it again on the day that is set",
        error_messages={"required": "Select the new owner"},
    )

    def __init__(self, *given: Any, people: Iterable[Person], **named: Any) -> None:
        super().__init__(*given, **named)
        self.people = {str(one.pk): one for one in people}
        choices = [(key, one.name) for key, one in self.people.items()]
        self.fields["owner"].choices = [("", "Choose one"), *choices]

    def chosen(self) -> Person:
        """The person."""
        return self.people[self.cleaned_data["owner"]]


class EndingForm(forms.Form):
    """What became of it."""

    outcome = OneOf(
        label="Did it happen?",
        choices=[(one, one.capitalize()) for one in Outcome],
        error_messages={"required": "Select what became of it"},
    )
    note = LongWords(
        label="What happened, in a sentence or two",
        rows=3,
        error_messages={"required": "Enter what happened"},
    )
