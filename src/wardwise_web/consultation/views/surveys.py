"""Pages of surveys, but their replies."""

from __future__ import annotations

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from wardwise_web.consultation.forms.surveys import (
    GunningForm,
    PropertyForm,
    QuestionForm,
    SurveyForm,
    initial_of_build,
    initial_of_property,
    initial_of_survey,
)
from wardwise_web.consultation.models import Survey
from wardwise_web.consultation.presenters import (
    SURVEY_HEADINGS,
    build_words,
    moves_for,
    replies_in,
    survey_cells,
)
from wardwise_web.consultation.rules import gunning_of, hindrance
from wardwise_web.consultation.selectors import surveys_of
from wardwise_web.consultation.selectors.from_build import residents_of_build
from wardwise_web.consultation.services import Stale
from wardwise_web.consultation.services.surveys import (
    add_property,
    add_question,
    change_survey,
    move_survey,
    plan_survey,
    remove_question,
    set_residents,
    tell_gunning,
)
from wardwise_web.consultation.states import GUNNING_ASKS, SURVEY_MOVES, Gunning, SurveyState
from wardwise_web.consultation.views.loading import cycle_of, readable, register_of, tabs_for
from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.moving import Moving, move_page, way_to
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.thing import Kind, Verb


TESTS = {str(test).replace(" ", "-"): test for test in Gunning}  # as they stand in an address


@page(Verb.READ, Kind.SURVEY)
def surveys(request: PartnershipRequest) -> HttpResponse:
    """Every survey, the latest to close first."""
    thing = register_of(Kind.SURVEY, request.partnership)
    check_can(request.actor, Verb.READ, thing)
    rows = readable(surveys_of(request.partnership), request.actor)
    if form := request.GET.get("form"):
        sheet = Sheet("Surveys", LOWEST, SURVEY_HEADINGS, [survey_cells(one) for one in rows])
        return export(sheet, form=form, by=request.actor, thing=thing)
    return show(
        request,
        "consultation/surveys.html",
        tabs=tabs_for(request.actor, request.partnership.slug, here="surveys"),
        rows=[(survey, replies_in(survey)) for survey in rows],
        may_add=request.partnership.cycles.exists() and can(request.actor, Verb.CREATE, thing),
        may_export=can(request.actor, Verb.EXPORT, thing),
    )


@page(Verb.CREATE, Kind.SURVEY, methods=("GET", "POST"))
def add(request: PartnershipRequest) -> HttpResponse:
    """Plan a survey."""
    cycle = cycle_of(request)
    form = SurveyForm(request.POST or None)
    if form.is_valid():
        survey = plan_survey(cycle=cycle, said=form.said(), by=request.actor)
        messages.success(request, "The survey is planned. Add its questions now.")
        return redirect("survey", request.partnership.slug, survey.pk)
    back = reverse("surveys", args=[request.partnership.slug])
    return show(
        request, "core/form.html", form=form, heading="Plan a survey", button="Keep it", back=back
    )


@page(Verb.READ, Kind.SURVEY)
def survey_page(request: PartnershipRequest, survey_id: int) -> HttpResponse:
    """One survey: how it is asked, whether fairly, what is asked."""
    survey = _survey(request, survey_id)
    check_can(request.actor, Verb.READ, survey.as_thing())
    told = gunning_of(survey)
    moves = [(*move, hindrance(survey, move[0])) for move in _moves(request, survey)]
    return show(
        request,
        "consultation/survey.html",
        survey=survey,
        tests=[(slug, test, GUNNING_ASKS[test], told.get(test)) for slug, test in TESTS.items()],
        replies=replies_in(survey),
        moves=[(to, label) for to, label, not_yet in moves if not not_yet],
        not_yet=[(label, not_yet) for _, label, not_yet in moves if not_yet],
        may_write=can(request.actor, Verb.WRITE, survey.as_thing()),
        may_take=survey.state in (SurveyState.OPEN, SurveyState.CLOSED)
        and can(request.actor, Verb.CREATE, survey.replies_as_thing()),
        may_read_words=can(request.actor, Verb.READ, survey.replies_as_thing()),
        is_draft=survey.state == SurveyState.DRAFT,
    )


@page(Verb.WRITE, Kind.SURVEY, methods=("GET", "POST"))
def change(request: PartnershipRequest, survey_id: int) -> HttpResponse:
    """Plan it otherwise; a save in between is shown above one's own words."""
    survey = _writable(request, survey_id)
    form = SurveyForm(request.POST or None, initial=initial_of_survey(survey))
    theirs: list[tuple[str, str]] = []
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            change_survey(survey=survey, said=form.said(), version=version, by=request.actor)
        except Stale as stale:
            messages.error(request, str(stale))
            names = ("title", "purpose", "frame")
            theirs = [
                (str(SurveyForm.base_fields[name].label), getattr(survey, name)) for name in names
            ]
            data = request.POST.copy()
            data["version"] = str(survey.version)
            form = SurveyForm(data)
            form.is_valid()
        else:
            messages.success(request, "Saved.")
            return redirect("survey", request.partnership.slug, survey.pk)
    heading = f"Change {survey.title}"
    return show(request, "consultation/change.html", form=form, heading=heading, theirs=theirs)


