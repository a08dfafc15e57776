"""Pages of the register of events."""

from __future__ import annotations

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from wardwise_web.consultation.forms.events import (
    EventForm,
    HandsForm,
    SeniorForm,
    initial_of_event,
)
from wardwise_web.consultation.models import Event
from wardwise_web.consultation.presenters import EVENT_HEADINGS, event_cells, moves_for
from wardwise_web.consultation.rules import missing_of
from wardwise_web.consultation.selectors import events_of
from wardwise_web.consultation.selectors.meetings import public_meetings
from wardwise_web.consultation.services import Stale
from wardwise_web.consultation.services.events import (
    add_event,
    add_hands,
    add_senior,
    change_event,
    move_event,
    remove_senior,
)
from wardwise_web.consultation.states import EVENT_MOVES, EventState
from wardwise_web.consultation.views.loading import cycle_of, readable, register_of, tabs_for
from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.moving import Moving, move_page, way_to
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.people.selectors import agencies_at, agencies_now


@page(Verb.READ, Kind.EVENT)
def events(request: PartnershipRequest) -> HttpResponse:
    """Every event, and whether the year's public meetings are those that the law asks for."""
    thing = register_of(Kind.EVENT, request.partnership)
    check_can(request.actor, Verb.READ, thing)
    rows = readable(
        events_of(request.partnership).prefetch_related("seniors__agency"), request.actor
    )
    if form := request.GET.get("form"):
        sheet = Sheet("Consultation events", LOWEST, EVENT_HEADINGS, [event_cells(e) for e in rows])
        return export(sheet, form=form, by=request.actor, thing=thing)
    cycle = request.partnership.cycles.first()
    return show(
        request,
        "consultation/events.html",
        tabs=tabs_for(request.actor, request.partnership.slug, here="consultation_events"),
        rows=[(event, missing_of(event)) for event in rows],
        cycle=cycle,
        meetings=public_meetings(cycle) if cycle else None,
        may_add=bool(cycle) and can(request.actor, Verb.CREATE, thing),
        may_export=can(request.actor, Verb.EXPORT, thing),
    )


@page(Verb.CREATE, Kind.EVENT, methods=("GET", "POST"))
def add(request: PartnershipRequest) -> HttpResponse:
    """Begin the record of an event."""
    cycle = cycle_of(request)
    own = [one for one in agencies_now(request.partnership) if one.pk in request.actor.agency_ids]
    form = EventForm(request.POST or None, agencies=own)
    if form.is_valid():
        agency = next(one for one in own if str(one.pk) == form.cleaned_data["agency"])
        event = add_event(cycle=cycle, agency=agency, said=form.said(), by=request.actor)
        messages.success(request, "The event is on the register. Say now who senior was there.")
        return redirect("consultation_event", request.partnership.slug, event.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading="Put an event on the register",
        lead="What is not known yet can wait. The record is complete when nothing is empty.",
        button="Keep it",
        back=reverse("consultation_events", args=[request.partnership.slug]),
    )


@page(Verb.READ, Kind.EVENT)
def event_page(request: PartnershipRequest, event_id: int) -> HttpResponse:
    """One event with its record, and what it still lacks."""
    event = _event(request, event_id)
    thing = event.as_thing()
    check_can(request.actor, Verb.READ, thing)
    missing = missing_of(event)
    is_unready = event.state == EventState.DRAFT and missing  # the move would be refused
    return show(
        request,
        "consultation/event.html",
        event=event,
        missing=missing,
        moves=[] if is_unready else _moves(request, event),
        may_write=can(request.actor, Verb.WRITE, thing),
    )


@page(Verb.WRITE, Kind.EVENT, methods=("GET", "POST"))
def change(request: PartnershipRequest, event_id: int) -> HttpResponse:
    """Record it otherwise; a save in between is shown above one's own words."""
    event = _writable(request, event_id)
    form = EventForm(request.POST or None, agencies=[event.agency], initial=initial_of_event(event))
    theirs: list[tuple[str, str]] = []
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            change_event(event=event, said=form.said(), version=version, by=request.actor)
        except Stale as stale:
            messages.error(request, str(stale))
            theirs = [
                (str(EventForm.base_fields[name].label), str(getattr(event, name) or ""))
                for name in ("title", "place", "invited", "announced", "discussed", "told_after")
            ]
            data = request.POST.copy()
            data["version"] = str(event.version)
            form = EventForm(data, agencies=[event.agency])
            form.is_valid()
        else:
            messages.success(request, "Saved.")
            return redirect("consultation_event", request.partnership.slug, event.pk)
    heading = f"Change the record of {event.title}"
    return show(request, "consultation/change.html", form=form, heading=heading, theirs=theirs)


