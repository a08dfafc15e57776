"""Questions about people, roles and agencies."""

from __future__ import annotations

from typing import Any

from django import forms

from wardwise_web.core.forms.fields import LongWords, OnDay, OneOf, OneOfMany, Words, YesNo
from wardwise_web.core.permissions.markings import CLEARANCES
from wardwise_web.core.permissions.roles import HELD
from wardwise_web.people.models import Agency


ASK = [("", "Choose one")]


class PersonForm(forms.Form):
    """Somebody to be invited."""

    name = Words(
        label="Full name", max_length=120, error_messages={"required": "Enter the person's name"}
    )
    email = forms.EmailField(
        max_length=254,
        label="Mail address",
        help_text="They sign in with it. If your council has its own sign-in, it must be the same.",
        error_messages={
            "required": "Enter a mail address",
            "invalid": "Enter a mail address in the form name@example.org",
        },
    )


class RoleForm(forms.Form):
    """A role for an agency."""

    role = OneOf(
        label="Role",
        choices=[(role, role.label) for role in HELD],
        error_messages={"required": "Select a role"},
    )
    agency = OneOfMany(label="For which agency", error_messages={"required": "Select an agency"})

    def __init__(self, *arguments: Any, agencies: list[Agency], **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.fields["agency"].choices = ASK + [(str(one.pk), one.name) for one in agencies]


class ClearanceForm(forms.Form):
    """How high a marking they may see."""

    marking = OneOf(
        label="Highest marking that they may see",
        choices=[(one, one) for one in CLEARANCES],
        error_messages={"required": "Select a marking"},
    )
    compartments = Words(
        label="Closed subjects (optional)",
        help_text="Names of closed subjects that they are admitted to, with commas between.",
        required=False,
    )

    def clean_compartments(self) -> list[str]:
        """The names, one by one."""
        return [one.strip() for one in self.cleaned_data["compartments"].split(",") if one.strip()]


class AgencyForm(forms.Form):
    """A body that joins."""

    name = Words(
        label="Name of the agency",
        max_length=120,
        error_messages={"required": "Enter the agency's name"},
    )
    responsible_authority = YesNo(
        label="Is it a responsible authority?",
        help_text="Council, police, fire and rescue, health, probation (Crime and Disorder Act"
        " 1998, section 5).",
        error_messages={"required": "Select yes if it is a responsible authority"},
    )
    joined_on = OnDay(
        label="Joined on", error_messages={"required": "Enter the day on which it joined"}
    )


class EndAgencyForm(forms.Form):
    """A body that leaves, and which one takes over."""

    on = OnDay(
        label="Leaves on",
        help_text="Its people's rights end that day. What they did stays in their names.",
        error_messages={"required": "Enter the day on which it leaves"},
    )
    successor = OneOfMany(label="Succeeded by (optional)", required=False)

    def __init__(self, *arguments: Any, agencies: list[Agency], **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.fields["successor"].choices = [("", "No other agency")] + [
            (str(one.pk), one.name) for one in agencies
        ]


class EmergencyForm(forms.Form):
    """Why the glass is broken."""

    reason = LongWords(
        label="What has happened, and what do you need to read?",
        help_text="Whoever looks at it next month has to understand it. Do not name people that"
        " it is about.",
        error_messages={"required": "Say what has happened"},
    )


class DateForm(forms.Form):
    """On which day."""

    on = OnDay(label="On which day", error_messages={"required": "Enter a day"})
