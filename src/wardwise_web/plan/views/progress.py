"""What an owner tells: updates from a phone, milestones, evidence."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header

from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.plan.forms import (
    BecauseForm,
    EvidenceForm,
    FinishForm,
    MilestoneForm,
    UpdateForm,
)
from wardwise_web.plan.models import Action
from wardwise_web.plan.presenters import row_of
from wardwise_web.plan.rules import LinkMissing
from wardwise_web.plan.selectors import action_of, evidence_of, milestone_of
from wardwise_web.plan.services.progress import (
    add_evidence,
    add_milestone,
    finish_milestone,
    say_no_evidence,
    tell_update,
)


def _mine(request, pk):
    """The action, for whoever may write it."""
    action = action_of(request.partnership, pk)
    check_can(request.actor, Verb.WRITE, action.as_thing())
    return action


def _asked(request: PartnershipRequest, action: Action, form: Form, **more: Any) -> HttpResponse:
    """One question or a few about an action."""
    return show(
        request,
        "core/form.html",
        form=form,
        **more,
        back=reverse("action", args=[request.partnership.slug, action.pk]),
        marking=action.cycle.marking,
    )


@page(Verb.WRITE, Kind.ACTION, methods=("GET", "POST"))
def tell(request: PartnershipRequest, pk: int) -> HttpResponse:
    """Three questions: what happened, how far, next date."""
    action = _mine(request, pk)
    start = {"percent_complete": action.percent_complete}
    form = UpdateForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            tell_update(action=action, told=form.told(), by=request.actor)
        except LinkMissing as missing:
            form.add_faults(missing.faults)
        else:
            messages.success(request, f"Thank you. Your update of {action.code} is kept.")
            return redirect("action", request.partnership.slug, pk)
    return show(
        request,
        "plan/update.html",
        action=action,
        row=row_of(action, on=timezone.localdate()),
        form=form,
        back=reverse("action", args=[request.partnership.slug, pk]),
        marking=action.cycle.marking,
    )


@page(Verb.WRITE, Kind.ACTION, methods=("GET", "POST"))
def milestone(request: PartnershipRequest, pk: int) -> HttpResponse:
    """A further step."""
    action = _mine(request, pk)
    form = MilestoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            add_milestone(action=action, by=request.actor, **form.cleaned_data)
        except LinkMissing as missing:
            form.add_faults(missing.faults)
        else:
            messages.success(request, "The milestone is added.")
            return redirect("action", request.partnership.slug, pk)
    return _asked(request, action, form, heading=f"Add a milestone to {action.code}")


@page(Verb.WRITE, Kind.ACTION, methods=("GET", "POST"))
def finish(request: PartnershipRequest, pk: int, step: int) -> HttpResponse:
    """A milestone is done, and something shows it, or nothing can."""
    action = _mine(request, pk)
    found = milestone_of(action, step)
    form = FinishForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            finish_milestone(milestone=found, by=request.actor, **form.cleaned_data)
        except LinkMissing as missing:
            form.add_faults(missing.faults)
        else:
            messages.success(request, f"'{found.text}' is done.")
            return redirect("action", request.partnership.slug, pk)
    heading, button = "Mark a milestone as done", "It is done"
    return _asked(request, action, form, heading=heading, button=button, lead=found.text)


@page(Verb.WRITE, Kind.ACTION, methods=("GET", "POST"))
def evidence(request: PartnershipRequest, pk: int) -> HttpResponse:
    """A link or a file that shows something."""
    action = _mine(request, pk)
    steps = [(str(one.pk), one.text) for one in action.milestones.all()]
    form = EvidenceForm(request.POST or None, request.FILES or None, milestones=steps)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["milestone_id"]
        step = milestone_of(action, int(chosen)) if chosen else None
        try:
            add_evidence(action=action, shown=form.shown(), milestone=step, by=request.actor)
        except LinkMissing as missing:
            form.add_faults(missing.faults)
        else:
            messages.success(request, "The evidence is added.")
            return redirect("action", request.partnership.slug, pk)
    lead = "No names or details of people: a reference or a count is enough."
    heading = f"Add evidence to {action.code}"
    return _asked(request, action, form, heading=heading, button="Add it", lead=lead)


@page(Verb.WRITE, Kind.ACTION, methods=("GET", "POST"))
def no_evidence(request: PartnershipRequest, pk: int) -> HttpResponse:
    """Say why nothing can show it."""
    action = _mine(request, pk)
    form = BecauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        say_no_evidence(action=action, because=form.cleaned_data["because"], by=request.actor)
        messages.success(request, "The reason is kept.")
        return redirect("action", request.partnership.slug, pk)
    return _asked(request, action, form, heading=f"{action.code}: no evidence")


@page(Verb.READ, Kind.ACTION)
def hand_out(request: PartnershipRequest, pk: int, shown: int) -> HttpResponse:
    """The file itself, always as a download: no browser is to run it here."""
    action = action_of(request.partnership, pk)
    check_can(request.actor, Verb.READ, action.as_thing())
    found = evidence_of(action, shown)
    if not found.file:
        raise Http404
    with found.file.open("rb") as kept:
        content = kept.read()
    return HttpResponse(
        content,
        content_type=found.content_type,
        headers={
            "Content-Disposition": content_disposition_header(True, found.file_name) or "",
            "X-Content-Type-Options": "nosniff",
        },
    )
