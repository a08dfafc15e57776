"""Pages: what each person sees, and above all what nobody sees before the reveal."""

from __future__ import annotations

import csv
import json

import pytest
from django.urls import reverse

from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.priorities.models import Mark
from wardwise_web.priorities.selectors import panel_criteria
from wardwise_web.priorities.services.marks import open_revote
from wardwise_web.priorities.states import RoundState
from wardwise_web.priorities.tests.conftest import scorer, to


SLUG = "exampleshire"
SECRET = "a reason of police"


def at(name, *parts):
    return reverse(name, args=[SLUG, *parts])


def own(scoring, seats, who, threat=None):
    place = scorer(scoring, seats, who)
    if threat is None:
        return at("own_scores", scoring.pk, place.pk)
    return at("score_threat", scoring.pk, place.pk, threat.pk)


def test_a_scorer_marks_one_threat_and_is_led_to_the_next(seats, blind, sign_in):
    client, threat = sign_in("police"), blind.threats.first()
    page = own(blind, seats, "police", threat)
    assert "I don&#39;t know" in client.get(page).content.decode()
    posted = {}
    for criterion in panel_criteria(blind):
        posted |= {f"c{criterion.pk}-value": "3", f"c{criterion.pk}-reason": "as I see it"}
    answer = client.post(page, posted)
    assert answer["Location"] == own(blind, seats, "police", blind.threats.all()[1])
    assert Mark.objects.count() == panel_criteria(blind).count()
    told = client.get(own(blind, seats, "police")).content.decode()
    assert "1 of 4 threats are done" in told


def test_each_mark_is_saved_as_soon_as_it_is_given(seats, blind, sign_in):
    client, threat = sign_in("police"), blind.threats.first()
    volume = panel_criteria(blind).get(name="volume")
    page, name = own(blind, seats, "police", threat), f"c{volume.pk}"
    headers = {"X-Saves": "at-once"}

    def save(**posted):
        given = {f"{name}-{key}": value for key, value in posted.items()}
        return client.post(page, given, headers=headers)

    assert json.loads(save(value="3", reason="").content)["told"].startswith("Saved")
    assert "add a reason" in json.loads(save(value="1", reason="").content)["told"]
    assert save(value="", reason="").status_code == 400
    assert save(value="dont-know", reason="").status_code == 200
    assert [one.value for one in Mark.objects.order_by("number")] == [3, 1, None]
    to(seats, blind, RoundState.REVEALED, reason="a test")
    answer = save(value="2", reason="")
    assert (answer.status_code, Mark.objects.count()) == (409, 3)


def test_what_a_value_off_the_scale_gets_is_an_error_and_no_row(seats, blind, sign_in):
    volume = panel_criteria(blind).first()
    page = own(blind, seats, "police", blind.threats.first())
    answer = sign_in("police").post(page, {f"c{volume.pk}-value": "9"})
    assert "There is a problem" in answer.content.decode()
    assert not Mark.objects.exists()


def test_an_interest_is_declared_on_its_page(seats, blind, sign_in):
    client, threat = sign_in("fire"), blind.threats.get(name="Fire")
    place = scorer(blind, seats, "fire")
    page = at("declare_interest", blind.pk, place.pk, threat.pk)
    told = client.post(page, {"note": "We are paid for it."}, follow=True).content.decode()
    assert "You declared an interest: We are paid for it." in told
    told = client.post(page, follow=True).content.decode()
    assert "You declared an interest" not in told


def test_the_home_page_asks_a_scorer_for_their_marks_by_the_day(seats, blind, sign_in):
    told = sign_in("health").get(at("partnership_home")).content.decode()
    assert "Score 4 threats for 2026/27" in told
    assert "27 November 2026" in told
    assert (
        "Score 4 threats" not in sign_in("probation").get(at("partnership_home")).content.decode()
    )


def test_who_runs_the_round_is_told_what_comes_next(seats, revealed, sign_in):
    home = at("partnership_home")
    assert "Agree the scores for 2026/27" in sign_in("manager").get(home).content.decode()
    open_revote(threat=revealed.threats.first(), because="new figures", by=seats.actor("manager"))
    assert "Vote again on Robbery" in sign_in("fire").get(home).content.decode()


def test_after_the_reveal_marks_stand_by_agency_with_reasons(seats, revealed, sign_in):
    page = at("threat_result", revealed.pk, revealed.threats.first().pk)
    told = sign_in("fire").get(page).content.decode()
    assert "Midshire Police" in told
    assert SECRET in told
    assert "<svg" in told
    assert "Petra Lowe" not in told
    assert sign_in("scrutiny").get(page).status_code == 404


