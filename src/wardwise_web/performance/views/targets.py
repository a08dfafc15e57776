"""A target: worked out and shown with its luck first, then set."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.performance.forms import TargetForm
from wardwise_web.performance.presenters import luck_words, number_of
from wardwise_web.performance.rules import TargetRefused
from wardwise_web.performance.selectors import definition_of
from wardwise_web.performance.services.targets import set_target, work_out
from wardwise_web.performance.views.shared import crumbs, may


CHANGED = "Nothing is set: the terms changed after the chance was worked out. It is shown anew."


@page(Verb.APPROVE, Kind.INDICATOR, methods=("GET", "POST"))
def target(request: PartnershipRequest, code: str) -> HttpResponse:
    """Ask, work out, show the chance of meeting it by luck alone, and then set it."""
    indicator = may(request, code, Verb.APPROVE)
    definition = definition_of(indicator)
    form, worked = TargetForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            worked = work_out(indicator=indicator, terms=form.terms())
            if request.POST.get("set") == form.weighed():
                set_target(indicator=indicator, terms=form.terms(), by=request.actor)
                messages.success(request, "The target is set.")
                return redirect("indicator", request.partnership.slug, indicator.code)
            if "set" in request.POST:
                messages.warning(request, CHANGED)
        except TargetRefused as refused:
            form.add_error(None, str(refused))
    told = {}
    if worked and definition and worked.asked is not None:
        told = {
            name: number_of(value, definition)
            for name, value in (("asked", worked.asked), ("baseline", worked.baseline))
            if value is not None
        }
        told["luck"] = luck_words(worked.luck) if worked.luck is not None else ""
    return show(
        request,
        "performance/target.html",
        heading=f"Target for {indicator}",
        form=form,
        worked=worked,
        told=told,
        back=reverse("indicator", args=[request.partnership.slug, indicator.code]),
        crumbs=crumbs(request, indicator),
        marking=indicator.marking,
    )
