"""What is asked of a service, a goal and a factor."""

from __future__ import annotations

from django import forms

from wardwise_web.core.forms.fields import (
    AFile,
    LongWords,
    OnDay,
    OneOf,
    OneOfMany,
    Pounds,
    Several,
    Whole,
    Words,
)
from wardwise_web.plan.choices import FACTORS, GRADES
from wardwise_web.plan.forms.chained import Chained
from wardwise_web.plan.forms.scales import SCALE_HINTS, SCALES
from wardwise_web.plan.rules import faults_of_service
from wardwise_web.plan.service_file import Otherwise
from wardwise_web.plan.terms import ServiceTerms


class ServiceForm(Chained):
    name = Words(
        label="Name of the service", max_length=200, error_messages={"required": "Enter the name"}
    )
    agency_id = OneOfMany(label="Who provides it?", error_messages={"required": "Select an agency"})
    about = LongWords(label="What does it do?", rows=3, required=False)
    scale = OneOf(
        label="Scale of prevention",
        choices=SCALES,
        hints=SCALE_HINTS,
        error_messages={"required": "Select a scale"},
    )
    factors = Several(
        label="On which factors does it act?",
        choices=[
            (one.code, f"{one.name} ({'protects' if one.protects else 'risk'})") for one in FACTORS
        ],
        required=False,
    )
    no_factor_because = LongWords(label="If none: why?", rows=2, required=False)
    outcome = LongWords(
        label="What should come of it?", rows=2, error_messages={"required": "Enter the outcome"}
    )
    lead_group = Words(
        label="Which group leads?",
        max_length=200,
        error_messages={"required": "Enter the lead group"},
    )
    grade = OneOf(
        label="How good is the evidence that it works?",
        choices=GRADES,
        error_messages={"required": "Select a grade of evidence"},
    )
    ages = Words(label="Ages", max_length=100, required=False, help_text="For example: 11 to 17.")
    areas = Words(
        label="Areas", max_length=200, required=False, help_text="Wards, or the whole area."
    )
    places = Whole(label="People it can take in a year", required=False, min_value=0)
    taken_up = Whole(label="People it took last year", required=False, min_value=0)
    cost = Pounds(label="Cost a year in pounds", required=False)
    funding = Words(label="Funding", max_length=200, required=False)
    funding_ends_on = OnDay(label="Funding ends", required=False)
    assured_on = OnDay(label="When did somebody last check all this?", required=False)
    is_open = forms.BooleanField(widget=forms.HiddenInput(), required=False, initial=True)
    version = forms.IntegerField(widget=forms.HiddenInput(), required=False)
    MAIN = ("name", "agency_id", "scale", "factors", "no_factor_because", "outcome",
            "lead_group", "grade")  # fmt: skip

    def __init__(self, *arguments, agencies=(), **named):
        super().__init__(*arguments, **named)
        self.fields["agency_id"].choices = [("", "Select"), *agencies]

    def terms(self) -> ServiceTerms:
        said = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        main = {name: said.pop(name) for name in self.MAIN}
        return ServiceTerms(
            **{
                **main,
                "agency_id": int(main["agency_id"]),
                "scale": int(main["scale"]),
                "factors": tuple(main["factors"]),
            },
            more=said,
        )

    def faults(self) -> dict[str, str]:
        return faults_of_service(self.terms())


class ServiceFileForm(forms.Form):
    file = AFile(
        label="The file",
        help_text="JSON in the form of Open Referral UK",
        error_messages={"required": "Select a file"},
    )
    scale = OneOf(
        label="Scale of prevention, where the file does not say",
        choices=SCALES,
        hints=SCALE_HINTS,
        error_messages={"required": "Select a scale"},
    )
    outcome = LongWords(
        label="What should come of them, where the file does not say?",
        rows=2,
        error_messages={"required": "Enter the outcome"},
    )
    lead_group = Words(
        label="Which group leads, where the file does not say?",
        max_length=200,
        error_messages={"required": "Enter the lead group"},
    )
    grade = OneOf(
        label="How good is the evidence, where the file does not say?",
        choices=GRADES,
        initial="none",
        error_messages={"required": "Select a grade of evidence"},
    )

    def otherwise(self) -> Otherwise:
        said = self.cleaned_data
        return Otherwise(int(said["scale"]), said["outcome"], said["lead_group"], said["grade"])


class GoalForm(forms.Form):
    goal = LongWords(label="Goal", rows=2, error_messages={"required": "Enter the goal"})
    outcome = LongWords(label="Outcome", rows=2, error_messages={"required": "Enter the outcome"})
    lead_group = Words(
        label="Lead group", max_length=200, error_messages={"required": "Enter the lead group"}
    )


class FactorForm(forms.Form):
    indicator = OneOfMany(label="By which indicator is it watched?", required=False)

    def __init__(self, *arguments, indicators=(), **named):
        super().__init__(*arguments, **named)
        self.fields["indicator"].choices = [("", "No local measure"), *indicators]
