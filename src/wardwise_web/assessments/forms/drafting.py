"""What the pages of chapters and papers ask."""

from __future__ import annotations

from django import forms

from wardwise_web.assessments.services.committee import EXEMPT, HEADINGS
from wardwise_web.assessments.services.links import LONGEST_DAYS
from wardwise_web.assessments.states import Answer, Choice
from wardwise_web.core.forms.fields import LongWords, OnDay, OneOf, OneOfMany, Several, Whole, Words
from wardwise_web.core.moving import NoteForm
from wardwise_web.core.permissions.markings import CLEARANCES


FORM_OF_WORDS = (
    "A blank line begins a paragraph. Lines that begin with a dash are a list. **Two stars** make"
    " strong. {F-…} puts in a figure as the build prints it: the list above names them."
)


class WordsForm(forms.Form):
    """Own words, with the version that they were opened at."""

    words = LongWords(
        label="Words",
        rows=12,
        required=False,
        strip=True,
        help_text=FORM_OF_WORDS,
    )
    note = Words(
        label="What you changed, in a few words (optional)", required=False, max_length=300
    )
    version = forms.IntegerField(widget=forms.HiddenInput())


class NewWordsForm(forms.Form):
    """Own words where there are none yet."""

    words = LongWords(
        label="Words",
        rows=12,
        help_text=FORM_OF_WORDS,
        error_messages={"required": "Enter the words"},
    )


class PlaceForm(forms.Form):
    """Where words go whose sentence is gone."""

    place = OneOfMany(label="After which sentence")

    def __init__(self, *given, places, **more):
        super().__init__(*given, **more)
        self.fields["place"].choices = places


class BackingForm(forms.Form):
    """What stands behind a typed number."""

    figure_id = Words(
        label="The figure that says it",
        required=False,
        width="10",
        max_length=10,
        help_text="Its name, such as F-7Q2M0ZKD: open the number in a chapter to see it.",
    )
    source = LongWords(
        label="Or the source, in words",
        required=False,
        rows=3,
        help_text="Who counted it, of what period, where it can be looked up.",
    )

    def clean(self):
        """One of the two."""
        given = super().clean()
        if bool(given.get("figure_id")) == bool(given.get("source")):
            raise forms.ValidationError("Enter the figure, or the source in words")
        return given


class CommentForm(forms.Form):
    """A comment."""

    words = LongWords(
        label="Your comment", rows=6, error_messages={"required": "Enter your comment"}
    )


class ResponseForm(forms.Form):
    """What became of it."""

    answer = OneOf(
        label="What becomes of this comment",
        choices=[(one.value, one.value.capitalize()) for one in Answer],
        error_messages={"required": "Select what becomes of the comment"},
    )
    words = LongWords(label="Why", rows=4, error_messages={"required": "Enter why"})


class MarkingForm(forms.Form):
    """A paragraph's marking."""

    marking = OneOf(
        label="Marking",
        choices=[(one, one) for one in CLEARANCES],
        error_messages={"required": "Select the marking"},
    )
    reason = LongWords(label="Why", rows=3, error_messages={"required": "Enter why"})


class CirculateForm(NoteForm):
    """Circulation, with the day by which comments are due."""

    due = OnDay(label="Comments are due by", help_text="For example, 27 3 2027")


class WritersForm(forms.Form):
    """Partners who write in a chapter."""

    writers = Several(label="Who else writes in this chapter", choices=[], required=False)

    def __init__(self, *given, people, **more):
        super().__init__(*given, **more)
        self.fields["writers"].choices = people


class VoteForm(forms.Form):
    """One vote."""

    choice = OneOf(
        label="Your vote",
        choices=[
            (Choice.FOR.value, "For"),
            (Choice.AGAINST.value, "Against"),
            (Choice.ABSTAINED.value, "Abstain"),
        ],
        error_messages={"required": "Select how you vote"},
    )
    note = LongWords(label="Note (optional)", rows=3, required=False)


class LinkForm(forms.Form):
    """A review link."""

    for_whom = Words(
        label="Who is it for",
        max_length=120,
        help_text="Their name and body. It is printed across the pages that they see.",
        error_messages={"required": "Enter who the link is for"},
    )
    days = Whole(
        label="How many days it lasts",
        min_value=1,
        max_value=LONGEST_DAYS,
        initial=7,
        help_text=f"At most {LONGEST_DAYS}.",
    )


class ReportForm(forms.Form):
    """The report to the committee, under the headings that committees ask for."""

    committee = Words(
        label="Committee and date",
        max_length=200,
        error_messages={"required": "Enter which committee, and when"},
    )
    contact = Words(
        label="Author and contact officer",
        max_length=200,
        error_messages={"required": "Enter the author and the contact officer"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput())

    field_order = ("committee", "contact", *HEADINGS, "version")

    def __init__(self, *given, **more):
        super().__init__(*given, **more)
        for name, heading in HEADINGS.items():
            self.fields[name] = LongWords(
                label=heading,
                rows=5,
                error_messages={"required": f"Enter what stands under {heading}"},
            )
        self.order_fields(self.field_order)


class AppendixForm(forms.Form):
    """An appendix, open or exempt."""

    title = Words(label="Title", max_length=200, error_messages={"required": "Enter the title"})
    words = LongWords(label="Words", rows=10, error_messages={"required": "Enter the words"})
    exempt_paragraph = OneOf(
        label="Is it open to the public?",
        choices=[
            ("", "Open to the public"),
            *(
                (str(n), f"Exempt under paragraph {n}: {said.lower()}")
                for n, said in EXEMPT.items()
            ),
        ],
        required=False,
    )
    marking = OneOf(
        label="Marking", choices=[(one, one) for one in CLEARANCES], initial=CLEARANCES[0]
    )
    public_interest = LongWords(
        label="Why keeping it closed is in the public interest",
        rows=4,
        required=False,
        help_text="Needed for an exempt appendix: what speaks for opening it, what against.",
    )
    review_on = OnDay(label="When this is looked at again", required=False)

    def clean_exempt_paragraph(self):
        """A number or nothing."""
        given = self.cleaned_data["exempt_paragraph"]
        return int(given) if given else None

    def clean(self):
        """What is exempt says why; what is open has the lowest marking."""
        given = super().clean()
        exempt = given.get("exempt_paragraph")
        if exempt is not None and not given.get("public_interest"):
            self.add_error(
                "public_interest", "Enter why keeping it closed is in the public interest"
            )
        if exempt is not None and not given.get("review_on"):
            self.add_error("review_on", "Enter when it is looked at again")
        if exempt is None and given.get("marking") != CLEARANCES[0]:
            self.add_error("marking", "Select OFFICIAL for what is open to the public")
        return given
