"""What waits for somebody in this room."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.core.rooms import Standing, Task
from wardwise_web.priorities.presenters.marking import lines_of
from wardwise_web.priorities.selectors import (
    agencies_finished,
    open_revotes,
    own_marks,
    panel_criteria,
    rounds_of,
    scorer_in,
)
from wardwise_web.priorities.states import LEAST_AGENCIES, RoundState


def tasks(actor, partnership):
    """For a scorer their marks, for who runs the round its next move."""
    scoring = rounds_of(partnership).exclude(state=RoundState.CLOSED).first()
    if scoring is None:
        return []
    return [*_of_scorer(actor, scoring), *_of_round(actor, scoring)]


def standing(actor, partnership):
    """How far the latest round is that this person may know of."""
    rounds = rounds_of(partnership)
    scoring = next((one for one in rounds if can(actor, Verb.READ, one.as_thing())), None)
    if scoring is None:
        return []
    words = f"{scoring.cycle.name} is {STANDS[scoring.state]}"
    href = reverse("scoring_round", args=[partnership.slug, scoring.pk])
    return [Standing("Threat scoring", words, href)]


STANDS = {
    RoundState.SET_UP: "being set up",
    RoundState.OPEN: "open for blind scoring",
    RoundState.REVEALED: "revealed; the scores are to be agreed",
    RoundState.AGREED: "agreed; the priorities are to be adopted",
    RoundState.CLOSED: "closed; the priorities are adopted",
}


def _of_scorer(actor, scoring):
    scorer = scorer_in(scoring, actor)
    if scorer is None or not can(actor, Verb.WRITE, scorer.as_thing(RoundState.OPEN)):
        return
    slug = scoring.partnership.slug
    if scoring.state == RoundState.OPEN:
        left = sum(not one.is_done for one in lines_of(scoring, scorer))
        if left:
            yield Task(
                f"Score {left} {'threat' if left == 1 else 'threats'} for {scoring.cycle.name}",
                reverse("own_scores", args=[slug, scoring.pk, scorer.pk]),
                due=scoring.score_by,
                late=timezone.localdate() > scoring.score_by,
            )
    for ballot in open_revotes(scoring):
        if len(own_marks(scorer, ballot=ballot.ballot)) < panel_criteria(scoring).count():
            address = reverse("score_threat", args=[slug, scoring.pk, scorer.pk, ballot.threat_id])
            yield Task(f"Vote again on {ballot.threat}", address)


def _of_round(actor, scoring):
    if not can(actor, Verb.WRITE, scoring.as_thing()):
        return
    address = reverse("scoring_round", args=[scoring.partnership.slug, scoring.pk])
    year = scoring.cycle.name
    if scoring.state == RoundState.SET_UP:
        yield Task(f"Set up the threat scoring for {year} and open it", address)
    elif scoring.state == RoundState.OPEN and len(agencies_finished(scoring)) >= LEAST_AGENCIES:
        yield Task(f"Reveal the marks for {year}: enough agencies have finished", address)
    elif scoring.state == RoundState.REVEALED:
        yield Task(f"Agree the scores for {year}", address)
    elif scoring.state == RoundState.AGREED:
        href = reverse("priorities_of_round", args=[scoring.partnership.slug, scoring.pk])
        yield Task(f"Place the threats of {year} in tiers and adopt the priorities", href)
