"""The map of services, risk and protective factors, and the goals of the scales."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from wardwise_web.core.exports.services import export
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.plan.choices import FACTOR_BY_CODE, Scale
from wardwise_web.plan.forms import FactorForm, GoalForm, ServiceFileForm, ServiceForm
from wardwise_web.plan.presenters import needs_checking
from wardwise_web.plan.rules import EditedMeanwhile, LinkMissing
from wardwise_web.plan.selectors import (
    cycle_of,
    gap_matrix,
    indicator_of,
    indicators_of,
    pounds_by_scale,
    service_of,
    services_of,
)
from wardwise_web.plan.service_directory import directory_json
from wardwise_web.plan.service_file import ServicesRefused, read_services
from wardwise_web.plan.services.service_map import (
    add_service,
    change_service,
    measure_factor,
    set_goal,
    take_services,
)
from wardwise_web.plan.sheets import services_sheet
from wardwise_web.plan.views.crumbs import crumbs_to


@page(Verb.READ, Kind.SERVICE)
def services(request: PartnershipRequest) -> HttpResponse:
    """Every service, and where nothing is on offer."""
    found = services_of(request.partnership, request.actor)
    scale = request.GET.get("scale", "")
    shown = [one for one in found if scale in ("", str(one.scale))]
    thing = Thing(Kind.SERVICE, request.partnership.pk)
    check_can(request.actor, Verb.READ, thing)
    marking = cycle_of(request.partnership).marking
    if request.GET.get("form") == "json":
        check_can(request.actor, Verb.EXPORT, thing)
        return directory_json(shown, by=request.actor, thing=thing)
    if "form" in request.GET:
        sheet = services_sheet(shown, marking=marking)
        return export(sheet, form=request.GET["form"], by=request.actor, thing=thing)
    today = timezone.localdate()
    return show(
        request,
        "plan/services.html",
        services=shown,
        unchecked={one.pk for one in shown if needs_checking(one, on=today)},
        names={code: factor.name for code, factor in FACTOR_BY_CODE.items()},
        gaps=gap_matrix(request.partnership, request.actor),
        pounds=pounds_by_scale(found),
        scales=list(Scale),
        scale=scale,
        may_add=can(request.actor, Verb.CREATE, thing),
        may_change={one.pk for one in shown if can(request.actor, Verb.WRITE, one.as_thing())},
        may_export=can(request.actor, Verb.EXPORT, thing),
        marking=marking,
    )


@page(Verb.CREATE, Kind.SERVICE, methods=("GET", "POST"))
def add(request: PartnershipRequest) -> HttpResponse:
    """Put a service on the map."""
    check_can(request.actor, Verb.CREATE, Thing(Kind.SERVICE, request.partnership.pk))
    form = ServiceForm(request.POST or None, agencies=_agencies(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = add_service(
                partnership=request.partnership, terms=form.terms(), by=request.actor
            )
        except LinkMissing as missing:
            form.add_faults(missing.faults)
        else:
            messages.success(request, f"{made.name} is on the map.")
            return redirect("services", request.partnership.slug)
    return _form(request, form, heading="Add a service")


@page(Verb.CREATE, Kind.SERVICE, methods=("GET", "POST"))
def take_file(request: PartnershipRequest) -> HttpResponse:
    """Services from another directory's file: all that are new, or none with every fault."""
    check_can(request.actor, Verb.CREATE, Thing(Kind.SERVICE, request.partnership.pk))
    form = ServiceFileForm(request.POST or None, request.FILES or None)
    faults: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        names = {name.casefold(): pk for pk, name in _agencies(request)}
        try:
            found = read_services(
                form.cleaned_data["file"].read(), agencies=names, otherwise=form.otherwise()
            )
        except ServicesRefused as refused:
            faults = refused.faults
            form.add_error("file", "Nothing was taken in. The faults are listed below")
        else:
            made, held = take_services(
                partnership=request.partnership, services=found, by=request.actor
            )
            left = f" On the map already, and left as they are: {', '.join(held)}." if held else ""
            messages.success(request, f"{len(made)} services are put on the map.{left}")
            return redirect("services", request.partnership.slug)
    return show(
        request,
        "plan/service_file.html",
        form=form,
        faults=faults,
        heading="Take services in from a file",
        lead="A service that the map has by its name is left as it is.",
        button="Take them in",
        back=reverse("services", args=[request.partnership.slug]),
        crumbs=crumbs_to(request, ("Services", "services")),
    )


@page(Verb.WRITE, Kind.SERVICE, methods=("GET", "POST"))
def change(request: PartnershipRequest, pk: int) -> HttpResponse:
    """Change what is said of a service."""
    service = service_of(request.partnership, pk)
    check_can(request.actor, Verb.WRITE, service.as_thing())
    start = {name: getattr(service, name) for name in ServiceForm.base_fields}
    form = ServiceForm(request.POST or None, agencies=_agencies(request), initial=start)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            change_service(service=service, terms=form.terms(), version=version, by=request.actor)
        except LinkMissing as missing:
            form.add_faults(missing.faults)
        except EditedMeanwhile:
            return _both(request, service, form)
        else:
            messages.success(request, f"{service.name} is changed.")
            return redirect("services", request.partnership.slug)
    return _form(request, form, heading=f"Change {service.name}")


