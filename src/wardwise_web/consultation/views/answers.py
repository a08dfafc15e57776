"""Pages of what was answered."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from wardwise_web.consultation.forms.answers import AnswerForm, initial_of_answer
from wardwise_web.consultation.models import Answer
from wardwise_web.consultation.presenters import (
    ANSWER_HEADINGS,
    answer_cells,
    heard_in,
    moves_for,
)
from wardwise_web.consultation.selectors import answers_of, events_of, surveys_of
from wardwise_web.consultation.services import Stale
from wardwise_web.consultation.services.answers import add_answer, change_answer, move_answer
from wardwise_web.consultation.states import ANSWER_MOVES, AnswerState
from wardwise_web.consultation.views.loading import cycle_of, readable, register_of, tabs_for
from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.moving import Moving, move_page, way_to
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.thing import Kind, Verb


@page(Verb.READ, Kind.ANSWER)
def answers(request: PartnershipRequest) -> HttpResponse:
    """You said, we decided, because."""
    thing = register_of(Kind.ANSWER, request.partnership)
    check_can(request.actor, Verb.READ, thing)
    rows = readable(answers_of(request.partnership), request.actor)
    if form := request.GET.get("form"):
        sheet = Sheet("You said", LOWEST, ANSWER_HEADINGS, [answer_cells(one) for one in rows])
        return export(sheet, form=form, by=request.actor, thing=thing)
    return show(
        request,
        "consultation/answers.html",
        tabs=tabs_for(request.actor, request.partnership.slug, here="you_said"),
        rows=[
            (
                one,
                heard_in(one),
                can(request.actor, Verb.WRITE, one.as_thing()),
                _moves(request, one),
            )
            for one in rows
        ],
        is_public=any(one.state == AnswerState.PUBLISHED for one in rows),
        may_add=request.partnership.cycles.exists() and can(request.actor, Verb.CREATE, thing),
        may_export=can(request.actor, Verb.EXPORT, thing),
    )


@page(Verb.CREATE, Kind.ANSWER, methods=("GET", "POST"))
def add(request: PartnershipRequest) -> HttpResponse:
    """Write down what was decided on what people said."""
    cycle = cycle_of(request)
    form = AnswerForm(request.POST or None, **_offered(request))
    if form.is_valid():
        add_answer(cycle=cycle, said=form.said_and_decided(), by=request.actor)
        messages.success(request, "It is kept. It is public once it is agreed and published.")
        return redirect("you_said", request.partnership.slug)
    return show(
        request,
        "core/form.html",
        form=form,
        heading="What did people say, and what was decided?",
        lead="Say it also where the decision was another than people asked for.",
        button="Keep it",
        back=reverse("you_said", args=[request.partnership.slug]),
    )


@page(Verb.WRITE, Kind.ANSWER, methods=("GET", "POST"))
def change(request: PartnershipRequest, answer_id: int) -> HttpResponse:
    """Say it otherwise; a save in between is shown above one's own words."""
    answer = _answer(request, answer_id)
    check_can(request.actor, Verb.WRITE, answer.as_thing())
    offered = _offered(request)
    form = AnswerForm(request.POST or None, initial=initial_of_answer(answer), **offered)
    theirs: list[tuple[str, str]] = []
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            said = form.said_and_decided()
            change_answer(answer=answer, said=said, version=version, by=request.actor)
        except Stale as stale:
            messages.error(request, str(stale))
            names = ("said", "decided", "because", "priority")
            theirs = [
                (str(AnswerForm.base_fields[name].label), getattr(answer, name)) for name in names
            ]
            data = request.POST.copy()
            data["version"] = str(answer.version)
            form = AnswerForm(data, **offered)
            form.is_valid()
        else:
            messages.success(request, "Saved.")
            return redirect("you_said", request.partnership.slug)
    return show(
        request,
        "consultation/change.html",
        form=form,
        heading="What did people say, and what was decided?",
        theirs=theirs,
    )


@page(Verb.READ, Kind.ANSWER, methods=("GET", "POST"))
def move(request: PartnershipRequest, answer_id: int, to: str) -> HttpResponse:
    """Make one of the moves that the page offered."""
    answer = _answer(request, answer_id)
    check_can(request.actor, Verb.READ, answer.as_thing())
    state, way = way_to(ANSWER_MOVES, now=AnswerState(answer.state), to=to)
    if state not in dict(_moves(request, answer)):
        raise Http404
    return move_page(
        request,
        Moving(
            way,
            of=str(answer),
            back=reverse("you_said", args=[request.partnership.slug]),
            told=f"It is now {state}.",
        ),
        make=lambda note: move_answer(
            answer=answer, to=AnswerState(state), note=note, by=request.actor
        ),
    )


def _moves(request: PartnershipRequest, answer: Answer) -> list[tuple[AnswerState, str]]:
    now, thing = AnswerState(answer.state), answer.as_thing()
    verb = Verb.WRITE if now is AnswerState.DRAFT else Verb.APPROVE
    needs = dict.fromkeys(AnswerState, (verb, thing))
    return moves_for(ANSWER_MOVES, now, actor=request.actor, needs=needs)


def _offered(request: PartnershipRequest) -> dict[str, list[Any]]:
    partnership = request.partnership
    return {"surveys": list(surveys_of(partnership)), "events": list(events_of(partnership))}


def _answer(request: PartnershipRequest, answer_id: int) -> Answer:
    return get_object_or_404(answers_of(request.partnership), pk=answer_id)
