"""The priorities: placed in tiers, adopted, the register of the others, and the year before."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from wardwise.domain.marking import highest_marking
from wardwise.domain.nothing import NotKnown
from wardwise.threats.departures import TIERS
from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.models import Partnership
from wardwise_web.priorities.forms import FillForm, NoteForm, OutcomeForm, PlaceForm
from wardwise_web.priorities.models import Round
from wardwise_web.priorities.presenters.order import order_of
from wardwise_web.priorities.presenters.tiers import TierLine, chosen, tier_lines
from wardwise_web.priorities.selectors import dissents_of, register_of, rounds_of
from wardwise_web.priorities.services.adopting import place, place_by_score, record_outcome
from wardwise_web.priorities.services.moves import move_round
from wardwise_web.priorities.states import RoundState
from wardwise_web.priorities.views.crumbs import priority_crumbs
from wardwise_web.priorities.views.loading import load_priorities, load_threat


def adopted_of(partnership: Partnership) -> Thing:
    """The partnership's adopted priorities, of whichever year."""
    return Thing(Kind.PRIORITY, partnership.pk, "adopted", state="approved")


@page(Verb.READ, Kind.PRIORITY)
def priorities(request: PartnershipRequest) -> HttpResponse:
    """Year by year, those that this person may see."""
    check_can(request.actor, Verb.READ, adopted_of(request.partnership))
    found = [
        one
        for one in rounds_of(request.partnership).filter(
            state__in=[RoundState.AGREED, RoundState.CLOSED]
        )
        if can(request.actor, Verb.READ, one.as_priorities())
    ]
    years = [(one, chosen(tier_lines(one))) for one in found]
    return show(request, "priorities/years.html", years=years)


