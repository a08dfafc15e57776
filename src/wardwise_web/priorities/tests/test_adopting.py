"""Agreed scores, tiers, departures, the register, and the year after."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from wardwise_web.core.moves import MoveRefused
from wardwise_web.priorities.models import Round
from wardwise_web.priorities.presenters.order import order_of
from wardwise_web.priorities.presenters.results import agreements, factor_results, result_lines
from wardwise_web.priorities.presenters.tiers import tier_lines
from wardwise_web.priorities.selectors import (
    adopted_priorities,
    panel_criteria,
    register_of,
    scores_without_agreement,
)
from wardwise_web.priorities.services.adopting import place, place_by_score, record_outcome
from wardwise_web.priorities.services.decisions import (
    Concern,
    add_pull,
    agree_rest_as_marked,
    agree_score,
    record_dissent,
    set_concern,
)
from wardwise_web.priorities.services.rounds import ThreatGiven, add_threat, leave_out
from wardwise_web.priorities.states import RoundState
from wardwise_web.priorities.tests.conftest import (
    PANEL,
    agree,
    by_position,
    score_all,
    set_up,
    to,
)


def placed(seats, scoring, **tiers):
    """Put every threat in the tier given, by name with an underscore."""
    for threat in scoring.threats.all():
        tier, reason = tiers[threat.name.split()[0].lower()]
        place(threat=threat, tier=tier, reason=reason, by=seats.actor("manager"))


BY_SCORE = {
    "robbery": ("priority", ""),
    "fire": ("focus", ""),
    "shoplifting": ("monitor", ""),
    "modern": ("monitor", ""),
}


def test_the_order_is_that_of_the_marks_and_tells_how_firm_it_is(revealed):
    order = order_of(revealed)
    lines = result_lines(order)
    names = [one.threat.name for one in lines]
    assert names == ["Robbery", "Fire", "Shoplifting", "Modern slavery"]
    assert (lines[0].top_percent, lines[0].rank_lower, lines[0].rank_upper) == (100.0, 1, 1)
    assert all(one.alpha == 1 for one in agreements(order))
    assert order.concordance() == 1


def test_capacity_is_never_part_of_the_risk(seats, revealed):
    before = [one.risk for one in order_of(revealed).places]
    capacity = panel_criteria(revealed).get(name="capacity")
    for threat in revealed.threats.all():
        agree_score(
            threat=threat, criterion=capacity, value=1, reason="none", by=seats.actor("manager")
        )
    assert [one.risk for one in order_of(revealed).places] == before


def test_an_agreed_score_has_a_reason_a_person_and_a_row_of_its_own(seats, revealed):
    threat, criterion = revealed.threats.last(), panel_criteria(revealed).first()
    given = {"threat": threat, "criterion": criterion, "by": seats.actor("manager")}
    with pytest.raises(MoveRefused, match="Give the reason"):
        agree_score(value=4, reason=" ", **given)
    with pytest.raises(MoveRefused, match="between 1 and 4"):
        agree_score(value=5, reason="high", **given)
    agree_score(value=4, reason="referrals doubled", **given)
    agree_score(value=3.5, reason="but were counted twice", **given)
    rows = list(threat.agreed.all())
    assert [(one.number, one.value) for one in rows] == [(1, 4), (2, 3.5)]
    assert {one.by.name for one in rows} == {"Morgan Reid"}
    place_of = {one.name: one.scores for one in order_of(revealed).places}
    assert 3.5 in place_of["Modern slavery"]


def test_the_rest_is_taken_as_marked_and_what_was_agreed_stays(seats, revealed):
    threat, criterion = revealed.threats.first(), panel_criteria(revealed).first()
    manager = seats.actor("manager")
    agree_score(threat=threat, criterion=criterion, value=1, reason="no", by=manager)
    # 4 threats × 11 factors that the panel marks, less the one
    assert agree_rest_as_marked(scoring=revealed, reason="alike", by=manager) == 43
    assert scores_without_agreement(revealed) == []
    assert threat.agreed.filter(criterion=criterion).count() == 1


def test_public_concern_has_its_weight_and_the_order_without_it_stands_beside(seats, revealed):
    manager = seats.actor("manager")
    order = order_of(revealed)
    assert order.ranks == order.ranks_without_concern
    for name, percent in (("Shoplifting", 60.0), ("Fire", 1.0)):
        concern = Concern(percent, None, None, "Survey 2026")
        set_concern(threat=revealed.threats.get(name=name), concern=concern, by=manager)
    after = {one.name: one.risk.harm for one in order_of(revealed).places[:3]}
    before = {one.name: one.risk.harm for one in order.places[:3]}
    assert after["Shoplifting"] > before["Shoplifting"]
    assert after["Fire"] < before["Fire"]
    assert order_of(revealed).ranks_without_concern == order.ranks


def test_a_pull_stands_beside_and_changes_no_score(seats, revealed):
    before = order_of(revealed).places
    threat = revealed.threats.last()
    given = {"kind": "a duty in law", "text": "A strategy is owed.", "source": "section 8"}
    add_pull(threat=threat, by=seats.actor("manager"), **given)
    assert order_of(revealed).places == before
    line = next(one for one in result_lines(order_of(revealed)) if one.threat == threat)
    assert [one.text for one in line.pulls] == ["A strategy is owed."]


def test_what_the_panel_gave_is_shown_by_agency_with_its_reason(seats, revealed):
    threat = revealed.threats.first()
    factors = factor_results(order_of(revealed), threat, seats.actor("police"))
    marked = next(one for one in factors if one.criterion.name == "physical")
    assert {(one.value, one.reason) for one in marked.voices} == {
        (4, "a reason of police"),
        (4, "a reason of fire"),
        (4, "a reason of health"),
    }
    assert len({dot.y for dot in marked.dots}) == 3  # stacked, none hidden by another


def test_tiers_are_given_after_the_scores_are_agreed(seats, revealed):
    with pytest.raises(MoveRefused, match="once the scores are recorded"):
        place(
            threat=revealed.threats.first(),
            tier="priority",
            reason="",
            by=seats.actor("manager"),
        )


def test_every_threat_has_a_tier_before_adoption(seats, agreed):
    with pytest.raises(MoveRefused, match="No tier is given yet to: Fire, Modern slavery"):
        to(seats, agreed, RoundState.CLOSED, who="chair")


def test_the_order_of_the_scores_needs_no_reason(seats, agreed):
    placed(seats, agreed, **BY_SCORE)
    to(seats, agreed, RoundState.CLOSED, who="chair")
    assert [one.name for one in adopted_priorities(seats.partnership)] == ["Robbery"]


def test_a_departure_without_a_reason_blocks_adoption(seats, agreed):
    tiers = BY_SCORE | {"robbery": ("focus", ""), "fire": ("priority", "The grant ends.")}
    placed(seats, agreed, **tiers)
    with pytest.raises(MoveRefused, match="no reason in writing: Robbery"):
        to(seats, agreed, RoundState.CLOSED, who="chair")
    robbery = agreed.threats.get(name="Robbery")
    place(threat=robbery, tier="focus", reason="It halved.", by=seats.actor("manager"))
    to(seats, agreed, RoundState.CLOSED, who="chair")


def test_a_reason_that_was_filled_by_score_is_none_for_a_departure(seats, agreed):
    place_by_score(scoring=agreed, priorities=1, focus=1, monitor=1, by=seats.actor("manager"))
    fire = agreed.threats.get(name="Fire")
    place(threat=fire, tier="priority", reason="The grant ends.", by=seats.actor("manager"))
    wanting = {one.threat.name for one in tier_lines(agreed) if one.wants_reason}
    # with two priorities and no focus the places allow: Robbery and Fire first, Shoplifting next
    assert wanting == set()
    robbery = agreed.threats.get(name="Robbery")
    place(threat=robbery, tier="monitor", reason=" ", by=seats.actor("manager"))
    wanting = {one.threat.name for one in tier_lines(agreed) if one.wants_reason}
    assert "Robbery" in wanting


def test_an_analyst_places_and_does_not_adopt(seats, agreed):
    place_by_score(scoring=agreed, priorities=1, focus=1, monitor=1, by=seats.actor("analyst"))
    with pytest.raises(PermissionDenied):
        to(seats, agreed, RoundState.CLOSED, who="analyst")


def test_what_the_priorities_account_for_comes_from_the_builds_figures(agreed):
    found = order_of(agreed).coverage(["Robbery"])
    # volumes 100, 200, 300; severities 300, 210, 120: harm 30,000 + 42,000 + 36,000
    assert found.volume_percent == pytest.approx(100 / 6)
    assert found.harm_percent == pytest.approx(100 * 30 / 108)


def test_the_index_swap_uses_the_builds_other_severity(agreed):
    found = {one.name: one for one in order_of(agreed).survivals}
    assert found["Robbery"].by_index is not None
    assert found["Robbery"].by_steps[1] >= found["Robbery"].rank


def test_dissent_is_an_agencys_and_comes_after_the_reveal(seats, blind):
    given = {
        "threat": None,
        "agency": seats.agencies["police"],
        "text": "We do not agree.",
        "by": seats.actor("manager"),
    }
    with pytest.raises(MoveRefused, match="between the reveal"):
        record_dissent(scoring=blind, **given)
    to(seats, blind, RoundState.REVEALED, reason="a test")
    assert record_dissent(scoring=blind, **given).agency.name == "Midshire Police"


def test_the_rejected_are_on_the_register_and_come_back_next_year(seats, sign_in):
    manager = seats.actor("manager")
    last = set_up(seats, name="2025/26", year=2025)
    add_threat(scoring=last, given=ThreatGiven("Fly-tipping", "Waste.", "Wardens"), by=manager)
    gone = last.threats.get(name="Modern slavery")
    leave_out(threat=gone, because="The force has no figures.", by=manager)
    to(seats, last, RoundState.OPEN)
    for who, _ in PANEL:
        score_all(seats, last, who, by_position)
    to(seats, last, RoundState.REVEALED)
    agree(seats, last)
    place_by_score(scoring=last, priorities=1, focus=1, monitor=1, by=manager)
    to(seats, last, RoundState.CLOSED, who="chair")
    tipping = last.threats.get(name="Fly-tipping")
    record_outcome(threat=tipping, text="As much as before.", by=manager)

    listed = {threat.name: row and row.tier for threat, row in register_of(seats.partnership)}
    assert "Robbery" not in listed
    assert listed["Modern slavery"] is None
    assert listed["Fire"] == "focus"

    this = set_up(seats)
    back = this.threats.get(name="Fly-tipping")
    assert (back.origin, back.before) == ("last year's register", tipping)
    assert this.threats.get(name="Modern slavery").before == gone
    line = next(one for one in tier_lines(this) if one.threat == back)
    assert line.before.reason.startswith("By the order of the scores")
    assert line.outcome.text == "As much as before."
    page = sign_in("analyst").get(f"/p/exampleshire/scoring/{this.pk}/threats/").content.decode()
    assert "Left out: The force has no figures." in page


def test_the_register_holds_what_its_reader_is_cleared_to(seats, sign_in):
    last = set_up(seats, name="2025/26", year=2025)
    manager, gone = seats.actor("manager"), last.threats.get(name="Modern slavery")
    leave_out(threat=gone, because="The force has no figures.", by=manager)
    Round.objects.filter(pk=last.pk).update(state=RoundState.CLOSED, marking="OFFICIAL-SENSITIVE")
    here, why = "/p/exampleshire/priorities/register/", "The force has no figures."
    assert why in sign_in("analyst").get(here).content.decode()
    exported = sign_in("analyst").get(here, {"form": "csv"}).content.decode()
    assert "OFFICIAL-SENSITIVE" in exported
    scrutiny = sign_in("scrutiny").get(here).content.decode()
    assert why not in scrutiny
    assert "form=csv" not in scrutiny


def test_a_result_is_recorded_after_adoption(seats, agreed):
    with pytest.raises(MoveRefused, match="after the priorities are adopted"):
        record_outcome(threat=agreed.threats.first(), text="x", by=seats.actor("manager"))
