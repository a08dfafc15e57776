"""Actions: begun, changed, re-baselined, moved from state to state."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.http import Http404

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused, check_move
from wardwise_web.core.once import check_not_twice
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.models import Partnership
from wardwise_web.people.selectors import seats_in
from wardwise_web.plan.models import (
    Action,
    ActionIndicator,
    ActionMove,
    Milestone,
    Rebaseline,
)
from wardwise_web.plan.rules import (
    author_of,
    check_closable,
    check_closer,
    check_version,
    faults_of_action,
    faults_of_beginning,
    refuse_faults,
)
from wardwise_web.plan.states import ACTION_MOVES, OWNERS, ActionState
from wardwise_web.plan.terms import ActionTerms


# What the terms say once and for all, or in tables of their own
APART = ("milestones", "indicator_ids")


def begin_action(*, cycle: Cycle, terms: ActionTerms, by: Actor) -> Action:
    """Agree an action; the due date of this moment is the first one for ever."""
    check_can(by, Verb.CREATE, Thing(Kind.ACTION, cycle.partnership_id, cycle_id=cycle.pk))
    refuse_faults(faults_of_beginning(terms))
    check_names(cycle, terms)
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)  # one number for each
        check_not_twice(cycle.actions.filter(**_fields(terms)), what="This action")
        last = cycle.actions.aggregate(last=Max("number"))["last"] or 0
        made = Action.objects.create(
            cycle=cycle,
            number=last + 1,
            first_due_on=terms.due_on,
            written_by_id=author_of(by),
            **_fields(terms),
        )
        for text, due_on in terms.milestones:
            Milestone.objects.create(action=made, text=text, due_on=due_on)
        _link(made, terms)
        ActionMove.objects.create(
            action=made, state=ActionState.IN_HAND, by_id=author_of(by), note="Agreed."
        )
        details = {"title": terms.title, "due": terms.due_on, "owner": made.owner.name}
        record("action.begun", by=by, thing=made.as_thing(), details=details)
    return made


def change_action(*, action: Action, terms: ActionTerms, version: int, by: Actor) -> None:
    """Other terms. The due day is not among them: that moves by ``rebaseline`` alone."""
    check_can(by, Verb.WRITE, action.as_thing())
    kept = Milestone.objects.filter(action=action).values_list("text", "due_on")
    refuse_faults(faults_of_action(_with_milestones(terms, tuple(kept))))
    check_names(action.cycle, terms)
    with transaction.atomic():
        locked = Action.objects.select_for_update().get(pk=action.pk)
        check_version(held=locked.version, given=version)
        if terms.due_on != locked.due_on:
            raise MoveRefused("The due date moves by re-baselining, with a reason.")
        fields = _fields(terms)
        changed = [name for name, value in fields.items() if getattr(locked, name) != value]
        was = _as_read(locked, changed)
        for name, value in fields.items():
            setattr(locked, name, value)
        locked.version += 1
        locked.save()
        _link(locked, terms)
        details = {"was": was, "now": _as_read(locked, changed)}
        record("action.changed", by=by, thing=locked.as_thing(), details=details)


def _as_read(action: Action, fields: Iterable[str]) -> dict[str, str]:
    """Fields as the audit's reader understands them: a name and no number of a row."""
    names = (name.removesuffix("_id") for name in fields)
    return {name: str(value) if (value := getattr(action, name)) else "" for name in names}


def rebaseline(*, action: Action, due_on: date, reason: str, by: Actor) -> Rebaseline:
    """Move the due day. The first one stays, the reason is kept: by the manager alone."""
    check_can(by, Verb.APPROVE, action.as_thing())
    if not reason.strip():
        raise MoveRefused("Give the reason for the new date.")
    with transaction.atomic():
        locked = Action.objects.select_for_update().get(pk=action.pk)
        if locked.state != ActionState.IN_HAND:
            raise MoveRefused(f"What is '{locked.state}' has no date to move.")
        if due_on in (locked.due_on,) or due_on < locked.starts_on:
            raise MoveRefused("Give another date, after the start.")
        made = Rebaseline.objects.create(
            action=locked, was=locked.due_on, now=due_on, reason=reason, by_id=author_of(by)
        )
        locked.due_on = due_on
        locked.version += 1
        locked.save(update_fields=["due_on", "version"])
        details = {"was": made.was, "now": made.now, "first": locked.first_due_on}
        record("action.rebaselined", by=by, thing=locked.as_thing(), details=details, reason=reason)
    return made


def move_action(*, action: Action, to: ActionState, note: str, by: Actor) -> None:
    """Ask to close, accept, send back, reopen, defer, stop."""
    asks = to is ActionState.CLOSING
    check_can(by, Verb.WRITE if asks else Verb.APPROVE, action.as_thing())
    with transaction.atomic():
        locked = Action.objects.select_for_update().get(pk=action.pk)
        check_move(
            ACTION_MOVES,
            now=ActionState(locked.state),
            to=to,
            roles=by.roles,
            is_author=by.person_id == locked.owner_id,
            reason=note,
        )
        if to in (ActionState.CLOSING, ActionState.CLOSED):
            check_closable(locked)  # a step may have been added since it was asked
        if to is ActionState.CLOSED:
            check_closer(locked, by)
            locked.percent_complete = 100
        locked.state = to
        locked.save(update_fields=["state", "percent_complete"])
        ActionMove.objects.create(action=locked, state=to, by_id=author_of(by), note=note)
        record("action.moved", by=by, thing=locked.as_thing(), details={"to": to}, reason=note)


def check_names(cycle: Cycle, terms: ActionTerms) -> None:
    """The owner's seat at the table, recommendation and indicators are this partnership's own."""
    partnership: Partnership = cycle.partnership
    indicators = partnership.indicators.filter(pk__in=terms.indicator_ids)
    is_ours = (
        terms.owner_agency_id in seats_in(partnership, OWNERS).get(terms.owner_id, {})
        and indicators.count() == len(set(terms.indicator_ids))
        and (
            terms.recommendation_id is None
            or cycle.recommendations.filter(pk=terms.recommendation_id).exists()
        )
    )
    if not is_ours:
        raise Http404


def _fields(terms: ActionTerms) -> dict[str, object]:
    return {name: value for name, value in vars(terms).items() if name not in APART}


def _link(action: Action, terms: ActionTerms) -> None:
    wanted = set(terms.indicator_ids)
    ActionIndicator.objects.filter(action=action).exclude(indicator_id__in=wanted).delete()
    for indicator_id in sorted(wanted):
        ActionIndicator.objects.get_or_create(action=action, indicator_id=indicator_id)


def _with_milestones(terms: ActionTerms, kept: tuple[tuple[str, date], ...]) -> ActionTerms:
    return ActionTerms(**{**vars(terms), "milestones": kept})
