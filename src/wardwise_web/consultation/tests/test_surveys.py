"""Surveys asked fairly, results side by side, who was not heard, and what it weighs."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.measures.survey.group_heard import group_heard
from wardwise_web.consultation.presenters.results import (
    heard_rows,
    not_asked,
    unheard_words,
)
from wardwise_web.consultation.selectors.concern import concern_by_threat, rankings, round_of
from wardwise_web.consultation.selectors.results import (
    HeardGroup,
    heard_of,
    properties_of,
    replies_of,
    results_of,
    weighting_of,
)
from wardwise_web.consultation.services.concern import give_concern
from wardwise_web.consultation.services.surveys import Asked, add_question, move_survey
from wardwise_web.consultation.states import Sort, SurveyState
from wardwise_web.core.moves import MoveRefused


HERE = "/p/exampleshire/consultation"


def test_a_survey_opens_once_three_tests_are_told(asked, planned):
    with pytest.raises(MoveRefused, match="formative stage, sufficient reasons, adequate time"):
        move_survey(survey=planned, to=SurveyState.OPEN, note="", by=asked.actor("analyst"))


def test_what_hinders_a_survey_is_said_and_no_button_is_offered(planned, sign_in):
    page = sign_in("analyst").get(f"/p/exampleshire/consultation/surveys/{planned.pk}/")
    told = page.content.decode()
    assert "not yet. Say first how these tests are met" in told
    assert "/moves/open/" not in told


def test_results_are_published_by_the_manager_and_only_with_an_agreed_decision(asked, survey):
    manager = asked.actor("manager")
    move_survey(survey=survey, to=SurveyState.CLOSED, note="A check", by=manager)
    with pytest.raises(PermissionDenied):
        move_survey(survey=survey, to=SurveyState.PUBLISHED, note="", by=asked.actor("analyst"))
    for answer in survey.answers.all():
        answer.surveys.clear()
    with pytest.raises(MoveRefused, match="No decision that was agreed"):
        move_survey(survey=survey, to=SurveyState.PUBLISHED, note="", by=manager)


def test_what_people_were_asked_stays(asked, survey):
    move_survey(survey=survey, to=SurveyState.CLOSED, note="A check", by=asked.actor("manager"))
    late = Asked("One more?", "More", Sort.ONE, ("Yes", "No"))
    with pytest.raises(MoveRefused, match="asked already"):
        add_question(survey=survey, asked=late, by=asked.actor("analyst"))


def test_weighted_beside_unweighted_and_small_groups_refused(survey):
    replies, properties = replies_of(survey), properties_of(survey)
    weighting = weighting_of(replies, properties)
    area = next(one for one in properties if one.name == "Area")
    first = results_of(survey, replies=replies, weighting=weighting, by=area)[0]
    assert (first.whole.base, len(first.whole.plain)) == (400, 4)
    assert first.whole.effective < 400
    told = dict(first.groups)
    assert isinstance(told["The villages"], Withheld)
    # everybody less the other areas would be the villages
    assert "few of another group" in told["Kilnfield"].reason
    assert not told["Market and Old Town"].is_small
    # replies now look like residents of each area, but for what the cut left
    share = sum(
        weight
        for weight, inside in zip(
            weighting.weights, replies.of_group(area, "The villages"), strict=True
        )
        if inside
    )
    assert 100 * share / 400 == pytest.approx(100 * 19_200 / 167_764, abs=1)


def test_the_young_were_not_heard(survey):
    age = next(one for one in properties_of(survey) if one.name == "Age")
    found = {one.group: str(one.found.hearing) for one in heard_of(age, replies_of(survey))}
    assert found["16 to 24"] == "fewer than live here"
    assert found["65 and over"] == "more than live here"


def test_few_replies_of_a_group_cannot_be_had_by_taking_the_others_away():
    numbers = {"Under 25": 3, "25 to 64": 40, "65 and over": 20, "Over 100": 0}
    rows = heard_rows(
        [HeardGroup(group, many, NotKnown("unknown")) for group, many in numbers.items()]
    )
    assert [row[1] for row in rows] == ["fewer than 5", "40", "[c]", "0"]
    heard = [
        HeardGroup(
            group,
            many,
            group_heard(replies=many, all_replies=63, residents=residents, all_residents=1000),
        )
        for (group, many), residents in zip(numbers.items(), (100, 100, 800, 0), strict=True)
        if residents
    ]
    assert [row[2] for row in heard_rows(heard)][::2] == ["[c]", "[c]"]
    assert unheard_words("Age", heard)[-1] == (
        "Age, 65 and over: too small a part of the replies, 80% of residents."
    )


def test_what_was_not_asked_is_named():
    assert not_asked(["Age", "Sex", "Ethnic group"]) == [
        "disability",
        "gender reassignment",
        "marriage and civil partnership",
        "pregnancy and maternity",
        "religion or belief",
        "sexual orientation",
    ]
    assert "sex" in not_asked(["Sexual orientation"])


def test_concern_by_threat_and_the_order_with_none(scored):
    cycle = scored.partnership.cycles.first()
    known = concern_by_threat(cycle)
    one = known["Anti-social behaviour"]
    assert (one.base, one.is_weighted) == (400, True)
    assert one.lower < one.value < one.upper
    found = rankings(cycle, weight=20)
    places = {each.name: (each.rank, each.rank_without) for each in found.threats}
    # every other factor is 3 throughout: 4 for nuisance lifts it, and without the weight all tie
    assert places["Anti-social behaviour"][0] == 1
    assert {without for _, without in places.values()} == {1}
    assert rankings(cycle, weight=0).threats[0].moves == 0


def test_without_a_build_there_is_no_order(asked):
    assert isinstance(rankings(asked.partnership.cycles.first()), NotKnown)


def test_the_round_gets_the_figures(scored, sign_in):
    cycle = scored.partnership.cycles.first()
    assert give_concern(scoring=round_of(cycle), by=scored.actor("analyst")) == 2
    threat = round_of(cycle).threats.get(name="Shoplifting")
    assert threat.concern_percent == pytest.approx(concern_by_threat(cycle)["Shoplifting"].value)
    assert "Your safety" in threat.concern_source
    page = sign_in("manager").post(f"{HERE}/concern/give/", follow=True).content.decode()
    assert "for 2 threats" in page
    assert sign_in("police").post(f"{HERE}/concern/give/").status_code == 404


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/surveys/", "400"),
        ("/not-heard/", "Age, 16 to 24:"),
        ("/concern/?weight=5", "Public concern weighs 5"),
        ("/you-said/", "Put speeding among the priorities"),
    ],
)
def test_pages_and_what_leaves_them(scored, sign_in, path, words):
    client = sign_in("manager")
    assert words in client.get(HERE + path).content.decode()
    mark = "&" if "?" in path else "?"
    assert client.get(f"{HERE}{path}{mark}form=csv").status_code == 200


def test_scrutiny_sees_no_order_of_threats(scored, sign_in):
    page = sign_in("scrutiny").get(f"{HERE}/concern/").content.decode()
    assert "for those who may read the build" in page
    assert "Modern slavery" not in page


def test_results_on_the_page_and_in_the_file_refuse_the_same_group(survey, sign_in):
    client = sign_in("analyst")
    area = survey.properties.get(name="Area").pk
    page = client.get(f"{HERE}/surveys/{survey.pk}/results/?by={area}").content.decode()
    assert page.count("Not shown: fewer than 30 replies") == 4
    told = client.get(f"{HERE}/surveys/{survey.pk}/results/?by={area}&form=csv").content.decode()
    assert told.count("The villages") == told.count("[c],[c],fewer than 30 replies") == 4


def test_the_public_reads_what_is_published_and_nothing_else(asked, survey, client):
    page = client.get("/you-said/exampleshire/").content.decode()
    assert "Put speeding among the priorities" in page
    assert "Light the garages" not in page  # a draft
    assert "Kilnfield tenants" not in page  # a draft
    assert "Tom Ashby" not in page  # posts, and no names
    results = client.get(f"/you-said/exampleshire/surveys/{survey.pk}/").content.decode()
    assert "As weighted" in results
    assert "More lights on the path" not in results  # what people wrote, and no theme of it
    move_survey(survey=survey, to=SurveyState.CLOSED, note="Wrong", by=asked.actor("manager"))
    assert client.get(f"/you-said/exampleshire/surveys/{survey.pk}/").status_code == 404
    assert client.get("/you-said/nowhere/").status_code == 404


def test_an_answer_is_heard_somewhere_and_stale_saves_show_both(asked, sign_in):
    client = sign_in("manager")
    new = {"said": "More lights", "outcome": "we are doing it", "decided": "Yes", "because": "Dark"}
    page = client.post(f"{HERE}/you-said/add/", new).content.decode()
    assert "Select a survey or an event at which it was heard" in page
    new["events"] = [asked.partnership.consultation_events.first().pk]
    assert client.post(f"{HERE}/you-said/add/", new).status_code == 302
    made = asked.partnership.consultation_answers.get(said="More lights")
    here = f"{HERE}/you-said/{made.pk}/"
    assert client.post(f"{here}change/", new | {"version": 1}).status_code == 302
    page = client.post(f"{here}change/", new | {"version": 1, "said": "Mine"}).content.decode()
    assert "More lights" in page
    assert "Mine" in page
    assert client.post(f"{here}moves/agreed/", {"note": ""}).status_code == 302
    assert client.post(f"{here}change/", new | {"version": 2}).status_code == 403


def test_scrutiny_reads_what_is_published_and_no_draft(asked, survey, planned, sign_in):
    """A draft answer, a planned survey and results not published yet are the partners' own."""
    client = sign_in("scrutiny")
    listed = client.get(f"{HERE}/surveys/").content.decode()
    assert survey.title in listed
    assert planned.title.replace("'", "&#39;") not in listed
    assert client.get(f"{HERE}/surveys/{planned.pk}/").status_code == 404
    said = client.get(f"{HERE}/you-said/").content.decode()
    assert "Light the garages" not in said
    assert "Put speeding among the priorities" in said
    assert "tenants" not in client.get(f"{HERE}/events/").content.decode()
    manager = asked.actor("manager")
    move_survey(survey=survey, to=SurveyState.CLOSED, note="A check", by=manager)
    assert client.get(f"{HERE}/surveys/{survey.pk}/results/").status_code == 404
    assert survey.title not in client.get(f"{HERE}/not-heard/").content.decode()
