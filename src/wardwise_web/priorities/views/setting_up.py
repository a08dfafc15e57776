"""What is scored, by what, and by whom: fixed once the round is open."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.people.selectors import agencies_now
from wardwise_web.priorities.criteria import CriterionGiven
from wardwise_web.priorities.forms import (
    CriteriaForm,
    NoteForm,
    ReasonForm,
    ScorerForm,
    ThreatForm,
)
from wardwise_web.priorities.models import Criterion, Round
from wardwise_web.priorities.rules import SCORERS
from wardwise_web.priorities.selectors import (
    criteria_of,
    holdings_now_of,
    long_list_of,
    scorers_of,
)
from wardwise_web.priorities.services.rounds import (
    ThreatGiven,
    add_threat,
    change_criteria,
    leave_out,
    name_scorer,
    take_off_panel,
)
from wardwise_web.priorities.states import RoundState, Source
from wardwise_web.priorities.views.crumbs import crumbs
from wardwise_web.priorities.views.loading import form_page, load_round, load_threat


@page(Verb.READ, Kind.SCORING)
def criteria(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """The version of the criteria that the round is scored by."""
    scoring = load_round(request, round_id)
    rows = list(criteria_of(scoring))
    if form := request.GET.get("form"):
        headings = ("Factor", "Side", "Weight", "Scored by", "1", "2", "3", "4")
        cells = [(one.title, one.side, one.weight, one.source, *one.words) for one in rows]
        sheet = Sheet(f"Criteria {scoring.criteria.version}", scoring.marking, headings, cells)
        return export(sheet, form=form, by=request.actor, thing=scoring.as_thing())
    return show(
        request,
        "priorities/criteria.html",
        may_export=can(request.actor, Verb.EXPORT, scoring.as_thing()),
        scoring=scoring,
        marking=scoring.marking,
        rows=rows,
        may_change=_may_set_up(request, scoring),
        crumbs=crumbs(request, scoring),
    )


@page(Verb.WRITE, Kind.SCORING, methods=("GET", "POST"))
def edit_criteria(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """Make the next version of the criteria."""
    scoring = load_round(request, round_id, Verb.WRITE)
    rows = list(criteria_of(scoring))
    form = CriteriaForm(request.POST or None, criteria=rows)
    if request.method == "POST" and form.is_valid():
        given = [_given(one, form.cleaned_data) for one in rows]
        because = form.cleaned_data["because"]
        made = change_criteria(scoring=scoring, given=given, because=because, by=request.actor)
        messages.success(request, f"Version {made.version} of the criteria is in use.")
        return redirect("scoring_criteria", request.partnership.slug, scoring.pk)
    lead = "A change makes a new version. Rounds of other years keep the version they had."
    return form_page(request, scoring, form, heading="Change the criteria", lead=lead)


def _given(one: Criterion, data: dict[str, Any]) -> CriterionGiven:
    weight = float(data.get(f"weight-{one.pk}", 0))
    source = data.get(f"panel-{one.pk}", Source.CONCERN.value)
    words = data[f"words-{one.pk}"]
    return CriterionGiven(one.name, one.title, one.side, one.asks, weight, source, words)


@page(Verb.READ, Kind.SCORING)
def long_list(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """The long list with where each comes from, and last year's decision."""
    scoring = load_round(request, round_id)
    rows = list(long_list_of(scoring))
    if form := request.GET.get("form"):
        headings = ("Threat", "Comes from", "Source", "Place by the build", "Left out because")
        cells = [
            (one.name, one.origin, one.source, one.evidence.get("rank"), one.left_out_because)
            for one in rows
        ]
        sheet = Sheet("Long list of threats", scoring.marking, headings, cells)
        return export(sheet, form=form, by=request.actor, thing=scoring.as_thing())
    return show(
        request,
        "priorities/long_list.html",
        may_export=can(request.actor, Verb.EXPORT, scoring.as_thing()),
        scoring=scoring,
        marking=scoring.marking,
        rows=rows,
        may_change=_may_set_up(request, scoring),
        crumbs=crumbs(request, scoring),
    )


