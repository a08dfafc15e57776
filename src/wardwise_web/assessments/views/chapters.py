"""The list of chapters, a chapter, its pictures and figures."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from wardwise.document.pictures import Picture
from wardwise_web.assessments.models import Chapter, Cycle
from wardwise_web.assessments.presenters.chapters import shown_parts, tag
from wardwise_web.assessments.publish import picture_svg
from wardwise_web.assessments.rules.chapters import may_write
from wardwise_web.assessments.selectors.numbers import flags_of
from wardwise_web.assessments.selectors.papers import (
    changes_to_review,
    chapters_with_counts,
    cleared,
    current_cycle,
    paper_of_cycle,
)
from wardwise_web.assessments.services.comments import workings_of
from wardwise_web.assessments.states import CHAPTER_MOVES, WRITING, ChapterState
from wardwise_web.assessments.views.finding import (
    chapter_for,
    marker_for,
    numbers_for,
    reading_for,
)
from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.moves import moves_from
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb


HEADINGS = ("Chapter", "State", "Analyst", "Comments open", "Sentences to look at")
# a picture opened by itself brings its letters, and may do nothing else
PICTURE_ALONE = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'"
)


@page(Verb.READ, Kind.CYCLE)
def drafting(request: PartnershipRequest) -> HttpResponse:
    """The chapters of the year that is worked on."""
    return _of_year(request, current_cycle(request.partnership))


@page(Verb.READ, Kind.CYCLE)
def drafting_of_year(request: PartnershipRequest, cycle: int) -> HttpResponse:
    """The chapters of another year."""
    return _of_year(request, get_object_or_404(request.partnership.cycles, pk=cycle))


def _of_year(request: PartnershipRequest, cycle: Cycle) -> HttpResponse:
    check_can(request.actor, Verb.READ, cycle.as_thing())
    chapters = [
        one
        for one in chapters_with_counts(cycle, clearance=request.actor.clearance)
        if can(request.actor, Verb.READ, one.as_thing())
    ]
    if form := request.GET.get("form"):
        rows = [
            (one.title, one.standing, str(one.analyst or ""), one.comments_open, one.changes_unseen)
            for one in chapters
        ]
        sheet = Sheet(f"Chapters {cycle.name}", cycle.marking, HEADINGS, rows)
        return export(sheet, form=form, by=request.actor, thing=cycle.as_thing())
    return show(
        request,
        "assessments/drafting.html",
        cycle=cycle,
        paper=paper_of_cycle(cycle),
        chapters=[{"chapter": one, "tag": tag(one.standing)} for one in chapters],
        tag=tag,
        marking=cycle.marking,
        years=request.partnership.cycles.exclude(pk=cycle.pk),
        workings=can(request.actor, Verb.READ, workings_of(cycle)),
        may_export=can(request.actor, Verb.EXPORT, cycle.as_thing()),
    )


@page(Verb.READ, Kind.CHAPTER)
def chapter(request: PartnershipRequest, chapter: int) -> HttpResponse:
    """One chapter: computed sentences and figures, and the partnership's own words."""
    found = chapter_for(request, chapter)
    reading, thing = reading_for(request, found), found.as_thing()
    paper = paper_of_cycle(found.cycle)
    roles, person = request.actor.roles, request.actor.person_id
    slug = request.partnership.slug
    return show(
        request,
        "assessments/chapter.html",
        chapter=found,
        paper=paper,
        reading=reading,
        parts=shown_parts(reading, marker_for(request, found), numbers_for(request, found)),
        tag=tag(found.standing),
        marking=reading.marking,
        writes=can(request.actor, Verb.WRITE, thing) and may_write(found, paper),
        comments=can(request.actor, Verb.COMMENT, thing),
        names=can(request.actor, Verb.APPROVE, thing),
        links=can(request.actor, Verb.READ, Thing(Kind.REVIEW_LINK, request.partnership.pk)),
        flags=[flag for flag in flags_of(reading) if flag.given is None],
        **_workings(request, found),
        moves=moves_from(
            CHAPTER_MOVES,
            now=ChapterState(found.state),
            roles=roles,
            is_author=person in found.author_ids,
        )
        if paper is None or paper.state in WRITING
        else {},
        steps=found.steps.select_related("by"),
        crumbs=[{"text": "Drafting", "href": reverse("drafting", args=[slug])}],
    )


def _workings(request: PartnershipRequest, found: Chapter) -> dict[str, Any]:
    """What waits in the chapter, for those who work on it; nothing above their clearance."""
    if not can(request.actor, Verb.READ, workings_of(found.cycle)):
        return {"workings": False, "changes": 0, "open_comments": 0, "lowerings": []}
    clearance = request.actor.clearance
    waiting = found.comments.filter(responses__isnull=True)
    asked = found.marking_changes.filter(is_lowering=True, decided_at__isnull=True)
    return {
        "workings": True,
        "changes": cleared(changes_to_review(found), clearance=clearance).count(),
        "open_comments": cleared(waiting, clearance=clearance).count(),
        "lowerings": cleared(asked, clearance=clearance, by="was"),
    }


@page(Verb.READ, Kind.CHAPTER)
def chapter_picture(request: PartnershipRequest, chapter: int, name: str) -> HttpResponse:
    """One picture of the chapter, drawn from the build."""
    found = chapter_for(request, chapter)
    build = found.cycle.build
    for part in reading_for(request, found).parts:
        for one in part.paragraphs:
            if build is not None and isinstance(one.block, Picture) and one.block.name == name:
                narrow = request.GET.get("for") == "phone"
                svg = picture_svg(one.block, source=build.folder, narrow=narrow)
                return HttpResponse(
                    svg,
                    content_type="image/svg+xml; charset=utf-8",
                    headers={
                        "Cache-Control": "private, max-age=3600",
                        "Content-Security-Policy": PICTURE_ALONE,
                    },
                )
    raise Http404
