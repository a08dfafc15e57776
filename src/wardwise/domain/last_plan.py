"""Last year's plan as evidence: its actions and indicators, and what became of each.

The form of the file is docs/reference/plan_file.md; the web application writes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from wardwise.domain.period import Period
from wardwise.domain.settings_part import Day, MonthText, Part, Text


SCHEMA = 1
State = Literal["in hand", "closing asked for", "closed", "deferred", "stopped"]
Result = Literal["met", "not met", "not known", "no target"]
Known = Literal["known", "not known", "withheld"]


class PlanAction(Part):
    """One action as it stood on the day of the file."""

    code: Text
    title: Text
    agency: Text
    recommendation: str = ""
    state: State
    first_due_on: Day
    due_on: Day
    percent_complete: Annotated[int, Field(ge=0, le=100)]
    days_late: Annotated[int, Field(ge=0)]
    last_word: str = ""

    @property
    def is_closed(self) -> bool:
        """Whether somebody other than its owner accepted that it is done."""
        return self.state == "closed"


class PlanIndicator(Part):
    """One indicator: what was asked of it, what it came to, and whether that is known."""

    code: Text
    name: Text
    unit: str = ""
    first_month: MonthText | None = None
    last_month: MonthText | None = None
    asked: float | None = None
    actual: float | None = None
    state: Known = "known"
    reason: str = ""
    result: Result
    words: str = ""


class PlanFile(Part):
    """The whole file."""

    schema_: Annotated[Literal[1], Field(alias="schema")]
    partnership: Text
    year: Text
    first_month: MonthText
    last_month: MonthText
    as_of: Day
    actions: tuple[PlanAction, ...]
    indicators: tuple[PlanIndicator, ...]


@dataclass(frozen=True)
class LastPlan:
    """The plan as the chapters read it."""

    year: str
    period: Period
    as_of: str
    actions: tuple[PlanAction, ...]
    indicators: tuple[PlanIndicator, ...]
