"""What the settings say of the year: when schools are closed, and how warm each day was."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from wardwise.domain.settings_part import Day, Part, Text


class SchoolHoliday(Part):
    """First and last day on which schools are closed, both included."""

    first: Day
    last: Day

    @field_validator("last")
    @classmethod
    def _in_order(cls, last: datetime.date, info: ValidationInfo) -> datetime.date:
        first = info.data.get("first")
        if first is not None and last < first:
            raise ValueError(f"a day not before {first}, the first")
        return last


class CalendarSettings(Part):
    """School holidays; none given means the usual pattern of English schools.

    ``temperatures`` names a file of every day's maximum, and a day is hot from
    ``hot_from_celsius`` on. Unit: degrees Celsius.
    """

    school_holidays: tuple[SchoolHoliday, ...] = ()
    temperatures: Text | None = None
    hot_from_celsius: Annotated[float, Field(ge=15, le=40)] = 25.0
