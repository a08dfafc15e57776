"""Every change to the plan: rights, rules, rows that stay."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused
from wardwise_web.plan.presenters import row_of
from wardwise_web.plan.rules import EditedMeanwhile, LinkMissing
from wardwise_web.plan.services.actions import (
    begin_action,
    change_action,
    move_action,
    rebaseline,
)
from wardwise_web.plan.services.progress import (
    add_evidence,
    add_milestone,
    finish_milestone,
    say_no_evidence,
    tell_update,
)
from wardwise_web.plan.services.recommendations import (
    change_recommendation,
    decide_recommendation,
    write_recommendation,
)
from wardwise_web.plan.states import ActionState, RecommendationState
from wardwise_web.plan.terms import RecommendationTerms, Shown, Told


@pytest.mark.parametrize(
    ("who", "may"),
    [("manager", True), ("owner", True), ("police", True), ("analyst", False), ("board", False),
     ("scrutiny", False), ("fire", False)],
)  # fmt: skip
def test_who_may_agree_an_action(seats, cycle, terms, who, may):
    if may:
        assert begin_action(cycle=cycle, terms=terms(), by=seats.actor(who)).code == "A1"
    else:
        with pytest.raises((PermissionDenied, Http404)):
            begin_action(cycle=cycle, terms=terms(), by=seats.actor(who))


def test_a_recommendation_without_a_finding_says_why_or_is_not_kept(seats, cycle):
    terms = RecommendationTerms("Do something.", "Everything")
    with pytest.raises(LinkMissing, match="finding"):
        write_recommendation(cycle=cycle, terms=terms, by=seats.actor("analyst"))
    terms = RecommendationTerms("Keep the duty.", "Duty", no_finding_because="The law asks it.")
    made = write_recommendation(cycle=cycle, terms=terms, by=seats.actor("analyst"))
    assert made.code == "R1"


def test_a_decision_is_a_row_with_its_reason(seats, recommendation):
    assert recommendation.state == "accepted"
    last = recommendation.moves.last()
    assert (last.state, last.note, last.by.name) == ("accepted", "We can do this.", "Bernard Cole")
    with pytest.raises(MoveRefused, match="cannot become"):
        decide_recommendation(
            recommendation=recommendation,
            to=RecommendationState.REJECTED,
            note="No.",
            by=seats.actor("board"),
        )


def test_a_decision_without_a_reason_is_refused(seats, cycle):
    terms = RecommendationTerms("Keep the duty.", "Duty", no_finding_because="The law asks it.")
    made = write_recommendation(cycle=cycle, terms=terms, by=seats.actor("analyst"))
    with pytest.raises(MoveRefused, match="reason"):
        decide_recommendation(
            recommendation=made, to=RecommendationState.DEFERRED, note=" ", by=seats.actor("chair")
        )
    with pytest.raises(PermissionDenied):
        decide_recommendation(
            recommendation=made, to=RecommendationState.ACCEPTED, note="x", by=seats.actor("owner")
        )


def test_nothing_is_overwritten_by_who_began_from_an_older_version(seats, recommendation):
    first = RecommendationTerms("First words.", "Shoplifting", no_finding_because="x")
    change_recommendation(
        recommendation=recommendation, terms=first, version=1, by=seats.actor("analyst")
    )
    second = RecommendationTerms("Second words.", "Shoplifting", no_finding_because="x")
    with pytest.raises(EditedMeanwhile):
        change_recommendation(
            recommendation=recommendation, terms=second, version=1, by=seats.actor("manager")
        )
    recommendation.refresh_from_db()
    assert (recommendation.text, recommendation.version) == ("First words.", 2)


def test_a_moved_date_keeps_the_first_one_and_its_reason(seats, action):
    later = action.due_on + timedelta(days=30)
    first = action.first_due_on
    with pytest.raises(MoveRefused, match="reason"):
        rebaseline(action=action, due_on=later, reason=" ", by=seats.actor("manager"))
    rebaseline(action=action, due_on=later, reason="The shops moved.", by=seats.actor("manager"))
    action.refresh_from_db()
    assert (action.first_due_on, action.due_on) == (first, later)
    assert action.rebaselines.get().reason == "The shops moved."


def test_an_owner_moves_no_date_and_no_terms_move_one(seats, action, terms):
    with pytest.raises(MoveRefused):
        change_action(
            action=action,
            terms=terms(due_on=action.due_on + timedelta(days=9)),
            version=1,
            by=seats.actor("manager"),
        )
    with pytest.raises(MoveRefused, match="re-baselining"):
        change_action(
            action=action,
            terms=terms(due_on=action.due_on + timedelta(days=9)),
            version=1,
            by=seats.actor("owner"),
        )


def _ready(seats, action):
    owner = seats.actor("owner")
    add_evidence(
        action=action, shown=Shown("Log of visits", link="https://x.example"), milestone=None,
        by=owner,
    )  # fmt: skip
    step = action.milestones.get()
    finish_milestone(
        milestone=step, on=timezone.localdate(), because="Seen by the manager", by=owner
    )


def test_closing_needs_its_milestones_its_evidence_and_somebody_else(seats, action):
    owner, manager = seats.actor("owner"), seats.actor("manager")
    with pytest.raises(MoveRefused, match="milestone"):
        move_action(action=action, to=ActionState.CLOSING, note="", by=owner)
    _ready(seats, action)
    move_action(action=action, to=ActionState.CLOSING, note="", by=owner)
    with pytest.raises((PermissionDenied, MoveRefused)):
        move_action(action=action, to=ActionState.CLOSED, note="Done.", by=owner)
    move_action(action=action, to=ActionState.CLOSED, note="I saw it.", by=manager)
    action.refresh_from_db()
    assert (action.state, action.percent_complete) == ("closed", 100)
    assert [one.state for one in action.moves.all()] == ["in hand", "closing asked for", "closed"]


def test_a_manager_does_not_close_what_they_own(seats, cycle, terms):
    by, mine = (
        seats.actor("manager"),
        terms(
            owner_id=seats.people["manager"].pk,
            owner_agency_id=seats.agencies["council"].pk,
            milestones=(),
            no_milestone_because="One",
        ),
    )
    action = begin_action(cycle=cycle, terms=mine, by=by)
    say_no_evidence(action=action, because="A telephone call", by=by)
    move_action(action=action, to=ActionState.CLOSING, note="", by=by)
    with pytest.raises(MoveRefused, match="did not write it"):
        move_action(action=action, to=ActionState.CLOSED, note="Done.", by=by)
    move_action(action=action, to=ActionState.CLOSED, note="Seen.", by=seats.actor("police"))


def test_a_closed_action_says_how_late_it_was_closed(seats, action):
    _ready(seats, action)
    move_action(action=action, to=ActionState.CLOSING, note="", by=seats.actor("owner"))
    move_action(action=action, to=ActionState.CLOSED, note="Seen.", by=seats.actor("manager"))
    action.refresh_from_db()
    today = timezone.localdate()
    for due_on, late in ((today - timedelta(days=3), 3), (today, 0)):
        action.due_on = due_on
        row = row_of(action, on=today + timedelta(days=30))
        assert (row.closed_late, row.days_late) == (late, 0)


def test_a_closed_action_is_reopened_by_the_manager_with_a_reason(seats, action):
    _ready(seats, action)
    move_action(action=action, to=ActionState.CLOSING, note="", by=seats.actor("owner"))
    move_action(action=action, to=ActionState.CLOSED, note="Seen.", by=seats.actor("manager"))
    action.refresh_from_db()
    with pytest.raises(PermissionDenied):  # closed is locked
        tell_update(
            action=action,
            told=Told("More.", 100, timezone.localdate()),
            by=seats.actor("owner"),
        )
    move_action(action=action, to=ActionState.IN_HAND, note="It broke.", by=seats.actor("manager"))
    action.refresh_from_db()
    assert action.state == "in hand"


def test_an_update_is_kept_in_order_of_when_it_was_told(seats, action):
    owner, today = seats.actor("owner"), timezone.localdate()
    tell_update(action=action, told=Told("Half.", 50, today), by=owner)
    before = timezone.now() - timedelta(days=20)
    tell_update(action=action, told=Told("A third, on paper.", 33, today), by=owner, at=before)
    action.refresh_from_db()
    assert action.percent_complete == 50  # the older word does not undo the newer
    assert [one.percent_complete for one in action.updates.all()] == [50, 33]
    with pytest.raises(MoveRefused, match="future"):
        tell_update(
            action=action,
            told=Told("Tomorrow.", 60, today),
            by=owner,
            at=timezone.now() + timedelta(days=1),
        )


def test_a_stranger_s_name_is_not_found(seats, cycle, terms):
    with pytest.raises(Http404):
        begin_action(cycle=cycle, terms=terms(owner_id=10**9), by=seats.actor("manager"))


def test_a_milestone_shows_that_it_is_done_or_says_why_it_cannot(seats, action):
    step = action.milestones.get()
    today = timezone.localdate()
    with pytest.raises(LinkMissing):
        finish_milestone(milestone=step, on=today, because="", by=seats.actor("owner"))
    with pytest.raises(LinkMissing, match="future"):
        finish_milestone(
            milestone=step, on=today + timedelta(days=1), because="x", by=seats.actor("owner")
        )
    add_evidence(
        action=action,
        shown=Shown("List", file_name="list.txt", content=b"21 shops"),
        milestone=step,
        by=seats.actor("owner"),
    )
    finish_milestone(milestone=step, on=today, because="", by=seats.actor("owner"))
    step.refresh_from_db()
    assert step.done_by == seats.people["owner"]


def test_every_change_leaves_a_row_in_the_audit(seats, action):
    before = AuditEvent.objects.count()
    _ready(seats, action)
    told = Told("All visited.", 90, timezone.localdate())
    tell_update(action=action, told=told, by=seats.actor("owner"))
    found = list(AuditEvent.objects.filter(sequence__gt=before).values_list("event", flat=True))
    assert found == ["evidence.added", "milestone.done", "action.told"]


def test_who_asked_to_close_an_action_does_not_accept_it(seats, action):
    _ready(seats, action)
    by = seats.actor("manager")
    move_action(action=action, to=ActionState.CLOSING, note="", by=by)
    with pytest.raises(MoveRefused, match="who asked"):
        move_action(action=action, to=ActionState.CLOSED, note="Done.", by=by)
    move_action(action=action, to=ActionState.CLOSED, note="Seen.", by=seats.actor("police"))


def test_a_step_added_after_closing_was_asked_for_keeps_it_open(seats, action):
    _ready(seats, action)
    move_action(action=action, to=ActionState.CLOSING, note="", by=seats.actor("owner"))
    today = timezone.localdate()
    add_milestone(action=action, text="One more", due_on=today, by=seats.actor("owner"))
    with pytest.raises(MoveRefused, match="not done yet"):
        move_action(action=action, to=ActionState.CLOSED, note="Seen.", by=seats.actor("manager"))


@pytest.mark.parametrize("days", [-60, 60])
def test_a_milestone_lies_between_start_and_due_date(seats, cycle, action, terms, days):
    due_on = timezone.localdate() + timedelta(days=days)
    with pytest.raises(LinkMissing, match="between"):
        add_milestone(action=action, text="A step", due_on=due_on, by=seats.actor("owner"))
    with pytest.raises(LinkMissing, match="between"):
        begin_action(
            cycle=cycle, terms=terms(milestones=(("A step", due_on),)), by=seats.actor("manager")
        )


def test_a_next_date_is_not_in_the_past(seats, action):
    told = Told("Half.", 50, timezone.localdate() - timedelta(days=1))
    with pytest.raises(LinkMissing, match="today or later"):
        tell_update(action=action, told=told, by=seats.actor("owner"))


def test_funding_does_not_end_before_the_start(seats, cycle, terms):
    early = terms(funding="Safer Streets", funding_ends_on=timezone.localdate().replace(year=2019))
    with pytest.raises(LinkMissing, match="after the start"):
        begin_action(cycle=cycle, terms=early, by=seats.actor("manager"))


@pytest.mark.parametrize("who", ["administrator", "auditor", "scrutiny", "board"])
def test_an_action_is_owned_by_somebody_who_can_work_on_it(seats, cycle, terms, who):
    """Whoever may not write to an action could never tell how it goes."""
    with pytest.raises(Http404):
        begin_action(
            cycle=cycle, terms=terms(owner_id=seats.people[who].pk), by=seats.actor("manager")
        )