@page(Verb.WRITE, Kind.SURVEY, methods=("GET", "POST"))
def ask(request: PartnershipRequest, survey_id: int) -> HttpResponse:
    """One question more."""
    survey = _writable(request, survey_id)
    form = QuestionForm(request.POST or None)
    if form.is_valid():
        try:
            add_question(survey=survey, asked=form.said(), by=request.actor)
        except MoveRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The question is added.")
            return redirect("survey", request.partnership.slug, survey.pk)
    return _form(request, form, survey, "Add a question", "Add it")


@page(Verb.WRITE, Kind.SURVEY, methods=("POST",))
def unask(request: PartnershipRequest, survey_id: int, question_id: int) -> HttpResponse:
    """Take a question out."""
    survey = _writable(request, survey_id)
    remove_question(question=get_object_or_404(survey.questions, pk=question_id), by=request.actor)
    messages.success(request, "The question is taken out.")
    return redirect("survey", request.partnership.slug, survey.pk)


@page(Verb.WRITE, Kind.SURVEY, methods=("GET", "POST"))
def ask_about(request: PartnershipRequest, survey_id: int) -> HttpResponse:
    """What people are asked of themselves."""
    survey = _writable(request, survey_id)
    form = PropertyForm(request.POST or None)
    if form.is_valid():
        try:
            add_property(survey=survey, about=form.said(), by=request.actor)
        except MoveRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "It is added.")
            return redirect("survey", request.partnership.slug, survey.pk)
    return _form(request, form, survey, "Ask people of themselves", "Add it")


@page(Verb.WRITE, Kind.SURVEY, methods=("GET", "POST"))
def residents(request: PartnershipRequest, survey_id: int, property_id: int) -> HttpResponse:
    """Other residents beside the groups of a property."""
    survey = _writable(request, survey_id)
    about = get_object_or_404(survey.properties, pk=property_id)
    start, lead = initial_of_property(about), ""
    if request.GET.get("from") == "build":
        found = residents_of_build(about, partnership=request.partnership, actor=request.actor)
        start, lead = start | initial_of_build(found), build_words(found)
    form = PropertyForm(request.POST or None, initial=start)
    for name in ("name", "column"):
        form.fields[name].disabled = True
        del form.fields[name].widget.attrs["maxlength"]
    if form.is_valid():
        try:
            set_residents(property_=about, about=form.said(), by=request.actor)
        except MoveRefused as refused:
            form.add_error("groups", str(refused))
        else:
            messages.success(request, "The residents are saved. The results are weighted to them.")
            return redirect("survey", request.partnership.slug, survey.pk)
    return _form(request, form, survey, f"Residents by {about.name}", "Save", lead=lead)


@page(Verb.WRITE, Kind.SURVEY, methods=("GET", "POST"))
def gunning(request: PartnershipRequest, survey_id: int, test: str) -> HttpResponse:
    """How one of the four tests is met."""
    survey = _writable(request, survey_id)
    if test not in TESTS:
        raise Http404
    now = gunning_of(survey).get(TESTS[test], "")
    form = GunningForm(request.POST or None, test=TESTS[test], initial={"how": now})
    if form.is_valid():
        how = form.cleaned_data["how"]
        tell_gunning(survey=survey, test=TESTS[test], how=how, by=request.actor)
        messages.success(request, "Saved.")
        return redirect("survey", request.partnership.slug, survey.pk)
    return _form(request, form, survey, TESTS[test].capitalize(), "Save")


@page(Verb.READ, Kind.SURVEY, methods=("GET", "POST"))
def move(request: PartnershipRequest, survey_id: int, to: str) -> HttpResponse:
    """Make one of the moves that the page offered."""
    survey = _survey(request, survey_id)
    check_can(request.actor, Verb.READ, survey.as_thing())
    state, way = way_to(SURVEY_MOVES, now=SurveyState(survey.state), to=to)
    if state not in dict(_moves(request, survey)):
        raise Http404
    return move_page(
        request,
        Moving(
            way,
            of=survey.title,
            back=reverse("survey", args=[request.partnership.slug, survey.pk]),
            told=f"The survey is now {state}.",
        ),
        make=lambda note: move_survey(
            survey=survey, to=SurveyState(state), note=note, by=request.actor
        ),
    )


def _moves(request: PartnershipRequest, survey: Survey) -> list[tuple[SurveyState, str]]:
    now, thing = SurveyState(survey.state), survey.as_thing()
    needs = {
        to: (Verb.APPROVE if SurveyState.PUBLISHED in (now, to) else Verb.WRITE, thing)
        for to in SurveyState
    }
    return moves_for(SURVEY_MOVES, now, actor=request.actor, needs=needs)


def _form(
    request: PartnershipRequest,
    form: Form,
    survey: Survey,
    heading: str,
    button: str,
    *,
    lead: str = "",
) -> HttpResponse:
    return show(
        request,
        "core/form.html",
        form=form,
        heading=heading,
        lead=lead,
        button=button,
        back=reverse("survey", args=[request.partnership.slug, survey.pk]),
    )


def _survey(request: PartnershipRequest, survey_id: int) -> Survey:
    return get_object_or_404(surveys_of(request.partnership), pk=survey_id)


def _writable(request: PartnershipRequest, survey_id: int) -> Survey:
    survey = _survey(request, survey_id)
    check_can(request.actor, Verb.WRITE, survey.as_thing())
    return survey
