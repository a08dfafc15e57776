"""From an address to the object, for pages of chapters and papers."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from wardwise.document.text import Number
from wardwise_web.assessments.models import Chapter, Passage
from wardwise_web.assessments.presenters.markup import Marker
from wardwise_web.assessments.selectors.papers import chapters_of, passages_of
from wardwise_web.assessments.selectors.reading import (
    Paragraph,
    Reading,
    numbers_cleared,
    read_chapter,
)
from wardwise_web.assessments.services.comments import workings_of
from wardwise_web.core.pages import PartnershipRequest
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Verb


def chapter_for(request: PartnershipRequest, number: int, verb: Verb = Verb.READ) -> Chapter:
    """A chapter of this partnership with which this person may do that."""
    found = get_object_or_404(chapters_of(request.partnership), pk=number)
    check_can(request.actor, verb, found.as_thing())
    return found


def workings_for(request: PartnershipRequest, number: int) -> Chapter:
    """A chapter of which this person may read what was said and how its words came about."""
    found = chapter_for(request, number)
    check_can(request.actor, Verb.READ, workings_of(found.cycle))
    return found


def passage_for(request: PartnershipRequest, number: int, verb: Verb) -> Passage:
    """Own words that this person may see and may do that with."""
    found = get_object_or_404(passages_of(request.partnership), pk=number)
    check_can(request.actor, verb, found.chapter.as_thing())
    reading = reading_for(request, found.chapter)
    taken_out = not found.versions.get(number=found.version).words
    if not taken_out and reading.paragraph(found.section, f"words-{found.pk}") is None:
        raise Http404  # marked above their clearance
    return found


def reading_for(request: PartnershipRequest, chapter: Chapter) -> Reading:
    """The chapter as this person may read it."""
    return read_chapter(chapter, clearance=request.actor.clearance)


def paragraph_for(request: PartnershipRequest, chapter: Chapter) -> Paragraph:
    """The paragraph that the address names, if this person may read it."""
    named = request.GET or request.POST
    section, block = named.get("section", ""), named.get("block", "")
    found = reading_for(request, chapter).paragraph(section, block)
    if found is None:
        raise Http404
    return found


def marker_for(request: PartnershipRequest, chapter: Chapter) -> Marker:
    """Numbers open their figure for whoever may read the build; for others they are words."""
    slug, build = request.partnership.slug, chapter.cycle.build
    figure = "figure" if build and can(request.actor, Verb.READ, build.as_thing()) else None
    number = chapter.cycle.build_id
    return Marker(
        figure=(lambda name: reverse(figure, args=[slug, number, name])) if figure else None,
        picture=lambda name, narrow: (
            reverse("chapter_picture", args=[slug, chapter.pk, name])
            + ("?for=phone" if narrow else "")
        ),
    )


def numbers_for(request: PartnershipRequest, chapter: Chapter) -> dict[str, Number]:
    """The printed figures that own words can name; not those above the reader's clearance."""
    return numbers_cleared(request.actor.clearance, chapter)


def as_file(path: Path) -> HttpResponse:
    """A stored file, to be kept and not shown in the page: it has styles of its own."""
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return HttpResponse(
        path.read_bytes(),
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{path.name}"'},
    )


def crumbs_of(request: PartnershipRequest, chapter: Chapter) -> list[dict[str, str]]:
    """The way to a page of a chapter."""
    slug = request.partnership.slug
    return [
        {"text": "Drafting", "href": reverse("drafting", args=[slug])},
        {"text": chapter.title, "href": reverse("chapter", args=[slug, chapter.pk])},
    ]
