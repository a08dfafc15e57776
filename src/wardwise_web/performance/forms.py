"""What performance's pages ask."""

from __future__ import annotations

from django import forms
from django.utils import timezone

from wardwise.domain.period import Month
from wardwise_web.core.forms.fields import (
    AFile,
    Amount,
    LongWords,
    OnDay,
    OneOf,
    OneOfMany,
    Whole,
    Words,
    YesNo,
)
from wardwise_web.performance.choices import AIMS, BETTER, KINDS, Audience, Every
from wardwise_web.performance.rules import faults_of_definition, faults_of_reading
from wardwise_web.performance.terms import DefinitionTerms, Read, TargetTerms
from wardwise_web.plan.forms.chained import Chained
from wardwise_web.plan.services.indicators import IndicatorName


NOTHING = "-"  # of the build: an offence's name may be empty, which is all recorded crime


class NameForm(forms.Form):
    code = Words(label="Code", width="5", max_length=20,
                 error_messages={"required": "Enter a code, such as V1"})  # fmt: skip
    name = Words(label="Name", error_messages={"required": "Enter the name"})
    theme = Words(label="Theme or priority", error_messages={"required": "Enter the theme"})
    owner_id = OneOfMany(label="Owner: which person?",
                         error_messages={"required": "Select a person"})  # fmt: skip
    owner_agency_id = OneOfMany(label="Owner: for which agency?",
                                error_messages={"required": "Select an agency"})  # fmt: skip
    no_action_because = LongWords(
        label="If nobody acts on it: why?", rows=2, required=False,
        help_text="Leave empty if actions are linked to it.",
    )  # fmt: skip

    def __init__(self, *arguments, people=(), agencies=(), taken=(), **named):
        super().__init__(*arguments, **named)
        self.fields["owner_id"].choices = [("", "Select"), *people]
        self.fields["owner_agency_id"].choices = [("", "Select"), *agencies]
        self.taken = {one.upper() for one in taken}

    def clean_code(self):
        code = self.cleaned_data["code"].upper()
        if not code.isalnum():
            raise forms.ValidationError("The code must have letters and digits only")
        if code in self.taken:
            raise forms.ValidationError("Another indicator has that code")
        return code

    def indicator_name(self) -> IndicatorName:
        said = self.cleaned_data
        ids = {name: int(said[name]) for name in ("owner_id", "owner_agency_id")}
        return IndicatorName(**{**said, **ids})


class DefinitionForm(Chained):
    kind = OneOf(label="What is it?", choices=KINDS,
                 error_messages={"required": "Select what it is"})  # fmt: skip
    numerator = LongWords(label="What is counted?", rows=2,
                          error_messages={"required": "Enter what is counted"})  # fmt: skip
    denominator = LongWords(label="On what is it counted?", rows=2, required=False,
                            help_text="For a rate or a share: residents, cases.")  # fmt: skip
    per = Whole(label="For how many of them is it told?", initial=1, min_value=1,
                max_value=1_000_000,
                help_text="100 for percent, 1,000 for a rate, 1 for a count.",
                error_messages={"required": "Enter 1, 100 or 1000"})  # fmt: skip
    unit = Words(label="Unit", max_length=60, help_text="For example: offences, percent, days.",
                 error_messages={"required": "Enter the unit"})  # fmt: skip
    source = Words(label="Source", max_length=300, error_messages={"required": "Enter the source"})
    better = OneOf(label="Which way is better?", choices=BETTER,
                   error_messages={"required": "Select which way is better"})  # fmt: skip
    is_recording_driven = YesNo(
        label="Does it move with how much is reported or recorded?",
        help_text="Domestic abuse, hate crime and sexual offences do: more may be good.",
        error_messages={"required": "Select yes or no"},
    )
    direction_because = LongWords(label="Who agreed the direction, and why?", rows=2,
                                  required=False)  # fmt: skip
    months = OneOf(
        label="How often is it read?",
        choices=[(str(one.value), f"Every {one.word}") for one in Every],
        error_messages={"required": "Select how often"},
    )
    lag_days = Whole(label="Days after the period's end by which it is known", min_value=0,
                     max_value=731,
                     error_messages={"required": "Enter the number of days"})  # fmt: skip
    revisions = LongWords(label="How is it revised?", rows=2, required=False)
    tolerance_percent = Amount(
        label="How far off target is still amber, in percent?", min_value=0, max_value=100,
        max_digits=5, decimal_places=2,
        error_messages={"required": "Enter a percentage, such as 5"},
    )  # fmt: skip
    build = OneOfMany(label="Take its readings from the build?", required=False)

    def __init__(self, *arguments, offences=(), **named):
        super().__init__(*arguments, **named)
        self.fields["build"].choices = [
            (NOTHING, "No: typed, or handed in as a file"),
            *((one, f"Offences in a month: {one or 'all recorded crime'}") for one in offences),
        ]

    def terms(self) -> DefinitionTerms:
        said = dict(self.cleaned_data)
        offence = said.pop("build")
        if self.data.get("build", NOTHING) == NOTHING:
            return DefinitionTerms(**{**said, "months": int(said["months"])})
        taken = {"build_measure": "offences", "build_offence": offence}
        return DefinitionTerms(**{**said, **taken, "months": int(said["months"])})

    def faults(self) -> dict[str, str]:
        return faults_of_definition(self.terms())


