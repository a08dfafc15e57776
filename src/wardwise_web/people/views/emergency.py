"""Emergency access: asked for with a reason, seen by those who are told of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.jinja import moment
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.pages import PartnershipRequest, page, show, site_of
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.emergency import break_glass, close_glass
from wardwise_web.people.forms import EmergencyForm
from wardwise_web.people.selectors import glasses_of, open_glass_of


MARKING = "OFFICIAL-SENSITIVE"


@page(Verb.CREATE, Kind.EMERGENCY, methods=("GET", "POST"))
def emergency(request: PartnershipRequest) -> HttpResponse:
    """Ask for it; while it is open, the page says until when and closes it."""
    thing = Thing(Kind.EMERGENCY, request.partnership.pk)
    check_can(request.actor, Verb.CREATE, thing)
    form = EmergencyForm(request.POST or None)
    if form.is_valid():
        try:
            made = break_glass(
                partnership=request.partnership,
                reason=form.cleaned_data["reason"],
                site=site_of(request),
                by=request.actor,
            )
        except MoveRefused as refused:
            form.add_error("reason", str(refused))
        else:
            messages.success(request, f"You have emergency access until {moment(made.ends_at)}.")
            return redirect("emergency", request.partnership.slug)
    broken = open_glass_of(request.user, request.partnership)
    return show(request, "people/emergency.html", form=form, broken=broken)


@page(Verb.WRITE, Kind.EMERGENCY, methods=("POST",))
def close_emergency(request: PartnershipRequest, glass_id: int) -> HttpResponse:
    """Close it before its time."""
    broken = get_object_or_404(glasses_of(request.partnership), pk=glass_id)
    close_glass(broken=broken, by=request.actor)
    messages.success(request, "Emergency access is closed.")
    return redirect("emergency", request.partnership.slug)


@page(Verb.READ, Kind.EMERGENCY)
def emergencies(request: PartnershipRequest) -> HttpResponse:
    """Who broke the glass, when and why: one's own, or all for those who are told."""
    thing = Thing(Kind.EMERGENCY, request.partnership.pk)
    check_can(request.actor, Verb.READ, thing)
    every = glasses_of(request.partnership)
    found = [one for one in every if can(request.actor, Verb.READ, one.as_thing())]
    if form := request.GET.get("form"):
        rows = [(one.person.name, one.starts_at, one.ends_at, one.reason) for one in found]
        sheet = Sheet("Emergency access", MARKING, ("Who", "From", "To", "Why"), rows)
        return export(sheet, form=form, by=request.actor, thing=thing)
    may_export = can(request.actor, Verb.EXPORT, thing)
    return show(
        request, "people/emergencies.html", found=found, may_export=may_export, marking=MARKING
    )
