"""Last year's plan of the demo, played from the file that lies with Exampleshire's data."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from wardwise_web.assessments.models import Cycle
from wardwise_web.evidence.shelf import DATA, shelf
from wardwise_web.plan.models import Action
from wardwise_web.plan.services.actions import begin_action, move_action, rebaseline
from wardwise_web.plan.services.progress import finish_milestone, say_no_evidence, tell_update
from wardwise_web.plan.states import ActionState
from wardwise_web.plan.terms import ActionTerms, Told


if TYPE_CHECKING:
    from wardwise_web.people.stage import DemoPlay

OWNERS = {"council": "manager", "housing": "owner"}  # elsewhere the person has the agency's name
BEGAN, SEEN = date(2025, 11, 3), "Seen by the board's sub-group."
RESTING = (ActionState.DEFERRED, ActionState.STOPPED)


def load_last_year(play: DemoPlay, cycle: Cycle) -> None:
    """Every action of the file, with its dates, its last word and what became of it."""
    for file in (shelf(cycle.partnership) / DATA).glob("plan-*.json"):
        for row in json.loads(file.read_text("utf-8"))["actions"]:
            _play(play, cycle, row)


def _play(play: DemoPlay, cycle: Cycle, row: dict[str, Any]) -> None:
    short = next(key for key, one in play.agencies.items() if one.name == row["agency"])
    who = OWNERS.get(short, short)
    first, due = date.fromisoformat(row["first_due_on"]), date.fromisoformat(row["due_on"])
    action = begin_action(
        cycle=cycle,
        terms=ActionTerms(
            title=row["title"],
            owner_id=play.people[who].pk,
            owner_agency_id=play.agencies[short].pk,
            scale=2,
            starts_on=BEGAN,
            due_on=first,
            recommendation_id=None,
            no_recommendation_because="Agreed before recommendations were kept here",
            milestones=(("Partners have agreed how", BEGAN + timedelta(days=30)),),
            indicator_ids=(),
            no_indicator_because="The plan of that year named none",
        ),
        by=play.actor("manager"),
    )
    if due != first:
        why = "The supplier of the telephone line was late."
        rebaseline(action=action, due_on=due, reason=why, by=play.actor("manager"))
    told = Told(row["last_word"], row["percent_complete"], due)
    at = timezone.make_aware(datetime.combine(min(due, cycle.ends_on), time(10)))
    tell_update(action=action, told=told, by=play.actor(who), at=at)
    _end(play, action, ActionState(row["state"]), who=who)


def _end(play: DemoPlay, action: Action, state: ActionState, *, who: str) -> None:
    other = "police" if who == "manager" else "manager"  # nobody accepts their own work
    if state == ActionState.CLOSED:
        by = play.actor(who)
        say_no_evidence(action=action, because="Kept on paper that year", by=by)
        step = action.milestones.get()
        finish_milestone(milestone=step, on=step.due_on, because="Kept on paper", by=by)
        move_action(action=action, to=ActionState.CLOSING, note="", by=by)
    if state in (ActionState.CLOSED, *RESTING):
        move_action(action=action, to=state, note=SEEN, by=play.actor(other))
