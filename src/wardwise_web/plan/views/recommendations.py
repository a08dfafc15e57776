"""Recommendations: the register, one, written, taken from the build, decided."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from wardwise_web.core.exports.services import export
from wardwise_web.core.moves import moves_from
from wardwise_web.core.moving import Moving, move_page, slug_of, way_to
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.plan.advice import advice_of
from wardwise_web.plan.forms import RecommendationForm
from wardwise_web.plan.rules import EditedMeanwhile
from wardwise_web.plan.selectors import cycle_of, recommendation_of, recommendations_of
from wardwise_web.plan.services.recommendations import (
    change_recommendation,
    decide_recommendation,
    write_recommendation,
)
from wardwise_web.plan.sheets import recommendations_sheet
from wardwise_web.plan.states import RECOMMENDATION_MOVES, RecommendationState
from wardwise_web.plan.terms import RecommendationTerms
from wardwise_web.plan.views.crumbs import crumbs_to


FIELDS = ("text", "about", "to", "no_finding_because", "no_action_because", "version")


@page(Verb.READ, Kind.RECOMMENDATION)
def register(request: PartnershipRequest) -> HttpResponse:
    """Every recommendation of the year, by its state."""
    cycle, thing = _year(request)
    found = recommendations_of(cycle, request.actor)
    state = request.GET.get("state", "")
    shown = [one for one in found if state in ("", one.state)]
    if "form" in request.GET:
        sheet = recommendations_sheet(shown, year=cycle.name, marking=cycle.marking)
        return export(sheet, form=request.GET["form"], by=request.actor, thing=thing)
    return show(
        request,
        "plan/recommendations.html",
        cycle=cycle,
        recommendations=shown,
        states=list(RecommendationState),
        state=state,
        may_write=can(request.actor, Verb.CREATE, thing),
        may_export=can(request.actor, Verb.EXPORT, thing),
        marking=cycle.marking,
    )


def _year(request):
    cycle = cycle_of(request.partnership)
    thing = Thing(Kind.RECOMMENDATION, request.partnership.pk, cycle_id=cycle.pk, state=cycle.state)
    check_can(request.actor, Verb.READ, thing)
    return cycle, thing


@page(Verb.READ, Kind.RECOMMENDATION)
def one(request: PartnershipRequest, pk: int) -> HttpResponse:
    """What it says, what it rests on, what was decided, what follows from it."""
    found = recommendation_of(request.partnership, pk)
    thing = found.as_thing()
    check_can(request.actor, Verb.READ, thing)
    moves = {}
    if can(request.actor, Verb.APPROVE, thing):
        now = RecommendationState(found.state)
        moves = moves_from(RECOMMENDATION_MOVES, now=now, roles=request.actor.roles)
    return show(
        request,
        "plan/recommendation.html",
        recommendation=found,
        moves=moves,
        may_change=can(request.actor, Verb.WRITE, thing),
        may_act=can(request.actor, Verb.CREATE, Thing(Kind.ACTION, request.partnership.pk)),
        slug_of=slug_of,
        marking=found.cycle.marking,
        crumbs=_crumbs(request),
    )


@page(Verb.CREATE, Kind.RECOMMENDATION, methods=("GET", "POST"))
def write(request: PartnershipRequest) -> HttpResponse:
    """Write one."""
    cycle, thing = _year(request)
    check_can(request.actor, Verb.CREATE, thing)
    advice = advice_of(cycle, request.actor)
    form = RecommendationForm(request.POST or None, findings=advice.claims)
    if request.method == "POST" and form.is_valid():
        made = write_recommendation(cycle=cycle, terms=form.terms(), by=request.actor)
        messages.success(request, f"{made.code} is proposed.")
        return redirect("recommendation", request.partnership.slug, made.pk)
    return show(
        request,
        "core/form.html",
        heading="Write a recommendation",
        lead="It rests on findings of the assessment, or says why on none.",
        form=form,
        button="Propose it",
        back=reverse("recommendations", args=[request.partnership.slug]),
        crumbs=_crumbs(request),
    )


@page(Verb.CREATE, Kind.RECOMMENDATION, methods=("GET", "POST"))
def take(request: PartnershipRequest) -> HttpResponse:
    """Take recommendations over from the build, with the findings that they rest on."""
    cycle, thing = _year(request)
    check_can(request.actor, Verb.CREATE, thing)
    held = {one.text for one in recommendations_of(cycle, request.actor)}
    offered = [one for one in advice_of(cycle, request.actor).offered if one.text not in held]
    if request.method == "POST":
        chosen = [offered[n] for n in _positions(request, len(offered))]
        for given in chosen:
            terms = RecommendationTerms(
                text=given.text,
                about=given.about,
                to=given.to,
                findings=given.findings,
                from_build=True,
            )
            write_recommendation(cycle=cycle, terms=terms, by=request.actor)
        if chosen:
            messages.success(request, f"Proposed: {len(chosen)} from the build.")
            return redirect("recommendations", request.partnership.slug)
        messages.error(request, "Choose at least one recommendation.")
    return show(
        request,
        "plan/take.html",
        cycle=cycle,
        offered=list(enumerate(offered)),
        marking=cycle.marking,
        crumbs=_crumbs(request),
    )


def _positions(request: PartnershipRequest, many: int) -> list[int]:
    given = {one for one in request.POST.getlist("take") if one.isdecimal()}
    return sorted(int(one) for one in given if int(one) < many)


@page(Verb.WRITE, Kind.RECOMMENDATION, methods=("GET", "POST"))
def change(request: PartnershipRequest, pk: int) -> HttpResponse:
    """Other words; who began from an older version sees both."""
    found = recommendation_of(request.partnership, pk)
    check_can(request.actor, Verb.WRITE, found.as_thing())
    advice = advice_of(found.cycle, request.actor)
    claims = {**dict(advice.claims), **{one["id"]: one["claim"] for one in found.findings}}
    start = {name: getattr(found, name) for name in FIELDS}
    start["findings"] = [one["id"] for one in found.findings]
    form = RecommendationForm(request.POST or None, findings=claims.items(), initial=start)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            change_recommendation(
                recommendation=found, terms=form.terms(), version=version, by=request.actor
            )
        except EditedMeanwhile:
            return _both(request, found, form, claims)
        messages.success(request, f"{found.code} is changed.")
        return redirect("recommendation", request.partnership.slug, pk)
    return show(
        request,
        "core/form.html",
        heading=f"Change {found.code}",
        form=form,
        back=reverse("recommendation", args=[request.partnership.slug, pk]),
        crumbs=_crumbs(request),
    )


def _both(request: PartnershipRequest, found: Any, form: Any, claims: Any) -> HttpResponse:
    """Theirs beside what stands now; saving again from here is on what stands now."""
    fresh = recommendation_of(request.partnership, found.pk)
    start = form.cleaned_data | {"version": fresh.version}
    return show(
        request,
        "plan/edited_meanwhile.html",
        status=409,
        heading=f"{fresh.code} was changed while you wrote",
        differences=[
            (form.fields[name].label, getattr(fresh, name), form.cleaned_data[name])
            for name in FIELDS[:-1]
            if getattr(fresh, name) != form.cleaned_data[name]
        ],
        form=RecommendationForm(initial=start, findings=claims.items()),
        back=reverse("recommendation", args=[request.partnership.slug, found.pk]),
    )


@page(Verb.APPROVE, Kind.RECOMMENDATION, methods=("GET", "POST"))
def decide(request: PartnershipRequest, pk: int, to: str) -> HttpResponse:
    """Accept, change, reject or defer, with the reason."""
    found = recommendation_of(request.partnership, pk)
    check_can(request.actor, Verb.APPROVE, found.as_thing())
    state, way = way_to(RECOMMENDATION_MOVES, now=RecommendationState(found.state), to=to)
    return move_page(
        request,
        Moving(
            way,
            of=found.code,
            lead=found.text,
            back=reverse("recommendation", args=[request.partnership.slug, pk]),
            told=f"{found.code} is {state}.",
            crumbs=_crumbs(request),
        ),
        make=lambda note: decide_recommendation(
            recommendation=found, to=RecommendationState(state), note=note, by=request.actor
        ),
    )


def _crumbs(request: PartnershipRequest) -> list[dict[str, str]]:
    return crumbs_to(request, ("Recommendations", "recommendations"))
