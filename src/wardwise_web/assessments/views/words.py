"""Own words: add, edit, both texts when two people edited, versions and what differs."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from wardwise.document.differences import merged
from wardwise.document.joined import START
from wardwise.document.own_words import as_read
from wardwise_web.assessments.forms.drafting import BackingForm, NewWordsForm, PlaceForm, WordsForm
from wardwise_web.assessments.models import Chapter, Passage, PassageVersion
from wardwise_web.assessments.presenters.chapters import marked_difference
from wardwise_web.assessments.presenters.measure_words import measure_in_words
from wardwise_web.assessments.rules.chapters import check_may_write
from wardwise_web.assessments.services.comments import workings_of
from wardwise_web.assessments.services.drafting import (
    StaleWords,
    add_words,
    back_number,
    move_words,
    paper_of,
    save_words,
)
from wardwise_web.assessments.views.finding import (
    chapter_for,
    numbers_for,
    passage_for,
    reading_for,
)
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Verb


BOTH = ("GET", "POST")


def _to_chapter(request: PartnershipRequest, chapter: Chapter) -> HttpResponse:
    return redirect("chapter", request.partnership.slug, chapter.pk)


def _refused_on_get(request: PartnershipRequest, chapter: Chapter) -> HttpResponse | None:
    """A page for writing that cannot be written on now leads back, with the reason."""
    try:
        check_may_write(chapter, paper_of(chapter))
    except MoveRefused as refused:
        messages.error(request, str(refused))
        return _to_chapter(request, chapter)
    return None


@page(Verb.WRITE, Kind.CHAPTER, methods=BOTH)
def words_new(request: PartnershipRequest, chapter: int) -> HttpResponse:
    """Own words after a sentence."""
    found = chapter_for(request, chapter, Verb.WRITE)
    if refused := _refused_on_get(request, found):
        return refused
    section, after = request.GET.get("section", found.anchor), request.GET.get("after", START)
    form = NewWordsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        add_words(
            chapter=found,
            section=section[:120],
            after=after[:120],
            words=form.cleaned_data["words"],
            by=request.actor,
        )
        messages.success(request, "Your words are saved")
        return _to_chapter(request, found)
    return _form(request, found, form, heading="Add words", button="Save")


@page(Verb.WRITE, Kind.CHAPTER, methods=BOTH)
def words_edit(request: PartnershipRequest, passage: int) -> HttpResponse:
    """Edit; if somebody saved meanwhile, three texts and one to save."""
    found = passage_for(request, passage, Verb.WRITE)
    if refused := _refused_on_get(request, found.chapter):
        return refused
    current = found.versions.get(number=found.version)
    start = {"words": current.words, "version": found.version}
    form = WordsForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            save_words(
                passage=found,
                words=given["words"],
                version=given["version"],
                note=given["note"],
                by=request.actor,
            )
        except StaleWords as stale:
            return _both_texts(request, found, given, stale)
        messages.success(request, "Your words are saved")
        return _to_chapter(request, found.chapter)
    return _form(request, found.chapter, form, heading="Edit words", button="Save", passage=found)


def _both_texts(
    request: PartnershipRequest, found: Passage, given: dict[str, Any], stale: StaleWords
) -> HttpResponse:
    base = found.versions.filter(number=given["version"]).first()
    opened, current = base.words if base else "", stale.current
    mine = given["words"].replace("\r\n", "\n").strip()
    together = merged(opened, theirs=current.words, mine=mine)
    form = WordsForm(
        initial={
            "words": mine if together is None else together,
            "version": current.number,
            "note": given["note"],
        }
    )
    return show(
        request,
        "assessments/both_texts.html",
        marking=reading_for(request, found.chapter).marking,
        status=409,
        form=form,
        passage=found,
        chapter=found.chapter,
        opened=opened,
        current=current,
        theirs=marked_difference(opened, current.words),
        mine=marked_difference(opened, mine),
        together=together is not None,
        action=reverse("words_edit", args=[request.partnership.slug, found.pk]),
    )


def _form(request: PartnershipRequest, chapter: Chapter, form: Form, **said: Any) -> HttpResponse:
    numbers = numbers_for(request, chapter)
    reading = reading_for(request, chapter)
    section = reading.section
    ids = dict.fromkeys(one.figure_id for one in section.figures) if section else {}
    return show(
        request,
        "assessments/words_form.html",
        chapter=chapter,
        marking=reading.marking,
        form=form,
        measure=measure_in_words,
        figures=[numbers[one] for one in ids if one in numbers][:400],
        back=reverse("chapter", args=[request.partnership.slug, chapter.pk]),
        **said,
    )


@page(Verb.READ, Kind.COMMENT)
def words_versions(request: PartnershipRequest, passage: int) -> HttpResponse:
    """Every version, and what differs between any two."""
    found = passage_for(request, passage, Verb.READ)
    check_can(request.actor, Verb.READ, workings_of(found.chapter.cycle))
    versions = list(found.versions.select_related("saved_by"))
    first = _version(versions, request.GET.get("from"), max(0, len(versions) - 2))
    second = _version(versions, request.GET.get("to"), len(versions) - 1)
    return show(
        request,
        "assessments/versions.html",
        marking=reading_for(request, found.chapter).marking,
        passage=found,
        chapter=found.chapter,
        versions=versions[::-1],
        first=first,
        second=second,
        difference=marked_difference(first.words, second.words),
        crumbs=[
            {
                "text": found.chapter.title,
                "href": reverse("chapter", args=[request.partnership.slug, found.chapter_id]),
            }
        ],
    )


def _version(versions: list[PassageVersion], asked: str | None, otherwise: int) -> PassageVersion:
    wanted = [one for one in versions if str(one.number) == asked]
    if asked and not wanted:
        raise Http404
    return wanted[0] if wanted else versions[otherwise]


@page(Verb.WRITE, Kind.CHAPTER, methods=BOTH)
def words_place(request: PartnershipRequest, passage: int) -> HttpResponse:
    """Put words whose sentence is gone after another."""
    found = passage_for(request, passage, Verb.WRITE)
    if refused := _refused_on_get(request, found.chapter):
        return refused
    places = _places(request, found.chapter)
    form = PlaceForm(request.POST or None, places=places)
    if request.method == "POST" and form.is_valid():
        section, _, after = form.cleaned_data["place"].partition(" ")
        move_words(passage=found, section=section, after=after, by=request.actor)
        messages.success(request, "The words have a new place")
        return _to_chapter(request, found.chapter)
    return show(
        request,
        "assessments/about_paragraph.html",
        form=form,
        heading="Where do these words go?",
        quoted=_said(request, found),
        button="Put them there",
        back=reverse("chapter", args=[request.partnership.slug, found.chapter_id]),
    )


def _said(request: PartnershipRequest, passage: Passage) -> str:
    words = passage.versions.get(number=passage.version).words
    return as_read(words, numbers=numbers_for(request, passage.chapter))


def _places(request: PartnershipRequest, chapter: Chapter) -> list[tuple[str, str]]:
    made = []
    for part in reading_for(request, chapter).parts:
        made.append((f"{part.anchor} {START}", f"{part.title}: at the beginning"))
        made += [
            (f"{one.section} {one.name}", f"{part.title}: after “{one.quoted[:70]}”")
            for one in part.paragraphs
            if one.block is not None
        ]
    return made


@page(Verb.WRITE, Kind.CHAPTER, methods=BOTH)
def number_back(request: PartnershipRequest, passage: int) -> HttpResponse:
    """Say what stands behind a typed number."""
    found = passage_for(request, passage, Verb.WRITE)
    text = request.GET.get("text", "")[:120]
    form = BackingForm(request.POST or None)
    if request.method == "POST" and text and form.is_valid():
        given = form.cleaned_data["figure_id"].strip().upper()
        if given and given not in numbers_for(request, found.chapter):
            form.add_error("figure_id", "Enter the name of a figure that this build prints")
        else:
            back_number(
                passage=found,
                text=text,
                figure_id=given,
                source=form.cleaned_data["source"],
                by=request.actor,
            )
            messages.success(request, f"What stands behind {text} is kept")
            return redirect("chapter_numbers", request.partnership.slug, found.chapter_id)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"What stands behind “{text}”?",
        button="Keep it",
        back=reverse("chapter_numbers", args=[request.partnership.slug, found.chapter_id]),
    )
