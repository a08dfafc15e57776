"""How the engine is set: the text, its versions, mappings, folders on the server."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.evidence.composed import folders_now
from wardwise_web.evidence.forms import FolderForm, MappingForm, NothingToAsk, SettingsForm
from wardwise_web.evidence.runs import EngineRefused, propose_settings
from wardwise_web.evidence.selectors import (
    folders_of,
    mapping_named,
    mappings_in_force,
    places_commissioned,
    settings_in_force,
    settings_versions,
)
from wardwise_web.evidence.services import (
    Overtaken,
    leave_folder,
    point_at_folder,
    save_mapping,
    save_settings,
)
from wardwise_web.people.models import Partnership


def _check(request: PartnershipRequest, verb: Verb) -> None:
    check_can(request.actor, verb, Thing(Kind.BUILD, request.partnership.pk))


def _first_text(partnership: Partnership) -> str:
    """What to begin from: filled in from the geographies where a folder holds them."""
    try:
        return propose_settings(partnership.area_code, folders_now(partnership))
    except EngineRefused as refused:
        return f"# Not filled in. {refused}\n{BLANK.format(p=partnership)}"


@page(Verb.READ, Kind.BUILD)
def engine_settings(request: PartnershipRequest) -> HttpResponse:
    """The settings in force, the mappings, and every version that went before."""
    _check(request, Verb.READ)
    return show(
        request,
        "evidence/settings.html",
        version=settings_in_force(request.partnership),
        versions=settings_versions(request.partnership),
        mappings=mappings_in_force(request.partnership),
        folders=folders_of(request.partnership),
        commissioned=places_commissioned(request.partnership),
        may_set=can(request.actor, Verb.WRITE, Thing(Kind.BUILD, request.partnership.pk)),
    )


@page(Verb.READ, Kind.BUILD)
def settings_version(request: PartnershipRequest, number: int) -> HttpResponse:
    """One version as it was."""
    _check(request, Verb.READ)
    found = get_object_or_404(settings_versions(request.partnership), number=number)
    return show(request, "evidence/settings_version.html", version=found)


@page(Verb.WRITE, Kind.BUILD, methods=("GET", "POST"))
def edit_settings(request: PartnershipRequest) -> HttpResponse:
    """Write a new version; the engine's own reader says whether it can read it."""
    _check(request, Verb.WRITE)
    last = settings_in_force(request.partnership)
    start = {
        "text": last.text if last else partial(_first_text, request.partnership),
        "based_on": last.number if last else 0,
    }
    form, theirs = SettingsForm(request.POST or None, initial=start), None
    if form.is_valid():
        try:
            made = save_settings(
                partnership=request.partnership, by=request.actor, **form.cleaned_data
            )
        except EngineRefused as refused:
            form.add_error("text", str(refused))
        except Overtaken as overtaken:
            theirs = overtaken.now
            form = SettingsForm({**form.cleaned_data, "based_on": theirs.number})
            form.add_error(None, f"{overtaken} Bring the two together, and save again.")
        else:
            messages.success(request, f"Version {made.number} is in force at the next build.")
            return redirect("engine_settings", request.partnership.slug)
    return show(request, "evidence/edit_settings.html", form=form, theirs=theirs)


@page(Verb.WRITE, Kind.BUILD, methods=("GET", "POST"))
def edit_mapping(request: PartnershipRequest, name: str = "") -> HttpResponse:
    """A mapping, new or another version of one that is there."""
    _check(request, Verb.WRITE)
    held = mapping_named(request.partnership, name) if name else None
    start = {"name": held.name, "text": held.text} if held else {}
    form = MappingForm(request.POST or None, initial=start)
    if form.is_valid():
        try:
            made = save_mapping(
                partnership=request.partnership, by=request.actor, **form.cleaned_data
            )
        except EngineRefused as refused:
            form.add_error("text", str(refused))
        else:
            messages.success(request, f"Mapping {made.name}, version {made.number}, is kept.")
            return redirect("engine_settings", request.partnership.slug)
    return show(
        request,
        "evidence/edit_mapping.html",
        form=form,
        heading=f"Mapping {held.name}" if held else "Add a mapping",
    )


@page(Verb.WRITE, Kind.BUILD, methods=("GET", "POST"))
def add_folder(request: PartnershipRequest) -> HttpResponse:
    """Point at a folder on the server."""
    _check(request, Verb.WRITE)
    form = FolderForm(request.POST or None)
    if form.is_valid():
        try:
            point_at_folder(
                partnership=request.partnership, path=form.cleaned_data["path"], by=request.actor
            )
        except EngineRefused as refused:
            form.add_error("path", str(refused))
        else:
            messages.success(request, "The folder is read at the next build.")
            return redirect("engine_settings", request.partnership.slug)
    return show(
        request,
        "core/form.html",
        form=form,
        heading="Point at a folder on the server",
        lead="For what is too large to upload, such as a region's open data. It holds folders "
        "named police_uk, ons, geography and so on.",
        button="Read this folder",
        back=reverse("engine_settings", args=[request.partnership.slug]),
    )


@page(Verb.WRITE, Kind.BUILD, methods=("GET", "POST"))
def drop_folder(request: PartnershipRequest, folder_id: int) -> HttpResponse:
    """Read a folder no longer."""
    _check(request, Verb.WRITE)
    folder = get_object_or_404(folders_of(request.partnership), pk=folder_id)
    form = NothingToAsk(request.POST if request.method == "POST" else None)
    if form.is_valid():
        leave_folder(folder=folder, by=request.actor)
        messages.success(request, "The folder is not read at the next build.")
        return redirect("engine_settings", request.partnership.slug)
    return show(
        request,
        "core/form.html",
        form=form,
        heading="Read this folder no longer?",
        lead=f"{folder.path}. Nothing in it is changed; finished builds stand.",
        button="Read it no longer",
        back=reverse("engine_settings", args=[request.partnership.slug]),
    )


BLANK = """\
# {p.name}. Every heading is explained in docs/how-to/start_a_partnership.md
partnership: {{code: {p.area_code}, name: {p.name}, force: }}
evidence:
  recorded_crime: police_uk
  outcomes: police_uk
  stop_and_search: police_uk
  official: ons_csp_tables
  force_totals: home_office_prc
  context: []
document:
  marking: OFFICIAL
  prepared_by: ''
"""
