"""What the plan refuses: broken chains, updates that say nothing, owners who close their own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied

from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.plan.models import Action, Milestone
from wardwise_web.plan.states import ActionState
from wardwise_web.plan.terms import ActionTerms, RecommendationTerms, ServiceTerms, Told


STALE_AFTER = 1.25
"""Reporting intervals without a word, after which an action is grey."""
ASSURED_FOR = timedelta(days=183)
"""How long a service's entry is taken as true after somebody checked it: six months."""


class LinkMissing(Exception):
    """A link of the chain is neither made nor said to be none. Field → sentence."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__(" ".join(faults.values()))
        self.faults = dict(faults)


class EditedMeanwhile(Exception):
    """Somebody else changed it after this person began; nothing was overwritten."""


def faults_of_recommendation(terms: RecommendationTerms) -> dict[str, str]:
    """A recommendation without a finding is an opinion, unless it says why."""
    if terms.findings or terms.no_finding_because:
        return {}
    return {"no_finding_because": "Choose a finding, or say why it rests on none"}


def faults_of_action(terms: ActionTerms) -> dict[str, str]:
    """Every link of the chain that is neither made nor explained, and dates that cannot be."""
    faults = {}
    if not terms.recommendation_id and not terms.no_recommendation_because:
        faults["no_recommendation_because"] = "Choose a recommendation, or say why there is none"
    if not terms.milestones and not terms.no_milestone_because:
        faults["no_milestone_because"] = "Give a first milestone, or say why there is none"
    if not terms.indicator_ids and not terms.no_indicator_because:
        faults["no_indicator_because"] = "Choose an indicator, or say why there is none"
    if terms.due_on < terms.starts_on:
        faults["due_on"] = "The due date must be after the start"
    if terms.funding_ends_on and terms.funding_ends_on < terms.starts_on:
        faults["funding_ends_on"] = "Funding must end after the start"
    if terms.funding_ends_on and not terms.funding:
        faults["funding"] = "Say which funding ends on that date"
    return faults


def faults_of_beginning(terms: ActionTerms) -> dict[str, str]:
    """Faults of an action that is only now agreed: its first steps lie on its way."""
    faults = faults_of_action(terms)
    for _text, due_on in terms.milestones:
        fault = fault_of_step(due_on, starts_on=terms.starts_on, ends_on=terms.due_on)
        if fault:
            faults["milestone_due_on"] = fault
    return faults


def faults_of_service(terms: ServiceTerms) -> dict[str, str]:
    """A service acts on some factor, or says why on none."""
    if terms.factors or terms.no_factor_because:
        return {}
    return {"no_factor_because": "Choose a factor, or say why it acts on none"}


def refuse_faults(faults: Mapping[str, str]) -> None:
    """Raise what is missing, if anything is."""
    if faults:
        raise LinkMissing(faults)


def check_version(*, held: int, given: int) -> None:
    """Whoever began from an older version is shown both, and decides."""
    if held != given:
        raise EditedMeanwhile("Somebody else has changed it since you opened it.")


def check_closable(action: Action) -> None:
    """Before the owner asks to close it, what shows that it was done has to be there."""
    waiting = [one for one in action.milestones.all() if one.done_on is None]
    if waiting:
        raise MoveRefused(f"The milestone '{waiting[0].text}' is not done yet.")
    if not action.evidence.exists() and not action.no_evidence_because:
        raise MoveRefused("Add evidence that it was done, or say why there is none.")


def check_closer(action: Action, by: Actor) -> None:
    """Nobody accepts their own work as done, nor what they themselves asked to close."""
    if by.person_id == action.owner_id:
        raise MoveRefused("Somebody other than its owner has to accept that it is done.")
    if by.person_id == asked_by(action):
        raise MoveRefused("Somebody other than who asked to close it has to accept it.")


def asked_by(action: Action) -> int | None:
    """Who last asked to close it."""
    asked = [one.by_id for one in action.moves.all() if one.state == ActionState.CLOSING]
    return asked[-1] if asked else None


def fault_of_step(due_on: date, *, starts_on: date, ends_on: date) -> str:
    """A milestone lies on the way: between the start of its action and the due date."""
    if starts_on <= due_on <= ends_on:
        return ""
    return "Enter a date between the action's start and its due date"


def check_told(told: Told, *, on: date) -> None:
    """The next date is still to come."""
    if told.next_on < on:
        raise LinkMissing({"next_on": "Your next date must be today or later"})


def check_finished(milestone: Milestone, *, because: str) -> None:
    """A milestone that is done shows it, or says why it cannot."""
    if milestone.done_on is not None:
        raise MoveRefused("That milestone is done already.")
    if not milestone.evidence.exists() and not because:
        raise LinkMissing({"because": "Add evidence for it, or say why there is none"})


def author_of(by: Actor) -> int:
    """Who does it: a person, and never the application by itself."""
    if by.person_id is None:
        raise PermissionDenied("Only a person may do this.")
    return by.person_id


def last_told(action: Action) -> datetime | date:
    """The day of the last update, or the start while there is none."""
    return action.told_at or action.starts_on


def days_without_word(action: Action, *, on: date) -> int:
    """Days since the last update, or since the start."""
    told = last_told(action)
    day = told.date() if isinstance(told, datetime) else told
    return max(0, (on - day).days)


def is_stale(action: Action, *, on: date) -> bool:
    """No update in one and a quarter reporting intervals."""
    return days_without_word(action, on=on) > STALE_AFTER * action.interval_days
