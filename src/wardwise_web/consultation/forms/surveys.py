"""Questions about a survey."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from wardwise_web.consultation.forms.lines import lines_of, whole_number
from wardwise_web.consultation.models import Property, Survey
from wardwise_web.consultation.selectors.from_build import FromBuild
from wardwise_web.consultation.services.surveys import About, Asked, SurveyPlan
from wardwise_web.consultation.states import GUNNING_ASKS, Chosen, Gunning, Mode, Sort
from wardwise_web.core.forms.fields import AFile, LongWords, OnDay, OneOf, Words, YesNo


class SurveyForm(forms.Form):
    """What is planned."""

    title = Words(
        label="What is the survey called?",
        max_length=200,
        error_messages={"required": "Enter what the survey is called"},
    )
    purpose = LongWords(
        label="What is it for?",
        help_text="Which decision will rest on it",
        rows=3,
        error_messages={"required": "Enter what the survey is for"},
    )
    mode = OneOf(
        label="How are people asked?",
        choices=[(str(one), one.capitalize()) for one in Mode],
        error_messages={"required": "Select how people are asked"},
    )
    chosen = OneOf(
        label="How do they come to be asked?",
        choices=[(str(one), one.capitalize()) for one in Chosen],
        hints={str(Chosen.OPEN): "Ranges then tell of chance alone, and not of who chose to reply"},
        error_messages={"required": "Select how people come to be asked"},
    )
    frame = LongWords(
        label="Who can be asked, and who cannot?",
        help_text="The list that people are drawn from, or where the link is put, and who is"
        " left out by it",
        rows=4,
        error_messages={"required": "Enter who can be asked, and who cannot"},
    )
    asks_under_16s = YesNo(
        label="Are people under 16 asked?",
        help_text="Nothing that they write in their own words is ever published",
        error_messages={"required": "Select yes if people under 16 are asked"},
    )
    opens_on = OnDay(label="Opens on", error_messages={"required": "Enter the day it opens"})
    closes_on = OnDay(label="Closes on", error_messages={"required": "Enter the day it closes"})
    version = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def clean(self) -> dict[str, Any]:
        """It closes after it opens."""
        given = super().clean() or {}
        first, last = given.get("opens_on"), given.get("closes_on")
        if first and last and last < first:
            self.add_error("closes_on", "The day it closes must be on or after the day it opens")
        return given

    def said(self) -> SurveyPlan:
        """What was planned."""
        return SurveyPlan(
            **{name: self.cleaned_data[name] for name in SurveyPlan.__dataclass_fields__}
        )


def initial_of_survey(survey: Survey) -> dict[str, object]:
    """The survey as its form begins."""
    said = {name: getattr(survey, name) for name in SurveyPlan.__dataclass_fields__}
    under = "yes" if survey.asks_under_16s else "no"
    return said | {"version": survey.version, "asks_under_16s": under}


class QuestionForm(forms.Form):
    """One question."""

    text = Words(
        label="What is asked?", max_length=300, error_messages={"required": "Enter what is asked"}
    )
    column = Words(
        label="Heading of its column in the file of replies",
        max_length=100,
        error_messages={"required": "Enter the heading of its column"},
    )
    sort = OneOf(
        label="What kind of answer does it take?",
        choices=[(str(one), one.capitalize()) for one in Sort],
        hints={
            str(Sort.SEVERAL): "Any number, with semicolons between them in the file",
            str(Sort.SCALE): "Steps from one end to the other",
            str(Sort.ORDER): "The first choice first, with semicolons between them in the file",
            str(Sort.TEXT): "Kept apart, and shown to very few",
        },
        error_messages={"required": "Select what kind of answer it takes"},
    )
    options = LongWords(
        label="Answers to choose from (not for free text)",
        help_text="One to a line. Where an answer names a threat of the long list, write the"
        " threat after a bar. For example: Cars broken into | Vehicle crime",
        rows=8,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Something to choose from, unless it is free text."""
        given = super().clean() or {}
        options = [answer for answer, _ in lines_of(given.get("options", ""))]
        if given.get("sort") and given["sort"] != Sort.TEXT and len(set(options)) < 2:
            self.add_error("options", "Enter two different answers or more")
        return given

    def said(self) -> Asked:
        """What is asked."""
        given = self.cleaned_data
        lines = [] if given["sort"] == Sort.TEXT else lines_of(given["options"])
        return Asked(
            text=given["text"],
            column=given["column"],
            sort=Sort(given["sort"]),
            options=[answer for answer, _ in lines],
            threats={answer: threat for answer, threat in lines if threat},
        )


