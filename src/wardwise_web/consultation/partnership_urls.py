"""Addresses of this room under a partnership."""

from __future__ import annotations

from django.urls import path

from wardwise_web.consultation.views import answers, coding, events, heard, replies, surveys


EVENT, SURVEY, ANSWER = (
    f"consultation/{kind}/<int:{name}_id>/"
    for kind, name in (("events", "event"), ("surveys", "survey"), ("you-said", "answer"))
)
WORDS = f"{SURVEY}words/<int:question_id>/"
urlpatterns = [
    path("consultation/events/", events.events, name="consultation_events"),
    path("consultation/events/add/", events.add, name="add_consultation_event"),
    path(EVENT, events.event_page, name="consultation_event"),
    path(f"{EVENT}change/", events.change, name="change_consultation_event"),
    path(f"{EVENT}seniors/add/", events.add_somebody, name="add_senior"),
    path(f"{EVENT}seniors/<int:senior_id>/remove/", events.remove, name="remove_senior"),
    path(f"{EVENT}hands/add/", events.count_hands, name="add_hands"),
    path(f"{EVENT}moves/<slug:to>/", events.move, name="move_consultation_event"),
    path("consultation/surveys/", surveys.surveys, name="surveys"),
    path("consultation/surveys/add/", surveys.add, name="add_survey"),
    path(SURVEY, surveys.survey_page, name="survey"),
    path(f"{SURVEY}change/", surveys.change, name="change_survey"),
    path(f"{SURVEY}questions/add/", surveys.ask, name="add_survey_question"),
    path(
        f"{SURVEY}questions/<int:question_id>/remove/",
        surveys.unask,
        name="remove_survey_question",
    ),
    path(f"{SURVEY}people/add/", surveys.ask_about, name="add_survey_property"),
    path(f"{SURVEY}people/<int:property_id>/", surveys.residents, name="survey_residents"),
    path(f"{SURVEY}tests/<slug:test>/", surveys.gunning, name="tell_gunning"),
    path(f"{SURVEY}moves/<slug:to>/", surveys.move, name="move_survey"),
    path(f"{SURVEY}replies/", replies.hand_in, name="take_replies"),
    path(f"{SURVEY}results/", replies.results, name="survey_results"),
    path(f"{SURVEY}words/", replies.words, name="survey_words"),
    path(f"{WORDS}", coding.coding, name="coding"),
    path(f"{WORDS}themes/", coding.themes, name="themes"),
    path(f"{WORDS}mark/", coding.mark, name="mark_words"),
    path(f"{WORDS}settle/<int:text_id>/", coding.settle_one, name="settle_words"),
    path(f"{WORDS}anew/", coding.anew, name="code_anew"),
    path("consultation/not-heard/", heard.heard, name="not_heard"),
    path("consultation/affected/add/", heard.add_group, name="add_affected_group"),
    path(
        "consultation/affected/<int:affected_id>/",
        heard.change_group,
        name="change_affected_group",
    ),
    path("consultation/concern/", heard.concern, name="public_concern"),
    path("consultation/concern/give/", heard.give, name="give_concern"),
    path("consultation/you-said/", answers.answers, name="you_said"),
    path("consultation/you-said/add/", answers.add, name="add_answer"),
    path(f"{ANSWER}change/", answers.change, name="change_answer"),
    path(f"{ANSWER}moves/<slug:to>/", answers.move, name="move_answer"),
]
