"""The annual plan as a paper: back, forward, how it is watched, and what it is paid with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wardwise.document.blocks import Bullets, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.section import Block, Document, Section
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.marking import highest_marking
from wardwise.domain.period import Period
from wardwise_web.assessments.models import Cycle
from wardwise_web.core.jinja import day
from wardwise_web.performance.indicator_table import LEFT, plain, scorecard
from wardwise_web.performance.periods import month_of
from wardwise_web.performance.plan_rows import PlanRows
from wardwise_web.plan.choices import Scale
from wardwise_web.plan.presenters import PACE_RULE, ActionRow
from wardwise_web.plan.states import ActionState


REGISTER = "The partnership's register of actions"


def plan_document(cycle: Cycle, rows: PlanRows, *, prepared_by: str) -> Document:
    """The whole paper."""
    partnership = cycle.partnership
    area = Area(partnership.area_code, partnership.name, AreaKind.PARTNERSHIP)
    period = Period(month_of(cycle.starts_on), month_of(cycle.ends_on))
    markings = [cycle.marking, *(one.standing.indicator.marking for one in rows.lines)]
    return Document(
        kind="summary",
        title=f"Partnership plan {cycle.name}",
        partnership=partnership.name,
        subtitle=f"As the registers stood on {day(rows.on)}",
        period=period.label,
        marking=highest_marking(markings),
        run=f"plan {cycle.name}, {day(rows.on)}",
        prepared_by=prepared_by,
        sections=(
            Section("The plan in short", "short", _in_short(rows)),
            Section("How far last year's plan was carried out", "back", _back(cycle, rows)),
            Section(
                "What we shall do",
                "forward",
                (*_goals(cycle), Note(NoteKind.METHOD, plain(PACE_RULE))),
                sections=tuple(_forward(rows)),
            ),
            Section("How we shall know", "know", _know(rows, area)),
            Section("What it is paid with, and until when", "money", _money(rows)),
        ),
    )


def _in_short(rows: PlanRows) -> tuple[Block, ...]:
    late = sum(1 for one in rows.actions if one.days_late)
    stated = [one.action.cost for one in rows.actions if one.action.cost is not None]
    silent = len(rows.actions) - len(stated)
    lead = (
        f"Recommendations taken up: {len(rows.recommendations)}. Actions: {len(rows.actions)}; past"
        f" their date: {late}. Indicators watched: {len(rows.lines)}. Costs that are stated come"
        f" to £{sum(stated):,.0f}; actions that state none: {silent}."
    )
    return (Paragraph(plain(lead), lead=True),)


def _back(cycle: Cycle, rows: PlanRows) -> tuple[Block, ...]:
    if not rows.before:
        why = "Last year's plan is not held here: nothing can be said of how far it was carried out"
        return (Paragraph(plain(f"{why}."), lead=True),)
    closed = sum(1 for one in rows.before if one.action.state == ActionState.CLOSED)
    late = sum(1 for one in rows.before if one.closed_late)
    after = f" (of these, after their date: {late})" if late else ""
    year = cycle.before.name if cycle.before else ""
    lead = f"Actions of the plan of {year}: {len(rows.before)}. Closed: {closed}{after}."
    table = Table(
        name="last-plan",
        caption=f"Actions of the plan of {year}",
        columns=tuple(
            Column(one, LEFT) for one in ("Action", "Agency", "What became of it", "Last word")
        ),
        rows=tuple(_became(one) for one in rows.before),
        source=REGISTER,
    )
    return (Paragraph(plain(lead), lead=True), table)


def _became(row: ActionRow) -> tuple[str, ...]:
    action, last = row.action, row.action.updates.first()
    past = "; after its date" if row.closed_late else "; past its date"
    late = past if row.days_after else ""
    moved = "; its date was moved" if row.slippage_days else ""
    state = f"{str(action.state).capitalize()}{moved}{late}"
    return (str(action), action.owner_agency.name, state, last.happened if last else "–")


def _goals(cycle: Cycle) -> tuple[Block, ...]:
    held = {one.scale: one for one in cycle.goals.all()}
    if not held:
        return ()
    table = Table(
        name="goals",
        caption="Goals by how far along prevention is meant",
        columns=tuple(Column(one, LEFT) for one in ("Scale", "Goal", "Outcome", "Who leads")),
        rows=tuple(
            (scale.label, held[scale].goal, held[scale].outcome, held[scale].lead_group)
            for scale in Scale
            if scale in held
        ),
    )
    return (table,)


def _forward(rows: PlanRows) -> Iterable[Section]:
    """A part for each recommendation, and one for actions that rest on none."""
    for one in rows.recommendations:
        of_it = [row for row in rows.actions if row.action.recommendation_id == one.pk]
        blocks: tuple[Block, ...] = (Paragraph(plain(one.text), lead=True),)
        if of_it:
            blocks += (_actions(of_it, name=one.code),)
        else:
            because = one.no_action_because or "No action is agreed yet."
            blocks += (Paragraph(plain(f"No action: {because}")),)
        yield Section(f"Recommendation {one.code}", f"of-{one.code.lower()}", blocks)
    known = {one.pk for one in rows.recommendations}
    rest = [row for row in rows.actions if row.action.recommendation_id not in known]
    if rest:
        why = tuple(
            plain(f"{row.action.code}: {row.action.no_recommendation_because}")
            for row in rest
            if row.action.no_recommendation_because
        )
        reasons = (Bullets(why),) if why else ()
        yield Section("Other actions", "other", (_actions(rest, name="other"), *reasons))


def _actions(rows: Sequence[ActionRow], *, name: str) -> Table:
    heads = ("Action", "Agency", "Due", "Scale", "Indicators", "Standing")
    return Table(
        name=f"actions-{name.lower()}",
        caption="Actions",
        columns=tuple(Column(one, LEFT) for one in heads),
        rows=tuple(
            (
                str(row.action),
                row.action.owner_agency.name,
                row.dates,
                Scale(row.action.scale).word,
                row.indicators,
                f"{row.standing.shape} {row.standing.word}",
            )
            for row in rows
        ),
        source=REGISTER,
    )


def _know(rows: PlanRows, area: Area) -> tuple[Block, ...]:
    if not rows.lines:
        return (Paragraph(plain("No indicator is named yet."), lead=True),)
    asked = tuple(
        plain(f"{one.standing.indicator.code}: {one.standing.judged.why}") for one in rows.lines
    )
    return (scorecard(rows.lines, area), Bullets(asked))


def _money(rows: PlanRows) -> tuple[Block, ...]:
    if not rows.ends:
        return (Paragraph(plain("No action or service says when its money ends."), lead=True),)
    table = Table(
        name="money",
        caption="Money that ends, the earliest first",
        columns=(
            *(Column(one, LEFT) for one in ("Ends", "What it pays for", "Agency", "Funding")),
            Column("Cost, £"),
        ),
        rows=tuple(
            (
                day(one.on),
                one.what,
                one.agency,
                one.funding or "not given",
                f"{one.cost:,.0f}" if one.cost is not None else "not given",
            )
            for one in rows.ends
        ),
        source="The partnership's registers of actions and services",
    )
    return (table,)
