"""The plan's pages: each opens for whom it should, and does what its button says."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from django.utils import timezone

from wardwise_web.people.selectors import holdings_of
from wardwise_web.people.services import end_role
from wardwise_web.plan.choices import Scale
from wardwise_web.plan.models import Action
from wardwise_web.plan.rules import LinkMissing
from wardwise_web.plan.selectors import gap_matrix, orphans_of
from wardwise_web.plan.services.actions import move_action
from wardwise_web.plan.services.service_map import (
    add_service,
    change_service,
    measure_factor,
    set_goal,
)
from wardwise_web.plan.states import ActionState
from wardwise_web.plan.terms import ServiceTerms
from wardwise_web.plan.tests.year import FINDING
from wardwise_web.plan.today import standing, tasks


def three(name: str, day: date) -> dict[str, str]:
    """A date as its three boxes send it."""
    return {
        f"{name}-day": str(day.day),
        f"{name}-month": str(day.month),
        f"{name}-year": str(day.year),
    }


LISTS = ("plan/", "plan/recommendations/", "plan/on-a-page/", "plan/gaps/", "plan/funding/",
         "plan/services/", "plan/factors/", "plan/goals/")  # fmt: skip


@pytest.mark.parametrize("address", LISTS)
def test_each_list_opens_empty_and_teaches_the_next_step(sign_in, cycle, address):
    answer = sign_in("manager").get(f"/p/exampleshire/{address}")
    assert answer.status_code == 200


@pytest.mark.parametrize("address", LISTS)
def test_nobody_without_a_role_in_the_plan_finds_it(sign_in, cycle, action, address):
    assert sign_in("auditor").get(f"/p/exampleshire/{address}").status_code == 404


def test_an_owner_tells_how_it_goes_from_three_questions(sign_in, action):
    page = f"/p/exampleshire/plan/actions/{action.pk}/update/"
    client = sign_in("owner")
    assert "What happened?" in client.get(page).content.decode()
    today = timezone.localdate()
    bad = client.post(page, {"happened": "", "percent_complete": "120", **three("next_on", today)})
    words = bad.content.decode()
    assert "Enter what happened" in words
    assert "must be between 0 and 100" in words
    good = {"happened": "9 of 21 visited", "percent_complete": "43", **three("next_on", today)}
    answer = client.post(page, good, follow=True)
    assert "Your update of A1 is kept" in answer.content.decode()
    action.refresh_from_db()
    assert action.percent_complete == 43


def test_another_owner_s_action_takes_no_update(sign_in, action):
    page = f"/p/exampleshire/plan/actions/{action.pk}/update/"
    assert sign_in("police").get(page).status_code == 403


def test_what_an_action_rests_on_is_for_those_who_may_read_it(sign_in, action):
    words = (FINDING["claim"], action.recommendation.text)
    page = f"/p/exampleshire/plan/actions/{action.pk}/"
    linked = f"/p/exampleshire/plan/recommendations/{action.recommendation_id}/"
    ours, theirs = sign_in("police"), sign_in("scrutiny")
    for client, may in ((ours, True), (theirs, False)):  # the year is not circulated yet
        told = client.get(page).content.decode()
        assert [one in told for one in words] == [may, may]
        for address in (page, "/p/exampleshire/plan/"):
            assert (linked in client.get(address).content.decode()) is may
    assert "R1: not circulated yet" in theirs.get(page).content.decode()
    file = theirs.get("/p/exampleshire/performance/annual-plan/", {"form": "json"})
    assert words[1] not in file.content.decode()


def test_a_manager_agrees_an_action_and_is_asked_for_each_link(sign_in, seats, terms):
    today = timezone.localdate()
    page = "/p/exampleshire/plan/actions/add/"
    client = sign_in("manager")
    given = {
        "title": "Tell the press",
        "owner_id": seats.people["owner"].pk,
        "owner_agency_id": seats.agencies["police"].pk,
        "scale": "1",
        "interval_days": "31",
        **three("starts_on", today),
        **three("due_on", today + timedelta(days=9)),
    }
    words = client.post(page, given).content.decode()
    assert "Choose a recommendation, or say why there is none" in words
    assert "Give a first milestone, or say why there is none" in words
    assert "Choose an indicator, or say why there is none" in words
    reasons = ("recommendation", "milestone", "indicator")
    assert f"The owner acts for {seats.agencies['housing']}: select that agency" in words
    given["owner_agency_id"] = seats.agencies["housing"].pk
    given |= {f"no_{one}_because": "A duty of ours" for one in reasons}
    answer = client.post(page, given, follow=True)
    assert "A1 is agreed" in answer.content.decode()


def test_who_began_from_an_older_version_sees_both_texts(sign_in, seats, action):
    page = f"/p/exampleshire/plan/actions/{action.pk}/change/"
    given = {
        "title": "Visit each shop twice",
        "owner_id": action.owner_id,
        "owner_agency_id": action.owner_agency_id,
        "recommendation_id": action.recommendation_id,
        "indicator_ids": [link.indicator_id for link in action.measured_by.all()],
        "scale": "2",
        "interval_days": "31",
        "version": "1",
        **three("starts_on", action.starts_on),
    }
    assert sign_in("manager").post(page, given).status_code == 302
    answer = sign_in("owner").post(page, given | {"title": "Visit half of the shops"})
    assert answer.status_code == 409
    words = answer.content.decode()
    assert "Visit each shop twice" in words
    assert "Visit half of the shops" in words
    assert Action.objects.get(pk=action.pk).title == "Visit each shop twice"


def test_the_list_leaves_with_the_rows_of_the_screen(sign_in, action):
    answer = sign_in("board").get("/p/exampleshire/plan/?scale=2&form=csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][0].startswith("OFFICIAL. Actions 2026-27. Exported by Bernard Cole")
    assert rows[2][:2] == ["A1", "Visit every shop on the parade"]
    assert len(rows) == 3
    other = sign_in("board").get("/p/exampleshire/plan/?scale=3&form=csv")
    assert len(other.content.decode().strip().splitlines()) == 2
    assert sign_in("analyst").get("/p/exampleshire/plan/?form=csv").status_code == 403


def test_evidence_is_handed_out_as_a_download(sign_in, action):
    client = sign_in("owner")
    page = f"/p/exampleshire/plan/actions/{action.pk}/evidence/"
    file = io.BytesIO(b"21 shops")
    file.name = "list.txt"
    assert client.post(page, {"title": "List", "file": file}).status_code == 302
    shown = action.evidence.get()
    answer = sign_in("scrutiny").get(f"{page}{shown.pk}/")
    assert answer["Content-Disposition"] == 'attachment; filename="list.txt"'
    assert answer.content == b"21 shops"
    both = client.post(page, {"title": "Both", "link": "https://x.example", "file": b""})
    assert both.status_code == 302
    neither = client.post(page, {"title": "Neither"})
    assert "Give a link or a file" in neither.content.decode()


def test_orphans_are_found_in_both_directions(seats, cycle, action, recommendation, indicator):
    by = seats.actor("manager")
    found = orphans_of(cycle, by, findings=[("K-TEST1234", "x"), ("K-OTHER", "Alone.")])
    assert found.findings == (("K-OTHER", "Alone."),)
    assert found.recommendations == ()
    assert found.indicators == ()
    action.measured_by.all().delete()
    Action.objects.filter(pk=action.pk).update(
        recommendation=None, no_recommendation_because="x", no_indicator_because="y"
    )
    again = orphans_of(cycle, by)
    assert [one.code for one in again.recommendations] == ["R1"]
    assert [one.code for one in again.actions] == ["A1"]
    assert [one.code for one in again.indicators] == ["S1"]


def test_an_action_whose_owner_has_left_waits_for_the_manager(seats, action):
    by = seats.actor("manager")
    assert orphans_of(action.cycle, by).ownerless == ()
    for held in holdings_of(seats.people["owner"]):
        end_role(holding=held, by=seats.actor("administrator"))
    assert orphans_of(action.cycle, by).ownerless == (action,)
    texts = [one.text for one in tasks(by, seats.partnership)]
    assert any(one.startswith("Give it to somebody else: A1") for one in texts)


def test_a_recommendation_whose_action_was_stopped_has_none(seats, cycle, action):
    by = seats.actor("manager")
    move_action(action=action, to=ActionState.STOPPED, note="No money.", by=by)
    assert [one.code for one in orphans_of(cycle, by).recommendations] == ["R1"]


def test_home_says_what_the_plan_asks_of_a_person(seats, action):
    partnership = seats.partnership
    (asked,) = tasks(seats.actor("owner"), partnership)
    assert asked.text.startswith("Tell how it goes: A1")
    assert asked.late  # 50 days without a word, one is asked every 31
    assert tasks(seats.actor("police"), partnership) == []
    (stands,) = standing(seats.actor("board"), partnership)
    assert stands.stands == "1 of 1 actions are in hand, 0 of them late"
    assert standing(seats.actor("administrator"), partnership) == []


@pytest.fixture
def service(seats):
    terms = ServiceTerms(
        name="Mentors",
        agency_id=seats.agencies["housing"].pk,
        scale=3,
        outcome="Fewer come back",
        lead_group="Board",
        grade="promising",
        factors=("role-models", "alcohol-drugs"),
    )
    return add_service(partnership=seats.partnership, terms=terms, by=seats.actor("manager"))


def test_the_gap_matrix_counts_open_services_by_factor_and_scale(seats, service):
    rows = {row.factor.code: row for row in gap_matrix(seats.partnership, seats.actor("manager"))}
    assert rows["role-models"].services == (0, 0, 1)
    assert rows["poverty"].is_gap


def test_a_closed_service_fills_no_gap_and_a_name_is_taken_once(seats, service):
    terms = ServiceTerms(
        "Mentors", service.agency_id, 3, "x", "y", "none", factors=("poverty",),
        more={"is_open": False},
    )  # fmt: skip
    with pytest.raises(LinkMissing, match="another name"):
        add_service(partnership=seats.partnership, terms=terms, by=seats.actor("manager"))
    change_service(service=service, terms=terms, version=1, by=seats.actor("manager"))
    rows = {row.factor.code: row for row in gap_matrix(seats.partnership, seats.actor("manager"))}
    assert rows["poverty"].is_gap


def test_services_are_exported_in_the_form_of_open_referral(sign_in, service, cycle):
    answer = sign_in("analyst").get("/p/exampleshire/plan/services/?form=json")
    (item,) = answer.json()["items"]
    assert (item["name"], item["status"]) == ("Mentors", "active")
    assert {"label": "Factor", "value": "Good role models and peers"} in item["attributes"]
    assert sign_in("board").get("/p/exampleshire/plan/services/?form=json").status_code == 403


def test_a_factor_is_watched_by_an_indicator(seats, indicator):
    measure_factor(
        partnership=seats.partnership,
        factor="poverty",
        indicator=indicator,
        by=seats.actor("analyst"),
    )
    rows = {row.factor.code: row for row in gap_matrix(seats.partnership, seats.actor("owner"))}
    assert rows["poverty"].measured_by == indicator


def test_the_plan_on_a_page_holds_goals_actions_and_recommendations(sign_in, seats, cycle, action):
    words = ("Reach everybody", "All are offered help", "The Board")
    set_goal(cycle=cycle, scale=Scale.TARGETED, words=words, by=seats.actor("manager"))
    page = sign_in("scrutiny").get("/p/exampleshire/plan/on-a-page/").content.decode()
    assert "Reach everybody" in page
    assert "Visit every shop on the parade" in page
