"""One action: agreed, read, changed, re-baselined, moved."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from wardwise_web.core.moves import moves_from
from wardwise_web.core.moving import Moving, move_page, slug_of, way_to
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.selectors import people_in, seats_in
from wardwise_web.plan.forms import ActionForm, RebaselineForm
from wardwise_web.plan.presenters import PACE_RULE, row_of
from wardwise_web.plan.rules import EditedMeanwhile, asked_by
from wardwise_web.plan.selectors import (
    action_of,
    cycle_of,
    indicators_of,
    recommendation_for,
    recommendations_of,
)
from wardwise_web.plan.services.actions import (
    begin_action,
    change_action,
    move_action,
    rebaseline,
)
from wardwise_web.plan.states import ACTION_MOVES, CARRIED, LIVE, OWNERS, ActionState
from wardwise_web.plan.views.crumbs import crumbs_to


FIELDS = (
    "title", "what", "recommendation_id", "no_recommendation_because", "owner_id",
    "owner_agency_id", "scale", "starts_on", "no_milestone_because", "no_indicator_because",
    "interval_days", "blocked_by", "cost", "funding", "funding_ends_on", "version",
)  # fmt: skip


@page(Verb.READ, Kind.ACTION)
def one(request: PartnershipRequest, pk: int) -> HttpResponse:
    """The whole chain of an action, and what became of it."""
    action = action_of(request.partnership, pk)
    thing = action.as_thing()
    check_can(request.actor, Verb.READ, thing)
    return show(
        request,
        "plan/action.html",
        action=action,
        recommendation=recommendation_for(action, request.actor),
        row=row_of(action, on=timezone.localdate()),
        today=timezone.localdate(),
        moves=_moves(request, action),
        may_write=can(request.actor, Verb.WRITE, thing) and action.state in LIVE,
        may_approve=can(request.actor, Verb.APPROVE, thing),
        rule=PACE_RULE,
        slug_of=slug_of,
        marking=action.cycle.marking,
        crumbs=crumbs_to(request),
    )


def _moves(request, action):
    """Buttons: what the table of moves and the table of rights both allow."""
    found = moves_from(
        ACTION_MOVES,
        now=ActionState(action.state),
        roles=request.actor.roles,
        is_author=request.actor.person_id in (action.owner_id, asked_by(action)),
    )
    thing = action.as_thing()
    return {
        to: move
        for to, move in found.items()
        if can(request.actor, Verb.WRITE if to is ActionState.CLOSING else Verb.APPROVE, thing)
    }


@page(Verb.CREATE, Kind.ACTION, methods=("GET", "POST"))
def begin(request: PartnershipRequest) -> HttpResponse:
    """Agree an action."""
    cycle = cycle_of(request.partnership)
    thing = Thing(Kind.ACTION, request.partnership.pk, cycle_id=cycle.pk)
    check_can(request.actor, Verb.CREATE, thing)
    start = {"recommendation_id": request.GET.get("recommendation", ""), "interval_days": 31}
    choices = _choices(request, cycle)
    form = ActionForm(request.POST or None, chosen_from=choices, initial=start)
    if request.method == "POST" and form.is_valid():
        made = begin_action(cycle=cycle, terms=form.terms(), by=request.actor)
        told = f"{made.code} is agreed. {made.owner.name} will be asked how it goes."
        messages.success(request, told)
        return redirect("action", request.partnership.slug, made.pk)
    return show(
        request,
        "core/form.html",
        heading="Agree an action",
        lead="Each link of the chain is made here, or says why there is none.",
        form=form,
        button="Agree it",
        back=reverse("plan", args=[request.partnership.slug]),
        crumbs=crumbs_to(request),
    )


def _choices(request, cycle):
    partnership = request.partnership
    seats = seats_in(partnership, OWNERS)
    return {
        "seats": seats,
        "recommendations": [
            (str(one.pk), f"{one.code}: {one.text[:90]}")
            for one in recommendations_of(cycle, request.actor)
            if one.state in CARRIED
        ],
        "people": [
            (str(one.pk), f"{one.name} ({', '.join(seats[one.pk].values())})")
            for one in people_in(partnership, OWNERS)
        ],
        "agencies": [(str(one.pk), one.name) for one in partnership.agencies.all()],
        "indicators": [
            (str(one.pk), str(one)) for one in indicators_of(partnership, request.actor)
        ],
    }


@page(Verb.WRITE, Kind.ACTION, methods=("GET", "POST"))
def change(request: PartnershipRequest, pk: int) -> HttpResponse:
    """Other terms; who began from an older version sees both."""
    action = action_of(request.partnership, pk)
    check_can(request.actor, Verb.WRITE, action.as_thing())
    start = {name: getattr(action, name) for name in FIELDS}
    start["indicator_ids"] = [str(link.indicator_id) for link in action.measured_by.all()]
    choices = _choices(request, action.cycle)
    form = ActionForm(request.POST or None, chosen_from=choices, action=action, initial=start)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            change_action(action=action, terms=form.terms(), version=version, by=request.actor)
        except EditedMeanwhile:
            return _both(request, action, form, choices)
        messages.success(request, f"{action.code} is changed.")
        return redirect("action", request.partnership.slug, pk)
    return show(
        request,
        "core/form.html",
        heading=f"Change {action.code}",
        lead="The due date moves by giving a new one with its reason.",
        form=form,
        back=reverse("action", args=[request.partnership.slug, pk]),
        crumbs=crumbs_to(request),
    )


def _both(request: PartnershipRequest, action: Any, form: Any, choices: Any) -> HttpResponse:
    """Theirs beside what stands now; saving again from here is on what stands now."""
    fresh = action_of(request.partnership, action.pk)
    said = form.cleaned_data
    start = said | {"version": fresh.version}
    return show(
        request,
        "plan/edited_meanwhile.html",
        status=409,
        heading=f"{fresh.code} was changed while you wrote",
        differences=[
            (form.fields[name].label, getattr(fresh, name), said[name])
            for name in FIELDS[:-1]
            if str(getattr(fresh, name) or "") != str(said[name] or "")
        ],
        form=ActionForm(initial=start, chosen_from=choices, action=fresh),
        back=reverse("action", args=[request.partnership.slug, action.pk]),
    )


@page(Verb.APPROVE, Kind.ACTION, methods=("GET", "POST"))
def new_date(request: PartnershipRequest, pk: int) -> HttpResponse:
    """Re-baseline: the first date stays."""
    action = action_of(request.partnership, pk)
    check_can(request.actor, Verb.APPROVE, action.as_thing())
    form = RebaselineForm(request.POST or None, initial={"due_on": action.due_on})
    if request.method == "POST" and form.is_valid():
        rebaseline(action=action, by=request.actor, **form.cleaned_data)
        messages.success(request, f"{action.code} has a new due date. The first one is kept.")
        return redirect("action", request.partnership.slug, pk)
    return show(
        request,
        "core/form.html",
        heading=f"New due date for {action.code}",
        lead="The first date stays beside it, and the slippage is shown.",
        form=form,
        button="Move the date",
        back=reverse("action", args=[request.partnership.slug, pk]),
        crumbs=crumbs_to(request),
    )


@page(Verb.READ, Kind.ACTION, methods=("GET", "POST"))
def move(request: PartnershipRequest, pk: int, to: str) -> HttpResponse:
    """Ask to close, accept, send back, reopen, defer, stop."""
    action = action_of(request.partnership, pk)
    check_can(request.actor, Verb.READ, action.as_thing())
    state, way = way_to(ACTION_MOVES, now=ActionState(action.state), to=to)
    right = Verb.WRITE if state is ActionState.CLOSING else Verb.APPROVE
    check_can(request.actor, right, action.as_thing())
    return move_page(
        request,
        Moving(
            way,
            of=action.code,
            lead=action.title,
            back=reverse("action", args=[request.partnership.slug, pk]),
            told=f"{action.code}: {state}.",
            crumbs=crumbs_to(request),
        ),
        make=lambda note: move_action(
            action=action, to=ActionState(state), note=note, by=request.actor
        ),
    )
