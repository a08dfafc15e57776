"""What the settings say of the year: when the partnership's schools are closed."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import Annotated, Self

from pydantic import AfterValidator, model_validator

from wardwise.domain.settings_part import Part


class SchoolHoliday(Part):
    """First and last day on which schools are closed, both included."""

    first: datetime.date
    last: datetime.date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError("the first day before the last")
        return self


def _one_after_another(found: tuple[SchoolHoliday, ...]) -> tuple[SchoolHoliday, ...]:
    for earlier, later in pairwise(found):
        if later.first <= earlier.last:
            raise ValueError(
                f"holidays one after another, and the one from {later.first} begins before the "
                f"one to {earlier.last} has ended"
            )
    return found


class CalendarSettings(Part):
    """School holidays in order; none given means the usual pattern of English schools."""

    school_holidays: Annotated[tuple[SchoolHoliday, ...], AfterValidator(_one_after_another)] = ()
