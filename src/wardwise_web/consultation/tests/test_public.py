"""What the public reads of a survey: by the public's own rule of small numbers."""

from __future__ import annotations

import re

from django.test import Client
from django.urls import reverse

from wardwise_web.consultation.models import Question
from wardwise_web.consultation.presenters.public import public_table, rounded_words
from wardwise_web.consultation.selectors.results import (
    Answered,
    Replies,
    counts_of,
    properties_of,
    replies_of,
    results_of,
    weighting_of,
)
from wardwise_web.consultation.states import Sort


def address(survey):
    return reverse("public_survey_results", args=["exampleshire", survey.pk])


def test_numbers_are_rounded_and_the_rule_is_told(survey):
    page = Client().get(address(survey)).content.decode()
    assert "rounded to the nearest 5" in page
    counts = [int(cell.replace(",", "")) for cell in re.findall(r'ww-number">([\d,]+)</td>', page)]
    assert counts
    assert [one for one in counts if one % 5 or one < 8] == []


def test_a_small_answer_is_withheld_and_so_is_its_partner():
    question = Question(text="Safe?", sort=Sort.ONE, options=["Yes", "No", "Other"])
    question.pk = 1
    replies = Replies(({},) * 100, tuple({"1": [n]} for n in [0] * 80 + [1] * 17 + [2] * 3))
    told = _told(question, replies)
    shown = public_table(told, counts_of(question, replies), weighted=False)
    assert [row[1] for row in shown.rows] == ["80", "[c]", "[c]"]
    assert all(row[2] == "[c]" for row in shown.rows if row[1] == "[c]")
    several = public_table(
        Answered(Question(text="?", sort=Sort.SEVERAL, options=question.options), told.whole, ()),
        counts_of(question, replies),
        weighted=False,
    )
    assert [row[1] for row in several.rows] == ["80", "15", "[c]"]


def _told(question, replies):
    from wardwise.measures.survey.question_shares import question_shares

    whole = question_shares(chosen=replies.to(question), options=3, weights=[1.0] * replies.number)
    return Answered(question, whole, ())


def test_an_order_is_counted_by_what_was_put_first(survey):
    replies = replies_of(survey)
    question = survey.questions.get(sort=Sort.ORDER)
    counts = counts_of(question, replies)
    assert sum(counts) == sum(1 for one in replies.to(question) if one)


def test_partners_still_see_the_replies_as_they_are(sign_in, survey):
    replies = replies_of(survey)
    properties = properties_of(survey)
    found = results_of(survey, replies=replies, weighting=weighting_of(replies, properties))
    page = sign_in("analyst").get(f"/p/exampleshire/consultation/surveys/{survey.pk}/results/")
    assert f"{found[0].whole.base:,} replies" in page.content.decode()


def test_themes_are_told_to_the_public_rounded_and_no_words(asked, survey):
    page = Client().get(address(survey)).content.decode()
    assert "Being answered" in page
    text = survey.handovers.get().texts.first().text
    assert text not in page


def test_where_children_were_asked_not_even_themes_are_told(asked, survey):
    survey.asks_under_16s = True
    survey.save()
    assert "Being answered" not in Client().get(address(survey)).content.decode()


def test_few_replies_are_not_told_exactly():
    assert rounded_words(7, "replies") == "fewer than 8 replies"
    assert rounded_words(1_203, "replies") == "1,205 replies"
