"""Figures of a build: the list, one opened, what moved, the map."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, JsonResponse
from django.urls import reverse

from wardwise.domain.marking import highest_marking
from wardwise_web.assessments.findings import NoFinishedRun, Printed, manifest_of, recipe_of
from wardwise_web.assessments.forms.figures import FigureFilter
from wardwise_web.assessments.maps import layer_of, layers_of
from wardwise_web.assessments.presenters.figures import (
    definition_of,
    files_of,
    recipe_in_words,
    source_in_words,
)
from wardwise_web.assessments.presenters.lists import (
    figure_row,
    figures_sheet,
    moved_row,
    moved_sheet,
    page_of,
)
from wardwise_web.assessments.presenters.map import map_of
from wardwise_web.assessments.selectors.figures import Wanted, compared, figures_for, sifted
from wardwise_web.core.exports.services import export
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.evidence.models import Build
from wardwise_web.evidence.selectors import build_before, build_of, finished_builds
from wardwise_web.evidence.states import BuildState


@page(Verb.READ, Kind.BUILD)
def figures(request: PartnershipRequest, build_id: int) -> HttpResponse:
    """Every figure of a build, sifted."""
    build = _build(request, build_id)
    found = _figures(request, build)
    form = FigureFilter(request.GET, figures=list(found.values()))
    rows = sifted(found, Wanted(**form.cleaned_data) if form.is_valid() else Wanted())
    if wanted := request.GET.get("form"):
        sheet = figures_sheet(rows, marking=build.marking)
        return export(sheet, form=wanted, by=request.actor, thing=build.as_thing())
    paged = page_of(rows, request.GET.get("page", "1"))
    return show(
        request,
        "assessments/figures.html",
        build=build,
        filter=form,
        paged=paged,
        rows=[figure_row(one) for one in paged.rows],
        query=_query(request),
        may_export=can(request.actor, Verb.EXPORT, build.as_thing()),
        **_frame(request, build, "Figures"),
    )


@page(Verb.READ, Kind.BUILD)
def figure(request: PartnershipRequest, build_id: int, figure_id: str) -> HttpResponse:
    """One figure opened: what it is, how sure, from what, and how it is made again."""
    build = _build(request, build_id)
    one = _figures(request, build).get(figure_id.upper())
    if one is None:
        raise Http404
    manifest, recipe = manifest_of(build.folder), recipe_of(build.folder, one.figure_id)
    before = build_before(build)
    earlier = _figures(request, before).get(one.figure_id) if before else None
    return show(
        request,
        "assessments/figure.html",
        build=build,
        row=figure_row(one),
        definition=definition_of(one),
        sources=[source_in_words(source) for source in one.sources],
        files=files_of(one, manifest),
        recipe=recipe_in_words(recipe) if recipe else None,
        manifest=manifest,
        before=before,
        earlier=figure_row(earlier) if earlier else None,
        **_frame(request, build, one.figure_id, marking=one.marking),
    )


@page(Verb.READ, Kind.BUILD)
def compare_builds(request: PartnershipRequest, build_id: int) -> HttpResponse:
    """Which figures moved since another build, and why."""
    build = _build(request, build_id)
    others = [one for one in finished_builds(request.partnership) if one.pk != build.pk]
    others = [one for one in others if can(request.actor, Verb.READ, one.as_thing())]
    chosen = request.GET.get("with", "")
    other = next((one for one in others if str(one.pk) == chosen), None) or build_before(build)
    if other is None or other not in others:
        return show(
            request,
            "assessments/nothing_to_compare.html",
            build=build,
            **_frame(request, build, "Compare"),
        )
    found = compared(request.actor, then=other, now=build)
    marking = highest_marking([build.marking, other.marking])
    form = FigureFilter(request.GET, figures=[moved.figure for moved in found.moved])
    wanted = Wanted(**form.cleaned_data) if form.is_valid() else Wanted()
    fitting = sifted({str(n): one.figure for n, one in enumerate(found.moved)}, wanted)
    names = {id(one) for one in fitting}
    rows = [moved for moved in found.moved if id(moved.figure) in names]
    if asked := request.GET.get("form"):
        sheet = moved_sheet(rows, marking=marking)
        return export(sheet, form=asked, by=request.actor, thing=build.as_thing())
    paged = page_of(rows, request.GET.get("page", "1"))
    return show(
        request,
        "assessments/compare.html",
        build=build,
        other=other,
        others=others,
        found=found,
        filter=form,
        paged=paged,
        rows=[moved_row(one) for one in paged.rows],
        query=_query(request),
        may_export=can(request.actor, Verb.EXPORT, build.as_thing()),
        **_frame(request, build, "Compare", marking=marking),
    )


@page(Verb.READ, Kind.BUILD)
def build_map(request: PartnershipRequest, build_id: int) -> HttpResponse:
    """The build's areas on a map, with their table beside it."""
    build = _build(request, build_id)
    layers = layers_of(build.folder)
    layer = request.GET.get("layer", next(iter(layers), ""))
    if layer and layer not in layers:
        raise Http404
    drawn = map_of(layer_of(build.folder, layer)) if layer else None
    return show(
        request,
        "assessments/map.html",
        build=build,
        layers=layers,
        layer=layer,
        map=drawn,
        **_frame(request, build, "Map"),
    )


@page(Verb.READ, Kind.BUILD)
def map_layer(request: PartnershipRequest, build_id: int, layer: str) -> HttpResponse:
    """One layer as GeoJSON, with the class of each area."""
    build = _build(request, build_id)
    try:
        found = layer_of(build.folder, layer)
    except NoFinishedRun:
        raise Http404 from None
    return JsonResponse(map_of(found).geojson)


def _build(request: PartnershipRequest, build_id: int) -> Build:
    build = build_of(request.partnership, build_id)
    check_can(request.actor, Verb.READ, build.as_thing())
    if build.state != BuildState.DONE:
        raise Http404
    return build


def _figures(request: PartnershipRequest, build: Build) -> dict[str, Printed]:
    try:
        return figures_for(request.actor, build)
    except NoFinishedRun:
        raise Http404 from None


def _query(request: PartnershipRequest) -> str:
    kept = {name: value for name, value in request.GET.items() if name not in ("form", "page")}
    return f"{urlencode(kept)}&" if kept else ""


def _frame(
    request: PartnershipRequest, build: Build, here: str, *, marking: str = ""
) -> dict[str, Any]:
    slug = request.partnership.slug
    return {
        "marking": marking or build.marking,
        "crumbs": [
            {"text": "Builds", "href": reverse("builds", args=[slug])},
            {"text": f"Build {build.pk}", "href": reverse("build", args=[slug, build.pk])},
            {"text": here},
        ],
    }