@page(Verb.READ, Kind.PRIORITY)
def priorities_of_round(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """One year's tiers, with each departure and its reason, and what they account for."""
    scoring = load_priorities(request, round_id)
    if scoring.state not in (RoundState.AGREED, RoundState.CLOSED):
        return redirect("scoring_round", request.partnership.slug, scoring.pk)
    order = order_of(scoring)
    lines = tier_lines(scoring, order)
    if form := request.GET.get("form"):
        thing = scoring.as_priorities()
        return export(_sheet(scoring, lines), form=form, by=request.actor, thing=thing)
    priorities = chosen(lines)
    covered = order.coverage(priorities)
    return show(
        request,
        "priorities/priorities.html",
        may_export=can(request.actor, Verb.EXPORT, scoring.as_priorities()),
        scoring=scoring,
        marking=scoring.marking,
        tiers=[
            (tier, [one for one in lines if one.placement and one.placement.tier == tier])
            for tier in TIERS
        ],
        unplaced=[one for one in lines if one.placement is None],
        bare=[one for one in lines if one.wants_reason],
        departing=[one for one in lines if one.departs],
        has_priorities=bool(priorities),
        volume_percent=_known(covered.volume_percent),
        harm_percent=_known(covered.harm_percent),
        no_weight=covered.no_weight,
        dissents=dissents_of(scoring),
        may_place=scoring.state == RoundState.AGREED
        and can(request.actor, Verb.WRITE, scoring.as_priorities()),
        may_adopt=scoring.state == RoundState.AGREED
        and can(request.actor, Verb.APPROVE, scoring.as_priorities()),
        may_tell=scoring.state == RoundState.CLOSED
        and can(request.actor, Verb.APPROVE, scoring.as_priorities()),
        crumbs=priority_crumbs(request),
    )


def _known(value: float | NotKnown) -> float | None:
    return None if isinstance(value, NotKnown) else value


def _sheet(scoring: Round, lines: list[TierLine]) -> Sheet:
    headings = (
        "Tier",
        "Threat",
        "Place by score",
        "Departs from the order",
        "Reason",
        "Tier the year before",
        "What became of it",
    )
    rows = [
        (
            one.placement.tier if one.placement else "",
            one.threat.name,
            one.rank,
            "yes" if one.departs else "no",
            one.placement.reason if one.placement else "",
            one.before.tier if one.before else "",
            one.outcome.text if one.outcome else "",
        )
        for one in lines
    ]
    return Sheet(f"Priorities {scoring.cycle.name}", scoring.marking, headings, rows)


@page(Verb.WRITE, Kind.PRIORITY, methods=("GET", "POST"))
def fill(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """Fill the tiers in the order of the scores."""
    scoring = load_priorities(request, round_id, Verb.WRITE)
    begin = {"priorities": scoring.first, "focus": 5, "monitor": 10}
    form = FillForm(request.POST or None, initial=begin)
    if form.is_valid():
        made = place_by_score(scoring=scoring, by=request.actor, **form.cleaned_data)
        messages.success(request, f"{made} threats are placed in the order of the scores.")
        return _back(request, scoring)
    return show(
        request,
        "core/form.html",
        form=form,
        heading="Place the threats in the order of the scores",
        lead="Then move those that you would have elsewhere, each with its reason.",
        button="Place them",
        marking=scoring.marking,
        crumbs=priority_crumbs(request, scoring),
    )


@page(Verb.WRITE, Kind.PRIORITY, methods=("GET", "POST"))
def place_threat(request: PartnershipRequest, round_id: int, threat_id: int) -> HttpResponse:
    """Put one threat in a tier."""
    scoring = load_priorities(request, round_id, Verb.WRITE)
    threat = load_threat(scoring, threat_id)
    now = threat.placements.order_by("number").last()
    initial = {"tier": now.tier, "reason": "" if now.by_score else now.reason} if now else {}
    form = PlaceForm(request.POST or None, initial=initial)
    if form.is_valid():
        place(threat=threat, by=request.actor, **form.cleaned_data)
        messages.success(request, f"{threat}: {form.cleaned_data['tier']}.")
        return _back(request, scoring)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"Which tier for '{threat}'?",
        marking=scoring.marking,
        crumbs=priority_crumbs(request, scoring),
    )


@page(Verb.APPROVE, Kind.PRIORITY, methods=("GET", "POST"))
def adopt(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """Adopt the priorities and close the round."""
    scoring = load_priorities(request, round_id, Verb.APPROVE)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        move_round(scoring=scoring, to=RoundState.CLOSED, reason=reason, by=request.actor)
        messages.success(request, "The priorities are adopted; the others are on the register.")
        return _back(request, scoring)
    names = chosen(tier_lines(scoring))
    return show(
        request,
        "core/form.html",
        form=form,
        heading="Adopt the priorities",
        lead=f"{len(names)} priorities: {', '.join(names)}." if names else "Nothing is placed yet.",
        button="Adopt them",
        marking=scoring.marking,
        crumbs=priority_crumbs(request, scoring),
    )


@page(Verb.APPROVE, Kind.PRIORITY, methods=("GET", "POST"))
def outcome(request: PartnershipRequest, round_id: int, threat_id: int) -> HttpResponse:
    """What became of a threat."""
    scoring = load_priorities(request, round_id, Verb.APPROVE)
    threat = load_threat(scoring, threat_id)
    form = OutcomeForm(request.POST or None)
    if form.is_valid():
        record_outcome(threat=threat, text=form.cleaned_data["text"], by=request.actor)
        messages.success(request, "It is shown beside the threat when the next round begins.")
        return _back(request, scoring)
    heading = f"What became of '{threat}'?"
    return show(
        request,
        "core/form.html",
        form=form,
        heading=heading,
        marking=scoring.marking,
        crumbs=priority_crumbs(request, scoring),
    )


@page(Verb.READ, Kind.PRIORITY)
def register(request: PartnershipRequest) -> HttpResponse:
    """Considered and not adopted, with the reason."""
    thing = adopted_of(request.partnership)
    check_can(request.actor, Verb.READ, thing)
    rows = [
        row
        for row in register_of(request.partnership)
        if can(request.actor, Verb.READ, row[0].round.as_priorities())
    ]
    marking = highest_marking([threat.round.marking for threat, _ in rows])
    if form := request.GET.get("form"):
        headings = ("Year", "Threat", "Tier", "Place by score", "Why not", "What became of it")
        cells = [
            (
                threat.round.cycle.name,
                threat.name,
                placed.tier if placed else "left out of the scoring",
                placed.rank if placed else None,
                placed.reason if placed else threat.left_out_because,
                "; ".join(one.text for one in threat.outcomes.all()),
            )
            for threat, placed in rows
        ]
        sheet = Sheet("Considered and not adopted", marking, headings, cells)
        return export(sheet, form=form, by=request.actor, thing=thing)
    return show(
        request,
        "priorities/register.html",
        rows=rows,
        may_export=can(request.actor, Verb.EXPORT, thing),
        marking=marking,
        crumbs=priority_crumbs(request),
    )


def _back(request: PartnershipRequest, scoring: Round) -> HttpResponse:
    return redirect("priorities_of_round", request.partnership.slug, scoring.pk)
