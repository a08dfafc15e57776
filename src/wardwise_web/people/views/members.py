"""The people of a partnership: who they are, what they hold, and what they could do when."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.pages import PartnershipRequest, page, show, site_of
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.roles import Role
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.forms import ClearanceForm, DateForm, PersonForm, RoleForm
from wardwise_web.people.models import Person
from wardwise_web.people.presenters import end_of_day, member_rows, rights_of
from wardwise_web.people.selectors import (
    actor_of,
    agencies_now,
    clearance_of,
    every_holding_of,
    members_of,
)
from wardwise_web.people.services import (
    account_of,
    add_person,
    clear_person,
    end_role,
    give_role,
    sign_out_everywhere,
)


@page(Verb.READ, Kind.ACCOUNT)
def members(request: PartnershipRequest) -> HttpResponse:
    """Everybody with an account in this partnership."""
    thing = Thing(Kind.ACCOUNT, request.partnership.pk)
    check_can(request.actor, Verb.READ, thing)
    rows = member_rows(request.partnership)
    if form := request.GET.get("form"):
        headings = ("Name", "Mail address", "Roles", "Clearance")
        cells = [(row.name, row.email, ", ".join(row.roles), row.clearance) for row in rows]
        sheet = Sheet("People", "OFFICIAL", headings, cells)
        return export(sheet, form=form, by=request.actor, thing=thing)
    return show(
        request,
        "people/members.html",
        rows=rows,
        may_add=can(request.actor, Verb.CREATE, thing),
        may_export=can(request.actor, Verb.EXPORT, thing),
    )


@page(Verb.CREATE, Kind.ACCOUNT, methods=("GET", "POST"))
def add_member(request: PartnershipRequest) -> HttpResponse:
    """Invite somebody; their roles are given on the next page."""
    form = PersonForm(request.POST or None)
    if form.is_valid():
        person = add_person(
            partnership=request.partnership,
            by=request.actor,
            site=site_of(request),
            **form.cleaned_data,
        )
        messages.success(request, f"{person.name} has an account. Give them a role now.")
        return redirect("member", request.partnership.slug, person.pk)
    return show(
        request, "core/form.html", form=form, heading="Add a person", button="Add the person"
    )


@page(Verb.READ, Kind.ACCOUNT, methods=("GET", "POST"))
def member(request: PartnershipRequest, person_id: int) -> HttpResponse:
    """One person: roles with their days, clearance, and forms to change them."""
    person = _member(request, person_id)
    thing = account_of(person, request.partnership)
    check_can(request.actor, Verb.READ, thing)
    agencies = list(agencies_now(request.partnership))
    form = RoleForm(request.POST or None, agencies=agencies)
    if request.method == "POST" and form.is_valid():
        agency = next(one for one in agencies if str(one.pk) == form.cleaned_data["agency"])
        role = Role(form.cleaned_data["role"])
        give_role(person=person, agency=agency, role=role, by=request.actor)
        messages.success(request, f"{person.name} is now {role.label.lower()} for {agency}.")
        return redirect("member", request.partnership.slug, person.pk)
    return show(
        request,
        "people/member.html",
        person=person,
        holdings=every_holding_of(person, request.partnership),
        clearance=clearance_of(person, request.partnership),
        may_write=can(request.actor, Verb.WRITE, thing),
        form=form,
    )


@page(Verb.WRITE, Kind.ACCOUNT, methods=("POST",))
def end_holding(request: PartnershipRequest, person_id: int, holding_id: int) -> HttpResponse:
    """End one role now."""
    person = _member(request, person_id)
    holding = get_object_or_404(every_holding_of(person, request.partnership), pk=holding_id)
    end_role(holding=holding, by=request.actor)
    messages.success(request, f"The role has ended. {person.name} keeps what they did in it.")
    return redirect("member", request.partnership.slug, person.pk)


@page(Verb.WRITE, Kind.ACCOUNT, methods=("POST",))
def end_member_sessions(request: PartnershipRequest, person_id: int) -> HttpResponse:
    """Sign somebody out wherever they are signed in."""
    person = _member(request, person_id)
    sign_out_everywhere(person=person, partnership=request.partnership, by=request.actor)
    messages.success(request, f"{person.name} is signed out everywhere.")
    return redirect("member", request.partnership.slug, person.pk)


@page(Verb.WRITE, Kind.ACCOUNT, methods=("GET", "POST"))
def clear_member(request: PartnershipRequest, person_id: int) -> HttpResponse:
    """Clear somebody to a marking and to closed subjects."""
    person = _member(request, person_id)
    check_can(request.actor, Verb.WRITE, account_of(person, request.partnership))
    form = ClearanceForm(request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        clear_person(person=person, partnership=request.partnership, by=request.actor, **given)
        messages.success(request, f"{person.name} is cleared to {given['marking']}.")
        return redirect("member", request.partnership.slug, person.pk)
    return show(request, "core/form.html", form=form, heading=f"Clearance of {person.name}")


@page(Verb.READ, Kind.ACCOUNT)
def rights_on(request: PartnershipRequest, person_id: int) -> HttpResponse:
    """What somebody could do on a past day: by the same function that decides today."""
    person = _member(request, person_id)
    check_can(request.actor, Verb.READ, account_of(person, request.partnership))
    form = DateForm(request.GET if "on-day" in request.GET else None)
    found = on = None
    if form.is_valid():
        on = form.cleaned_data["on"]
        found = rights_of(actor_of(person, request.partnership, at=end_of_day(on)))
    return show(request, "people/rights.html", person=person, form=form, rights=found, on=on)


def _member(request: PartnershipRequest, person_id: int) -> Person:
    return get_object_or_404(members_of(request.partnership), pk=person_id)
