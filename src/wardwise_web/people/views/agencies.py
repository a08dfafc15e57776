"""The bodies that take part, on any day."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.forms import AgencyForm, DateForm, EndAgencyForm
from wardwise_web.people.presenters import structure_at
from wardwise_web.people.services import add_agency, end_agency


@page(Verb.READ, Kind.AGENCY)
def agencies(request: PartnershipRequest) -> HttpResponse:
    """Who takes part, with their people by role: today, or on a day that was asked for."""
    thing = Thing(Kind.AGENCY, request.partnership.pk)
    check_can(request.actor, Verb.READ, thing)
    form = DateForm(request.GET if "on-day" in request.GET else None)
    on = form.cleaned_data["on"] if form.is_valid() else timezone.localdate()
    return show(
        request,
        "people/agencies.html",
        form=form,
        on=on,
        structure=structure_at(request.partnership, on),
        may_add=can(request.actor, Verb.CREATE, thing),
    )


@page(Verb.CREATE, Kind.AGENCY, methods=("GET", "POST"))
def join_agency(request: PartnershipRequest) -> HttpResponse:
    """A body joins."""
    form = AgencyForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        try:
            made = add_agency(partnership=request.partnership, by=request.actor, **said)
        except MoveRefused as refused:
            form.add_error("name", str(refused))
        else:
            messages.success(request, f"{made.name} takes part from now on.")
            return redirect("agencies", request.partnership.slug)
    return show(request, "core/form.html", form=form, heading="Add an agency", button="Add it")


@page(Verb.WRITE, Kind.AGENCY, methods=("GET", "POST"))
def leave_agency(request: PartnershipRequest, agency_id: int) -> HttpResponse:
    """A body leaves, perhaps to be followed by another."""
    agency = get_object_or_404(request.partnership.agencies, pk=agency_id)
    check_can(request.actor, Verb.WRITE, agency.as_thing())
    others = list(request.partnership.agencies.exclude(pk=agency.pk))
    form = EndAgencyForm(request.POST or None, agencies=others)
    if form.is_valid():
        chosen = form.cleaned_data["successor"]
        successor = next((one for one in others if str(one.pk) == chosen), None)
        on = form.cleaned_data["on"]
        end_agency(agency=agency, on=on, successor=successor, by=request.actor)
        messages.success(request, f"{agency.name} leaves. What its people did stays theirs.")
        return redirect("agencies", request.partnership.slug)
    return show(request, "core/form.html", form=form, heading=f"{agency.name} leaves")
