"""The year's days: who has each, which moved, which are done."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from wardwise_web.assessments.forms.cycle import MilestoneForm, MoveMilestoneForm
from wardwise_web.assessments.presenters.cycle import milestone_rows, timetable_sheet
from wardwise_web.assessments.selectors.cycle import milestones_of
from wardwise_web.assessments.services.terms import (
    add_milestone,
    finish_milestone,
    move_milestone,
)
from wardwise_web.assessments.views.cycles import the_cycle
from wardwise_web.core.exports.services import export
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.people.selectors import people_of


@page(Verb.READ, Kind.CYCLE)
def timetable(request: PartnershipRequest, cycle_id: int) -> HttpResponse:
    """The year's days, who has each, and which moved."""
    cycle = the_cycle(request, cycle_id, Verb.READ)
    rows = milestone_rows(milestones_of(cycle))
    if form := request.GET.get("form"):
        sheet = timetable_sheet(rows, cycle=cycle)
        return export(sheet, form=form, by=request.actor, thing=cycle.as_thing())
    return show(
        request,
        "assessments/timetable.html",
        cycle=cycle,
        rows=rows,
        may_write=can(request.actor, Verb.WRITE, cycle.as_thing()),
        may_export=can(request.actor, Verb.EXPORT, cycle.as_thing()),
    )


@page(Verb.WRITE, Kind.CYCLE, methods=("GET", "POST"))
def new_milestone(request: PartnershipRequest, cycle_id: int) -> HttpResponse:
    """A day in the timetable."""
    cycle = the_cycle(request, cycle_id, Verb.WRITE)
    people = list(people_of(request.partnership))
    form = MilestoneForm(request.POST or None, people=people)
    if form.is_valid():
        given = form.cleaned_data
        person = next((one for one in people if str(one.pk) == given["person"]), None)
        add_milestone(
            cycle=cycle, what=given["what"], due_on=given["due_on"], person=person, by=request.actor
        )
        messages.success(request, f"'{given['what']}' is in the timetable.")
        return redirect("timetable", request.partnership.slug, cycle.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading="Add a day to the timetable",
        button="Add it",
        back=reverse("timetable", args=[request.partnership.slug, cycle.pk]),
    )


@page(Verb.WRITE, Kind.CYCLE, methods=("GET", "POST"))
def shift_milestone(request: PartnershipRequest, cycle_id: int, milestone_id: int) -> HttpResponse:
    """Move a day, with the reason; the first day stays beside it."""
    cycle = the_cycle(request, cycle_id, Verb.WRITE)
    found = get_object_or_404(milestones_of(cycle), pk=milestone_id, done_on__isnull=True)
    form = MoveMilestoneForm(request.POST or None, initial={"due_on": found.due_on})
    if form.is_valid():
        move_milestone(milestone=found, by=request.actor, **form.cleaned_data)
        messages.success(request, f"'{found.what}' has another day.")
        return redirect("timetable", request.partnership.slug, cycle.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"Move '{found.what}'",
        button="Move it",
        back=reverse("timetable", args=[request.partnership.slug, cycle.pk]),
    )


@page(Verb.READ, Kind.CYCLE, methods=("POST",))
def done_milestone(request: PartnershipRequest, cycle_id: int, milestone_id: int) -> HttpResponse:
    """It is done."""
    cycle = the_cycle(request, cycle_id, Verb.READ)
    found = get_object_or_404(milestones_of(cycle), pk=milestone_id)
    finish_milestone(milestone=found, by=request.actor)
    messages.success(request, f"'{found.what}' is done.")
    return redirect("timetable", request.partnership.slug, cycle.pk)
