"""Sharing agreements: the register, a new one, a renewal, and what stands under which."""

from __future__ import annotations

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.evidence.agreement_words import agreement_rows
from wardwise_web.evidence.forms.agreements import AgreementForm, TermForm, UnderForm
from wardwise_web.evidence.selectors import agreement_of, agreements_of, dataset_of, datasets_for
from wardwise_web.evidence.services.agreements import enter_agreement, put_under, renew_agreement


BOTH = ("GET", "POST")


@page(Verb.READ, Kind.AGENCY)
def agreements(request: PartnershipRequest) -> HttpResponse:
    """Every agreement with its dates, who can renew it, and what stands under it."""
    partnership, actor = request.partnership, request.actor
    thing = Thing(Kind.AGENCY, partnership.pk)
    check_can(actor, Verb.READ, thing)
    return show(
        request,
        "evidence/agreements.html",
        rows=agreement_rows(
            agreements_of(partnership), datasets_for(actor, partnership), on=timezone.localdate()
        ),
        may_write=can(actor, Verb.WRITE, thing),
    )


@page(Verb.WRITE, Kind.AGENCY, methods=BOTH)
def add_agreement(request: PartnershipRequest) -> HttpResponse:
    """A new one."""
    form = AgreementForm(request.POST or None)
    if form.is_valid():
        made = enter_agreement(
            partnership=request.partnership, agreed=form.agreed, terms=form.terms, by=request.actor
        )
        messages.success(request, f"'{made}' is entered.")
        return redirect("agreements", request.partnership.slug)
    return _asked(request, form, "Enter a sharing agreement", "Enter it")


@page(Verb.WRITE, Kind.AGENCY, methods=BOTH)
def renew(request: PartnershipRequest, agreement_id: int) -> HttpResponse:
    """A further term of one that was signed again."""
    found = agreement_of(request.partnership, agreement_id)
    check_can(request.actor, Verb.WRITE, found.as_thing())
    form = TermForm(request.POST or None)
    if form.is_valid():
        renew_agreement(agreement=found, terms=form.terms, by=request.actor)
        messages.success(request, f"'{found}' is renewed. Files can be handed in under it.")
        return redirect("agreements", request.partnership.slug)
    return _asked(request, form, f"Renew '{found}'", "Renew it")


@page(Verb.CREATE, Kind.RECORD_DATASET, methods=BOTH)
def under(request: PartnershipRequest, dataset_id: int) -> HttpResponse:
    """Under which agreement a dataset is shared."""
    found = dataset_of(request.partnership, dataset_id)
    check_can(request.actor, Verb.CREATE, found.as_thing())
    form = UnderForm(
        request.POST if request.method == "POST" else None,
        agreements=agreements_of(request.partnership),
        initial={
            "agreement": found.agreement_id or "",
            "no_agreement_because": found.no_agreement_because,
        },
    )
    if form.is_valid():
        chosen = form.cleaned_data["agreement"]
        agreement = agreement_of(request.partnership, int(chosen)) if chosen else None
        put_under(
            dataset=found,
            agreement=agreement,
            because=form.cleaned_data["no_agreement_because"],
            by=request.actor,
        )
        messages.success(request, "The agreement is kept with the dataset.")
        return redirect("evidence", request.partnership.slug)
    return _asked(request, form, f"Under which agreement: {found}", "Keep it")


def _asked(request: PartnershipRequest, form: Form, heading: str, button: str) -> HttpResponse:
    return show(
        request,
        "core/form.html",
        form=form,
        heading=heading,
        button=button,
        back=reverse("agreements", args=[request.partnership.slug]),
    )
