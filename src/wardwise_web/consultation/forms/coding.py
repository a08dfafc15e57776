"""Questions about themes."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from wardwise_web.consultation.forms.lines import lines_of
from wardwise_web.core.forms.fields import LongWords, OneOf, OneOfMany, Words


class ThemesForm(forms.Form):
    """The themes, one to a line."""

    themes = LongWords(
        label="Themes",
        help_text="One to a line, with what belongs under it after a bar. Let one be for what fits"
        " no other. For example: Lighting | dark paths, lamps that do not work",
        rows=10,
        error_messages={"required": "Enter the themes"},
    )

    def clean_themes(self):
        """Two or more, each once."""
        found = lines_of(self.cleaned_data["themes"])
        if len({name for name, _ in found}) < max(2, len(found)):
            raise ValidationError("Enter two themes or more, each once")
        if any(len(name) > 80 or len(meaning) > 300 for name, meaning in found):
            raise ValidationError("A theme has 80 characters at most, and its meaning 300")
        return found


class MarksForm(forms.Form):
    """A theme for each of a few texts; what is left open comes again."""

    def __init__(self, *given, texts, themes, **named):
        super().__init__(*given, **named)
        self.texts = {f"text-{one.pk}": one.pk for one in texts}
        choices = [("", "Leave for later"), *((one.pk, one.name) for one in themes)]
        for one in texts:
            self.fields[f"text-{one.pk}"] = OneOfMany(
                label=one.text, required=False, choices=choices
            )

    @property
    def chosen(self):
        """Text → theme."""
        return {
            pk: int(self.cleaned_data[name])
            for name, pk in self.texts.items()
            if self.cleaned_data[name]
        }


class SettleForm(forms.Form):
    """What the two made of it."""

    theme = OneOf(
        label="Which theme is it, after both have talked?",
        choices=[],
        error_messages={"required": "Select the theme"},
    )

    def __init__(self, *given, themes, **named):
        super().__init__(*given, **named)
        self.fields["theme"].choices = [(one.pk, one.name) for one in themes]


class AnewForm(forms.Form):
    """Why the words are marked again."""

    because = Words(
        label="Why is it begun anew, and what is different?",
        max_length=300,
        error_messages={"required": "Enter why it is begun anew"},
    )
