"""Builds: the list, starting one, watching it, and its documents."""

from __future__ import annotations

import hashlib
import mimetypes
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from wardwise.domain.marking import highest_marking
from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.exports.services import export
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.evidence.agreement_words import supply_agreements
from wardwise_web.evidence.composed import secret_missing
from wardwise_web.evidence.forms import NothingToAsk
from wardwise_web.evidence.models import Build, Dataset
from wardwise_web.evidence.presenters import (
    DOCUMENTS,
    build_row,
    builds_sheet,
    document_rows,
    report_sheet,
)
from wardwise_web.evidence.rules import lapsed_of
from wardwise_web.evidence.runs import EngineRefused
from wardwise_web.evidence.selectors import (
    build_before,
    build_of,
    builds_for,
    datasets_for,
    folders_of,
    last_report,
    newest_report,
    places_commissioned,
    report_going_on,
    settings_in_force,
)
from wardwise_web.evidence.services import ask_for_report, start_build
from wardwise_web.evidence.states import BuildState, ReportKind


@page(Verb.READ, Kind.BUILD)
def builds(request: PartnershipRequest) -> HttpResponse:
    """Every build, the newest first."""
    thing = Thing(Kind.BUILD, request.partnership.pk)
    rows = [build_row(one) for one in builds_for(request.actor, request.partnership)]
    if form := request.GET.get("form"):
        return export(builds_sheet(rows), form=form, by=request.actor, thing=thing)
    return show(
        request,
        "evidence/builds.html",
        rows=rows,
        may_build=can(request.actor, Verb.CREATE, thing),
        may_export=can(request.actor, Verb.EXPORT, thing),
    )


@page(Verb.CREATE, Kind.BUILD, methods=("GET", "POST"))
def start(request: PartnershipRequest) -> HttpResponse:
    """What the build will read, and the button that starts it."""
    partnership = request.partnership
    check_can(request.actor, Verb.CREATE, Thing(Kind.BUILD, partnership.pk))
    form = NothingToAsk(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = start_build(partnership=partnership, by=request.actor)
        except EngineRefused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("build", partnership.slug, made.pk)
    return show(
        request,
        "evidence/start_build.html",
        form=form,
        version=settings_in_force(partnership),
        commissioned=places_commissioned(partnership),
        folders=folders_of(partnership),
        no_secret=secret_missing(partnership),
        datasets=datasets_for(request.actor, partnership),
        lapsed=lapsed_of(datasets_for(request.actor, partnership), on=timezone.localdate()),
    )


@page(Verb.READ, Kind.BUILD)
def build(request: PartnershipRequest, build_id: int) -> HttpResponse:
    """One build: how far it is, or what it made."""
    found = _build(request, build_id)
    return show(request, "evidence/build.html", **_shown(request, found))


@page(Verb.READ, Kind.BUILD)
def progress(request: PartnershipRequest, build_id: int) -> HttpResponse:
    """The part of the page that refreshes; once the build has ended, the whole page anew."""
    found = _build(request, build_id)
    answer = show(request, "evidence/progress.html", row=build_row(found), build=found)
    if found.is_final:
        answer["HX-Refresh"] = "true"
    return answer


@page(Verb.EXPORT, Kind.BUILD)
def document(request: PartnershipRequest, build_id: int, name: str) -> HttpResponse:
    """One document of a finished build leaves: by right, and remembered with its hash."""
    found = _build(request, build_id)
    check_can(request.actor, Verb.EXPORT, found.as_thing())
    path = found.folder / name
    if name not in DOCUMENTS or found.state != BuildState.DONE or not path.is_file():
        raise Http404
    # read whole: it is hashed as it leaves, and the largest is some megabytes
    content = path.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        record(
            "document.downloaded",
            by=request.actor,
            thing=found.as_thing(),
            operation=Operation.DISCLOSURE,
            details={"name": name, "sha256": sha256, "run": found.run, "marking": found.marking},
        )
    left_as = f'attachment; filename="{request.partnership.slug}-{name}"'
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": left_as})


@page(Verb.READ, Kind.BUILD)
def report(request: PartnershipRequest, kind: str) -> HttpResponse:
    """The data-quality report or the supply tracker, as it was last made."""
    asked = _kind(kind)
    found = last_report(request.partnership, asked)
    thing = found.as_thing() if found else Thing(Kind.BUILD, request.partnership.pk)
    check_can(request.actor, Verb.READ, thing)
    datasets = _supplied(request) if asked == ReportKind.SUPPLY else []
    tables = [*(found.tables if found else ())]
    if datasets:
        tables.append(supply_agreements(datasets, on=timezone.localdate()))
    marking = highest_marking([one.marking for one in (found, *datasets) if one is not None])
    if form := request.GET.get("form"):
        number = request.GET.get("table", "")
        sheet = report_sheet(tables, int(number) if number.isdecimal() else -1, marking=marking)
        if sheet is None:
            raise Http404
        return export(sheet, form=form, by=request.actor, thing=thing)
    newest = newest_report(request.partnership, asked)
    return show(
        request,
        "evidence/report.html",
        kind=asked,
        report=found,
        tables=tables,
        lapsed=lapsed_of(datasets, on=timezone.localdate()),
        going=report_going_on(request.partnership, asked),
        failed=newest if newest and newest.state == BuildState.FAILED else None,
        may_ask=can(request.actor, Verb.CREATE, Thing(Kind.BUILD, request.partnership.pk)),
        may_export=can(request.actor, Verb.EXPORT, thing),
        marking=marking if tables else None,
    )


def _supplied(request: PartnershipRequest) -> list[Dataset]:
    """Datasets that this person may read: a drop says nothing of itself."""
    found = datasets_for(request.actor, request.partnership)
    return [one for one in found if can(request.actor, Verb.READ, one.as_thing())]


@page(Verb.CREATE, Kind.BUILD, methods=("POST",))
def ask_report(request: PartnershipRequest, kind: str) -> HttpResponse:
    """Ask for a report anew."""
    ask_for_report(partnership=request.partnership, kind=_kind(kind), by=request.actor)
    messages.success(request, "The files are being read. The report is here in a moment.")
    return redirect("report", request.partnership.slug, kind)


def _kind(kind: str) -> ReportKind:
    if kind not in ReportKind.values:
        raise Http404
    return ReportKind(kind)


def _build(request: PartnershipRequest, build_id: int) -> Build:
    found = build_of(request.partnership, build_id)
    check_can(request.actor, Verb.READ, found.as_thing())
    return found


def _shown(request: PartnershipRequest, found: Build) -> dict[str, Any]:
    done = found.state == BuildState.DONE
    return {
        "build": found,
        "row": build_row(found),
        "documents": document_rows(found) if done else [],
        "before": build_before(found) if done else None,
        "may_export": can(request.actor, Verb.EXPORT, found.as_thing()),
        "may_build": can(request.actor, Verb.CREATE, Thing(Kind.BUILD, request.partnership.pk)),
        "marking": found.marking,
        "crumbs": [
            {"text": "Builds", "href": reverse("builds", args=[request.partnership.slug])},
            {"text": f"Build {found.pk}"},
        ],
    }
