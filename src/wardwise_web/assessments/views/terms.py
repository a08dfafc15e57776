"""Terms of reference of a year: the words, the group, the timetable, the checklist."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from wardwise_web.assessments.forms.cycle import (
    AnswerForm,
    EndSeatForm,
    SeatForm,
    TermsForm,
)
from wardwise_web.assessments.models import Cycle
from wardwise_web.assessments.on_record import on_record
from wardwise_web.assessments.presenters.cycle import (
    checklist_sheet,
)
from wardwise_web.assessments.rules.cycle import empty_items
from wardwise_web.assessments.selectors.cycle import (
    checklist_of,
    seats_of,
    terms_in_force,
    terms_versions,
)
from wardwise_web.assessments.selectors.figures import not_wards
from wardwise_web.assessments.services.checklist import AnswerOvertaken, answer_item
from wardwise_web.assessments.services.terms import (
    TermsOvertaken,
    Wording,
    end_seat,
    save_terms,
    seat,
)
from wardwise_web.assessments.views.cycles import the_cycle
from wardwise_web.core.exports.services import export
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.evidence.selectors import agency_named
from wardwise_web.people.selectors import agencies_now, people_of


def _back(request: PartnershipRequest, cycle: Cycle, name: str = "cycle") -> str:
    return reverse(name, args=[request.partnership.slug, cycle.pk])


@page(Verb.READ, Kind.CYCLE)
def terms(request: PartnershipRequest, cycle_id: int) -> HttpResponse:
    """The terms in force, and every version."""
    cycle = the_cycle(request, cycle_id, Verb.READ)
    number = request.GET.get("version", "")
    versions = terms_versions(cycle)
    found = (
        get_object_or_404(versions, number=int(number))
        if number.isdecimal()
        else terms_in_force(cycle)
    )
    return show(
        request,
        "assessments/terms.html",
        cycle=cycle,
        terms=found,
        versions=versions,
        may_write=can(request.actor, Verb.WRITE, cycle.as_thing()),
        marking=cycle.marking,
    )


@page(Verb.WRITE, Kind.CYCLE, methods=("GET", "POST"))
def edit_terms(request: PartnershipRequest, cycle_id: int) -> HttpResponse:
    """Write the terms; two people who write at once see both."""
    cycle = the_cycle(request, cycle_id, Verb.WRITE)
    last, theirs = terms_in_force(cycle), None
    form = TermsForm(request.POST or None, initial=_start(last))
    if form.is_valid():
        given = dict(form.cleaned_data)
        based_on = given.pop("based_on")
        try:
            save_terms(cycle=cycle, wording=Wording(**given), based_on=based_on, by=request.actor)
        except MoveRefused as refused:
            form.add_error(None, str(refused))
        except TermsOvertaken as overtaken:
            theirs = overtaken.now
            form = TermsForm({**request.POST.dict(), "based_on": theirs.number})
            form.add_error(None, f"{overtaken} Bring the two together, and save again.")
        else:
            _tell(request, given["commissioned"])
            return redirect("terms", request.partnership.slug, cycle.pk)
    return show(request, "assessments/edit_terms.html", cycle=cycle, form=form, theirs=theirs)


def _tell(request: PartnershipRequest, places: list[str]) -> None:
    if strange := not_wards(request.partnership, places):
        named = ", ".join(f"'{one}'" for one in strange)
        words = f"The terms are kept, but the last build knows no ward named {named}"
        messages.warning(request, f"{words}: the next build would stop. Change the locations.")
    else:
        messages.success(request, "The terms are kept. The next build profiles the places.")


def _start(last):
    if last is None:
        return {"based_on": 0, "marking": "OFFICIAL"}
    return {
        "purpose": last.purpose,
        "questions": "\n".join(last.questions),
        "commissioned": "\n".join(last.commissioned),
        "equality": last.equality,
        "marking": last.marking,
        "based_on": last.number,
    }


@page(Verb.READ, Kind.CYCLE)
def group(request: PartnershipRequest, cycle_id: int) -> HttpResponse:
    """Who is and was on the strategy group."""
    cycle = the_cycle(request, cycle_id, Verb.READ)
    return show(
        request,
        "assessments/group.html",
        cycle=cycle,
        seats=seats_of(cycle),
        may_write=can(request.actor, Verb.WRITE, cycle.as_thing()),
    )


@page(Verb.WRITE, Kind.CYCLE, methods=("GET", "POST"))
def add_seat(request: PartnershipRequest, cycle_id: int) -> HttpResponse:
    """Give somebody a place."""
    cycle = the_cycle(request, cycle_id, Verb.WRITE)
    agencies, people = list(agencies_now(request.partnership)), list(people_of(request.partnership))
    form = SeatForm(request.POST or None, agencies=agencies, people=people)
    if form.is_valid():
        given = form.cleaned_data
        try:
            made = seat(
                cycle=cycle,
                agency=agency_named(agencies, given["agency"]),
                person=next(one for one in people if str(one.pk) == given["person"]),
                from_on=given["from_on"],
                by=request.actor,
            )
        except MoveRefused as refused:
            form.add_error("person", str(refused))
        else:
            messages.success(request, f"{made} is on the strategy group.")
            return redirect("strategy_group", request.partnership.slug, cycle.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading="Add somebody to the strategy group",
        button="Add them",
        back=_back(request, cycle, "strategy_group"),
    )


@page(Verb.WRITE, Kind.CYCLE, methods=("GET", "POST"))
def leave_seat(request: PartnershipRequest, cycle_id: int, seat_id: int) -> HttpResponse:
    """A place ends."""
    cycle = the_cycle(request, cycle_id, Verb.WRITE)
    held = get_object_or_404(seats_of(cycle), pk=seat_id, until_on__isnull=True)
    form = EndSeatForm(request.POST or None)
    if form.is_valid():
        try:
            end_seat(held=held, on=form.cleaned_data["on"], by=request.actor)
        except MoveRefused as refused:
            form.add_error("on", str(refused))
        else:
            messages.success(request, f"{held} has left the group; that they were on it stays.")
            return redirect("strategy_group", request.partnership.slug, cycle.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"{held} leaves the group",
        button="End the place",
        back=_back(request, cycle, "strategy_group"),
    )


@page(Verb.READ, Kind.CYCLE)
def checklist(request: PartnershipRequest, cycle_id: int) -> HttpResponse:
    """What the law asks, and how each item is answered."""
    cycle = the_cycle(request, cycle_id, Verb.READ)
    items = checklist_of(cycle)
    if form := request.GET.get("form"):
        sheet = checklist_sheet(items, cycle=cycle)
        return export(sheet, form=form, by=request.actor, thing=cycle.as_thing())
    return show(
        request,
        "assessments/checklist.html",
        cycle=cycle,
        items=items,
        recorded=on_record(request.actor, cycle),
        empty=empty_items(cycle),
        may_write=can(request.actor, Verb.WRITE, cycle.as_thing()) and cycle.state == "open",
        may_export=can(request.actor, Verb.EXPORT, cycle.as_thing()),
        marking=cycle.marking,
    )


@page(Verb.WRITE, Kind.CYCLE, methods=("GET", "POST"))
def answer(request: PartnershipRequest, cycle_id: int, item_id: int) -> HttpResponse:
    """Say what meets an item, or why it is not met."""
    cycle = the_cycle(request, cycle_id, Verb.WRITE)
    if cycle.state != "open":
        messages.error(request, f"The year is '{cycle.state}': open it again to change answers.")
        return redirect("checklist", request.partnership.slug, cycle.pk)
    item = get_object_or_404(checklist_of(cycle), pk=item_id)
    start = {
        "how": "" if item.is_empty else "met" if item.met_by else "not",
        "met_by": item.met_by or item.suggested,
        "reason": item.reason,
        "version": item.version,
    }
    recorded = on_record(request.actor, cycle).get(item.item)
    if recorded and item.is_empty:
        start |= recorded.as_answer()
    form = AnswerForm(request.POST or None, initial=start)
    if form.is_valid():
        given = dict(form.cleaned_data)
        given.pop("how")
        try:
            answer_item(item=item, by=request.actor, **given)
        except AnswerOvertaken as overtaken:
            now = overtaken.now
            form = AnswerForm({**request.POST.dict(), "version": now.version})
            form.add_error(None, f"{overtaken} Theirs is: {now.met_by or now.reason}")
        else:
            messages.success(request, f"Item {item.item} is answered.")
            return redirect("checklist", request.partnership.slug, cycle.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"Item {item.item}",
        lead=f"{item.about} ({item.law})" + (f". On record: {recorded.words}" if recorded else ""),
        button="Answer",
        back=_back(request, cycle, "checklist"),
    )
