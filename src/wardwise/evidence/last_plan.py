"""Last year's plan from its tables, and what a figure may ask of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wardwise.domain.last_plan import LastPlan, PlanAction, PlanIndicator
from wardwise.domain.period import Period
from wardwise.evidence.tables import Expression, Tables, records


def last_plan(tables: Tables) -> LastPlan | None:
    """The plan; None where the settings name none."""
    if "plan" not in tables:
        return None
    (head,) = records(tables["plan"])
    return LastPlan(
        year=head["year"],
        period=Period.parse(head["first_month"], head["last_month"]),
        as_of=head["as_of"],
        actions=tuple(
            PlanAction.model_validate(row, strict=False)
            for row in records(tables["plan_action"].order_by("code"))
        ),
        indicators=tuple(
            PlanIndicator.model_validate(row, strict=False)
            for row in records(tables["plan_indicator"].order_by("code"))
        ),
    )


def plan_actions(tables: Tables, *, states: list[str]) -> Expression:
    """Actions in one of these states."""
    table = tables["plan_action"]
    return table.filter(table.state.isin(states)).count()


def plan_actions_late(tables: Tables) -> Expression:
    """Actions past their due date and not closed."""
    table = tables["plan_action"]
    return table.filter((table.days_late > 0) & (table.state != "closed")).count()


def plan_actions_closed_late(tables: Tables) -> Expression:
    """Actions that were closed after their due date."""
    table = tables["plan_action"]
    return table.filter((table.days_late > 0) & (table.state == "closed")).count()


def plan_indicators(tables: Tables, *, result: str) -> Expression:
    """Indicators that came out so."""
    table = tables["plan_indicator"]
    return table.filter(table.result == result).count()


def plan_indicator_value(tables: Tables, *, code: str, column: str) -> Expression:
    """What was asked of an indicator, or what it came to."""
    table = tables["plan_indicator"]
    return table.filter(table.code == code)[column].max()


PLAN_NUMBERS: Mapping[str, Callable[..., Any]] = {
    "plan_actions": plan_actions,
    "plan_actions_late": plan_actions_late,
    "plan_actions_closed_late": plan_actions_closed_late,
    "plan_indicators": plan_indicators,
    "plan_indicator_value": plan_indicator_value,
}
