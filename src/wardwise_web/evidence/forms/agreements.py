"""Questions about sharing agreements."""

from __future__ import annotations

from django import forms
from django.utils import timezone

from wardwise_web.core.forms.fields import LongWords, OnDay, OneOfMany, Words
from wardwise_web.evidence.agreement_words import agreement_in_words
from wardwise_web.evidence.services.agreements import Agreed, Terms


def _needed(words):
    return {"required": words}


class TermForm(forms.Form):
    """From when until when."""

    starts_on = OnDay(label="In force from", error_messages=_needed("Enter when it begins"))
    ends_on = OnDay(
        label="In force until",
        help_text="The last day. From the day after, no file is taken in under it",
        error_messages=_needed("Enter when it ends"),
    )
    note = Words(
        label="Where is it signed?",
        help_text="For example: minutes of the board, 12 March 2026",
        required=False,
        max_length=300,
    )

    def clean(self):
        """It ends after it starts."""
        found = super().clean()
        starts, ends = found.get("starts_on"), found.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", "The end must be after the start")
        return found

    @property
    def terms(self):
        """As the service takes it."""
        return Terms(*(self.cleaned_data[name] for name in ("starts_on", "ends_on", "note")))


class AgreementForm(TermForm):
    """A new agreement with its first term."""

    name = Words(label="Name", max_length=160, error_messages=_needed("Enter the name"))
    parties = LongWords(
        label="Who shares with whom?",
        rows=3,
        max_length=400,
        error_messages=_needed("Enter who shares with whom"),
    )
    purpose = Words(
        label="What may it be used for?",
        max_length=300,
        error_messages=_needed("Enter what it may be used for"),
    )
    renewer = Words(
        label="Who can renew it?",
        help_text="An office rather than a name: whoever is refused is sent there",
        max_length=200,
        error_messages=_needed("Enter who can renew it"),
    )
    field_order = ("name", "parties", "purpose", "renewer", "starts_on", "ends_on", "note")

    @property
    def agreed(self):
        """As the service takes it."""
        return Agreed(
            *(self.cleaned_data[name] for name in ("name", "parties", "purpose", "renewer"))
        )


class UnderForm(forms.Form):
    """Under which agreement a dataset stands, or why it stands under none."""

    agreement = OneOfMany(label="Which sharing agreement does it come under?", required=False)
    no_agreement_because = Words(
        label="If none: why?",
        help_text="For example: section 17A requires it to be supplied",
        max_length=300,
        required=False,
    )

    def __init__(self, *given, agreements, **named):
        super().__init__(*given, **named)
        self.fields["agreement"].choices = [
            ("", "None"),
            *((one.pk, agreement_in_words(one, on=timezone.localdate())) for one in agreements),
        ]

    def clean(self):
        """One of the two, and not both."""
        found = super().clean()
        named, because = found.get("agreement"), found.get("no_agreement_because", "").strip()
        if named and because:
            self.add_error("no_agreement_because", "Say why only if there is no agreement")
        elif not named and not because:
            self.add_error(
                "agreement", "Select the sharing agreement, or say below why there is none"
            )
        return found
