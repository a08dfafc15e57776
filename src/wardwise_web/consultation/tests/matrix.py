"""Objects of this room on which its addresses are tried, role by role."""

from __future__ import annotations

from dataclasses import replace

from tests.web.routes import Sample
from wardwise_web.consultation.models import FreeText
from wardwise_web.consultation.selectors.concern import round_of
from wardwise_web.consultation.states import Sort
from wardwise_web.core.permissions.thing import Kind, Thing, Verb


# where each can go from where the demo leaves it, and the right that it needs
EVENTS = {"draft": ("complete", Verb.WRITE), "published": ("complete", Verb.APPROVE)}
SURVEYS = {"draft": ("open", Verb.WRITE), "published": ("closed", Verb.APPROVE)}
ANSWERS = {"draft": ("agreed", Verb.WRITE), "published": ("agreed", Verb.APPROVE)}


def inside(samples):
    """What is published: everybody's on the public's own page; on the partners', scrutiny's."""
    return [
        replace(
            one,
            thing=replace(one.thing, state="circulated" if one.thing.state == "published" else ""),
        )
        for one in samples
    ]


def samples(play):
    """Both events, both surveys, the three answers and the affected groups of the demo."""
    here = play.partnership
    event, survey, answer = (
        Sample(Thing(kind, here.pk, state="circulated"))
        for kind in (Kind.EVENT, Kind.SURVEY, Kind.ANSWER)
    )
    events = [
        Sample(one.as_thing(), {"event_id": one.pk}) for one in here.consultation_events.all()
    ]
    seniors = [
        Sample(one.as_thing(), {"event_id": one.pk, "senior_id": one.seniors.first().pk})
        for one in here.consultation_events.all()
    ]
    surveys = [Sample(one.as_thing(), {"survey_id": one.pk}) for one in here.surveys.all()]
    replies = [Sample(one.replies_as_thing(), {"survey_id": one.pk}) for one in here.surveys.all()]
    parts = {
        name: [
            Sample(one.as_thing(), {"survey_id": one.pk, key: part.pk})
            for one in here.surveys.all()
            for part in getattr(one, related).all()[:1]
        ]
        for name, related, key in (
            ("remove_survey_question", "questions", "question_id"),
            ("survey_residents", "properties", "property_id"),
        )
    }
    tests = [
        Sample(one.as_thing(), {"survey_id": one.pk, "test": "adequate-time"})
        for one in here.surveys.all()
    ]
    answers = [
        Sample(one.as_thing(), {"answer_id": one.pk}) for one in here.consultation_answers.all()
    ]
    affected = [
        Sample(one.as_thing(), {"affected_id": one.pk}) for one in here.affected_groups.all()
    ]
    words = [
        Sample(one.replies_as_thing(), {"survey_id": one.pk, "question_id": asked.pk})
        for one in here.surveys.all()
        for asked in one.questions.filter(sort=Sort.TEXT)[:1]
    ]
    settled = [
        replace(one, parts={**one.parts, "text_id": FreeText.objects.all()[0].pk}) for one in words
    ]
    return {
        "coding": words,
        "themes": words,
        "mark_words": words,
        "settle_words": settled[:1],
        "code_anew": words,
        "consultation_events": [event],
        "add_consultation_event": [event],
        "consultation_event": inside(events),
        "change_consultation_event": events,
        "add_senior": events,
        "remove_senior": seniors,
        "add_hands": events,
        "surveys": [survey],
        "add_survey": [survey],
        "survey": inside(surveys),
        "change_survey": surveys,
        "add_survey_question": surveys,
        "add_survey_property": surveys,
        "tell_gunning": tests,
        "take_replies": replies,
        "survey_results": inside(surveys),
        "survey_words": replies,
        "not_heard": [survey],
        "public_concern": [survey],
        "you_said": [answer],
        "add_answer": [answer],
        "change_answer": answers,
        "add_affected_group": [answer],
        "change_affected_group": affected,
        "give_concern": [Sample(round_of(here.cycles.first()).as_thing())],
        "move_consultation_event": moves(here.consultation_events, "event_id", EVENTS),
        "move_survey": moves(here.surveys, "survey_id", SURVEYS),
        "move_answer": moves(here.consultation_answers, "answer_id", ANSWERS),
    } | parts


def moves(held, name, offered):
    """The next move of each, with its right."""
    return [
        Sample(one.as_thing(), {name: one.pk, "to": offered[one.state][0]}, offered[one.state][1])
        for one in held.all()
    ]
