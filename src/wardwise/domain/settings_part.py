"""What every part of the settings is built on: one form, and the words that many parts share."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from wardwise.domain.period import Month


class Part(BaseModel):
    """A part of the settings: nothing changes it, and nothing unknown may stand in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def month_text(text: str) -> str:
    """The text, if it is a month."""
    try:
        Month.parse(text)
    except ValueError:
        raise ValueError("a month as YYYY-MM, like 2024-03") from None
    return text


def _day(value: object) -> object:
    """A date as it was written; a number would be taken for seconds since 1970."""
    if isinstance(value, int | float):
        raise ValueError("a day as YYYY-MM-DD, like 2024-03-31")
    return value


Text = Annotated[str, Field(min_length=1, max_length=4000)]
MonthText = Annotated[str, AfterValidator(month_text)]
Day = Annotated[datetime.date, BeforeValidator(_day)]
