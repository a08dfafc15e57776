"""A chapter's steps, and who writes in it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from wardwise_web.assessments.forms.drafting import WritersForm
from wardwise_web.assessments.selectors.papers import chapters_of
from wardwise_web.assessments.services.drafting import move_chapter, name_writers
from wardwise_web.assessments.states import CHAPTER_MOVES, ChapterState
from wardwise_web.assessments.views.finding import chapter_for, crumbs_of
from wardwise_web.core.moves import moves_from
from wardwise_web.core.moving import Moving, move_page
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.roles import Role
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.people.selectors import people_with


BOTH = ("GET", "POST")


@page(Verb.READ, Kind.CHAPTER, methods=BOTH)
def chapter_move(request: PartnershipRequest, chapter: int, to: str) -> HttpResponse:
    """Send to assurance, assure, send back, open again."""
    found = chapter_for(request, chapter)
    wanted = _state(to)
    move = moves_from(
        CHAPTER_MOVES,
        now=ChapterState(found.state),
        roles=request.actor.roles,
        is_author=request.actor.person_id in found.author_ids,
    ).get(wanted)
    if move is None:
        messages.error(request, f"You cannot make this chapter ‘{wanted}’ as it stands now.")
        return redirect("chapter", request.partnership.slug, found.pk)
    return move_page(
        request,
        Moving(
            move,
            of=found.title,
            back=reverse("chapter", args=[request.partnership.slug, found.pk]),
            told=f"The chapter is now ‘{wanted}’",
            crumbs=crumbs_of(request, found),
        ),
        make=lambda note: move_chapter(chapter=found, to=wanted, note=note, by=request.actor),
    )


def _state(slug: str) -> ChapterState:
    return {str(one).replace(" ", "-"): one for one in ChapterState}.get(slug, ChapterState.DRAFT)


@page(Verb.APPROVE, Kind.CHAPTER, methods=BOTH)
def chapter_writers(request: PartnershipRequest, chapter: int) -> HttpResponse:
    """Which partners write in the chapter."""
    found = get_object_or_404(chapters_of(request.partnership), pk=chapter)
    check_can(request.actor, Verb.APPROVE, found.as_thing())
    known = {
        str(person.pk): person
        for role in (Role.CONTRIBUTOR, Role.LEAD)
        for person in people_with(request.partnership, role)
    }
    start = [str(person.pk) for person in found.writers.all()]
    form = WritersForm(
        request.POST if request.method == "POST" else None,
        initial={"writers": start},
        people=[(key, person.name) for key, person in known.items()],
    )
    if request.method == "POST" and form.is_valid():
        writers = [known[key] for key in form.cleaned_data["writers"]]
        name_writers(chapter=found, writers=writers, by=request.actor)
        messages.success(request, "The chapter's writers are named")
        return redirect("chapter", request.partnership.slug, found.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"Writers of {found.title}",
        lead="Analysts and the manager write in every chapter.",
        button="Save",
        back=reverse("chapter", args=[request.partnership.slug, found.pk]),
        crumbs=crumbs_of(request, found),
    )
