"""What the meeting does with the marks: agrees, votes again, dissents, notes who was there."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from wardwise_web.core.pages import PartnershipRequest, page
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.people.selectors import agencies_now
from wardwise_web.priorities.forms import (
    AgreeForm,
    ConcernForm,
    DissentForm,
    MeetingForm,
    PullForm,
    ReasonForm,
)
from wardwise_web.priorities.models import Round, Threat
from wardwise_web.priorities.presenters.order import order_of
from wardwise_web.priorities.selectors import criteria_of, open_revote_of
from wardwise_web.priorities.services.decisions import (
    Concern,
    add_pull,
    agree_rest_as_marked,
    agree_score,
    record_dissent,
    record_meeting,
    set_concern,
)
from wardwise_web.priorities.services.marks import close_revote, open_revote
from wardwise_web.priorities.views.loading import form_page, load_round, load_threat


@page(Verb.WRITE, Kind.SCORING, methods=("GET", "POST"))
def agree(
    request: PartnershipRequest, round_id: int, threat_id: int, criterion_id: int
) -> HttpResponse:
    """The agreed score of one factor."""
    scoring = load_round(request, round_id, Verb.WRITE)
    threat = load_threat(scoring, threat_id)
    criterion = get_object_or_404(criteria_of(scoring), pk=criterion_id)
    mean = order_of(scoring).panel_means.get((threat.pk, criterion.pk))
    form = AgreeForm(request.POST or None)
    if form.is_valid():
        agree_score(
            threat=threat,
            criterion=criterion,
            value=float(form.cleaned_data["value"]),
            reason=form.cleaned_data["reason"],
            by=request.actor,
        )
        messages.success(request, f"{criterion.title} of {threat} is agreed.")
        return _to_threat(request, scoring, threat)
    scale = "; ".join(f"{n} {word}" for n, word in enumerate(criterion.words, start=1))
    lead = f"{scale}. " + ("Nobody marked it." if mean is None else f"The panel's own: {mean:.2f}.")
    heading = f"{criterion.title} of '{threat}', as agreed"
    return form_page(request, scoring, form, heading=heading, lead=lead, button="Record it")


@page(Verb.WRITE, Kind.SCORING, methods=("GET", "POST"))
def agree_rest(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """Take what was not discussed as the panel marked it."""
    scoring = load_round(request, round_id, Verb.WRITE)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        made = agree_rest_as_marked(
            scoring=scoring, reason=form.cleaned_data["reason"], by=request.actor
        )
        messages.success(request, f"{made} scores are taken as marked.")
        return redirect("scoring_results", request.partnership.slug, scoring.pk)
    lead = "Each agency counts once. What was agreed one by one stays as it was agreed."
    heading = "Take the rest as marked"
    return form_page(request, scoring, form, heading=heading, lead=lead, button="Take them")


@page(Verb.WRITE, Kind.SCORING, methods=("GET", "POST"))
def pull(request: PartnershipRequest, round_id: int, threat_id: int) -> HttpResponse:
    """A target, a plan or a duty that pulls a threat up beside its score."""
    scoring = load_round(request, round_id, Verb.WRITE)
    threat = load_threat(scoring, threat_id)
    form = PullForm(request.POST or None)
    if form.is_valid():
        add_pull(threat=threat, by=request.actor, **form.cleaned_data)
        messages.success(request, f"It stands beside {threat}, in a column of its own.")
        return redirect("scoring_round", request.partnership.slug, scoring.pk)
    lead = "It never changes the score. It can be the reason for a departure from the order."
    return form_page(request, scoring, form, heading=f"What pulls '{threat}' up", lead=lead)


@page(Verb.WRITE, Kind.SCORING, methods=("GET", "POST"))
def concern(request: PartnershipRequest, round_id: int, threat_id: int) -> HttpResponse:
    """What residents say of a threat."""
    scoring = load_round(request, round_id, Verb.WRITE)
    threat = load_threat(scoring, threat_id)
    now = {
        "percent": threat.concern_percent,
        "lower": threat.concern_lower,
        "upper": threat.concern_upper,
        "source": threat.concern_source,
    }
    form = ConcernForm(request.POST or None, initial=now)
    if form.is_valid():
        found = form.cleaned_data
        lower, upper = (found[name] and float(found[name]) for name in ("lower", "upper"))
        given = Concern(float(found["percent"]), lower, upper, found["source"])
        set_concern(threat=threat, concern=given, by=request.actor)
        messages.success(
            request, "Its weight is that of the criteria; the order without it is beside."
        )
        return redirect("scoring_threats", request.partnership.slug, scoring.pk)
    return form_page(request, scoring, form, heading=f"What residents say of '{threat}'")


@page(Verb.WRITE, Kind.SCORING, methods=("GET", "POST"))
def vote_again(request: PartnershipRequest, round_id: int, threat_id: int) -> HttpResponse:
    """Open another blind ballot on one threat."""
    scoring = load_round(request, round_id, Verb.WRITE)
    threat = load_threat(scoring, threat_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        open_revote(threat=threat, because=form.cleaned_data["reason"], by=request.actor)
        messages.success(request, "The ballot is open. Who does not vote again keeps their mark.")
        return _to_threat(request, scoring, threat)
    lead = "It is as blind as the first: its marks are shown when you close it."
    return form_page(request, scoring, form, heading=f"Vote again on '{threat}'", lead=lead)


@page(Verb.WRITE, Kind.SCORING, methods=("POST",))
def end_vote(request: PartnershipRequest, round_id: int, threat_id: int) -> HttpResponse:
    """Close the ballot and show its marks."""
    scoring = load_round(request, round_id, Verb.WRITE)
    threat = load_threat(scoring, threat_id)
    ballot = open_revote_of(threat)
    if ballot is not None:
        close_revote(revote=ballot, by=request.actor)
        messages.success(request, "The ballot is closed and its marks are shown.")
    return _to_threat(request, scoring, threat)


@page(Verb.WRITE, Kind.SCORING, methods=("GET", "POST"))
def meeting(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """A meeting with the agencies that were there."""
    scoring = load_round(request, round_id, Verb.WRITE)
    agencies = list(agencies_now(request.partnership))
    form = MeetingForm(request.POST or None, agencies=agencies)
    if form.is_valid():
        found = form.cleaned_data
        lines = [line.strip() for line in found["who"].splitlines()]
        there = [one for one in agencies if str(one.pk) in found["present"]]
        record_meeting(
            scoring=scoring,
            held_on=found["held_on"],
            note=found["note"],
            present={one: _who(one.name, lines) for one in there},
            by=request.actor,
        )
        messages.success(
            request, f"{len(there)} agencies were there; the quorum is {scoring.quorum}."
        )
        return redirect("scoring_round", request.partnership.slug, scoring.pk)
    return form_page(request, scoring, form, heading="Record a meeting")


def _who(agency: str, lines: list[str]) -> str:
    """The line that begins with the agency's name, without it."""
    found = next((line for line in lines if line.casefold().startswith(agency.casefold())), "")
    return found[len(agency) :].lstrip(" :,–-")[:200]


@page(Verb.WRITE, Kind.SCORING, methods=("GET", "POST"))
def dissent(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """An agency that does not go along with the whole, or with one threat (``?threat=``)."""
    scoring = load_round(request, round_id, Verb.WRITE)
    about = request.GET.get("threat", "")
    threat = load_threat(scoring, int(about)) if about.isdecimal() else None
    agencies = list(agencies_now(request.partnership))
    form = DissentForm(request.POST or None, agencies=agencies)
    if form.is_valid():
        agency = next(one for one in agencies if str(one.pk) == form.cleaned_data["agency"])
        record_dissent(
            scoring=scoring,
            threat=threat,
            agency=agency,
            text=form.cleaned_data["text"],
            by=request.actor,
        )
        messages.success(request, f"The dissent of {agency} is printed beside the decision.")
        if threat is not None:
            return _to_threat(request, scoring, threat)
        return redirect("scoring_results", request.partnership.slug, scoring.pk)
    heading = f"Dissent on '{threat}'" if threat else "Dissent on the whole"
    return form_page(request, scoring, form, heading=heading)


def _to_threat(request: PartnershipRequest, scoring: Round, threat: Threat) -> HttpResponse:
    return redirect("threat_result", request.partnership.slug, scoring.pk, threat.pk)
