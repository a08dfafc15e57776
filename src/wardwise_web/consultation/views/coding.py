"""Pages on which two people put what was written under themes, each without the other's marks."""

from __future__ import annotations

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from wardwise_web.consultation.forms.coding import AnewForm, MarksForm, SettleForm, ThemesForm
from wardwise_web.consultation.models import Question
from wardwise_web.consultation.presenters.coding import alpha_words, coders_of, differing_rows
from wardwise_web.consultation.selectors import surveys_of
from wardwise_web.consultation.selectors.coding import standing_of
from wardwise_web.consultation.services.coding import begin_anew, code_texts, set_themes, settle
from wardwise_web.consultation.states import Sort
from wardwise_web.core.audit.services import note_reading
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Verb


BOTH = ("GET", "POST")
AT_ONCE = 10  # texts on a page
MARKING = "OFFICIAL-SENSITIVE"


@page(Verb.READ, Kind.RESPONSE)
def coding(request: PartnershipRequest, survey_id: int, question_id: int) -> HttpResponse:
    """How far the two are; once both are done, how far they agree and where they differ."""
    question = _question(request, survey_id, question_id, Verb.READ)
    standing, thing = standing_of(question), question.survey.replies_as_thing()
    me = request.actor.person
    return show(
        request,
        "consultation/coding.html",
        question=question,
        standing=standing,
        coders=coders_of(standing),
        alpha=alpha_words(standing),
        differing=differing_rows(standing),
        may_mark=can(request.actor, Verb.COMMENT, thing)
        and bool(standing.themes and standing.left_for(me))
        and (me in standing.marks or len(standing.marks) < 2),
        may_settle=me in standing.marks and standing.agrees,
        may_write=can(request.actor, Verb.WRITE, thing),
        crumbs=_crumbs(request, question),
        marking=MARKING,
    )


@page(Verb.WRITE, Kind.RESPONSE, methods=BOTH)
def themes(request: PartnershipRequest, survey_id: int, question_id: int) -> HttpResponse:
    """The themes, before anybody has begun to mark."""
    question = _question(request, survey_id, question_id, Verb.WRITE)
    lines = [f"{one.name} | {one.meaning}" for one in standing_of(question).themes]
    form = ThemesForm(request.POST or None, initial={"themes": "\n".join(lines)})
    if form.is_valid():
        set_themes(question=question, themes=form.cleaned_data["themes"], by=request.actor)
        messages.success(request, "The themes are kept. Two people can mark now.")
        return _to_coding(request, question)
    return _asked(request, question, form, "Themes", "Keep them")


@page(Verb.COMMENT, Kind.RESPONSE, methods=BOTH)
def mark(request: PartnershipRequest, survey_id: int, question_id: int) -> HttpResponse:
    """The next few texts, with a theme for each."""
    question = _question(request, survey_id, question_id, Verb.COMMENT)
    standing = standing_of(question)
    left = standing.left_for(request.actor.person)
    form = MarksForm(request.POST or None, texts=left[:AT_ONCE], themes=standing.themes)
    if not left or not standing.themes:
        return _to_coding(request, question)
    if form.is_valid():
        code_texts(question=question, chosen=form.chosen, by=request.actor)
        messages.success(request, f"{len(form.chosen)} marked.")
        here = [request.partnership.slug, survey_id, question_id]
        return redirect("mark_words" if len(form.chosen) < len(left) else "coding", *here)
    return _asked(request, question, form, f"{len(left)} left to mark", "Keep these marks")


@page(Verb.COMMENT, Kind.RESPONSE, methods=BOTH)
def settle_one(
    request: PartnershipRequest, survey_id: int, question_id: int, text_id: int
) -> HttpResponse:
    """Words on which the two differ."""
    question = _question(request, survey_id, question_id, Verb.COMMENT)
    text = get_object_or_404(question.texts, pk=text_id)
    themes = {str(one.pk): one for one in standing_of(question).themes}
    form = SettleForm(request.POST or None, themes=themes.values())
    if form.is_valid():
        theme = themes[form.cleaned_data["theme"]]
        settle(question=question, text=text, theme=theme, by=request.actor)
        messages.success(request, "It is settled.")
        return _to_coding(request, question)
    return _asked(request, question, form, text.text, "Settle it")


@page(Verb.WRITE, Kind.RESPONSE, methods=BOTH)
def anew(request: PartnershipRequest, survey_id: int, question_id: int) -> HttpResponse:
    """Another round."""
    question = _question(request, survey_id, question_id, Verb.WRITE)
    form = AnewForm(request.POST or None)
    if form.is_valid():
        begin_anew(question=question, because=form.cleaned_data["because"], by=request.actor)
        messages.success(request, "A new round is begun. Sharpen the themes first.")
        return redirect("themes", request.partnership.slug, survey_id, question_id)
    return _asked(request, question, form, "Begin anew", "Begin anew")


def _question(
    request: PartnershipRequest, survey_id: int, question_id: int, verb: Verb
) -> Question:
    survey = get_object_or_404(surveys_of(request.partnership), pk=survey_id)
    thing = survey.replies_as_thing()
    check_can(request.actor, verb, thing)
    if verb is not Verb.WRITE and request.method == "GET":  # what people wrote stands on the page
        note_reading(by=request.actor, thing=thing)
    return get_object_or_404(survey.questions.filter(sort=Sort.TEXT), pk=question_id)


def _address(request: PartnershipRequest, question: Question) -> str:
    return reverse("coding", args=[request.partnership.slug, question.survey_id, question.pk])


def _to_coding(request: PartnershipRequest, question: Question) -> HttpResponse:
    return redirect(_address(request, question))


def _asked(
    request: PartnershipRequest, question: Question, form: Form, heading: str, button: str
) -> HttpResponse:
    return show(
        request,
        "core/form.html",
        form=form,
        heading=heading,
        lead=question.text,
        button=button,
        back=_address(request, question),
        marking=MARKING,
    )


def _crumbs(request: PartnershipRequest, question: Question) -> list[dict[str, str]]:
    slug, survey = request.partnership.slug, question.survey
    return [
        {"text": survey.title, "href": reverse("survey", args=[slug, survey.pk])},
        {"text": "What people wrote", "href": reverse("survey_words", args=[slug, survey.pk])},
    ]
