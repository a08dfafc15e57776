"""Setting up a round, and the rules that stand in the way of each move."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse

from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused
from wardwise_web.priorities.criteria import criteria_of_build
from wardwise_web.priorities.models import Round
from wardwise_web.priorities.selectors import criteria_of, panel_criteria, scorers_of
from wardwise_web.priorities.services.decisions import (
    agree_rest_as_marked,
    agree_score,
    record_meeting,
)
from wardwise_web.priorities.services.marks import open_revote
from wardwise_web.priorities.services.rounds import (
    ThreatGiven,
    add_threat,
    begin_round,
    change_criteria,
    leave_out,
    name_scorer,
    set_terms,
    take_off_panel,
)
from wardwise_web.priorities.states import MOVES, RoundState
from wardwise_web.priorities.tests.conftest import (
    NAMES,
    PANEL,
    by_position,
    cycle_with_build,
    long_list,
    score_all,
    set_up,
    to,
)


def test_the_long_list_comes_from_the_build_with_its_evidence(in_set_up):
    assert [one.name for one in in_set_up.threats.all()] == list(NAMES)
    first = in_set_up.threats.first()
    assert first.evidence == long_list()["candidates"][0]
    assert "abcdef1234" in first.source
    assert in_set_up.first == 2


def test_the_first_criteria_are_the_builds_factors_and_capacity_without_weight(in_set_up):
    rows = {one.name: one for one in criteria_of(in_set_up)}
    assert rows["severity"].weight == 4
    beside = {one.name for one in rows.values() if one.side == "capacity"}
    assert beside == {"capacity", "capability", "added_value"}
    assert all(rows[name].weight == 0 for name in beside)
    assert "severity" not in {one.name for one in panel_criteria(in_set_up)}


def test_a_change_of_criteria_is_a_new_version_and_the_old_one_stands(seats, in_set_up):
    old = in_set_up.criteria
    given = criteria_of_build(long_list()["factors"][:9])
    by = seats.actor("manager")
    new = change_criteria(scoring=in_set_up, given=given, because="Fewer.", by=by)
    in_set_up.refresh_from_db()
    assert (old.version, new.version, in_set_up.criteria_id) == (1, 2, new.pk)
    assert (old.all.count(), new.all.count()) == (15, 12)


def test_a_cycle_without_a_build_has_no_round(seats):
    cycle = cycle_with_build(seats)
    cycle.build = None
    with pytest.raises(MoveRefused, match="no build yet"):
        begin_round(cycle=cycle, score_by=date(2026, 12, 1), by=seats.actor("analyst"))


def test_a_build_of_an_earlier_version_has_no_long_list_to_score(seats):
    cycle = cycle_with_build(seats)
    (cycle.build.folder / "threats.json").unlink()
    with pytest.raises(MoveRefused, match="make a new build"):
        begin_round(cycle=cycle, score_by=date(2026, 12, 1), by=seats.actor("analyst"))


def test_a_cycle_has_one_round(seats, in_set_up):
    with pytest.raises(MoveRefused, match="has begun"):
        begin_round(cycle=in_set_up.cycle, score_by=date(2026, 12, 1), by=seats.actor("analyst"))


def test_a_threat_is_added_by_hand_with_what_it_is_and_who_says_so(seats, in_set_up):
    by = seats.actor("analyst")
    given = ThreatGiven("Fly-tipping", "Waste left on land.", "Wardens' log")
    made = add_threat(scoring=in_set_up, given=given, by=by)
    assert (made.origin, made.source, made.evidence) == ("added by hand", "Wardens' log", {})
    with pytest.raises(MoveRefused, match="on the long list"):
        add_threat(scoring=in_set_up, given=ThreatGiven("fly-Tipping", "again", "x"), by=by)


def test_a_contributor_changes_nothing_and_an_administrator_finds_nothing(seats, in_set_up):
    given = ThreatGiven("Fly-tipping", "Waste.", "Log")
    with pytest.raises(PermissionDenied):
        add_threat(scoring=in_set_up, given=given, by=seats.actor("police"))
    with pytest.raises(Http404):
        add_threat(scoring=in_set_up, given=given, by=seats.actor("administrator"))


@pytest.mark.parametrize(("who", "agency"), [("probation", "housing"), ("scrutiny", "council")])
def test_a_scorer_needs_a_role_that_scores_at_that_agency(seats, in_set_up, who, agency):
    with pytest.raises(MoveRefused, match="holds no role"):
        name_scorer(
            scoring=in_set_up,
            person=seats.people[who],
            agency=seats.agencies[agency],
            by=seats.actor("analyst"),
        )


def test_two_agencies_do_not_open_a_round(seats):
    scoring = set_up(seats, panel=(PANEL[0], PANEL[1], ("board", "police")))
    with pytest.raises(MoveRefused, match="scorers from 2 agencies"):
        to(seats, scoring, RoundState.OPEN)


def test_who_is_taken_off_counts_no_more(seats, in_set_up):
    one = scorers_of(in_set_up).get(person=seats.people["health"])
    take_off_panel(scorer=one, because="on leave", by=seats.actor("analyst"))
    with pytest.raises(MoveRefused, match="at least 3"):
        to(seats, in_set_up, RoundState.OPEN)


def test_an_open_round_is_what_it_is(seats, blind):
    analyst = seats.actor("analyst")
    for change in (
        lambda: add_threat(scoring=blind, given=ThreatGiven("x", "y", "z"), by=analyst),
        lambda: leave_out(threat=blind.threats.first(), because="no", by=analyst),
        lambda: change_criteria(scoring=blind, given=(), because="no", by=analyst),
    ):
        with pytest.raises(MoveRefused, match="The round is open"):
            change()


def test_fewer_than_three_agencies_are_revealed_only_with_a_reason(seats, blind):
    for who in ("police", "fire"):
        score_all(seats, blind, who, by_position)
    with pytest.raises(MoveRefused, match="Agencies that have finished scoring: 2"):
        to(seats, blind, RoundState.REVEALED)
    to(seats, blind, RoundState.REVEALED, reason="Health has told us it will not score.")
    assert blind.statuses.last().note.startswith("Health")


def test_scores_are_recorded_when_all_are_agreed_by_a_quorate_meeting(seats, revealed):
    manager = seats.actor("manager")
    with pytest.raises(MoveRefused, match="scores are not agreed yet"):
        to(seats, revealed, RoundState.AGREED)
    agree_rest_as_marked(scoring=revealed, reason="all alike", by=manager)
    with pytest.raises(MoveRefused, match="No meeting was quorate"):
        to(seats, revealed, RoundState.AGREED)
    present = {seats.agencies[name]: "somebody" for name in ("police", "fire", "health")}
    record_meeting(
        scoring=revealed, held_on=date(2026, 12, 1), note="", present=present, by=manager
    )
    to(seats, revealed, RoundState.AGREED)


def test_an_open_ballot_stands_in_the_way(seats, revealed):
    open_revote(threat=revealed.threats.first(), because="new", by=seats.actor("manager"))
    with pytest.raises(MoveRefused, match="ballot is still open"):
        to(seats, revealed, RoundState.AGREED)


@pytest.mark.parametrize("who", ["analyst", "police", "chair"])
def test_only_the_manager_records_scores_as_agreed(seats, revealed, who):
    with pytest.raises((MoveRefused, PermissionDenied)):
        to(seats, revealed, RoundState.AGREED, who=who, reason="because")


def test_agreed_scores_are_taken_up_again_only_with_a_reason(seats, agreed):
    given = {
        "threat": agreed.threats.first(),
        "criterion": panel_criteria(agreed).first(),
        "value": 2,
        "reason": "right now",
        "by": seats.actor("manager"),
    }
    with pytest.raises(MoveRefused, match="after the reveal and before"):
        agree_score(**given)
    with pytest.raises(MoveRefused, match="Give the reason"):
        to(seats, agreed, RoundState.REVEALED)
    to(seats, agreed, RoundState.REVEALED, reason="The fire figures were wrong.")
    assert agree_score(**given).number == 2


def test_what_is_not_in_the_table_is_no_move(seats, in_set_up):
    for start in RoundState:
        Round.objects.filter(pk=in_set_up.pk).update(state=start)
        for end in RoundState:
            if (start, end) not in MOVES:
                with pytest.raises(MoveRefused, match="cannot become"):
                    to(seats, in_set_up, end, reason="because")


def test_terms_are_set_until_the_reveal(seats, blind):
    given = {"score_by": date(2026, 12, 24), "quorum": 4, "first": 3}
    set_terms(scoring=blind, by=seats.actor("manager"), **given)
    blind.refresh_from_db()
    assert (blind.quorum, blind.first) == (4, 3)
    to(seats, blind, RoundState.REVEALED, reason="a test")
    with pytest.raises(MoveRefused, match="revealed"):
        set_terms(scoring=blind, by=seats.actor("manager"), **given)


def test_each_step_is_in_the_audit_and_among_the_statuses(agreed):
    states = [one.state for one in agreed.statuses.all()]
    assert states == ["set up", "open", "revealed", "agreed"]
    assert AuditEvent.objects.filter(event="scoring.moved").count() == 3


def test_the_reveal_is_offered_once_it_can_be_used_and_before_that_only_with_a_reason(
    seats, blind, sign_in
):
    client, there = (
        sign_in("manager"),
        reverse("move_scoring", args=["exampleshire", blind.pk, "revealed"]),
    )
    button = f'<a class="govuk-button" href="{there}">Reveal the marks</a>'
    page = client.get(reverse("scoring_round", args=["exampleshire", blind.pk])).content.decode()
    assert button not in page
    assert "Agencies that have finished scoring: 0. A reveal needs 3" in page
    asked = client.get(there).content.decode()
    assert "Agencies that have finished scoring: 0" in asked
    client.post(there, {"reason": ""})
    blind.refresh_from_db()
    assert blind.state == RoundState.OPEN
    for who, _ in PANEL:
        score_all(seats, blind, who, by_position)
    assert (
        button
        in client.get(reverse("scoring_round", args=["exampleshire", blind.pk])).content.decode()
    )


def test_a_page_of_the_round_carries_the_marking_of_its_build(seats, blind, sign_in):
    type(blind).objects.filter(pk=blind.pk).update(marking="OFFICIAL-SENSITIVE")
    for page in (
        reverse("scoring_round", args=["exampleshire", blind.pk]),
        reverse("scoring_threats", args=["exampleshire", blind.pk]),
    ):
        assert "OFFICIAL-SENSITIVE" in sign_in("police").get(page).content.decode()
