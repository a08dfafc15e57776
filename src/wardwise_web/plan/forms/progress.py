"""What an owner is asked: how it goes, milestones, evidence."""

from __future__ import annotations

from django import forms

from wardwise_web.core.forms.fields import AFile, LongWords, OnDay, OneOfMany, Whole, Words
from wardwise_web.plan.forms.chained import Chained
from wardwise_web.plan.terms import Shown, Told


NONE = [("", "None")]


class UpdateForm(Chained):
    happened = LongWords(
        label="What happened?", rows=4, error_messages={"required": "Enter what happened"}
    )
    percent_complete = Whole(
        label="How far is it, in percent?",
        min_value=0,
        max_value=100,
        error_messages={
            "required": "Enter how far it is, from 0 to 100",
            "min_value": "How far it is must be between 0 and 100",
            "max_value": "How far it is must be between 0 and 100",
        },
    )
    next_on = OnDay(
        label="Next date",
        help_text="When will you next have something to tell? For example, 27 3 2027.",
        error_messages={"required": "Enter your next date"},
    )

    def faults(self) -> dict[str, str]:
        return {}

    def told(self) -> Told:
        return Told(**self.cleaned_data)


class RebaselineForm(forms.Form):
    due_on = OnDay(label="New due date", error_messages={"required": "Enter the new due date"})
    reason = LongWords(
        label="Why does it move?", rows=3, error_messages={"required": "Give the reason"}
    )


class MilestoneForm(Chained):
    text = Words(
        label="What is the milestone?",
        max_length=300,
        error_messages={"required": "Enter the milestone"},
    )
    due_on = OnDay(label="Due", error_messages={"required": "Enter the date it is due"})

    def faults(self) -> dict[str, str]:
        return {}


class FinishForm(Chained):
    on = OnDay(label="When was it done?", error_messages={"required": "Enter the date it was done"})
    because = LongWords(
        label="If there is no evidence: why?",
        rows=2,
        required=False,
        help_text="Leave empty if evidence for this milestone has been added.",
    )

    def faults(self) -> dict[str, str]:
        return {}


class EvidenceForm(Chained):
    title = Words(
        label="What does it show?",
        max_length=200,
        error_messages={"required": "Enter what it shows"},
    )
    milestone_id = OneOfMany(label="For which milestone?", choices=NONE, required=False)
    link = forms.URLField(
        label="Link", required=False, assume_scheme="https", max_length=500,
        error_messages={"invalid": "Enter a link that starts with https://"},
    )  # fmt: skip
    file = AFile(
        label="Or a file",
        required=False,
        help_text="PDF, Word, Excel, PowerPoint, picture or plain text, up to 10MB.",
    )

    def __init__(self, *arguments, milestones=(), **named):
        super().__init__(*arguments, **named)
        self.fields["milestone_id"].choices = [("", "The whole action"), *milestones]

    def faults(self) -> dict[str, str]:
        said = self.cleaned_data
        if bool(said["link"]) == bool(said["file"]):
            return {"link": "Give a link or a file, and not both"}
        return {}

    def shown(self) -> Shown:
        said = self.cleaned_data
        if not said["file"]:
            return Shown(title=said["title"], link=said["link"])
        return Shown(title=said["title"], file_name=said["file"].name, content=said["file"].read())


class BecauseForm(Chained):
    because = LongWords(
        label="Why is there no evidence?", rows=3, error_messages={"required": "Give the reason"}
    )

    def faults(self) -> dict[str, str]:
        return {}