@pytest.mark.parametrize(
    "name", ["scoring_results", "scoring_sensitivity", "scoring_live", "scoring_round"]
)
def test_scrutiny_reads_the_order_after_the_reveal(revealed, sign_in, name):
    assert sign_in("scrutiny").get(at(name, revealed.pk)).status_code == 200


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("scoring_results", 4),
        ("scoring_sensitivity", 4),
        ("scoring_threats", 4),
        ("scoring_criteria", 15),
        ("scoring_panel", 3),
        ("export_marks", 132),
    ],
)
def test_lists_leave_with_their_mark_and_are_remembered(revealed, sign_in, name, rows):
    answer = sign_in("analyst").get(at(name, revealed.pk) + "?form=csv")
    lines = list(csv.reader(answer.content.decode("utf-8-sig").splitlines()))
    assert len(lines) == rows + 2
    assert "Exported by Asha Daley" in lines[0][0]
    assert AuditEvent.objects.last().event == "list.exported"


def test_a_contributor_reads_and_is_offered_no_export(revealed, sign_in):
    client = sign_in("police")
    lists = ("results", "sensitivity", "threats", "criteria", "panel")
    for page in (at(f"scoring_{name}", revealed.pk) for name in lists):
        assert "form=csv" not in client.get(page).content.decode()
        assert client.get(page + "?form=csv").status_code == 403
        assert "form=csv" in sign_in("analyst").get(page).content.decode()
    assert client.get(at("export_marks", revealed.pk)).status_code in (403, 404)


def test_the_whole_round_is_set_up_on_its_pages(seats, sign_in):
    from wardwise_web.priorities.tests.conftest import cycle_with_build

    cycle_with_build(seats)
    client = sign_in("manager")
    day = {"score_by-day": "27", "score_by-month": "11", "score_by-year": "2026"}
    page = client.post(at("begin_scoring"), day)["Location"]
    assert "Begin the scoring" not in client.get(at("scoring")).content.decode()
    number = page.rstrip("/").rsplit("/", 1)[-1]
    for who, agency in (("police", "police"), ("fire", "fire"), ("health", "health")):
        pair = f"{seats.people[who].pk}-{seats.agencies[agency].pk}"
        client.post(at("name_scorer", number), {"who": pair})
    tipping = {"name": "Fly-tipping", "definition": "Waste.", "source": "Wardens"}
    client.post(at("add_threat", number), tipping)
    told = client.post(at("move_scoring", number, "open"), {"reason": ""}, follow=True)
    assert "The round is open" in told.content.decode()
    assert "5 threats" in told.content.decode()
    assert "3 agencies, 3 scorers" in told.content.decode()


def test_criteria_are_changed_on_their_page_with_four_meanings(seats, in_set_up, sign_in):
    client, page = sign_in("analyst"), at("change_criteria", in_set_up.pk)
    posted = {"because": "Volume weighs less here."}
    for one in in_set_up.criteria.all.all():
        posted |= {
            f"weight-{one.pk}": "1",
            f"panel-{one.pk}": one.source,
            f"words-{one.pk}": "a; b; c; d",
        }
    bad = posted | {next(name for name in posted if name.startswith("words")): "a; b"}
    assert "Give four meanings" in client.post(page, bad).content.decode()
    told = client.post(page, posted, follow=True).content.decode()
    assert "Criteria, version 2" in told
    assert "Volume weighs less here." in told


def test_the_meeting_agrees_votes_again_dissents_and_records(seats, revealed, sign_in):
    client, threat = sign_in("manager"), revealed.threats.first()
    criterion = panel_criteria(revealed).first()
    result = at("threat_result", revealed.pk, threat.pk)
    agree = at("agree_score", revealed.pk, threat.pk, criterion.pk)
    assert "The panel&#39;s own: 4.00" in client.get(agree).content.decode()
    told = client.post(agree, {"value": "3.5", "reason": "The wards disagree."}, follow=True)
    assert "Agreed: 3.5." in told.content.decode()
    client.post(at("vote_again", revealed.pk, threat.pk), {"reason": "New admissions."})
    assert "Close the ballot" in client.get(result).content.decode()
    told = client.post(at("end_vote", revealed.pk, threat.pk), follow=True)
    assert "The ballot is closed" in told.content.decode()
    police = seats.agencies["police"]
    dissent = {"agency": str(police.pk), "text": "It is not what we see."}
    page = at("record_dissent", revealed.pk) + f"?threat={threat.pk}"
    told = client.post(page, dissent, follow=True).content.decode()
    assert "Midshire Police dissents:" in told
    meeting = {
        "held_on-day": "1",
        "held_on-month": "12",
        "held_on-year": "2026",
        "present": [str(seats.agencies[name].pk) for name in ("police", "fire", "health")],
        "who": "Midshire Police: Petra Lowe",
    }
    client.post(at("record_meeting", revealed.pk), meeting)
    told = client.get(at("scoring_results", revealed.pk)).content.decode()
    assert "Midshire Police (Petra Lowe)" in told
    assert "Quorate: 3 agencies" in told
    client.post(at("agree_rest", revealed.pk), {"reason": "alike"})
    told = client.post(at("move_scoring", revealed.pk, "agreed"), {"reason": ""}, follow=True)
    assert "recorded as agreed" in told.content.decode()


