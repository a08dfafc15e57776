"""The words: what was done, what was not, and how the indicators came out."""

from __future__ import annotations

import datetime

from wardwise.chapters.last_plan.findings import IndicatorLine, LastPlanFindings, Tallies
from wardwise.document.blocks import Align, Cell, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.initials import capital
from wardwise.document.section import Section
from wardwise.document.text import Number, Text, join, say
from wardwise.document.words import day_in_words, decimal, whole
from wardwise.domain.figure import Figure
from wardwise.domain.last_plan import LastPlan, PlanAction


SOURCE = "The partnership's register of actions and indicators"


def write(found: LastPlanFindings) -> Section:
    """Item f of the regulations: how far the plan of the year before was carried out."""
    plan, tallies = found.plan, found.tallies
    if plan is None or tallies is None:
        raise AssertionError("not told without a plan")
    return Section(
        title="How far last year's plan was carried out",
        anchor="last-plan",
        new_page=True,
        blocks=(
            Paragraph(join([_actions(plan, tallies), *_indicators(found, tallies)]), lead=True),
            *([_action_table(plan)] if plan.actions else []),
            *([_indicator_table(found.lines)] if found.lines else []),
            Note(NoteKind.CAUTION, _how_far_to_trust(plan)),
        ),
    )


def _actions(plan: LastPlan, tallies: Tallies) -> Text:
    if not plan.actions:
        return say("The plan of {year} held no action.", year=plan.year)
    closed_late = tallies.closed_late
    after = say(" (of these, after their date: {n})", n=whole(closed_late))
    return say(
        "Actions of the plan of {year}: {all}. Closed: {closed}{after}; in hand: {hand}; deferred"
        " or stopped: {rest}. Past their date: {late}.",
        all=whole(tallies.actions),
        year=plan.year,
        closed=whole(tallies.closed),
        after=after if closed_late.number else Text(()),
        hand=whole(tallies.in_hand),
        rest=whole(tallies.resting),
        late=whole(tallies.late),
    )


def _indicators(found: LastPlanFindings, tallies: Tallies) -> list[Text]:
    if not found.lines:
        return []
    return [
        say(
            "Indicators that met their target: {met}; that did not: {missed}; of which it is not"
            " known: {unknown}.",
            met=whole(tallies.met),
            missed=whole(tallies.not_met),
            unknown=whole(tallies.not_known),
        )
    ]


def _action_table(plan: LastPlan) -> Table:
    return Table(
        name="last-plan-actions",
        caption=f"Actions of the plan of {plan.year}, as of {_day(plan)}",
        columns=(
            Column("Action", Align.LEFT),
            Column("Agency", Align.LEFT),
            Column("What became of it", Align.LEFT),
            Column("Last word", Align.LEFT),
        ),
        rows=tuple(_action(one) for one in plan.actions),
        source=SOURCE,
    )


def _action(one: PlanAction) -> tuple[Cell, ...]:
    moved = "" if one.due_on == one.first_due_on else "; its date was moved"
    past = "; after its date" if one.is_closed else "; past its date"
    late = past if one.days_late else ""
    state = capital(one.state) + moved + late
    return (f"{one.code} {one.title}", one.agency, state, one.last_word or "–")


def _indicator_table(lines: tuple[IndicatorLine, ...]) -> Table:
    return Table(
        name="last-plan-indicators",
        caption="Indicators of the plan against their targets",
        columns=(
            Column("Indicator", Align.LEFT),
            Column("Unit", Align.LEFT, quiet=True),
            Column("Asked"),
            Column("Came to"),
            Column("Result", Align.LEFT),
            Column("In words", Align.LEFT),
        ),
        rows=tuple(
            (
                f"{one.indicator.code} {one.indicator.name}",
                one.indicator.unit or "–",
                _printed(one.asked) if one.indicator.asked is not None else "–",
                _printed(one.actual),
                capital(one.indicator.result),
                one.indicator.words or "–",
            )
            for one in lines
        ),
        source=SOURCE,
    )


def _printed(figure: Figure) -> Number:
    """Whole where it is whole: counts and percentages stand in one column."""
    is_whole = figure.status != "known" or figure.number == round(figure.number)
    return whole(figure) if is_whole else decimal(figure)


def _how_far_to_trust(plan: LastPlan) -> Text:
    return say(
        "This is the partnership's own account, as its register stood on {day}. An action that is"
        " closed was accepted by somebody other than its owner. That an action was carried out"
        " and an indicator met its target does not show that the one brought the other about.",
        day=_day(plan),
    )


def _day(plan: LastPlan) -> str:
    return day_in_words(datetime.date.fromisoformat(plan.as_of))
