"""Pages of evidence cards and further work."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.audit.services import note_reading
from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.intelligence.forms import CardForm, MoveForm, QuestionForm
from wardwise_web.intelligence.gaps import gaps_of, not_asked
from wardwise_web.intelligence.grades import is_weak
from wardwise_web.intelligence.models import EvidenceCard, FurtherWork
from wardwise_web.intelligence.presenters import (
    CARD_HEADINGS,
    WORK_HEADINGS,
    card_cells,
    initial_of,
    marking_of,
    moves_for,
    work_cells,
)
from wardwise_web.intelligence.selectors import cards_for, cards_of, work_of
from wardwise_web.intelligence.services import add_card, ask, change_card, move_work
from wardwise_web.intelligence.states import ANYONE_AT_WORK, WorkState
from wardwise_web.people.selectors import agencies_now, people_in


@page(Verb.READ, Kind.EVIDENCE_CARD)
def cards(request: PartnershipRequest) -> HttpResponse:
    """The cards of this year that one may read."""
    cycle = request.partnership.cycles.first()
    thing = Thing(Kind.EVIDENCE_CARD, request.partnership.pk)
    found = cards_for(request.actor, cycle) if cycle else []
    if form := request.GET.get("form"):
        rows = [card_cells(card) for card in found]
        sheet = Sheet("Evidence cards", marking_of(found), CARD_HEADINGS, rows)
        return export(sheet, form=form, by=request.actor, thing=thing)
    return show(
        request,
        "intelligence/cards.html",
        cards=found,
        cycle=cycle,
        marking=marking_of(found),
        may_add=bool(cycle) and can(request.actor, Verb.CREATE, thing),
        may_export=can(request.actor, Verb.EXPORT, thing),
    )


@page(Verb.CREATE, Kind.EVIDENCE_CARD, methods=("GET", "POST"))
def new_card(request: PartnershipRequest) -> HttpResponse:
    """Put down what one's agency knows."""
    cycle = _cycle(request)
    own = [one for one in agencies_now(request.partnership) if one.pk in request.actor.agency_ids]
    form = CardForm(request.POST or None, agencies=own)
    if form.is_valid():
        agency = next(one for one in own if str(one.pk) == form.cleaned_data["agency"])
        try:
            card = add_card(cycle=cycle, agency=agency, said=form.said(), by=request.actor)
        except MoveRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The card is kept.")
            return redirect("evidence_card", request.partnership.slug, card.pk)
    return show(request, "core/form.html", form=form, heading="New evidence card", button="Keep it")


@page(Verb.READ, Kind.EVIDENCE_CARD)
def card_page(request: PartnershipRequest, card_id: int) -> HttpResponse:
    """One card. Reading one that is restricted is kept in the audit."""
    card = _card(request, card_id)
    thing = card.as_thing()
    check_can(request.actor, Verb.READ, thing)
    if card.marking != LOWEST or card.compartment:
        note_reading(by=request.actor, thing=thing)
    may_write = can(request.actor, Verb.WRITE, thing)
    return show(
        request,
        "intelligence/card.html",
        card=card,
        weak=is_weak(card.source_grade, card.content_grade),
        may_write=may_write,
        marking=card.marking,
    )


@page(Verb.WRITE, Kind.EVIDENCE_CARD, methods=("GET", "POST"))
def edit_card(request: PartnershipRequest, card_id: int) -> HttpResponse:
    """Say or grade it otherwise."""
    card = _card(request, card_id)
    check_can(request.actor, Verb.WRITE, card.as_thing())
    form = CardForm(request.POST or None, agencies=[card.agency], initial=initial_of(card))
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            change_card(card=card, said=form.said(), version=version, by=request.actor)
        except MoveRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Saved.")
            return redirect("evidence_card", request.partnership.slug, card.pk)
    return show(
        request, "core/form.html", form=form, heading="Change the card", marking=card.marking
    )