class BreakForm(forms.Form):
    month = OnDay(label="First day on which it was counted otherwise",
                  error_messages={"required": "Enter the date"})  # fmt: skip
    what = LongWords(label="What changed?", rows=2,
                     error_messages={"required": "Enter what changed"})  # fmt: skip
    source = Words(
        label="Who says so?", max_length=300, error_messages={"required": "Enter the source"}
    )


AS_KEPT = {"max_digits": 16, "decimal_places": 4}  # of the columns of readings and targets
STATES = (("known", "Known"), ("not known", "Not known"), ("withheld", "Withheld"))


class ReadingForm(Chained):
    month = OnDay(label="First day of the period",
                  error_messages={"required": "Enter the first day of the period"})  # fmt: skip
    state = OneOf(label="Is it known?", choices=STATES,
                  error_messages={"required": "Select whether it is known"})  # fmt: skip
    numerator = Amount(label="The number", required=False, **AS_KEPT)
    denominator = Amount(label="Counted on", required=False, **AS_KEPT)
    reason = Words(label="If there is no number: why?", max_length=300, required=False)

    def __init__(self, *arguments, definition, **named):
        super().__init__(*arguments, **named)
        self.definition = definition
        self.fields["numerator"].label = definition.numerator
        if definition.denominator:
            self.fields["denominator"].label = definition.denominator
        else:
            del self.fields["denominator"]

    def read(self) -> Read:
        said = self.cleaned_data
        return Read(
            first=Month(said["month"].year, said["month"].month),
            numerator=said["numerator"],
            denominator=said.get("denominator"),
            state=said["state"],
            reason=said["reason"],
        )

    def faults(self) -> dict[str, str]:
        found = faults_of_reading(self.read(), self.definition, on=timezone.localdate())
        return {("month" if name == "first" else name): words for name, words in found.items()}


class FileForm(forms.Form):
    file = AFile(label="File of readings", error_messages={"required": "Select a file"},
                 help_text="CSV or Excel with the columns indicator, month, numerator, denominator,"
                           " state and reason.")  # fmt: skip


class TargetForm(forms.Form):
    starts = OnDay(label="First day of its year",
                   error_messages={"required": "Enter the first day of the year"})  # fmt: skip
    aim = OneOf(label="What kind of target?", choices=AIMS,
                error_messages={"required": "Select the kind of target"})  # fmt: skip
    value = Amount(label="Value", required=False, **AS_KEPT,
                   help_text="A number, a percentage such as -5, or a place.")  # fmt: skip
    stretch = Amount(
        label="Stretch", required=False, **AS_KEPT, help_text="Beyond the base target."
    )
    baseline_first = OnDay(label="First day of the baseline year", required=False,
                           help_text="Leave empty for the year before.")  # fmt: skip
    agreed_by = Words(
        label="Who agreed it?", max_length=200, error_messages={"required": "Enter who agreed it"}
    )
    because = LongWords(label="Why this target?", rows=2,
                        error_messages={"required": "Enter the reason"})  # fmt: skip

    def terms(self) -> TargetTerms:
        return TargetTerms(**self.cleaned_data)

    def weighed(self) -> str:
        """What the chance by luck was worked out for: the button that sets it brings it back."""
        said = self.cleaned_data
        return " ".join(str(said[name]) for name in ("starts", "aim", "value", "baseline_first"))


class CommentForm(forms.Form):
    text = LongWords(label="What do you say of it?", rows=4,
                     error_messages={"required": "Enter your commentary"})  # fmt: skip


class CorrectForm(Chained):
    action = OneOfMany(label="Which action of the plan?", required=False)
    text = LongWords(label="Or: what is done?", rows=3, required=False)

    def __init__(self, *arguments, actions=(), **named):
        super().__init__(*arguments, **named)
        self.fields["action"].choices = [("", "None"), *actions]

    def faults(self) -> dict[str, str]:
        said = self.cleaned_data
        return {} if said["action"] or said["text"] else {"text": "Choose an action, or say what"}


class ApprovalForm(forms.Form):
    approval = Words(
        label="Where and when was it approved?",
        help_text="For example: the board's meeting of 19 November 2026, minute 4",
        max_length=300,
        error_messages={"required": "Enter where and when it was approved"},
    )


class PackForm(forms.Form):
    audience = OneOf(
        label="For whom?",
        choices=[
            (Audience.BOARD, "The board"),
            (Audience.SCRUTINY, "Scrutiny"),
            (Audience.PUBLIC, "The public"),
        ],
        error_messages={"required": "Select for whom"},
    )
    quarter = OneOfMany(label="Quarter", error_messages={"required": "Select a quarter"})

    def __init__(self, *arguments, quarters=(), **named):
        super().__init__(*arguments, **named)
        self.fields["quarter"].choices = list(quarters)
