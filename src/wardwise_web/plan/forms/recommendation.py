"""What is asked of a recommendation."""

from __future__ import annotations

from django import forms

from wardwise_web.core.forms.fields import LongWords, Several, Words
from wardwise_web.plan.forms.chained import Chained
from wardwise_web.plan.rules import faults_of_recommendation
from wardwise_web.plan.terms import RecommendationTerms


class RecommendationForm(Chained):
    text = LongWords(
        label="What do you recommend?",
        rows=4,
        error_messages={"required": "Enter the recommendation"},
    )
    about = Words(
        label="Which priority or theme is it about?",
        error_messages={"required": "Enter the priority or theme"},
    )
    to = Words(
        label="To whom?",
        max_length=200,
        required=False,
        help_text="The partner or partners who would act.",
    )
    findings = Several(label="Which findings does it rest on?", choices=(), required=False)
    no_finding_because = LongWords(label="If none: why?", rows=2, required=False)
    no_action_because = LongWords(
        label="If no action is to follow: why?",
        rows=2,
        required=False,
        help_text="Leave empty if an action will follow.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(self, *arguments, findings=(), **named):
        super().__init__(*arguments, **named)
        self.claims = dict(findings)
        self.fields["findings"].choices = list(findings)

    def terms(self) -> RecommendationTerms:
        said = self.cleaned_data
        return RecommendationTerms(
            text=said["text"],
            about=said["about"],
            to=said["to"],
            findings=tuple({"id": one, "claim": self.claims[one]} for one in said["findings"]),
            no_finding_because=said["no_finding_because"],
            no_action_because=said["no_action_because"],
        )

    def faults(self) -> dict[str, str]:
        return faults_of_recommendation(self.terms())
