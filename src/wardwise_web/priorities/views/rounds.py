"""Rounds, and taking one from state to state."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from wardwise_web.core.moves import Move, moves_from
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.models import Partnership
from wardwise_web.priorities.forms import (
    BeginForm,
    NoteForm,
    ReasonForm,
    TermsForm,
)
from wardwise_web.priorities.models import Round
from wardwise_web.priorities.selectors import (
    cycle_to_score,
    panel_criteria,
    progress_of,
    rounds_of,
    scored_threats,
    scorer_in,
    statuses_of,
)
from wardwise_web.priorities.services.moves import hindrance, move_round
from wardwise_web.priorities.services.rounds import (
    begin_round,
    set_terms,
)
from wardwise_web.priorities.states import MOVES, RoundState
from wardwise_web.priorities.views.crumbs import crumbs
from wardwise_web.priorities.views.loading import form_page, load_round


def list_of(partnership: Partnership) -> Thing:
    """The list of rounds, of which each reader sees those that they may."""
    return Thing(Kind.SCORING, partnership.pk, "all", state=RoundState.REVEALED)


@page(Verb.READ, Kind.SCORING)
def rounds(request: PartnershipRequest) -> HttpResponse:
    """Every round, and a beginning for the cycle that has none."""
    check_can(request.actor, Verb.READ, list_of(request.partnership))
    new = Thing(Kind.SCORING, request.partnership.pk)
    found = [
        one
        for one in rounds_of(request.partnership)
        if can(request.actor, Verb.READ, one.as_thing())
    ]
    may_begin = can(request.actor, Verb.CREATE, new)
    return show(
        request,
        "priorities/rounds.html",
        rounds=found,
        cycle=cycle_to_score(request.partnership) if may_begin else None,
    )


@page(Verb.CREATE, Kind.SCORING, methods=("GET", "POST"))
def begin(request: PartnershipRequest) -> HttpResponse:
    """Begin the round of the latest cycle."""
    check_can(request.actor, Verb.CREATE, Thing(Kind.SCORING, request.partnership.pk))
    cycle = cycle_to_score(request.partnership)
    if cycle is None:
        messages.error(request, "Every year has its scoring already. Begin the next year first.")
        return redirect("scoring", request.partnership.slug)
    form = BeginForm(request.POST or None)
    if form.is_valid():
        made = begin_round(cycle=cycle, score_by=form.cleaned_data["score_by"], by=request.actor)
        messages.success(request, "The long list stands. Look over it, then name the panel.")
        return redirect("scoring_round", request.partnership.slug, made.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"Begin the scoring for {cycle.name}",
        lead="The long list comes from the cycle's build, with its evidence, and from last year's"
        " register.",
        button="Begin the round",
        crumbs=crumbs(request),
    )


@page(Verb.READ, Kind.SCORING)
def scoring_round(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """Where the round stands, what comes next, and how many have finished."""
    scoring = load_round(request, round_id)
    moves = moves_from(MOVES, now=RoundState(scoring.state), roles=request.actor.roles)
    moves.pop(RoundState.CLOSED, None)  # adopting has a page of its own
    if not can(request.actor, Verb.WRITE, scoring.as_thing()):
        moves = {}
    waits = {to: why for to in moves if (why := hindrance(scoring, RoundState(to)))}
    return show(
        request,
        "priorities/round.html",
        scoring=scoring,
        marking=scoring.marking,
        moves={to: move for to, move in moves.items() if to not in waits},
        not_yet=[_not_yet(scoring, RoundState(to), moves[to], why) for to, why in waits.items()],
        statuses=statuses_of(scoring),
        progress=progress_of(scoring),
        threats=scored_threats(scoring).count(),
        criteria=panel_criteria(scoring).count(),
        scorer=scorer_in(scoring, request.actor),
        may_write=can(request.actor, Verb.WRITE, scoring.as_thing()),
        crumbs=crumbs(request),
    )


def _not_yet(scoring: Round, to: RoundState, move: Move, why: str) -> dict[str, object]:
    """A move that something stands in the way of, and whether a reason would open it."""
    opens = not hindrance(scoring, to, reason="given")
    return {"to": to, "label": move.label, "why": why, "opens": opens}


@page(Verb.WRITE, Kind.SCORING, methods=("GET", "POST"))
def terms(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """Deadline, quorum, and how many stand first."""
    scoring = load_round(request, round_id, Verb.WRITE)
    now = {"score_by": scoring.score_by, "quorum": scoring.quorum, "first": scoring.first}
    form = TermsForm(request.POST or None, initial=now)
    if form.is_valid():
        set_terms(scoring=scoring, by=request.actor, **form.cleaned_data)
        messages.success(request, "The terms of the round are set.")
        return redirect("scoring_round", request.partnership.slug, scoring.pk)
    heading = "Deadline, quorum, and how many come first"
    return form_page(request, scoring, form, heading=heading)


@page(Verb.WRITE, Kind.SCORING, methods=("GET", "POST"))
def move(request: PartnershipRequest, round_id: int, to: str) -> HttpResponse:
    """Take the round to its next state, with a note or a reason."""
    scoring = load_round(request, round_id, Verb.WRITE)
    state = next((one for one in RoundState if one.replace(" ", "-") == to), None)
    wanted = MOVES.get((RoundState(scoring.state), state)) if state else None
    if state is None or wanted is None or state == RoundState.CLOSED:
        messages.error(request, "The round cannot be taken there from where it is now.")
        return redirect("scoring_round", request.partnership.slug, scoring.pk)
    in_the_way = hindrance(scoring, state)
    is_asked_why = wanted.needs_reason or bool(in_the_way)
    form = (ReasonForm if is_asked_why else NoteForm)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        move_round(scoring=scoring, to=state, reason=reason, by=request.actor)
        messages.success(request, DONE[state])
        return redirect("scoring_round", request.partnership.slug, scoring.pk)
    lead = f"{in_the_way} {BEFORE[state]}".strip()
    return form_page(request, scoring, form, heading=wanted.label, lead=lead, button=wanted.label)


BEFORE = {
    RoundState.OPEN: "From then on the long list, the criteria and the panel stand as they are."
    " Nobody sees another's marks before the reveal.",
    RoundState.REVEALED: "Everybody's marks and reasons are shown to the partners, by agency. No"
    " mark can be changed after it.",
    RoundState.AGREED: "The agreed scores make the order that the priorities are placed by.",
}
DONE = {
    RoundState.OPEN: "The round is open. The scorers find it under what needs them today.",
    RoundState.REVEALED: "The marks are on the table.",
    RoundState.AGREED: "The scores are recorded as agreed. Place the threats in tiers next.",
}
