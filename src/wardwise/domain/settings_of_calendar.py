"""What the settings say of the year: when the partnership's schools are closed."""

from __future__ import annotations

import datetime

from pydantic import ValidationInfo, field_validator

from wardwise.domain.settings_part import Day, Part


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
    """School holidays; none given means the usual pattern of English schools."""

    school_holidays: tuple[SchoolHoliday, ...] = ()
