"""The annual plan, looking back and forward, and as a file for the engine."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from types import SimpleNamespace

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from wardwise_web.assessments.models import Cycle
from wardwise_web.assessments.publish import TYPES, render_alone
from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.performance.forms import ApprovalForm
from wardwise_web.performance.plan_document import plan_document
from wardwise_web.performance.plan_file import as_json, plan_file
from wardwise_web.performance.plan_rows import rows_of_plan
from wardwise_web.performance.selectors import approved_plans
from wardwise_web.performance.services.packs import approve_plan
from wardwise_web.performance.views.shared import may_hand_in
from wardwise_web.plan.selectors import cycle_of, recommendations_of
from wardwise_web.plan.states import CARRIED


@page(Verb.READ, Kind.ACTION)
def annual_plan(request: PartnershipRequest) -> HttpResponse:
    """Both ways; or the file."""
    cycle = cycle_of(request.partnership, request.GET.get("year", ""))
    thing = Thing(Kind.ACTION, request.partnership.pk, cycle_id=cycle.pk)
    check_can(request.actor, Verb.READ, thing)
    if request.GET.get("form") == "json":
        return _file(request, cycle)
    return show(
        request,
        "performance/annual_plan.html",
        cycle=cycle,
        may_hand_in=may_hand_in(request),
        now=_year(request, cycle),
        before=_year(request, cycle.before) if cycle.before else None,
        approved=approved_plans(cycle, request.actor),
        may_approve=can(request.actor, Verb.APPROVE, cycle.as_thing()),
        may_export=can(request.actor, Verb.EXPORT, thing),
        marking=cycle.marking,
    )


def _year(request, cycle):
    file = plan_file(cycle, request.actor, on=timezone.localdate())
    counted = Counter(one["state"] for one in file["actions"])
    said = ", ".join(f"{many} {state}" for state, many in counted.items())
    return SimpleNamespace(
        cycle=cycle,
        file=file,
        words=f"{len(file['actions'])} actions: {said}." if said else "No action is agreed.",
        recommendations=[
            one for one in recommendations_of(cycle, request.actor) if one.state in CARRIED
        ],
    )


@page(Verb.EXPORT, Kind.ACTION)
def annual_paper(request: PartnershipRequest, form: str) -> HttpResponse:
    """The plan as a paper: what one may read of it, and no more."""
    cycle = cycle_of(request.partnership, request.GET.get("year", ""))
    if form not in TYPES:
        raise Http404
    rows = rows_of_plan(cycle, request.actor, on=timezone.localdate())
    paper = plan_document(cycle, rows, prepared_by=request.actor.name)
    return _taken(request, cycle, render_alone(paper, form=form), form=form)


@page(Verb.APPROVE, Kind.CYCLE, methods=("GET", "POST"))
def approve(request: PartnershipRequest) -> HttpResponse:
    """Where it was approved; then it is frozen as it stands."""
    cycle = cycle_of(request.partnership, request.GET.get("year", ""))
    check_can(request.actor, Verb.APPROVE, cycle.as_thing())
    form = ApprovalForm(request.POST or None)
    back = f"{reverse('annual_plan', args=[request.partnership.slug])}?year={cycle.name}"
    if request.method == "POST" and form.is_valid():
        approve_plan(cycle=cycle, approval=form.cleaned_data["approval"], by=request.actor)
        messages.success(request, "The plan is approved, and is being frozen as it stands now.")
        return redirect(back)
    return show(
        request,
        "core/form.html",
        heading=f"Approve the annual plan {cycle.name}",
        lead="The paper is made once as the registers stand now, and never changes again. What"
        " changes in the plan afterwards is seen beside it.",
        form=form,
        button="Approve and freeze it",
        back=back,
        marking=cycle.marking,
    )


def _file(request: PartnershipRequest, cycle: Cycle) -> HttpResponse:
    content = as_json(plan_file(cycle, request.actor, on=timezone.localdate())).encode()
    return _taken(request, cycle, content, form="json")


def _taken(request: PartnershipRequest, cycle: Cycle, content: bytes, *, form: str) -> HttpResponse:
    thing = Thing(Kind.ACTION, request.partnership.pk, cycle_id=cycle.pk)
    check_can(request.actor, Verb.EXPORT, thing)
    with transaction.atomic():
        details = {"name": f"Plan {cycle.name}, {form}", "sha256": sha256(content).hexdigest()}
        record(
            "list.exported",
            by=request.actor,
            thing=thing,
            operation=Operation.DISCLOSURE,
            details=details,
        )
    name = f"plan-{cycle.name.replace('/', '-')}.{form}"
    return HttpResponse(
        content,
        content_type=TYPES.get(form, "application/json"),
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
