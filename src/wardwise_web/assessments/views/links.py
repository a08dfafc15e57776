"""Review links, and the page that somebody without an account opens with one."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wardwise.document.pictures import Picture
from wardwise_web.assessments.forms.drafting import CommentForm, LinkForm
from wardwise_web.assessments.models import ReviewLink
from wardwise_web.assessments.presenters.chapters import shown_parts
from wardwise_web.assessments.presenters.markup import Marker
from wardwise_web.assessments.publish import picture_address
from wardwise_web.assessments.selectors.papers import chapters_of
from wardwise_web.assessments.selectors.reading import Reading, numbers_cleared, read_chapter
from wardwise_web.assessments.services.links import (
    chapter_for,
    comment_through,
    guest_of,
    is_open,
    make_link,
    open_link,
    revoke_link,
)
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.pages import PartnershipRequest, page, public_page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb


@page(Verb.READ, Kind.REVIEW_LINK, methods=("GET", "POST"))
def chapter_links(request: PartnershipRequest, chapter: int) -> HttpResponse:
    """The chapter's links, who opened them, and a form for one more."""
    found = get_object_or_404(chapters_of(request.partnership), pk=chapter)
    thing = Thing(Kind.REVIEW_LINK, request.partnership.pk)
    check_can(request.actor, Verb.READ, thing)
    makes = can(request.actor, Verb.CREATE, thing)
    form = LinkForm(request.POST if makes and request.method == "POST" else None)
    made = None
    if request.method == "POST" and makes and form.is_valid():
        _link, token = make_link(chapter=found, by=request.actor, **form.cleaned_data)
        made = request.build_absolute_uri(reverse("review", args=[token]))
        form = LinkForm()
    slug = request.partnership.slug
    return show(
        request,
        "assessments/links.html",
        chapter=found,
        rows=[
            {"link": one, "open": is_open(one), "openings": one.openings.all()[:5]}
            for one in found.links.select_related("made_by")
        ],
        form=form,
        makes=makes,
        made=made,
        crumbs=[
            {"text": "Drafting", "href": reverse("drafting", args=[slug])},
            {"text": found.title, "href": reverse("chapter", args=[slug, found.pk])},
        ],
    )


@page(Verb.WRITE, Kind.REVIEW_LINK, methods=("POST",))
def link_revoke(request: PartnershipRequest, chapter: int, link: int) -> HttpResponse:
    """Close one."""
    found = get_object_or_404(chapters_of(request.partnership), pk=chapter)
    one = get_object_or_404(found.links, pk=link)
    revoke_link(link=one, by=request.actor)
    messages.success(request, "The link is closed")
    return redirect("chapter_links", request.partnership.slug, found.pk)


# the same whether there ever was such a link or not
CLOSED = (
    "This link opens nothing: it has ended, it was closed, or a part of it is missing.",
    "Ask whoever sent it to you for another.",
)


@public_page
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, token: str) -> HttpResponse:
    """One chapter, read with a link: comments and nothing else; a closed one is not found."""
    link = open_link(token=token)
    if link is None or not can(guest_of(link), Verb.READ, chapter_for(link)):
        gone = "Page not found"
        return show(request, "core/message.html", status=404, heading=gone, lines=CLOSED)
    said = _commented(request, link) if request.method == "POST" else None
    answer = said or _page(request, link, CommentForm())
    # the address is the key: no search engine keeps the page, and no other site is told of it by
    # the policy of every page. A stricter one would make a browser hide where a comment came from,
    # and the comment would be refused as forged
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Cache-Control"] = "no-store"
    return answer


def _commented(request: HttpRequest, link: ReviewLink) -> HttpResponse:
    reading = read_chapter(link.chapter, clearance=guest_of(link).clearance)
    place = request.POST.get("place", "").split(" ")
    paragraph = reading.paragraph(*place) if len(place) == 2 else None
    form = CommentForm(request.POST)
    if paragraph is None:
        raise Http404
    if not form.is_valid():
        return _page(request, link, form)
    try:
        comment_through(link=link, target=paragraph.target, words=form.cleaned_data["words"])
    except MoveRefused as refused:
        form.add_error("words", str(refused))
        return _page(request, link, form)
    messages.success(request, "Thank you: your comment is with the partnership")
    return redirect(request.path)


def _page(request: HttpRequest, link: ReviewLink, form: CommentForm) -> HttpResponse:
    clearance = guest_of(link).clearance
    reading = read_chapter(link.chapter, clearance=clearance)
    numbers = numbers_cleared(clearance, link.chapter)
    return show(
        request,
        "assessments/review.html",
        link=link,
        chapter=link.chapter,
        parts=shown_parts(reading, _drawn_for(link, reading), numbers),
        marking=reading.marking,
        form=form,
        mine=link.comments.all(),
    )


def _drawn_for(link: ReviewLink, reading: Reading) -> Marker:
    """Pictures stand in the page itself: the link opens one address and no other."""
    build = link.chapter.cycle.build
    if build is None:
        return Marker()
    drawn = {
        one.block.name: one.block
        for part in reading.parts
        for one in part.paragraphs
        if isinstance(one.block, Picture)
    }
    return Marker(
        picture=lambda name, narrow: picture_address(
            drawn[name], source=build.folder, narrow=narrow
        )
    )
