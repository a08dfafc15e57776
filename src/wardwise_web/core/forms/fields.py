"""Fields for forms: each knows the GOV.UK component that it is drawn with."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from wardwise_web.core.forms.date_widget import DateParts
from wardwise_web.core.forms.sentences import Chosen, InSentences


FIRST_YEAR = 1900  # of a day that anybody here writes down
LARGEST_WHOLE = 2_147_483_647  # of a column of whole numbers on PostgreSQL


class Words(InSentences, forms.CharField):
    """One line of words."""

    component = "input"

    def __init__(self, *, width: str = "", **given: Any) -> None:
        super().__init__(**given)
        self.classes = f"govuk-input--width-{width}" if width else ""


class LongWords(InSentences, forms.CharField):
    """Several lines."""

    component = "textarea"

    def __init__(self, *, rows: int = 5, **given: Any) -> None:
        super().__init__(widget=forms.Textarea(), **given)
        self.rows = rows


class Whole(InSentences, forms.IntegerField):
    """A whole number; not a number box, whose wheel changes what was typed."""

    component = "input"
    default_error_messages: ClassVar = {"invalid": "Enter a whole number, such as 12"}
    classes = "govuk-input--width-5"
    inputmode = "numeric"

    def __init__(self, *, max_value: int = LARGEST_WHOLE, **given: Any) -> None:
        super().__init__(widget=forms.TextInput(), max_value=max_value, **given)


class Amount(InSentences, forms.DecimalField):
    """A number with decimals."""

    component = "input"
    default_error_messages: ClassVar = {"invalid": "Enter a number, such as 2.5"}
    classes = "govuk-input--width-10"
    inputmode = "decimal"

    def __init__(self, **given: Any) -> None:
        super().__init__(widget=forms.TextInput(), **given)


class Pounds(Amount):
    """An amount of money: none below nought, and as large as its column."""

    def __init__(self, **given: Any) -> None:
        super().__init__(min_value=0, max_digits=12, decimal_places=2, **given)


class OneOf(Chosen, forms.ChoiceField):
    """A choice among a few, as radios; ``hints`` stand below a choice."""

    component = "radios"

    def __init__(
        self, *, choices: Iterable[Any], hints: dict[str, str] | None = None, **given: Any
    ) -> None:
        super().__init__(choices=list(choices), widget=forms.RadioSelect(), **given)
        self.hints = hints or {}


class OneOfMany(Chosen, forms.ChoiceField):
    """A choice among many, as a list that opens."""

    component = "select"


class Several(Chosen, forms.MultipleChoiceField):
    """Any number of choices, as boxes."""

    component = "checkboxes"

    def __init__(self, *, choices: Iterable[Any], **given: Any) -> None:
        super().__init__(choices=list(choices), widget=forms.CheckboxSelectMultiple(), **given)


class YesNo(OneOf):
    """A question; nothing is chosen beforehand."""

    def __init__(self, **given: Any) -> None:
        super().__init__(choices=[("yes", "Yes"), ("no", "No")], **given)

    def clean(self, value: Any) -> Any:
        """True, False, or None where it need not be answered."""
        return {"yes": True, "no": False}.get(super().clean(value))


class OnDay(InSentences, forms.Field):
    """A day in three boxes: day, month, year."""

    component = "date"

    def __init__(self, **given: Any) -> None:
        super().__init__(widget=DateParts(), **given)

    def to_python(self, value: Sequence[str] | None) -> datetime.date | None:
        """The date; a sentence if there is none such."""
        parts = [part.strip() for part in value or ()]
        if not any(parts):
            return None
        try:
            day, month, year = (int(part) for part in parts)
            made = datetime.date(year, month, day)
        except (ValueError, OverflowError):
            raise ValidationError(
                f"{self._called} must be a real date, for example 27 3 2027"
            ) from None
        if year < FIRST_YEAR:  # 27 is taken for the year 27
            raise ValidationError(f"{self._called} must have a year of four digits")
        return made

    @property
    def _called(self) -> str:
        """A label that asks is no subject of a sentence."""
        label = str(self.label or "?")
        return "The date" if label.endswith("?") else label

    def prepare_value(self, value: Any) -> Any:
        """A date as the three boxes show it."""
        if isinstance(value, datetime.date):
            return [str(value.day), str(value.month), str(value.year)]
        return value


class AFile(InSentences, forms.FileField):
    """A file; its content is looked at by who receives it."""

    component = "file"
    asks = "Select a file for"
    default_error_messages: ClassVar = {"empty": "The selected file is empty"}
