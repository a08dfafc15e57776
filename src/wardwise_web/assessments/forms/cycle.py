"""Questions about a year and its terms."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from wardwise_web.assessments.models.checklist import ANSWER
from wardwise_web.core.forms.fields import LongWords, OnDay, OneOf, OneOfMany, Several, Words
from wardwise_web.core.permissions.markings import CLEARANCES


def _needed(words):
    return {"required": words}


class YearForm(forms.Form):
    """A year: its name and its days."""

    name = Words(
        label="Name of the year",
        help_text="For example 2027/28",
        max_length=60,
        width="10",
        error_messages=_needed("Enter the name of the year"),
    )
    starts_on = OnDay(label="First day", error_messages=_needed("Enter the first day"))
    ends_on = OnDay(label="Last day", error_messages=_needed("Enter the last day"))

    def clean(self):
        """A year ends after it begins."""
        found = super().clean()
        first, last = found.get("starts_on"), found.get("ends_on")
        if first and last and last <= first:
            self.add_error("ends_on", "Last day must be after the first")
        return found


class TemplateYearForm(YearForm):
    """A year in several partnerships at once."""

    def __init__(self, *given, partnerships, **named):
        super().__init__(*given, **named)
        self.fields["partnerships"] = Several(
            label="In which partnerships?",
            help_text="Those in which you may begin a year",
            choices=[(one.slug, one.name) for one in partnerships],
            error_messages=_needed("Select one or more partnerships"),
        )


class TermsForm(forms.Form):
    """The terms of reference."""

    purpose = LongWords(
        label="Purpose",
        help_text="What the assessment is for, and who decides on it",
        error_messages=_needed("Enter the purpose"),
    )
    questions = LongWords(
        label="Questions",
        help_text="What it has to answer, one question a line",
        rows=6,
        error_messages=_needed("Enter one question or more"),
    )
    commissioned = LongWords(
        label="Commissioned locations",
        help_text="Wards that are to have a profile, by name or code, one a line. The next build "
        "reads them",
        rows=4,
        required=False,
    )
    equality = LongWords(
        label="Equality",
        help_text="Whom the assessment, and what follows from it, may affect differently, and "
        "how that is looked at (Equality Act 2010, section 149)",
        rows=6,
        error_messages=_needed("Enter whom it may affect differently"),
    )
    marking = OneOf(
        label="Marking of the year",
        choices=[(one, one) for one in CLEARANCES],
        error_messages=_needed("Select the marking"),
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput)

    def clean_questions(self):
        """One a line."""
        return _lines(self.cleaned_data["questions"])

    def clean_commissioned(self):
        """One a line, each once."""
        found = _lines(self.cleaned_data["commissioned"])
        twice = next((one for one in found if found.count(one) > 1), None)
        if twice is not None:
            raise ValidationError(f"Each location must be named once, and '{twice}' is there twice")
        return found


def _lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


class SeatForm(forms.Form):
    """A place on the strategy group."""

    agency = OneOfMany(label="For which agency?", error_messages=_needed("Select the agency"))
    person = OneOfMany(label="Who?", error_messages=_needed("Select the person"))
    from_on = OnDay(label="From which day?", error_messages=_needed("Enter the day"))

    def __init__(self, *given, agencies, people, **named):
        super().__init__(*given, **named)
        self.fields["agency"].choices = [("", "Select"), *((one.pk, one.name) for one in agencies)]
        self.fields["person"].choices = [("", "Select"), *((one.pk, one.name) for one in people)]


class EndSeatForm(forms.Form):
    """When a place ends."""

    on = OnDay(label="On which day does it end?", error_messages=_needed("Enter the day"))


class MilestoneForm(forms.Form):
    """A day in the timetable."""

    what = Words(
        label="What is done by then?",
        max_length=200,
        error_messages=_needed("Enter what is done by then"),
    )
    due_on = OnDay(label="By which day?", error_messages=_needed("Enter the day"))
    person = OneOfMany(label="By whom?", required=False)

    def __init__(self, *given, people, **named):
        super().__init__(*given, **named)
        self.fields["person"].choices = [
            ("", "Not decided yet"),
            *((one.pk, one.name) for one in people),
        ]


class MoveMilestoneForm(forms.Form):
    """Another day, and why."""

    due_on = OnDay(label="By which day now?", error_messages=_needed("Enter the day"))
    because = Words(
        label="Why does it move?", max_length=300, error_messages=_needed("Enter why it moves")
    )


class AnswerForm(forms.Form):
    """How an item of the law is answered."""

    how = OneOf(
        label="Is it met?",
        choices=[("met", "Yes, by a chapter or a record"), ("not", "No, and there is a reason")],
        error_messages=_needed("Select whether it is met"),
    )
    met_by = Words(
        label="If yes, which chapter or record?",
        help_text="For example: chapter 'Levels and patterns', or the public meeting of 3 March",
        required=False,
        max_length=ANSWER,
    )
    reason = LongWords(label="If no, why not?", rows=3, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self):
        """The one that was chosen has to say something; the other is dropped."""
        found = super().clean()
        wanted, dropped = (
            ("met_by", "reason") if found.get("how") == "met" else ("reason", "met_by")
        )
        if found.get("how"):
            found[dropped] = ""
            if not (found.get(wanted) or "").strip():
                told = {
                    "met_by": "Enter which chapter or record meets it",
                    "reason": "Enter why it is not met",
                }
                self.add_error(wanted, told[wanted])
        return found


class TemplateForm(forms.Form):
    """The name of a template."""

    name = Words(
        label="Name of the template",
        max_length=120,
        error_messages=_needed("Enter the name of the template"),
    )
