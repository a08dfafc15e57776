"""The sums: the plan's actions and indicators counted, each number asked of its rows."""

from __future__ import annotations

from wardwise.chapters.last_plan.findings import IndicatorLine, LastPlanFindings, Tallies
from wardwise.domain.figure import Ask, Figure, Json, Unit
from wardwise.domain.last_plan import LastPlan, PlanIndicator
from wardwise.domain.nothing import NotKnown, Value, Withheld
from wardwise.domain.period import Period
from wardwise.figures.counted import Counted, asked_figure
from wardwise.figures.desk import Desk


SOURCE = "last_plan"
IN_HAND, RESTING = ("in hand", "closing asked for"), ("deferred", "stopped")
EVERY = ("closed", *IN_HAND, *RESTING)


def analyse(desk: Desk) -> LastPlanFindings:
    """In the order of the plan."""
    plan = desk.evidence.last_plan
    if plan is None:
        return LastPlanFindings(None, None)
    return LastPlanFindings(
        plan=plan,
        tallies=_tallies(desk, plan),
        lines=tuple(_line(desk, plan, one) for one in plan.indicators),
    )


def _tallies(desk: Desk, plan: LastPlan) -> Tallies:
    def in_states(states: tuple[str, ...]) -> Figure:
        many = sum(1 for one in plan.actions if one.state in states)
        ask = Ask("plan_actions", {"states": list(states)})
        return asked_figure(desk, ask, many, _counted(desk, plan.period, Unit.ACTIONS, states))

    def with_result(result: str) -> Figure:
        many = sum(1 for one in plan.indicators if one.result == result)
        ask = Ask("plan_indicators", {"result": result})
        of = _counted(desk, plan.period, Unit.INDICATORS, (result,))
        return asked_figure(desk, ask, many, of)

    def past(*, closed: bool) -> Figure:
        many = sum(1 for one in plan.actions if one.days_late and one.is_closed is closed)
        words = ("closed after the due date",) if closed else ("past the due date",)
        ask = Ask("plan_actions_closed_late") if closed else Ask("plan_actions_late")
        return asked_figure(desk, ask, many, _counted(desk, plan.period, Unit.ACTIONS, words))

    return Tallies(
        actions=in_states(EVERY),
        closed=in_states(("closed",)),
        in_hand=in_states(IN_HAND),
        resting=in_states(RESTING),
        late=past(closed=False),
        closed_late=past(closed=True),
        met=with_result("met"),
        not_met=with_result("not met"),
        not_known=with_result("not known"),
    )


def _counted(desk: Desk, period: Period, unit: Unit, words: tuple[str, ...]) -> Counted:
    return Counted(desk.area, period, SOURCE, unit, detail=", ".join(words))


def _line(desk: Desk, plan: LastPlan, one: PlanIndicator) -> IndicatorLine:
    period = (
        Period.parse(one.first_month, one.last_month)
        if one.first_month and one.last_month
        else plan.period
    )

    def figure(column: str, value: Value) -> Figure:
        arguments: dict[str, Json] = {"code": one.code, "column": column}
        unit = Unit.PERCENT if one.unit == "percent" else Unit.AS_DEFINED
        of = Counted(desk.area, period, SOURCE, unit, detail=f"{one.code} {one.name}, {column}")
        return asked_figure(desk, Ask("plan_indicator_value", arguments), value, of)

    asked = NotKnown("no target was set") if one.asked is None else one.asked
    return IndicatorLine(one, figure("asked", asked), figure("actual", _actual(one)))


def _actual(one: PlanIndicator) -> Value:
    """The number; or why there is none, as the file says."""
    if one.state == "withheld":
        return Withheld(one.reason or "withheld by its owner")
    if one.actual is None or one.state == "not known":
        return NotKnown(one.reason or "the plan's file does not give it")
    return one.actual
