"""Readings: typed, handed in as a file, taken from the build."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.performance.forms import FileForm, ReadingForm
from wardwise_web.performance.readings_file import FileRefused, read_file
from wardwise_web.performance.selectors import definition_of
from wardwise_web.performance.services.readings import (
    enter_reading,
    hand_in_readings,
    take_from_build,
)
from wardwise_web.performance.views.shared import asked, crumbs, may, may_hand_in
from wardwise_web.plan.selectors import indicators_of


@page(Verb.WRITE, Kind.READING, methods=("GET", "POST"))
def enter(request: PartnershipRequest, code: str) -> HttpResponse:
    """Type one reading."""
    indicator = may(request, code, Verb.WRITE, Kind.READING)
    definition = definition_of(indicator)
    if definition is None:
        messages.error(request, "Say first what it counts.")
        return redirect("indicator", request.partnership.slug, indicator.code)
    form = ReadingForm(request.POST or None, definition=definition, initial={"state": "known"})
    if request.method == "POST" and form.is_valid():
        made = enter_reading(indicator=indicator, read=form.read(), by=request.actor)
        messages.success(request, f"The reading of {made.first:%B %Y} is kept.")
        return redirect("indicator", request.partnership.slug, indicator.code)
    return asked(request, indicator, heading=f"Enter a reading of {indicator}", form=form)


@page(Verb.CREATE, Kind.READING, methods=("GET", "POST"))
def hand_in(request: PartnershipRequest) -> HttpResponse:
    """Hand in a file: all of it or nothing, with every fault by its row and column."""
    if not may_hand_in(request):
        raise Http404
    form = FileForm(request.POST or None, request.FILES or None)
    faults = []
    mine = {
        one.code: one
        for one in indicators_of(request.partnership, request.actor)
        if can(request.actor, Verb.WRITE, one.as_thing(Kind.READING))
    }
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            rows = read_file(file.read(), mine)
        except FileRefused as refused:
            faults = refused.faults
            form.add_error("file", f"Nothing was kept: {_counted(len(faults), 'fault')} below")
        else:
            kept = hand_in_readings(rows=rows, file_name=file.name, by=request.actor)
            messages.success(request, f"{_counted(kept, 'reading')} kept.")
            return redirect("performance", request.partnership.slug)
    return show(
        request,
        "performance/hand_in.html",
        heading="Hand in readings",
        form=form,
        faults=faults,
        mine=mine.values(),
        button="Hand them in",
        back=reverse("performance", args=[request.partnership.slug]),
        crumbs=crumbs(request),
    )


@page(Verb.WRITE, Kind.READING, methods=("POST",))
def take(request: PartnershipRequest, code: str) -> HttpResponse:
    """Take what the build prints."""
    indicator = may(request, code, Verb.WRITE, Kind.READING)
    taken = take_from_build(indicator=indicator, by=request.actor)
    messages.success(request, f"{taken} months were new or had changed.")
    return redirect("indicator", request.partnership.slug, indicator.code)


def _counted(number: int, what: str) -> str:
    return f"1 {what} is" if number == 1 else f"{number} {what}s are"
