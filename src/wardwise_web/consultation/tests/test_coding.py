"""What people wrote under themes: two people apart, agreement before any count."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from wardwise_web.consultation.models import Coding, Handover
from wardwise_web.consultation.presenters.coding import alpha_words, theme_rows
from wardwise_web.consultation.selectors.coding import ENOUGH, standing_of
from wardwise_web.consultation.services.coding import begin_anew, code_texts, set_themes, settle
from wardwise_web.consultation.services.replies import take_replies
from wardwise_web.consultation.states import Sort, SurveyState
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused


THEMES = (("Light", "dark places"), ("Answers", ""), ("Other", "fits no other"))


@pytest.fixture
def question(asked, survey):
    """The demo's question in free text, in a new round that nobody has begun."""
    from wardwise_web.consultation.models import CodingRound

    found = survey.questions.get(sort=Sort.TEXT)
    CodingRound.objects.create(question=found, by=asked.people["analyst"])
    set_themes(question=found, themes=THEMES, by=asked.actor("analyst"))
    return found


def marked(seats, question, who, themes, texts=None):
    """Somebody marks every text with themes in turn."""
    held = {one.name: one.pk for one in standing_of(question).themes}
    texts = texts if texts is not None else standing_of(question).texts
    chosen = {one.pk: held[themes[n % len(themes)]] for n, one in enumerate(texts)}
    code_texts(question=question, chosen=chosen, by=seats.actor(who))


def test_nobody_sees_the_other_s_marks_before_both_are_done(sign_in, asked, question):
    marked(asked, question, "analyst", ["Light", "Answers"])
    marked(asked, question, "assurer", ["Other"], standing_of(question).texts[:-1])
    standing = standing_of(question)
    assert (standing.is_revealed, standing.differing, standing.counts) == (False, (), None)
    address = f"/p/exampleshire/consultation/surveys/{question.survey_id}/words/{question.pk}/"
    for who in ("manager", "assurer", "analyst"):
        page = sign_in(who).get(address).content.decode()
        assert "Where they differ" not in page
        assert "Krippendorff" not in page
    told = "".join(
        AuditEvent.objects.filter(event="coding.marked").values_list("details", flat=True)
    )
    assert "Light" not in told


def test_two_who_agree_are_counted(asked, question):
    for who in ("analyst", "assurer"):
        marked(asked, question, who, ["Light", "Answers", "Other"])
    standing = standing_of(question)
    assert standing.alpha == 1
    assert sum(many for _, many in standing.counts) == len(standing.texts)


def test_a_difference_is_settled_before_anything_is_counted(asked, question):
    marked(asked, question, "analyst", ["Light", "Answers"])
    texts = standing_of(question).texts
    held = {one.name: one for one in standing_of(question).themes}
    chosen = {one.pk: held[["Light", "Answers"][n % 2]].pk for n, one in enumerate(texts)}
    chosen[texts[0].pk] = held["Other"].pk
    code_texts(question=question, chosen=chosen, by=asked.actor("assurer"))
    assert standing_of(question).differing == (texts[0],)
    assert standing_of(question).counts is None
    with pytest.raises(MoveRefused, match="Those who marked"):
        settle(question=question, text=texts[0], theme=held["Light"], by=asked.actor("manager"))
    settle(question=question, text=texts[0], theme=held["Light"], by=asked.actor("assurer"))
    counts = {theme.name: many for theme, many in standing_of(question).counts}
    assert counts == {"Light": (len(texts) + 1) // 2, "Answers": len(texts) // 2, "Other": 0}


def test_two_who_hardly_agree_are_not_counted_and_begin_anew(asked, question):
    marked(asked, question, "analyst", ["Light", "Answers"])
    marked(asked, question, "assurer", ["Light", "Light", "Answers"])
    standing = standing_of(question)
    assert standing.alpha < ENOUGH
    assert "nothing is counted" in alpha_words(standing)
    assert standing.counts is None
    theme = standing.themes[0]
    with pytest.raises(MoveRefused, match="too little"):
        settle(
            question=question, text=standing.differing[0], theme=theme, by=asked.actor("analyst")
        )
    begin_anew(question=question, because="Themes overlapped", by=asked.actor("analyst"))
    assert standing_of(question).marks == {}
    set_themes(question=question, themes=THEMES[:2], by=asked.actor("analyst"))
    assert [one.name for one in standing_of(question).themes] == ["Light", "Answers"]
    # the round before can still be read as it was
    assert [one.name for one in standing.round.themes.all()] == ["Light", "Answers", "Other"]


def test_there_is_no_third_coder_and_no_second_mark(asked, question):
    marked(asked, question, "analyst", ["Light"])
    marked(asked, question, "assurer", ["Light"], standing_of(question).texts[:1])
    with pytest.raises(MoveRefused, match="Two people mark"):
        marked(asked, question, "manager", ["Light"])
    with pytest.raises(MoveRefused, match="not there any more"):
        marked(asked, question, "analyst", ["Other"])
    with pytest.raises(MoveRefused, match="has begun to mark"):
        set_themes(question=question, themes=THEMES, by=asked.actor("analyst"))


RIGHTS = [
    ("police", Http404),
    ("board", Http404),
    ("scrutiny", Http404),
    ("administrator", Http404),
]


@pytest.mark.parametrize(("who", "refused"), RIGHTS)
def test_who_may_not_read_the_words_marks_none(asked, question, who, refused):
    with pytest.raises((refused, PermissionDenied)):
        marked(asked, question, who, ["Light"])


def test_few_texts_of_a_theme_are_not_told_exactly(asked, question):
    texts = standing_of(question).texts
    held = {one.name: one.pk for one in standing_of(question).themes}
    chosen = {one.pk: held["Light" if n < 4 else "Answers"] for n, one in enumerate(texts)}
    for who in ("analyst", "assurer"):
        code_texts(question=question, chosen=chosen, by=asked.actor(who))
    told = dict(theme_rows(standing_of(question)))
    assert told["Light"] == "fewer than 5"
    assert told["Answers"] == "[c]"  # all that was written, less these, would be the few


def test_marks_go_with_the_words_when_another_file_is_taken_in(asked, survey, question):
    from wardwise_web.consultation.demo_replies import replies_csv

    marked(asked, question, "analyst", ["Light"])
    survey.state = SurveyState.CLOSED
    survey.save()
    take_replies(survey=survey, name="again.csv", content=replies_csv(), by=asked.actor("analyst"))
    assert Handover.objects.filter(survey=survey).count() == 2
    assert not Coding.objects.exists()


def test_it_is_marked_on_pages(sign_in, asked, question):
    room = f"/p/exampleshire/consultation/surveys/{question.survey_id}/"
    address = f"{room}words/{question.pk}/"
    client, text = sign_in("manager"), standing_of(question).texts[0]
    light = standing_of(question).themes[0]
    client.get(f"{address}mark/")
    client.post(f"{address}mark/", {f"text-{text.pk}": light.pk})
    assert Coding.objects.get(round=standing_of(question).round).coder == asked.people["manager"]
    assert "1 of" in client.get(address).content.decode()
    assert sign_in("police").get(address).status_code == 404
    results = sign_in("police").get(f"{room}results/").content.decode()
    assert "by their main theme" not in results


def test_the_demo_s_themes_are_counted_among_the_results(sign_in, asked, survey):
    page = sign_in("police").get(f"/p/exampleshire/consultation/surveys/{survey.pk}/results/")
    assert "texts by their main theme" in page.content.decode()
