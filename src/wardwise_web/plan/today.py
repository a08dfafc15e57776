"""What of the plan waits for a person."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils import timezone

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.roles import Role
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.core.rooms import Standing, Task
from wardwise_web.people.models import Partnership
from wardwise_web.plan.models import Action
from wardwise_web.plan.rules import is_stale
from wardwise_web.plan.selectors import actions_of, ownerless, recommendations_of
from wardwise_web.plan.states import DECIDERS, ActionState, RecommendationState


def tasks(actor: Actor, partnership: Partnership) -> list[Task]:
    """Updates that are asked of the owner, closings to accept, recommendations to decide."""
    cycle = partnership.cycles.first()
    if cycle is None:
        return []
    today = timezone.localdate()
    found = [
        task
        for action in actions_of(cycle, actor)
        for task in _of_action(action, actor, partnership.slug, today)
    ]
    found += _ownerless(actor, partnership, cycle)
    waiting = [
        one
        for one in recommendations_of(cycle, actor)
        if one.state == RecommendationState.PROPOSED and actor.roles & set(DECIDERS)
    ]
    if waiting:
        words = f"Decide {len(waiting)} recommendation{'s' if len(waiting) > 1 else ''}"
        found.append(Task(words, reverse("recommendations", args=[partnership.slug])))
    return found


def _ownerless(actor: Actor, partnership: Partnership, cycle: Cycle) -> list[Task]:
    """Actions that stand still because their owner has left, for who may give them to another."""
    if Role.MANAGER not in actor.roles:
        return []
    left = ownerless(partnership, actions_of(cycle, actor))
    return [
        Task(
            f"Give it to somebody else: {one}",
            reverse("action_change", args=[partnership.slug, one.pk]),
        )
        for one in left
    ]


def standing(actor: Actor, partnership: Partnership) -> list[Standing]:
    """How many actions are in hand, and how many of them are past their day."""
    cycle = partnership.cycles.first()
    if cycle is None:
        return []
    today = timezone.localdate()
    actions = actions_of(cycle, actor)
    in_hand = [one for one in actions if one.state == ActionState.IN_HAND]
    late = sum(one.due_on < today for one in in_hand)
    if not actions:
        return []
    words = f"{len(in_hand)} of {len(actions)} actions are in hand, {late} of them late"
    return [Standing("Plan", words, reverse("plan", args=[partnership.slug]))]


def _of_action(action: Action, actor: Actor, slug: str, today: date) -> list[Task]:
    page = reverse("action", args=[slug, action.pk])
    if action.state == ActionState.CLOSING:
        may = can(actor, Verb.APPROVE, action.as_thing()) and actor.person_id != action.owner_id
        return [Task(f"Accept or send back: {action}", page)] if may else []
    if action.state != ActionState.IN_HAND or actor.person_id != action.owner_id:
        return []
    update = reverse("action_update", args=[slug, action.pk])
    promised = action.next_on is not None and action.next_on < today
    stale = is_stale(action, on=today)
    if stale or promised or action.next_on is None:
        words = f"Tell how it goes: {action}"
        return [Task(words, update, due=action.next_on, late=stale or promised)]
    return [
        *(
            [Task(f"It was due: {action}", update, due=action.due_on, late=True)]
            if action.due_on < today
            else []
        ),
        *(
            [Task(f"Next update: {action}", update, due=action.next_on)]
            if action.next_on and (action.next_on - today).days <= 7
            else []
        ),
    ]
