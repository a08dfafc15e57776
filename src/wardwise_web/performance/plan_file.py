"""A year's plan as a file that the engine reads as evidence for the next assessment.

Its form is that of ``wardwise.domain.last_plan`` (docs/reference/plan_file.md).
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.period import Period
from wardwise.measures.targets.target_light import Light
from wardwise_web.assessments.models import Cycle
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.performance.choices import Aim
from wardwise_web.performance.periods import month_of
from wardwise_web.performance.selectors import Standing, scorecard_of
from wardwise_web.performance.series import value_of
from wardwise_web.plan.models import Action
from wardwise_web.plan.presenters import row_of
from wardwise_web.plan.selectors import actions_of, recommendation_for


SCHEMA = 1
MET = {Light.GREEN: "met", Light.AMBER: "not met", Light.RED: "not met", Light.GREY: "not known"}


def plan_file(cycle: Cycle, actor: Actor, *, on: date) -> dict[str, Any]:
    """Actions and indicators of a year as they stand on a day, within this person's rights."""
    day = min(on, cycle.ends_on)
    return {
        "schema": SCHEMA,
        "partnership": cycle.partnership.area_code,
        "year": cycle.name,
        "first_month": str(month_of(cycle.starts_on)),
        "last_month": str(max(month_of(cycle.starts_on), month_of(day))),
        "as_of": day.isoformat(),
        "actions": [_action(one, actor, on=day) for one in actions_of(cycle, actor)],
        "indicators": [_indicator(one) for one in scorecard_of(cycle.partnership, actor, on=day)],
    }


def as_json(file: dict[str, Any]) -> str:
    """The file's text."""
    return json.dumps(file, ensure_ascii=False, indent=1) + "\n"


def _action(action: Action, actor: Actor, *, on: date) -> dict[str, Any]:
    """An action with how late it is, or was when it was closed, by the date in force.

    Not by the first date: both stand in the file, so that a date that was moved with a reason is
    told as moved, and is not counted a second time as lateness.
    """
    last = action.updates.first()
    recommendation = recommendation_for(action, actor)
    return {
        "code": action.code,
        "title": action.title,
        "agency": action.owner_agency.name,
        "recommendation": recommendation.text if recommendation else "",
        "state": action.state,
        "first_due_on": action.first_due_on.isoformat(),
        "due_on": action.due_on.isoformat(),
        "percent_complete": action.percent_complete,
        "days_late": row_of(action, on=on).days_after,
        "last_word": last.happened if last else "",
    }


def _indicator(standing: Standing) -> dict[str, Any]:
    light, target, series = standing.judged, standing.target, standing.series
    none = target is None or target.aim == Aim.NONE
    period = _period(standing)
    actual, state, reason = _actual(standing)
    return {
        "code": standing.indicator.code,
        "name": standing.indicator.name,
        "unit": series.definition.unit if series else "",
        "first_month": str(period.first) if period else None,
        "last_month": str(period.last) if period else None,
        "asked": light.asked,
        "actual": actual,
        "state": state,
        "reason": reason,
        "result": "no target" if none else MET[light.light],
        "words": f"{light.word}. {light.why}",
    }


def _period(standing: Standing) -> Period | None:
    series, target = standing.series, standing.target
    if series is None or series.last_known is None:
        return None
    last = series.last_known.period
    start = month_of(target.starts) if target else last.first
    return Period(min(start, last.first), last.last)


def _actual(standing: Standing) -> tuple[float | None, str, str]:
    """The year so far as it was judged, or the last reading; else why there is none."""
    if standing.judged.actual is not None:
        return standing.judged.actual, "known", ""
    if standing.series is None or not standing.series.points:
        return None, "not known", "no reading is held"
    value = value_of((standing.series.points[-1],), standing.series.definition)
    match value:
        case Withheld(reason):
            return None, "withheld", reason
        case NotKnown(reason):
            return None, "not known", reason
    return float(value), "known", ""