def test_residents_and_pulls_are_given_on_their_pages(seats, revealed, sign_in):
    client, threat = sign_in("analyst"), revealed.threats.first()
    page = at("set_concern", revealed.pk, threat.pk)
    given = {"percent": "41", "lower": "36", "upper": "46", "source": "Survey, spring 2026"}
    told = client.post(page, given, follow=True).content.decode()
    assert "41% (36 to 46)" in told
    pull = {"kind": "a target", "text": "A tenth fewer", "source": "Plan, page 4"}
    client.post(at("add_pull", revealed.pk, threat.pk), pull)
    told = client.get(at("scoring_results", revealed.pk)).content.decode()
    assert "A target: A tenth fewer" in told


def test_priorities_are_placed_and_adopted_on_their_pages(seats, agreed, sign_in):
    client, page = sign_in("manager"), at("priorities_of_round", agreed.pk)
    counts = {"priorities": "1", "focus": "1", "monitor": "1"}
    told = client.post(at("fill_priorities", agreed.pk), counts, follow=True).content.decode()
    assert "17% of the crimes" in told
    robbery = agreed.threats.get(name="Robbery")
    put = at("place_threat", agreed.pk, robbery.pk)
    client.post(put, {"tier": "monitor", "reason": ""})
    told = client.get(page).content.decode()
    assert "have no reason in writing" in told
    chair = sign_in("chair")
    answer = chair.post(at("adopt_priorities", agreed.pk), {"reason": ""}, follow=True)
    assert "Nothing is placed among the priorities" in answer.content.decode()
    client.post(put, {"tier": "priority", "reason": ""})
    answer = chair.post(at("adopt_priorities", agreed.pk), {"reason": "Minute 7"}, follow=True)
    assert "The priorities are adopted" in answer.content.decode()
    told = sign_in("scrutiny").get(at("priorities")).content.decode()
    assert "Robbery" in told
    told = sign_in("scrutiny").get(at("register")).content.decode()
    assert "Fire" in told
    client.post(at("record_outcome", agreed.pk, robbery.pk), {"text": "Fewer by a tenth."})
    answer = client.get(at("register") + "?form=csv")
    assert b"Considered and not adopted" in answer.content
    assert b"Robbery" in client.get(page + "?form=csv").content


def test_scrutiny_sees_no_priorities_that_are_not_adopted(agreed, sign_in):
    client = sign_in("scrutiny")
    assert client.get(at("priorities_of_round", agreed.pk)).status_code == 404
    assert "2026/27" not in client.get(at("priorities")).content.decode()


def test_a_round_of_another_partnership_is_not_found(blind, sign_in):
    assert sign_in("manager").get(at("scoring_round", blind.pk + 100)).status_code == 404


def test_a_left_out_threat_is_put_back(seats, in_set_up, sign_in):
    client, threat = sign_in("analyst"), in_set_up.threats.first()
    page = at("leave_out_threat", in_set_up.pk, threat.pk)
    assert "is left out" in client.post(page, {"reason": "No."}, follow=True).content.decode()
    assert "scored again" in client.post(page, {"reason": ""}, follow=True).content.decode()


def test_somebody_is_taken_off_the_panel(seats, in_set_up, sign_in):
    place = scorer(in_set_up, seats, "health")
    page = at("take_off_panel", in_set_up.pk, place.pk)
    told = sign_in("analyst").post(page, {"reason": "on leave"}, follow=True).content.decode()
    assert "off the panel" in told
    terms = {
        "score_by-day": "4",
        "score_by-month": "12",
        "score_by-year": "2026",
        "quorum": "3",
        "first": "4",
    }
    told = sign_in("analyst").post(at("scoring_terms", in_set_up.pk), terms, follow=True)
    assert "the first 4 stand" in told.content.decode()


def test_a_page_that_lay_open_over_the_reveal_says_that_nothing_was_saved(seats, blind, sign_in):
    threat, client = blind.threats.first(), sign_in("police")
    page = own(blind, seats, "police", threat)
    to(seats, blind, RoundState.REVEALED, reason="They cannot wait")
    told = client.post(page, {}, follow=True).content.decode()
    assert "Nothing was saved: the marks can no longer be changed." in told


def test_a_number_that_is_none_is_no_fault(seats, blind, sign_in):
    """A superscript is a digit to Python, and no number."""
    for page in (at("record_dissent", blind.pk) + "?threat=²", at("cycles") + "?page=²"):
        assert sign_in("manager").get(page).status_code == 200
