"""How a list of figures is sifted."""

from __future__ import annotations

from django import forms

from wardwise_web.assessments.presenters.measure_words import measure_in_words
from wardwise_web.core.forms.fields import OneOfMany, Words


ALL = ("", "All")


class FigureFilter(forms.Form):
    """Words and a few choices; the choices are those of the figures that are there."""

    words = Words(label="Words", required=False, max_length=100, width="20")
    chapter = OneOfMany(label="Chapter", required=False)
    measure = OneOfMany(label="Measure", required=False)
    offence = OneOfMany(label="Offence", required=False)
    area = OneOfMany(label="Area", required=False)

    def __init__(self, *given, figures, **named):
        super().__init__(*given, **named)
        chapters = dict.fromkeys(one.chapter for one in figures)
        self.fields["chapter"].choices = [
            ALL,
            *((one, one.replace("-", " ").capitalize()) for one in chapters),
        ]
        measures = sorted({one.measure for one in figures})
        self.fields["measure"].choices = [ALL, *((one, measure_in_words(one)) for one in measures)]
        offences = sorted({one.offence for one in figures if one.offence})
        self.fields["offence"].choices = [ALL, *((one, one) for one in offences)]
        areas = sorted({one.area_name for one in figures})
        self.fields["area"].choices = [ALL, *((one, one) for one in areas)]
