"""The annual plan, looking back and forward, and as a file for the engine."""

from __future__ import annotations

import hashlib
from collections import Counter
from types import SimpleNamespace

from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.performance.plan_file import as_json, plan_file
from wardwise_web.plan.selectors import cycle_of, recommendations_of
from wardwise_web.plan.states import CARRIED


@page(Verb.READ, Kind.ACTION)
def annual_plan(request: PartnershipRequest) -> HttpResponse:
    """Both ways; or the file."""
    cycle = cycle_of(request.partnership, request.GET.get("year", ""))
    thing = Thing(Kind.ACTION, request.partnership.pk, cycle_id=cycle.pk)
    check_can(request.actor, Verb.READ, thing)
    if request.GET.get("form") == "json":
        return _file(request, cycle, thing)
    return show(
        request,
        "performance/annual_plan.html",
        cycle=cycle,
        now=_year(request, cycle),
        before=_year(request, cycle.before) if cycle.before else None,
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


def _file(request: PartnershipRequest, cycle: Cycle, thing: Thing) -> HttpResponse:
    check_can(request.actor, Verb.EXPORT, thing)
    content = as_json(plan_file(cycle, request.actor, on=timezone.localdate())).encode()
    with transaction.atomic():
        details = {"name": "Plan", "sha256": hashlib.sha256(content).hexdigest()}
        record(
            "list.exported",
            by=request.actor,
            thing=thing,
            operation=Operation.DISCLOSURE,
            details=details,
        )
    name = f"plan-{cycle.name.replace('/', '-')}.json"
    return HttpResponse(
        content,
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
