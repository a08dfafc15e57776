"""What a chapter's readers do: numbers, changed sentences, comments, markings, steps."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from wardwise.domain.marking import highest_marking
from wardwise_web.assessments.forms.drafting import (
    CommentForm,
    MarkingForm,
    ResponseForm,
)
from wardwise_web.assessments.presenters.chapters import marked_difference
from wardwise_web.assessments.presenters.measure_words import measure_in_words
from wardwise_web.assessments.selectors.numbers import flags_of
from wardwise_web.assessments.selectors.papers import (
    changes_to_review,
    comments_of,
)
from wardwise_web.assessments.services.comments import comment_on, respond, thing_of
from wardwise_web.assessments.services.drafting import review_change
from wardwise_web.assessments.services.markings import decide_lowering, mark_paragraph
from wardwise_web.assessments.states import Answer
from wardwise_web.assessments.views.finding import (
    chapter_for,
    crumbs_of,
    paragraph_for,
    reading_for,
    workings_for,
)
from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.markings import is_cleared
from wardwise_web.core.permissions.thing import Kind, Verb


BOTH = ("GET", "POST")


@page(Verb.READ, Kind.CHAPTER)
def chapter_numbers(request: PartnershipRequest, chapter: int) -> HttpResponse:
    """Typed numbers that no figure of the chapter says."""
    found = chapter_for(request, chapter)
    reading = reading_for(request, found)
    flags = flags_of(reading)
    return show(
        request,
        "assessments/numbers.html",
        chapter=found,
        marking=reading.marking,
        measure=measure_in_words,
        open_flags=[flag for flag in flags if flag.given is None],
        given_flags=[flag for flag in flags if flag.given is not None],
        writes=can(request.actor, Verb.WRITE, found.as_thing()),
        crumbs=crumbs_of(request, found),
    )


@page(Verb.READ, Kind.COMMENT)
def chapter_changes(request: PartnershipRequest, chapter: int) -> HttpResponse:
    """Sentences that a build changed: to be looked at, and looked at before."""
    found = workings_for(request, chapter)
    clearance = request.actor.clearance
    waiting = [
        {"change": one, "difference": marked_difference(one.before, one.after)}
        for one in changes_to_review(found).select_related("build", "before_build")
        if is_cleared(clearance, one.marking)
    ]
    seen = [
        one
        for one in found.changes.filter(reviewed_at__isnull=False).select_related("reviewed_by")
        if is_cleared(clearance, one.marking)
    ]
    return show(
        request,
        "assessments/changes.html",
        chapter=found,
        waiting=waiting,
        seen=seen,
        writes=can(request.actor, Verb.WRITE, found.as_thing()),
        crumbs=crumbs_of(request, found),
    )


@page(Verb.WRITE, Kind.CHAPTER, methods=("POST",))
def change_review(request: PartnershipRequest, chapter: int, change: int) -> HttpResponse:
    """Tick one."""
    found = chapter_for(request, chapter, Verb.WRITE)
    one = get_object_or_404(found.changes, pk=change)
    review_change(change=one, note=request.POST.get("note", ""), by=request.actor)
    messages.success(request, "Kept that you have looked at this sentence")
    return redirect("chapter_changes", request.partnership.slug, found.pk)


HEADINGS = ("Paragraph", "Comment", "By", "When", "Answer", "Response", "Response by")


@page(Verb.READ, Kind.COMMENT)
def chapter_comments(request: PartnershipRequest, chapter: int) -> HttpResponse:
    """Every comment with its response."""
    found = workings_for(request, chapter)
    said = [
        one
        for one in comments_of(request.partnership).filter(chapter=found)
        if can(request.actor, Verb.READ, thing_of(one))
    ]
    rows = [{"comment": one, "response": one.responses.last()} for one in said]
    if request.GET.get("show") == "open":
        rows = [row for row in rows if row["response"] is None]
    # a comment quotes its paragraph, which may be marked above the year
    marking = highest_marking([found.cycle.marking, *(one.marking for one in said)])
    if form := request.GET.get("form"):
        name = f"Comments on {found.title}"
        sheet = Sheet(name, marking, HEADINGS, [_row(row) for row in rows])
        return export(sheet, form=form, by=request.actor, thing=found.as_thing())
    return show(
        request,
        "assessments/comments.html",
        chapter=found,
        marking=marking,
        rows=rows,
        only_open=request.GET.get("show") == "open",
        answers=can(request.actor, Verb.WRITE, found.as_thing()),
        may_export=can(request.actor, Verb.EXPORT, found.as_thing()),
        crumbs=crumbs_of(request, found),
    )


def _row(row: dict[str, Any]) -> tuple[str, ...]:
    one, answer = row["comment"], row["response"]
    said = (answer.answer, answer.words, str(answer.by)) if answer else ("", "", "")
    return (one.quoted[:200], one.words, one.who, one.at.isoformat(timespec="minutes"), *said)


@page(Verb.COMMENT, Kind.CHAPTER, methods=BOTH)
def comment_new(request: PartnershipRequest, chapter: int) -> HttpResponse:
    """Say something of one paragraph."""
    found = chapter_for(request, chapter, Verb.COMMENT)
    paragraph = paragraph_for(request, found)
    form = CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        comment_on(
            chapter=found,
            target=paragraph.target,
            words=form.cleaned_data["words"],
            by=request.actor,
        )
        messages.success(request, "Your comment is kept. It will have a response.")
        return redirect("chapter", request.partnership.slug, found.pk)
    return show(
        request,
        "assessments/about_paragraph.html",
        form=form,
        heading="Comment on this paragraph",
        quoted=paragraph.quoted,
        marking=paragraph.marking,
        button="Send the comment",
        back=reverse("chapter", args=[request.partnership.slug, found.pk]),
        crumbs=crumbs_of(request, found),
    )


@page(Verb.WRITE, Kind.CHAPTER, methods=BOTH)
def comment_respond(request: PartnershipRequest, comment: int) -> HttpResponse:
    """Accept, reject or note a comment, and say why."""
    found = get_object_or_404(comments_of(request.partnership), pk=comment)
    check_can(request.actor, Verb.READ, thing_of(found))
    check_can(request.actor, Verb.WRITE, found.chapter.as_thing())
    form = ResponseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        respond(
            comment=found,
            answer=Answer(form.cleaned_data["answer"]),
            words=form.cleaned_data["words"],
            by=request.actor,
        )
        messages.success(request, "The response is kept")
        return redirect("chapter_comments", request.partnership.slug, found.chapter_id)
    return show(
        request,
        "assessments/about_paragraph.html",
        form=form,
        heading="Respond to a comment",
        quoted=found.quoted,
        comment=found,
        marking=found.marking,
        button="Save the response",
        back=reverse("chapter_comments", args=[request.partnership.slug, found.chapter_id]),
        crumbs=crumbs_of(request, found.chapter),
    )


@page(Verb.WRITE, Kind.CHAPTER, methods=BOTH)
def paragraph_marking(request: PartnershipRequest, chapter: int) -> HttpResponse:
    """Raise a paragraph's marking, or ask that it be lowered."""
    found = chapter_for(request, chapter, Verb.WRITE)
    one = paragraph_for(request, found)
    form = MarkingForm(request.POST or None, initial={"marking": one.marking})
    if request.method == "POST" and form.is_valid():
        made = mark_paragraph(
            chapter=found,
            place=(one.section, one.name, one.marking),
            now=form.cleaned_data["marking"],
            reason=form.cleaned_data["reason"],
            by=request.actor,
        )
        if made.is_lowering:
            messages.success(request, "Asked. A second person has to grant it.")
        else:
            messages.success(request, f"The paragraph is {made.now} from now on")
        return redirect("chapter", request.partnership.slug, found.pk)
    return show(
        request,
        "assessments/about_paragraph.html",
        form=form,
        heading="Marking of this paragraph",
        lead="Raising holds at once. Lowering needs a second person.",
        quoted=one.quoted,
        marking=one.marking,
        button="Save",
        back=reverse("chapter", args=[request.partnership.slug, found.pk]),
        crumbs=crumbs_of(request, found),
    )


@page(Verb.WRITE, Kind.CHAPTER, methods=("POST",))
def marking_decide(request: PartnershipRequest, chapter: int, change: int) -> HttpResponse:
    """Grant or refuse that a marking be lowered."""
    found = chapter_for(request, chapter, Verb.WRITE)
    one = get_object_or_404(found.marking_changes, pk=change)
    grant = request.POST.get("grant") == "yes"
    decide_lowering(change=one, grant=grant, by=request.actor)
    messages.success(request, "The marking is lowered" if grant else "The marking stays")
    return redirect("chapter", request.partnership.slug, found.pk)
