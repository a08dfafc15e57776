"""What is asked of an action."""

from __future__ import annotations

from django import forms

from wardwise_web.core.forms.fields import (
    LongWords,
    OnDay,
    OneOf,
    OneOfMany,
    Pounds,
    Several,
    Whole,
    Words,
)
from wardwise_web.plan.forms.chained import Chained
from wardwise_web.plan.forms.scales import SCALE_HINTS, SCALES
from wardwise_web.plan.rules import faults_of_action, faults_of_beginning
from wardwise_web.plan.terms import ActionTerms


NONE = [("", "None")]


class ActionForm(Chained):
    title = Words(label="Title", max_length=200, error_messages={"required": "Enter a title"})
    what = LongWords(label="What will be done?", rows=3, required=False)
    recommendation_id = OneOfMany(label="Recommendation", choices=NONE, required=False)
    no_recommendation_because = LongWords(
        label="If no recommendation: why?", rows=2, required=False
    )
    owner_id = OneOfMany(
        label="Owner: which person?", error_messages={"required": "Select a person"}
    )
    owner_agency_id = OneOfMany(
        label="Owner: for which agency?", error_messages={"required": "Select an agency"}
    )
    scale = OneOf(
        label="Scale of prevention",
        choices=SCALES,
        hints=SCALE_HINTS,
        error_messages={"required": "Select a scale"},
    )
    starts_on = OnDay(
        label="Start", error_messages={"required": "Enter the date the action starts"}
    )
    due_on = OnDay(label="Due", error_messages={"required": "Enter the date the action is due"})
    milestone = Words(label="First milestone", max_length=300, required=False)
    milestone_due_on = OnDay(label="First milestone: due", required=False)
    no_milestone_because = LongWords(label="If no milestone: why?", rows=2, required=False)
    indicator_ids = Several(label="Which indicators should it move?", choices=(), required=False)
    no_indicator_because = LongWords(label="If no indicator: why?", rows=2, required=False)
    interval_days = Whole(
        label="Days between updates", initial=31, min_value=7, max_value=184,
        error_messages={"required": "Enter how often the owner reports, in days"},
    )  # fmt: skip
    blocked_by = LongWords(label="What could stop it?", rows=2, required=False)
    cost = Pounds(label="Cost in pounds", required=False)
    funding = Words(
        label="Funding", max_length=200, required=False, help_text="Which budget or grant pays."
    )
    funding_ends_on = OnDay(label="Funding ends", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(self, *arguments, chosen_from, action=None, **named):
        super().__init__(*arguments, **named)
        self.action = action
        self.seats = chosen_from["seats"]
        self.fields["recommendation_id"].choices = NONE + chosen_from["recommendations"]
        self.fields["owner_id"].choices = [("", "Select"), *chosen_from["people"]]
        self.fields["owner_agency_id"].choices = [("", "Select"), *chosen_from["agencies"]]
        self.fields["indicator_ids"].choices = chosen_from["indicators"]
        if action is not None:
            # the due date moves by re-baselining, and milestones have pages of their own
            for name in ("due_on", "milestone", "milestone_due_on"):
                del self.fields[name]

    def terms(self) -> ActionTerms:
        said = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        step, step_due = said.pop("milestone", ""), said.pop("milestone_due_on", None)
        kept = self.action
        milestones = [(step, step_due or said["due_on"])] if step else []
        if kept is not None:
            milestones = [(one.text, one.due_on) for one in kept.milestones.all()]
        return ActionTerms(
            **{
                **said,
                "due_on": kept.due_on if kept else said["due_on"],
                "recommendation_id": int(said["recommendation_id"] or 0) or None,
                "owner_id": int(said["owner_id"]),
                "owner_agency_id": int(said["owner_agency_id"]),
                "scale": int(said["scale"]),
                "indicator_ids": tuple(int(one) for one in said["indicator_ids"]),
                "milestones": tuple(milestones),
            }
        )

    def faults(self) -> dict[str, str]:
        faults_of = faults_of_beginning if self.action is None else faults_of_action
        terms = self.terms()
        theirs = self.seats.get(terms.owner_id, {})
        if terms.owner_agency_id in theirs:
            return faults_of(terms)
        told = f"The owner acts for {', '.join(theirs.values())}: select that agency"
        return {"owner_agency_id": told, **faults_of(terms)}