@page(Verb.READ, Kind.REQUIREMENT)
def further_work(request: PartnershipRequest) -> HttpResponse:
    """What was asked for, the next due first."""
    thing = Thing(Kind.REQUIREMENT, request.partnership.pk)
    check_can(request.actor, Verb.READ, thing)
    rows = list(work_of(request.partnership))
    cycle = request.partnership.cycles.first()
    if form := request.GET.get("form"):
        sheet = Sheet("Further work", LOWEST, WORK_HEADINGS, [work_cells(one) for one in rows])
        return export(sheet, form=form, by=request.actor, thing=thing)
    return show(
        request,
        "intelligence/work_list.html",
        rows=rows,
        today=timezone.localdate(),
        gaps=not_asked(cycle, request.actor) if cycle else [],
        may_add=can(request.actor, Verb.CREATE, thing),
        may_export=can(request.actor, Verb.EXPORT, thing),
    )


@page(Verb.CREATE, Kind.REQUIREMENT, methods=("GET", "POST"))
def new_work(request: PartnershipRequest) -> HttpResponse:
    """Ask for further work."""
    cycle = _cycle(request)
    people = list(people_in(request.partnership, ANYONE_AT_WORK))
    gap = next(
        (one for one in gaps_of(cycle, request.actor) if one.gap_id == request.GET.get("gap")), None
    )
    start = {"gap": gap.text, "about": gap.about, "gap_id": gap.gap_id} if gap else None
    form = QuestionForm(request.POST or None, people=people, initial=start)
    if form.is_valid():
        analyst = next(one for one in people if str(one.pk) == form.cleaned_data["analyst"])
        work = ask(cycle=cycle, said=form.said(), analyst=analyst, by=request.actor)
        messages.success(request, f"{analyst.name} has been asked.")
        return redirect("work", request.partnership.slug, work.pk)
    return show(request, "core/form.html", form=form, heading="Ask for further work", button="Ask")


@page(Verb.READ, Kind.REQUIREMENT)
def work_page(request: PartnershipRequest, work_id: int) -> HttpResponse:
    """One piece of further work, from the asking to the result."""
    work = _work(request, work_id)
    check_can(request.actor, Verb.READ, work.as_thing())
    card = work.card if work.card and can(request.actor, Verb.READ, work.card.as_thing()) else None
    moves = moves_for(work, request.actor)
    return show(request, "intelligence/work.html", work=work, card=card, moves=moves)


@page(Verb.READ, Kind.REQUIREMENT, methods=("GET", "POST"))
def move(request: PartnershipRequest, work_id: int, to: str) -> HttpResponse:
    """Make one of the moves that the page offered."""
    work = _work(request, work_id)
    check_can(request.actor, Verb.READ, work.as_thing())
    offered = {str(state): label for state, label in moves_for(work, request.actor)}
    if to not in offered:
        raise Http404
    known = cards_for(request.actor, work.cycle) if to == WorkState.ANSWERED else []
    form = MoveForm(request.POST or None, cards=known)
    if form.is_valid():
        chosen = form.cleaned_data.get("card")
        card = next((one for one in known if str(one.pk) == chosen), None)
        note = form.cleaned_data["note"]
        try:
            move_work(work=work, to=WorkState(to), note=note, by=request.actor, card=card)
        except MoveRefused as refused:
            form.add_error("note", str(refused))
        else:
            messages.success(request, f"It is now {to}.")
            return redirect("work", request.partnership.slug, work.pk)
    heading = f"{offered[to]}: {work.question}"
    return show(request, "core/form.html", form=form, heading=heading, button=offered[to])


def _cycle(request: PartnershipRequest) -> Cycle:
    cycle: Cycle | None = request.partnership.cycles.first()
    if cycle is None:
        raise Http404
    return cycle


def _card(request: PartnershipRequest, card_id: int) -> EvidenceCard:
    return get_object_or_404(cards_of(request.partnership), pk=card_id)


def _work(request: PartnershipRequest, work_id: int) -> FurtherWork:
    return get_object_or_404(work_of(request.partnership), pk=work_id)
