"""Questions about evidence."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils import timezone

from wardwise_web.core.forms.fields import (
    AFile,
    LongWords,
    OnDay,
    OneOf,
    OneOfMany,
    Words,
    YesNo,
)
from wardwise_web.core.permissions.markings import CLEARANCES
from wardwise_web.evidence.forms.agreements import UnderForm
from wardwise_web.evidence.kinds import kinds
from wardwise_web.evidence.services import Declaration
from wardwise_web.evidence.states import Regime, Retention


def _needed(words):
    return {"required": words}


class DatasetForm(UnderForm):
    """What the law asks to be known; without it nothing is taken in."""

    kind = OneOfMany(label="What is it?", error_messages=_needed("Select what the data are"))
    agency = OneOfMany(
        label="Which agency hands it in?", error_messages=_needed("Select the agency")
    )
    supplier = Words(
        label="Supplier",
        help_text="As the papers should name it, for example Hertfordshire Constabulary",
        max_length=120,
        error_messages=_needed("Enter the supplier"),
    )
    controller = Words(
        label="Controller",
        help_text="Who decides on the data, for example the Chief Constable",
        max_length=200,
        error_messages=_needed("Enter the controller"),
    )
    gateway = OneOf(
        label="Which law allows it to be shared?",
        choices=[
            ("s.17A", "Crime and Disorder Act 1998, section 17A"),
            ("s.115", "Crime and Disorder Act 1998, section 115"),
            ("other", "Another"),
        ],
        hints={"s.17A": "Depersonalised sets that have to be supplied each quarter"},
        error_messages=_needed("Select the law that allows it to be shared"),
    )
    other_gateway = Words(label="If another, which?", required=False, max_length=180)
    lawful_basis = Words(
        label="Lawful basis",
        help_text="For example: UK GDPR article 6(1)(e), public task. 'None' if no row is about "
        "a person",
        max_length=300,
        error_messages=_needed("Enter the lawful basis"),
    )
    regime = OneOf(
        label="Which part of the Data Protection Act 2018?",
        choices=Regime.choices,
        error_messages=_needed("Select the part of the Act, or none"),
    )
    special_category = YesNo(
        label="Are there data of a special category?",
        help_text="Health, ethnicity, sexual life, beliefs, or criminal offence data",
        error_messages=_needed("Select yes if there are data of a special category"),
    )
    special_condition = Words(
        label="If yes, under which condition?", required=False, max_length=300
    )
    about_children = YesNo(
        label="Are any of the people children?",
        error_messages=_needed("Select yes if any of the people are children"),
    )
    purpose = Words(
        label="What may it be used for?",
        max_length=300,
        error_messages=_needed("Enter what it may be used for"),
    )
    retention = OneOfMany(
        label="Retention class",
        choices=[("", "Select one"), *Retention.choices],
        error_messages=_needed("Select the retention class"),
    )
    retain_until = OnDay(
        label="Review date",
        help_text="The last day on which it may be held without being looked at again",
        error_messages=_needed("Enter the review date"),
    )
    marking = OneOf(
        label="Marking",
        choices=[(one, one) for one in CLEARANCES],
        error_messages=_needed("Select the marking"),
    )
    mapping = Words(
        label="Mapping",
        help_text="The name of the mapping that reads its columns, for example fire_service",
        max_length=80,
        validators=[
            RegexValidator(
                r"^[a-z0-9_]+$",
                "Mapping must be small letters, digits and underscores, such as fire_service",
            )
        ],
        error_messages=_needed("Enter the name of the mapping"),
    )

    field_order = (
        *("kind", "agency", "supplier", "controller", "gateway", "other_gateway", "agreement"),
        "no_agreement_because",
    )

    def __init__(self, *given, agencies, **named):
        super().__init__(*given, **named)
        self.agencies = list(agencies)
        self.fields["kind"].choices = [
            ("", "Select one"),
            *((one.name, f"{one.title} ({one.supplier})") for one in kinds()),
        ]
        chosen = [(one.pk, one.name) for one in self.agencies]
        self.fields["agency"].choices = chosen if len(chosen) == 1 else [("", "Select"), *chosen]

    def clean(self):
        """Answers that depend on another."""
        found = super().clean()
        if found.get("gateway") == "other" and not found.get("other_gateway"):
            self.add_error("other_gateway", "Enter the law that allows it to be shared")
        if found.get("special_category") and not found.get("special_condition"):
            self.add_error("special_condition", "Enter the condition for the special category")
        until = found.get("retain_until")
        if until is not None and until <= timezone.localdate():
            self.add_error("retain_until", "Review date must be in the future")
        return found

    @property
    def declaration(self):
        """What was answered, as the service takes it."""
        given = dict(self.cleaned_data)
        given.pop("agency")
        given["agreement_id"] = int(named) if (named := given.pop("agreement")) else None
        other = given.pop("other_gateway")
        if given["gateway"] == "other":
            given["gateway"] = f"other: {other}"
        if not given["special_category"]:
            given["special_condition"] = ""
        return Declaration(**given)


class HandInForm(forms.Form):
    """One file and the day on which it came."""

    file = AFile(
        label="The file",
        help_text="CSV, TXT, XLSX or ODS, without macros or a password",
        error_messages=_needed("Select a file"),
    )
    received_on = OnDay(
        label="When was it received?", error_messages=_needed("Enter when it was received")
    )

    def clean_received_on(self):
        """Nothing is received tomorrow."""
        on = self.cleaned_data["received_on"]
        if on > timezone.localdate():
            raise ValidationError("The day on which it was received must be today or in the past")
        return on


class EraseForm(forms.Form):
    """Why a file goes."""

    because = Words(
        label="Why is it erased?",
        max_length=300,
        error_messages=_needed("Enter why the file is erased"),
    )


class SettingsForm(forms.Form):
    """The engine's settings as text, with the version that they were begun from."""

    text = LongWords(
        label="Settings", rows=30, strip=False, error_messages=_needed("Enter the settings")
    )
    note = Words(
        label="What did you change, and why?",
        max_length=200,
        error_messages=_needed("Enter what you changed, and why"),
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput)


class MappingForm(forms.Form):
    """A mapping file as text."""

    name = Words(
        label="Name",
        help_text="Small letters, digits and underscores, for example fire_service",
        max_length=80,
        validators=[
            RegexValidator(r"^[a-z0-9_]+$", "Name must be small letters, digits and underscores")
        ],
        error_messages=_needed("Enter the name"),
    )
    text = LongWords(
        label="Mapping", rows=25, strip=False, error_messages=_needed("Enter the mapping")
    )


class FolderForm(forms.Form):
    """A folder on the server."""

    path = Words(
        label="Folder on the server",
        max_length=400,
        error_messages=_needed("Enter the folder's whole path"),
    )


class NothingToAsk(forms.Form):
    """A page that only wants a yes."""
