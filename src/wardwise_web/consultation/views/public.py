"""What the public reads: what was asked, what was said, what was decided and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from wardwise_web.consultation.models import Answer
from wardwise_web.consultation.presenters import replies_in
from wardwise_web.consultation.presenters.public import (
    RULE,
    public_table,
    public_themes,
    rounded_words,
)
from wardwise_web.consultation.presenters.results import chosen_words, weighting_words
from wardwise_web.consultation.selectors import (
    partnership_named,
    published_answers,
    published_events,
    published_surveys,
)
from wardwise_web.consultation.selectors.coding import themes_counted
from wardwise_web.consultation.selectors.results import (
    counts_of,
    properties_of,
    replies_of,
    results_of,
    weighting_of,
)
from wardwise_web.consultation.states import Sort
from wardwise_web.core.pages import public_page, show
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.people.models import Partnership


ANYBODY = Actor(person_id=None, name="", partnership_id=None)


@public_page
def you_said(request: HttpRequest, place: str) -> HttpResponse:
    """Published answers, events and surveys. Nothing published is not found, as no partnership."""
    partnership = _place(place)
    events = published_events(partnership).prefetch_related("seniors__agency", "hands")
    found: dict[str, Any] = {
        "answers": [(one, _heard_in(one)) for one in _open(published_answers(partnership))],
        "events": _open(events),
        "surveys": [
            (one, rounded_words(replies_in(one), "replies"))
            for one in _open(published_surveys(partnership))
        ],
    }
    if not any(found.values()):
        raise Http404
    return show(request, "consultation/public.html", place=partnership, **found)


@public_page
def survey_results(request: HttpRequest, place: str, survey_id: int) -> HttpResponse:
    """Results of a published survey, for everybody together: no groups, and no free text."""
    partnership = _place(place)
    survey = get_object_or_404(published_surveys(partnership), pk=survey_id)
    check_can(ANYBODY, Verb.READ, survey.as_thing())
    replies = replies_of(survey)
    weighting = weighting_of(replies, properties_of(survey))
    found = results_of(survey, replies=replies, weighting=weighting)
    return show(
        request,
        "consultation/public_results.html",
        place=partnership,
        survey=survey,
        replies=rounded_words(replies.number, "replies"),
        shown=[
            public_table(one, counts_of(one.question, replies), weighted=weighting.is_weighted)
            for one in found
        ],
        # nothing that somebody under 16 wrote is published, in any form
        themes=[]
        if survey.asks_under_16s
        else [
            public_themes(one) for one in themes_counted(survey.questions.filter(sort=Sort.TEXT))
        ],
        # by what it was weighted; how many weights were cut would be a small number of people
        words=[*weighting_words(weighting)[:1], chosen_words(survey), RULE],
    )


def _open(rows: Iterable[Any]) -> list[Any]:
    """What anybody may read."""
    return [one for one in rows if can(ANYBODY, Verb.READ, one.as_thing())]


def _heard_in(answer: Answer) -> list[str]:
    """Where it was heard, as far as that is public itself."""
    return [str(one) for one in _open([*answer.surveys.all(), *answer.events.all()])]


def _place(slug: str) -> Partnership:
    found = partnership_named(slug)
    if found is None:
        raise Http404
    return found