class PropertyForm(forms.Form):
    """What people are asked of themselves."""

    name = Words(
        label="What are people asked of themselves?",
        help_text="For example: age, sex, area, ethnic group, disability",
        max_length=60,
        error_messages={"required": "Enter what people are asked of themselves"},
    )
    column = Words(
        label="Heading of its column in the file of replies",
        max_length=100,
        error_messages={"required": "Enter the heading of its column"},
    )
    groups = LongWords(
        label="Groups, with the residents in each",
        help_text="One to a line, with a bar before the number. Leave the number out where nobody"
        " knows it. For example: 16 to 24 | 21,400",
        rows=8,
        error_messages={"required": "Enter the groups"},
    )
    source = Words(
        label="Where do the numbers of residents come from?",
        help_text="For example: Census 2021, usual residents aged 16 and over",
        max_length=300,
        required=False,
    )
    weighs = YesNo(
        label="Are replies weighted to these residents?",
        error_messages={"required": "Select yes if replies are weighted to these residents"},
    )

    def clean_groups(self):
        """Groups with residents, or without where nobody knows them."""
        found = [
            (group, whole_number(number, line=group) if number else None)
            for group, number in lines_of(self.cleaned_data["groups"])
        ]
        if len({group for group, _ in found}) < max(2, len(found)):
            raise ValidationError("Enter two groups or more, each once")
        return found

    def clean(self) -> dict[str, Any]:
        """Weights need every number, and where they come from."""
        given = super().clean() or {}
        if given.get("weighs") and "groups" in given:
            if any(number is None for _, number in given["groups"]):
                self.add_error("groups", "Enter the residents of every group to weight by them")
            if not given.get("source"):
                self.add_error("source", "Enter where the numbers of residents come from")
        return given

    def said(self) -> About:
        """What is asked, and who lives here."""
        return About(**{name: self.cleaned_data[name] for name in About.__dataclass_fields__})


def initial_of_property(about: Property) -> dict[str, object]:
    """The property as its form begins."""
    lines = [
        group.name if group.residents is None else f"{group.name} | {group.residents:,}"
        for group in about.groups.all()
    ]
    return {
        "name": about.name,
        "column": about.column,
        "groups": "\n".join(lines),
        "source": about.source,
        "weighs": "yes" if about.weighs else "no",
    }


def initial_of_build(found: FromBuild | None) -> dict[str, object]:
    """What the build says, to be looked at before it is saved; nothing is taken by itself."""
    if found is None:
        return {}
    lines = [
        one.group if one.residents is None else f"{one.group} | {one.residents:,}"
        for one in found.groups
    ]
    return {"groups": "\n".join(lines), "source": found.source}


class GunningForm(forms.Form):
    """How one test of a fair consultation is met."""

    how = LongWords(
        label="How is it met?", rows=5, error_messages={"required": "Enter how it is met"}
    )

    def __init__(self, *arguments: Any, test: Gunning, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.fields["how"].label = GUNNING_ASKS[test]


class RepliesForm(forms.Form):
    """A file of replies."""

    file = AFile(
        label="The file",
        help_text="CSV or XLSX, one reply a row. Take out names, addresses, e-mail and IP addresses"
        " first",
        error_messages={"required": "Select a file"},
    )

    def clean_file(self):
        """A table that this room reads."""
        file = self.cleaned_data["file"]
        if not file.name.lower().endswith((".csv", ".xlsx")):
            raise ValidationError("The file must be a CSV or XLSX file")
        return file