def _both(request: PartnershipRequest, service: Any, form: Any) -> HttpResponse:
    """Theirs beside what stands now; saving again from here is on what stands now."""
    fresh = service_of(request.partnership, service.pk)
    said = form.cleaned_data
    start = said | {"version": fresh.version}
    return show(
        request,
        "plan/edited_meanwhile.html",
        status=409,
        heading=f"{fresh.name} was changed while you wrote",
        differences=[
            (form.fields[name].label, getattr(fresh, name), said[name])
            for name in form.fields
            if name != "version" and str(getattr(fresh, name) or "") != str(said[name] or "")
        ],
        form=ServiceForm(initial=start, agencies=_agencies(request)),
        back=reverse("services", args=[request.partnership.slug]),
    )


def _agencies(request):
    return [(str(one.pk), one.name) for one in request.partnership.agencies.all()]


def _form(request: PartnershipRequest, form: Any, *, heading: str) -> HttpResponse:
    return show(
        request,
        "core/form.html",
        heading=heading,
        form=form,
        back=reverse("services", args=[request.partnership.slug]),
        crumbs=crumbs_to(request, ("Services", "services")),
    )


@page(Verb.READ, Kind.SERVICE)
def factors(request: PartnershipRequest) -> HttpResponse:
    """Risk and protective factors: which are watched, and what acts on them."""
    check_can(request.actor, Verb.READ, Thing(Kind.SERVICE, request.partnership.pk))
    thing = Thing(Kind.INDICATOR, request.partnership.pk)
    return show(
        request,
        "plan/factors.html",
        rows=gap_matrix(request.partnership, request.actor),
        scales=list(Scale),
        may_measure=can(request.actor, Verb.CREATE, thing),
        marking=cycle_of(request.partnership).marking,
    )


@page(Verb.CREATE, Kind.INDICATOR, methods=("GET", "POST"))
def measure(request: PartnershipRequest, factor: str) -> HttpResponse:
    """By which indicator a factor is watched."""
    known = FACTOR_BY_CODE.get(factor)
    if known is None:
        raise Http404
    choices = [(one.code, str(one)) for one in indicators_of(request.partnership, request.actor)]
    form = FactorForm(request.POST or None, indicators=choices)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["indicator"]
        measure_factor(
            partnership=request.partnership,
            factor=factor,
            indicator=indicator_of(request.partnership, code) if code else None,
            by=request.actor,
        )
        messages.success(request, f"{known.name}: kept.")
        return redirect("factors", request.partnership.slug)
    return show(
        request,
        "core/form.html",
        heading=known.name,
        lead="A factor of an area and never of a person or a household.",
        form=form,
        back=reverse("factors", args=[request.partnership.slug]),
        crumbs=crumbs_to(request, ("Factors", "factors")),
    )


@page(Verb.READ, Kind.ACTION)
def goals(request: PartnershipRequest) -> HttpResponse:
    """Goal, outcome and lead group of each scale."""
    cycle = cycle_of(request.partnership)
    check_can(
        request.actor, Verb.READ, Thing(Kind.ACTION, request.partnership.pk, cycle_id=cycle.pk)
    )
    held = {one.scale: one for one in cycle.goals.all()}
    return show(
        request,
        "plan/goals.html",
        cycle=cycle,
        goals=[(scale, held.get(scale.value)) for scale in reversed(Scale)],
        may_set=can(request.actor, Verb.WRITE, cycle.as_thing()),
        marking=cycle.marking,
    )


@page(Verb.WRITE, Kind.CYCLE, methods=("GET", "POST"))
def goal(request: PartnershipRequest, scale: int) -> HttpResponse:
    """Set them for one scale."""
    cycle = cycle_of(request.partnership)
    check_can(request.actor, Verb.WRITE, cycle.as_thing())
    if scale not in list(Scale):
        raise Http404
    held = cycle.goals.filter(scale=scale).first()
    names = ("goal", "outcome", "lead_group")
    start = {name: getattr(held, name) for name in names} if held else None
    form = GoalForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        words = tuple(form.cleaned_data[name] for name in names)
        set_goal(cycle=cycle, scale=Scale(scale), words=words, by=request.actor)
        messages.success(request, f"{Scale(scale).label}: kept.")
        return redirect("goals", request.partnership.slug)
    return show(
        request,
        "core/form.html",
        heading=Scale(scale).label,
        lead=f"For {Scale(scale).meaning}.",
        form=form,
        back=reverse("goals", args=[request.partnership.slug]),
        crumbs=crumbs_to(request, ("Goals", "goals")),
    )