@page(Verb.WRITE, Kind.EVENT, methods=("GET", "POST"))
def add_somebody(request: PartnershipRequest, event_id: int) -> HttpResponse:
    """Who senior was there."""
    event = _writable(request, event_id)
    agencies = list(
        agencies_at(request.partnership, event.held_on)
        if event.held_on
        else agencies_now(request.partnership)
    )
    form = SeniorForm(request.POST or None, agencies=agencies)
    if form.is_valid():
        given = form.cleaned_data
        agency = next(one for one in agencies if str(one.pk) == given["agency"])
        add_senior(
            event=event, agency=agency, name=given["name"], post=given["post"], by=request.actor
        )
        messages.success(request, f"{given['name']} is on the record.")
        return redirect("consultation_event", request.partnership.slug, event.pk)
    return _form(request, form, event, "Who senior was there?", "Add this person")


@page(Verb.WRITE, Kind.EVENT, methods=("POST",))
def remove(request: PartnershipRequest, event_id: int, senior_id: int) -> HttpResponse:
    """Take somebody off who was put down by mistake."""
    event = _writable(request, event_id)
    remove_senior(senior=get_object_or_404(event.seniors, pk=senior_id), by=request.actor)
    messages.success(request, "Taken off the record.")
    return redirect("consultation_event", request.partnership.slug, event.pk)


@page(Verb.WRITE, Kind.EVENT, methods=("GET", "POST"))
def count_hands(request: PartnershipRequest, event_id: int) -> HttpResponse:
    """A show of hands."""
    event = _writable(request, event_id)
    form = HandsForm(request.POST or None)
    if form.is_valid():
        try:
            add_hands(event=event, by=request.actor, **form.cleaned_data)
        except MoveRefused as refused:
            form.add_error("answers", str(refused))
        else:
            messages.success(request, "The hands are kept as counted.")
            return redirect("consultation_event", request.partnership.slug, event.pk)
    return _form(request, form, event, "A show of hands", "Keep it")


@page(Verb.READ, Kind.EVENT, methods=("GET", "POST"))
def move(request: PartnershipRequest, event_id: int, to: str) -> HttpResponse:
    """Make one of the moves that the page offered."""
    event = _event(request, event_id)
    check_can(request.actor, Verb.READ, event.as_thing())
    state, way = way_to(EVENT_MOVES, now=EventState(event.state), to=to)
    if state not in dict(_moves(request, event)):
        raise Http404
    return move_page(
        request,
        Moving(
            way,
            of=event.title,
            back=reverse("consultation_event", args=[request.partnership.slug, event.pk]),
            told=f"The record is now {state}.",
        ),
        make=lambda note: move_event(
            event=event, to=EventState(state), note=note, by=request.actor
        ),
    )


def _moves(request: PartnershipRequest, event: Event) -> list[tuple[EventState, str]]:
    now, thing = EventState(event.state), event.as_thing()
    verb = Verb.WRITE if now is EventState.DRAFT else Verb.APPROVE
    needs = dict.fromkeys(EventState, (verb, thing))
    return moves_for(EVENT_MOVES, now, actor=request.actor, needs=needs)


def _form(
    request: PartnershipRequest, form: Form, event: Event, heading: str, button: str
) -> HttpResponse:
    back = reverse("consultation_event", args=[request.partnership.slug, event.pk])
    return show(request, "core/form.html", form=form, heading=heading, button=button, back=back)


def _event(request: PartnershipRequest, event_id: int) -> Event:
    return get_object_or_404(events_of(request.partnership), pk=event_id)


def _writable(request: PartnershipRequest, event_id: int) -> Event:
    event = _event(request, event_id)
    check_can(request.actor, Verb.WRITE, event.as_thing())
    return event
