"""Pages of a survey's replies: taking them in, their results, and what people wrote."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from wardwise_web.consultation.forms.surveys import RepliesForm
from wardwise_web.consultation.models import Survey
from wardwise_web.consultation.presenters.coding import theme_rows
from wardwise_web.consultation.presenters.results import (
    RESULT_HEADINGS,
    cells_of,
    chosen_words,
    shown,
    weighting_words,
)
from wardwise_web.consultation.reply_file import RepliesRefused, Taken
from wardwise_web.consultation.selectors import surveys_of
from wardwise_web.consultation.selectors.coding import themes_counted
from wardwise_web.consultation.selectors.results import (
    properties_of,
    replies_of,
    results_of,
    weighting_of,
)
from wardwise_web.consultation.services.replies import take_replies
from wardwise_web.consultation.states import Sort
from wardwise_web.core.audit.services import note_reading
from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.evidence.content import NotTaken


@page(Verb.CREATE, Kind.RESPONSE, methods=("GET", "POST"))
def hand_in(request: PartnershipRequest, survey_id: int) -> HttpResponse:
    """Take in a file of replies: whole, or not at all with every fault."""
    survey = _survey(request, survey_id)
    check_can(request.actor, Verb.CREATE, survey.replies_as_thing())
    form = RepliesForm(request.POST or None, request.FILES or None)
    faults: tuple[object, ...] = ()
    more = 0
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            taken = take_replies(
                survey=survey, name=file.name, content=file.read(), by=request.actor
            )
        except (NotTaken, MoveRefused) as refused:
            form.add_error("file", str(refused))
        except RepliesRefused as refused:
            faults, more = refused.faults, refused.count - len(refused.faults)
            form.add_error("file", "Nothing was taken in. The faults are listed below the file")
        else:
            messages.success(request, _taken_words(taken))
            return redirect("survey_results", request.partnership.slug, survey.pk)
    asked = [*survey.properties.all(), *survey.questions.all()]
    return show(
        request,
        "consultation/replies.html",
        form=form,
        survey=survey,
        asked=asked,
        faults=faults,
        more=more,
    )


@page(Verb.READ, Kind.SURVEY)
def results(request: PartnershipRequest, survey_id: int) -> HttpResponse:
    """Weighted and unweighted side by side, for everybody or group by group."""
    survey = _survey(request, survey_id)
    check_can(request.actor, Verb.READ, survey.as_thing())
    properties = properties_of(survey)
    asked = request.GET.get("by", "")
    by = next((one for one in properties if str(one.pk) == asked), None)
    replies = replies_of(survey)
    weighting = weighting_of(replies, properties)
    found = results_of(survey, replies=replies, weighting=weighting, by=by)
    if form := request.GET.get("form"):
        rows = [row for one in found for row in cells_of(one, weighted=weighting.is_weighted)]
        sheet = Sheet(f"Results of {survey.title}", LOWEST, RESULT_HEADINGS, rows)
        return export(sheet, form=form, by=request.actor, thing=survey.as_thing())
    return show(
        request,
        "consultation/results.html",
        survey=survey,
        replies=replies.number,
        properties=properties,
        by=by,
        shown=[shown(one, weighted=weighting.is_weighted) for one in found],
        words=[*weighting_words(weighting), chosen_words(survey)],
        themes=[
            (one.question, len(one.texts), theme_rows(one))
            for one in themes_counted(survey.questions.filter(sort=Sort.TEXT))
        ],
        may_export=can(request.actor, Verb.EXPORT, survey.as_thing()),
        crumbs=_crumbs(request, survey),
    )


@page(Verb.READ, Kind.RESPONSE)
def words(request: PartnershipRequest, survey_id: int) -> HttpResponse:
    """What people wrote. Each reading of it is kept in the audit."""
    survey = _survey(request, survey_id)
    thing = survey.replies_as_thing()
    check_can(request.actor, Verb.READ, thing)
    note_reading(by=request.actor, thing=thing)
    standing = survey.handovers.filter(erased_at__isnull=True).first()
    written = [
        (question, list(standing.texts.filter(question=question)) if standing else [])
        for question in survey.questions.filter(sort=Sort.TEXT)
    ]
    return show(
        request,
        "consultation/words.html",
        survey=survey,
        written=written,
        crumbs=_crumbs(request, survey),
        marking="OFFICIAL-SENSITIVE",
    )


def _taken_words(taken: Taken) -> str:
    number = len(taken.replies)
    told = [f"{number:,} replies were taken in."]
    if taken.empty_rows:
        told.append(f"{taken.empty_rows:,} rows answered nothing and were left out.")
    if taken.unread:
        told.append(f"These columns were not read and are not kept: {', '.join(taken.unread)}.")
    return " ".join(told)


def _crumbs(request: PartnershipRequest, survey: Survey) -> list[dict[str, str]]:
    slug = request.partnership.slug
    return [
        {"text": "Surveys", "href": reverse("surveys", args=[slug])},
        {"text": survey.title, "href": reverse("survey", args=[slug, survey.pk])},
    ]


def _survey(request: PartnershipRequest, survey_id: int) -> Survey:
    return get_object_or_404(surveys_of(request.partnership), pk=survey_id)
