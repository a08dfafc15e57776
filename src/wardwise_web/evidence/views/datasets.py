"""Files in: what is held, declaring a dataset, handing a file in, erasing one."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.exports.services import export
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.evidence.agreement_words import under_in_words
from wardwise_web.evidence.composed import has_mapping
from wardwise_web.evidence.content import NotTaken
from wardwise_web.evidence.forms import DatasetForm, EraseForm, HandInForm
from wardwise_web.evidence.kinds import kind_named
from wardwise_web.evidence.models import Dataset
from wardwise_web.evidence.presenters import (
    build_row,
    dataset_rows,
    datasets_sheet,
    gateway_in_words,
)
from wardwise_web.evidence.rules import why_not_shared
from wardwise_web.evidence.selectors import (
    agencies_to_hand_in_for,
    agency_named,
    agreements_of,
    builds_for,
    dataset_of,
    datasets_for,
    file_of,
    folders_of,
    places_commissioned,
    settings_in_force,
)
from wardwise_web.evidence.services import declare_dataset, erase_file, hand_in


@page(Verb.READ, Kind.BUILD)
def evidence(request: PartnershipRequest) -> HttpResponse:
    """What is held, from whom, how the engine is set, and the last build."""
    partnership, actor = request.partnership, request.actor
    rows = dataset_rows(actor, datasets_for(actor, partnership))
    thing = Thing(Kind.DATASET, partnership.pk)
    if form := request.GET.get("form"):
        return export(datasets_sheet(rows), form=form, by=actor, thing=thing)
    builds = builds_for(actor, partnership)
    build_thing = Thing(Kind.BUILD, partnership.pk)
    return show(
        request,
        "evidence/evidence.html",
        rows=rows,
        last=build_row(builds[0]) if builds else None,
        folders=folders_of(partnership),
        version=settings_in_force(partnership),
        commissioned=places_commissioned(partnership),
        may_declare=bool(agencies_to_hand_in_for(actor, partnership)),
        may_export=can(actor, Verb.EXPORT, thing),
        may_build=can(actor, Verb.CREATE, build_thing),
        may_set=can(actor, Verb.WRITE, build_thing),
    )


@page(Verb.CREATE, Kind.RECORD_DATASET, methods=("GET", "POST"))
def declare(request: PartnershipRequest) -> HttpResponse:
    """What the law asks to be known of a dataset before a file of it is taken in."""
    agencies = agencies_to_hand_in_for(request.actor, request.partnership)
    form = DatasetForm(
        request.POST or None, agencies=agencies, agreements=agreements_of(request.partnership)
    )
    if form.is_valid():
        made = declare_dataset(
            partnership=request.partnership,
            agency=agency_named(agencies, form.cleaned_data["agency"]),
            declaration=form.declaration,
            by=request.actor,
        )
        messages.success(request, "The dataset is declared. Hand in its first file now.")
        return redirect("hand_in", request.partnership.slug, made.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading="Declare a dataset",
        lead="Nothing is taken in before all of this is known. The sharing agreement says it.",
        button="Declare it",
        back=reverse("evidence", args=[request.partnership.slug]),
    )


@page(Verb.READ, Kind.DATASET)
def dataset(request: PartnershipRequest, dataset_id: int) -> HttpResponse:
    """One dataset: its declaration and its files. Reading one about people is remembered."""
    found = dataset_of(request.partnership, dataset_id)
    thing = found.as_thing()
    check_can(request.actor, Verb.READ, thing)
    if found.is_record_level:
        with transaction.atomic():
            record("dataset.read", by=request.actor, thing=thing, operation=Operation.CONSULTATION)
    return show(
        request,
        "evidence/dataset.html",
        dataset=found,
        title=kind_named(found.kind).title,
        gateway=gateway_in_words(found.gateway),
        under=under_in_words(found, on=timezone.localdate()),
        why_not=why_not_shared(found, on=timezone.localdate()),
        files=found.files.select_related("handed_by", "erased_by"),
        may_hand_in=can(request.actor, Verb.CREATE, thing),
        marking=found.marking,
    )


def _who_reads_it(dataset: Dataset) -> str:
    if has_mapping(dataset.partnership, dataset.mapping):
        return "The next build reads it."
    return (
        f"There is no mapping '{dataset.mapping}' yet, and no build can read it before: an analyst"
        " adds it in 'Engine settings'."
    )


@page(Verb.CREATE, Kind.RECORD_DATASET, methods=("GET", "POST"))
def hand_in_file(request: PartnershipRequest, dataset_id: int) -> HttpResponse:
    """Hand in one file of a dataset."""
    found = dataset_of(request.partnership, dataset_id)
    check_can(request.actor, Verb.CREATE, found.as_thing())
    if why := why_not_shared(found, on=timezone.localdate()):
        heading = f"No file can be handed in: {kind_named(found.kind).title}"
        return show(request, "core/message.html", heading=heading, lines=[f"{why}."])
    form = HandInForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            made = hand_in(
                dataset=found,
                upload=form.cleaned_data["file"],
                received_on=form.cleaned_data["received_on"],
                by=request.actor,
            )
        except NotTaken as refused:
            form.add_error("file", str(refused))
        else:
            messages.success(
                request,
                f"'{made.name}' is taken in ({made.size:,} bytes, SHA-256 {made.sha256[:12]}…)."
                f" {_who_reads_it(found)}",
            )
            return redirect("evidence", request.partnership.slug)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"Hand in a file: {kind_named(found.kind).title}",
        lead=f"From {found.supplier}, marked {found.marking}, kept until the review date."
        f" {under_in_words(found, on=timezone.localdate())}.",
        button="Hand it in",
        back=reverse("evidence", args=[request.partnership.slug]),
    )


@page(Verb.CREATE, Kind.RECORD_DATASET, methods=("GET", "POST"))
def erase(request: PartnershipRequest, file_id: int) -> HttpResponse:
    """Erase one file: the bytes go, the row with its reason stays."""
    file = file_of(request.partnership, file_id)
    check_can(request.actor, Verb.CREATE, file.dataset.as_thing())
    if file.erased_at is not None:
        messages.error(request, "This file was erased already.")
        return redirect("evidence", request.partnership.slug)
    form = EraseForm(request.POST or None)
    if form.is_valid():
        erase_file(file=file, because=form.cleaned_data["because"], by=request.actor)
        messages.success(request, f"'{file.name}' is erased. The next build does not read it.")
        return redirect("certificate", request.partnership.slug, file.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"Erase '{file.name}'",
        lead="The file goes for good, and with it every row that builds have read of it. What was"
        " built, and a paper that was frozen, stand as they were made.",
        button="Erase the file",
        back=reverse("evidence", args=[request.partnership.slug]),
    )


@page(Verb.CREATE, Kind.RECORD_DATASET)
def certificate(request: PartnershipRequest, file_id: int) -> HttpResponse:
    """What an erasure took away, as the engine certified it."""
    file = file_of(request.partnership, file_id)
    check_can(request.actor, Verb.CREATE, file.dataset.as_thing())
    if file.erased_at is None:
        raise Http404
    return show(request, "evidence/certificate.html", file=file, marking=file.dataset.marking)
