"""What this room asks, field by field."""

from __future__ import annotations

from django import forms

from wardwise.threats.departures import TIERS
from wardwise_web.core.forms.fields import (
    Amount,
    LongWords,
    OnDay,
    OneOf,
    OneOfMany,
    Several,
    Whole,
    Words,
)
from wardwise_web.priorities.states import Pull, Source


DONT_KNOW = "dont-know"


class BeginForm(forms.Form):
    score_by = OnDay(label="Scores are asked for by", help_text="For example, 27 11 2026")


class TermsForm(BeginForm):
    quorum = Whole(label="Agencies that make a quorum", min_value=2, max_value=50)
    first = Whole(
        label="How many stand at the head of the order",
        min_value=1,
        max_value=20,
        help_text="How firm a place is, is told as the share of draws in which it is among these.",
    )


class ThreatForm(forms.Form):
    name = Words(label="Name of the threat", max_length=120)
    definition = LongWords(label="What it is, and what it is not", rows=3)
    source = Words(
        label="Who says that it is one, and where",
        max_length=200,
        help_text="For example, the joint strategic needs assessment 2026, page 41",
    )


class ReasonForm(forms.Form):
    reason = LongWords(label="Reason", rows=3)


class NoteForm(forms.Form):
    reason = LongWords(label="Note, or the reason where one is needed", rows=3, required=False)


class ScorerForm(forms.Form):
    who = OneOfMany(label="Who scores, and for which agency", choices=())

    def __init__(self, *given, choices, **named):
        super().__init__(*given, **named)
        self.fields["who"].choices = [("", "Choose somebody"), *choices]


class CriteriaForm(forms.Form):
    """One row a factor: its weight, and what its score is made from."""

    because = LongWords(label="What is changed, and why", rows=2)

    def __init__(self, *given, criteria, **named):
        super().__init__(*given, **named)
        self.criteria = criteria
        for one in criteria:
            if one.side != "capacity":
                self.fields[f"weight-{one.pk}"] = Amount(
                    label=f"Weight of {one.title.lower()}",
                    min_value=0,
                    max_value=100,
                    initial=f"{one.weight:g}",
                )
            if one.source != Source.CONCERN:
                self.fields[f"panel-{one.pk}"] = OneOf(
                    label=f"{one.title} is scored by",
                    choices=_by_whom(one),
                    initial=one.source,
                )
            self.fields[f"words-{one.pk}"] = Words(
                label=f"What 1, 2, 3 and 4 mean for {one.title.lower()}",
                help_text="Four, with a semicolon between",
                initial="; ".join(one.words),
            )

    def clean(self):
        found = super().clean()
        for one in self.criteria:
            name = f"words-{one.pk}"
            words = [word.strip() for word in str(found.get(name, "")).split(";")]
            if name in found and (len(words) != 4 or not all(words)):
                self.add_error(name, f"Give four meanings for {one.title.lower()}, one a step")
            found[name] = tuple(words)
        return found


def _by_whom(one):
    panel = (Source.PANEL.value, "the panel")
    if one.side == "capacity":
        return [panel]
    return [panel, (Source.EVIDENCE.value, "the evidence of the build")]


class MarkForm(forms.Form):
    """One factor of one threat: the mark and its reason."""

    def __init__(self, *given, criterion, **named):
        super().__init__(*given, prefix=f"c{criterion.pk}", **named)
        self.criterion = criterion
        steps = [(str(n), f"{n}: {word}") for n, word in enumerate(criterion.words, start=1)]
        self.fields["value"] = OneOf(
            label=criterion.title,
            choices=[*steps, (DONT_KNOW, "I don't know")],
            required=False,
            help_text=criterion.asks,
        )
        self.fields["value"].classes = "govuk-radios--small ww-steps"
        self.fields["reason"] = Words(label="Reason, in short", max_length=400, required=False)

    @staticmethod
    def sent(posted):
        """The keys of the factors whose fields were sent."""
        prefixes = {name.partition("-")[0] for name in posted}
        return {int(one[1:]) for one in prefixes if one[:1] == "c" and one[1:].isdecimal()}


class InterestForm(forms.Form):
    note = Words(label="What the interest is", max_length=400)


class AgreeForm(forms.Form):
    value = Amount(
        label="Agreed score", min_value=1, max_value=4, help_text="1 to 4; halves are fine"
    )
    reason = LongWords(label="Reason", rows=2)


class PullForm(forms.Form):
    kind = OneOf(
        label="What pulls it up",
        choices=[(one.value, one.value.capitalize()) for one in Pull],
    )
    text = Words(label="What it says", max_length=300)
    source = Words(
        label="Where that is written",
        max_length=300,
        help_text="For example, police and crime plan 2025 to 2029, page 12",
    )


class ConcernForm(forms.Form):
    percent = Amount(
        label="Residents who name it as a big problem, percent", min_value=0, max_value=100
    )
    lower = Amount(label="Lower limit, percent", required=False, min_value=0, max_value=100)
    upper = Amount(label="Upper limit, percent", required=False, min_value=0, max_value=100)
    source = Words(label="Source", max_length=200)


class MeetingForm(forms.Form):
    held_on = OnDay(label="Held on")
    present = Several(label="Agencies that were there", choices=())
    who = LongWords(
        label="Who spoke for each", rows=4, required=False, help_text="One agency a line"
    )
    note = LongWords(label="Note of the discussion", rows=4, required=False)

    def __init__(self, *given, agencies, **named):
        super().__init__(*given, **named)
        self.fields["present"].choices = [(str(one.pk), one.name) for one in agencies]


class DissentForm(forms.Form):
    agency = OneOfMany(label="Agency", choices=())
    text = LongWords(label="What it does not go along with, and why", rows=3)

    def __init__(self, *given, agencies, **named):
        super().__init__(*given, **named)
        self.fields["agency"].choices = [(str(one.pk), one.name) for one in agencies]


class FillForm(forms.Form):
    priorities = Whole(label="How many priorities", min_value=1, max_value=20)
    focus = Whole(label="How many to focus on", min_value=0, max_value=40)
    monitor = Whole(label="How many to monitor", min_value=0, max_value=100)


class PlaceForm(forms.Form):
    tier = OneOf(label="Tier", choices=[(one, one.capitalize()) for one in TIERS])
    reason = LongWords(
        label="Reason",
        rows=3,
        required=False,
        help_text="Needed where the tier departs from the order of the scores",
    )


class OutcomeForm(forms.Form):
    text = LongWords(label="What became of it", rows=4)
