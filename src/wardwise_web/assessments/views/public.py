"""What anybody may read: the public summaries of published assessments."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from wardwise_web.assessments.models import Release
from wardwise_web.assessments.presenters.markup import Marker
from wardwise_web.assessments.publish import PUBLIC, public_summary
from wardwise_web.assessments.selectors.papers import published_releases
from wardwise_web.assessments.views.finding import as_file
from wardwise_web.core.pages import public_page, show
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Verb


ANYBODY = Actor(person_id=None, name="The public", partnership_id=None)
FILES = (f"{PUBLIC}.html", f"{PUBLIC}.pdf")


def _releases(slug: str, verb: Verb = Verb.READ) -> list[Release]:
    found = [one for one in published_releases(slug) if can(ANYBODY, verb, one.as_thing())]
    if not found:
        raise Http404
    return found


@public_page
def public_releases(request: HttpRequest, slug: str) -> HttpResponse:
    """A partnership's published assessments; one that has published nothing is not found."""
    found = _releases(slug)
    return show(
        request,
        "assessments/public_releases.html",
        name=found[0].frozen.paper.cycle.partnership.name,
        slug=slug,
        releases=found,
    )


def _release(slug: str, number: int, verb: Verb) -> Release:
    for one in _releases(slug, verb):
        if one.pk == number:
            return one
    raise Http404


@public_page
def public_release(request: HttpRequest, slug: str, release: int) -> HttpResponse:
    """The public summary of one."""
    found = _release(slug, release, Verb.READ)
    paper = public_summary(found.frozen.folder)
    marker = Marker()
    return show(
        request,
        "assessments/public_release.html",
        slug=slug,
        release=found,
        paper=found.frozen.paper,
        document=paper,
        sections=[
            {"title": one.title, "html": [marker.block(block) for block in one.blocks]}
            for one in paper.walk()
        ],
        files=[name for name in FILES if name in found.frozen.files],
        newer=next(
            (
                one
                for one in _releases(slug)
                if one.frozen.paper.cycle_id == found.frozen.paper.cycle_id
                and one.frozen.paper.number > found.frozen.paper.number
            ),
            None,
        ),
    )


@public_page
def public_file(request: HttpRequest, slug: str, release: int, name: str) -> HttpResponse:
    """The same as a file."""
    del request
    found = _release(slug, release, Verb.EXPORT)
    if name not in FILES or name not in found.frozen.files:
        raise Http404
    return as_file(found.frozen.folder / name)