@page(Verb.WRITE, Kind.SCORING, methods=("GET", "POST"))
def new_threat(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """Add a threat by hand."""
    scoring = load_round(request, round_id, Verb.WRITE)
    form = ThreatForm(request.POST or None)
    if form.is_valid():
        made = add_threat(scoring=scoring, given=ThreatGiven(**form.cleaned_data), by=request.actor)
        messages.success(request, f"'{made}' is on the long list.")
        return redirect("scoring_threats", request.partnership.slug, scoring.pk)
    return form_page(request, scoring, form, heading="Add a threat to the long list")


@page(Verb.WRITE, Kind.SCORING, methods=("GET", "POST"))
def leave_out_threat(request: PartnershipRequest, round_id: int, threat_id: int) -> HttpResponse:
    """Leave a threat out of the scoring with a reason, or put it back."""
    scoring = load_round(request, round_id, Verb.WRITE)
    threat = load_threat(scoring, threat_id)
    is_out = bool(threat.left_out_because)
    form = (NoteForm if is_out else ReasonForm)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        because = "" if is_out else form.cleaned_data["reason"]
        leave_out(threat=threat, because=because, by=request.actor)
        messages.success(request, f"'{threat}' is {'scored again' if is_out else 'left out'}.")
        return redirect("scoring_threats", request.partnership.slug, scoring.pk)
    heading = f"Put '{threat}' back" if is_out else f"Leave '{threat}' out of the scoring"
    lead = "" if is_out else "It stays on the register, with the reason, and comes back next year."
    return form_page(request, scoring, form, heading=heading, lead=lead, button="Go on")


@page(Verb.READ, Kind.SCORING)
def panel(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """Who scores, agency by agency."""
    scoring = load_round(request, round_id)
    rows = list(scorers_of(scoring))
    if form := request.GET.get("form"):
        cells = [(one.agency.name, one.person.name) for one in rows]
        sheet = Sheet("Panel", scoring.marking, ("Agency", "Scorer"), cells)
        return export(sheet, form=form, by=request.actor, thing=scoring.as_thing())
    return show(
        request,
        "priorities/panel.html",
        may_export=can(request.actor, Verb.EXPORT, scoring.as_thing()),
        scoring=scoring,
        marking=scoring.marking,
        rows=rows,
        agencies=len({one.agency_id for one in rows}),
        may_change=_may_set_up(request, scoring),
        crumbs=crumbs(request, scoring),
    )


@page(Verb.WRITE, Kind.SCORING, methods=("GET", "POST"))
def new_scorer(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """Name somebody to the panel, for an agency."""
    scoring = load_round(request, round_id, Verb.WRITE)
    named = {one.person_id for one in scorers_of(scoring)}
    held = [
        one
        for one in holdings_now_of(request.partnership)
        if one.role in SCORERS and one.person_id not in named
    ]
    choices = dict.fromkeys(
        (f"{one.person_id}-{one.agency_id}", f"{one.person.name}, {one.agency.name}")
        for one in held
    )
    form = ScorerForm(request.POST or None, choices=choices)
    if form.is_valid():
        person_id, agency_id = form.cleaned_data["who"].split("-")
        holding = next(one for one in held if str(one.person_id) == person_id)
        agency = get_object_or_404(agencies_now(request.partnership), pk=agency_id)
        made = name_scorer(scoring=scoring, person=holding.person, agency=agency, by=request.actor)
        messages.success(request, f"{made.person} scores for {made.agency}.")
        return redirect("scoring_panel", request.partnership.slug, scoring.pk)
    return form_page(request, scoring, form, heading="Name a scorer", button="Name them")


@page(Verb.WRITE, Kind.SCORING, methods=("GET", "POST"))
def drop_scorer(request: PartnershipRequest, round_id: int, scorer_id: int) -> HttpResponse:
    """Take somebody off the panel before it opens."""
    scoring = load_round(request, round_id, Verb.WRITE)
    scorer = get_object_or_404(scorers_of(scoring), pk=scorer_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        take_off_panel(scorer=scorer, because=form.cleaned_data["reason"], by=request.actor)
        messages.success(request, f"{scorer.person} is off the panel.")
        return redirect("scoring_panel", request.partnership.slug, scoring.pk)
    return form_page(request, scoring, form, heading=f"Take {scorer.person} off the panel")


def _may_set_up(request: PartnershipRequest, scoring: Round) -> bool:
    may_write = can(request.actor, Verb.WRITE, scoring.as_thing())
    return may_write and scoring.state == RoundState.SET_UP
