"""The dictionary: an indicator entered, defined again, signed, broken, published."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.selectors import people_of
from wardwise_web.performance.forms import NOTHING, BreakForm, DefinitionForm, NameForm
from wardwise_web.performance.from_build import findings_in_use, offences_of
from wardwise_web.performance.selectors import definition_of
from wardwise_web.performance.services.definitions import (
    declare_break,
    define,
    publish_indicator,
    sign_break,
    sign_definition,
)
from wardwise_web.performance.views.shared import asked, crumbs, may
from wardwise_web.plan.services.indicators import name_indicator


FIELDS = (
    "kind", "numerator", "denominator", "per", "unit", "source", "better", "direction_because",
    "months", "lag_days", "revisions", "tolerance_percent",
)  # fmt: skip


@page(Verb.CREATE, Kind.INDICATOR, methods=("GET", "POST"))
def add(request: PartnershipRequest) -> HttpResponse:
    """Enter an indicator; its definition is asked next."""
    partnership = request.partnership
    check_can(request.actor, Verb.CREATE, Thing(Kind.INDICATOR, partnership.pk))
    form = NameForm(
        request.POST or None,
        people=[(str(one.pk), one.name) for one in people_of(partnership)],
        agencies=[(str(one.pk), one.name) for one in partnership.agencies.all()],
        taken=partnership.indicators.values_list("code", flat=True),
    )
    if request.method == "POST" and form.is_valid():
        made = name_indicator(partnership=partnership, name=form.indicator_name(), by=request.actor)
        messages.success(request, f"{made} is entered. Now say what it counts.")
        return redirect("indicator_define", partnership.slug, made.code)
    return show(
        request,
        "core/form.html",
        heading="Add an indicator",
        form=form,
        button="Go on",
        back=reverse("performance", args=[partnership.slug]),
        crumbs=crumbs(request),
    )


@page(Verb.WRITE, Kind.INDICATOR, methods=("GET", "POST"))
def define_again(request: PartnershipRequest, code: str) -> HttpResponse:
    """A new version of the card."""
    indicator = may(request, code, Verb.WRITE)
    in_use = findings_in_use(request.partnership)
    offences = offences_of(in_use[1], request.partnership) if in_use else []
    form = DefinitionForm(
        request.POST or None, offences=offences, initial=_start(definition_of(indicator))
    )
    if request.method == "POST" and form.is_valid():
        made = define(indicator=indicator, terms=form.terms(), by=request.actor)
        messages.success(request, f"Version {made.version} is kept. The assurer signs it.")
        return redirect("indicator", request.partnership.slug, indicator.code)
    lead = "Every version is kept. Readings stay with the version by which they were made."
    return asked(request, indicator, heading=f"Define {indicator}", lead=lead, form=form)


def _start(held: Any) -> dict[str, Any]:
    if held is None:
        return {"per": 1, "build": NOTHING}
    start = {name: getattr(held, name) for name in FIELDS}
    start["is_recording_driven"] = "yes" if held.is_recording_driven else "no"
    start["build"] = held.build_offence if held.build_measure else NOTHING
    return start


@page(Verb.SIGN, Kind.INDICATOR, methods=("POST",))
def sign(request: PartnershipRequest, code: str) -> HttpResponse:
    """Sign the version in use."""
    indicator = may(request, code, Verb.SIGN)
    definition = definition_of(indicator)
    if definition is None:
        messages.error(request, "There is no definition to sign yet.")
    else:
        sign_definition(definition=definition, by=request.actor)
        messages.success(request, f"Version {definition.version} is signed.")
    return redirect("indicator", request.partnership.slug, indicator.code)


@page(Verb.APPROVE, Kind.INDICATOR, methods=("POST",))
def publish(request: PartnershipRequest, code: str) -> HttpResponse:
    """Let the public read it."""
    indicator = may(request, code, Verb.APPROVE)
    publish_indicator(indicator=indicator, by=request.actor)
    messages.success(request, f"{indicator} may now be read by the public.")
    return redirect("indicator", request.partnership.slug, indicator.code)


@page(Verb.WRITE, Kind.INDICATOR, methods=("GET", "POST"))
def break_at(request: PartnershipRequest, code: str) -> HttpResponse:
    """An entry on the ledger of breaks."""
    indicator = may(request, code, Verb.WRITE)
    form = BreakForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        declare_break(indicator=indicator, by=request.actor, **form.cleaned_data)
        messages.success(request, "The break is on the ledger. No comparison reaches across it.")
        return redirect("indicator", request.partnership.slug, indicator.code)
    lead = "From that month on, comparisons with what came before are blank."
    return asked(
        request, indicator, heading=f"Break in {indicator}", lead=lead, form=form,
        button="Enter it",
    )  # fmt: skip


@page(Verb.SIGN, Kind.INDICATOR, methods=("POST",))
def sign_ledger(request: PartnershipRequest, code: str, pk: int) -> HttpResponse:
    """Sign an entry of the ledger."""
    indicator = may(request, code, Verb.SIGN)
    sign_break(broken=get_object_or_404(indicator.breaks, pk=pk), by=request.actor)
    messages.success(request, "The entry is signed.")
    return redirect("indicator", request.partnership.slug, indicator.code)
