"""Marks: kept, changed, never doubled, and blind to everybody until the reveal."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils import timezone

from wardwise_web.assessments.findings import Printed
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused
from wardwise_web.people.services import end_agency
from wardwise_web.priorities.models import Mark, Threat
from wardwise_web.priorities.presenters.marking import read_beside
from wardwise_web.priorities.presenters.order import order_of
from wardwise_web.priorities.selectors import (
    agencies_finished,
    finished_scorers,
    open_marks,
    own_marks,
    panel_criteria,
)
from wardwise_web.priorities.services.marks import (
    MarkGiven,
    close_revote,
    declare_interest,
    give_marks,
    open_revote,
    seal,
)
from wardwise_web.priorities.states import RoundState
from wardwise_web.priorities.tests.conftest import PANEL, by_position, score_all, scorer, to


@pytest.fixture
def first(seats, blind):
    """The police's place, the first threat and the first factor."""
    place = scorer(blind, seats, "police")
    return place, blind.threats.first(), panel_criteria(blind).first()


def mark(seats, first, value, reason="", who="police"):
    place, threat, criterion = first
    given = {criterion: MarkGiven(value, reason)}
    return give_marks(scorer=place, threat=threat, given=given, by=seats.actor(who))


def test_a_change_is_a_new_row_and_the_last_counts(seats, first):
    mark(seats, first, 2, "at first")
    mark(seats, first, 4, "on second thoughts")
    place, threat, criterion = first
    assert [(one.number, one.value) for one in place.marks.all()] == [(1, 2), (2, 4)]
    assert own_marks(place)[threat.pk, criterion.pk].value == 4


def test_the_same_mark_twice_is_one_row_and_one_audit_row(seats, first):
    for _ in range(2):
        mark(seats, first, 3, "a double click")
    assert Mark.objects.count() == 1
    assert AuditEvent.objects.filter(event="score.marked").count() == 1


def test_dont_know_is_an_answer(seats, first):
    mark(seats, first, None)
    place, threat, criterion = first
    assert own_marks(place)[threat.pk, criterion.pk].value is None


@pytest.mark.parametrize("value", [0, 5, -1])
def test_a_mark_off_the_scale_is_refused_by_rule_and_by_database(seats, first, value):
    with pytest.raises(MoveRefused, match="1, 2, 3 or 4"):
        mark(seats, first, value)
    (kept,) = mark(seats, first, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Mark.objects.filter(pk=kept.pk).update(value=7)


def test_two_rows_with_one_number_are_refused_by_the_database(seats, first):
    (kept,) = mark(seats, first, 1)
    kept.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        kept.save(force_insert=True)


@pytest.mark.parametrize("who", ["health", "analyst", "manager", "administrator", "board"])
def test_nobody_marks_for_somebody_else_of_their_own_agency_or_another(seats, first, who):
    with pytest.raises((MoveRefused, Http404)):
        mark(seats, first, 1, who=who)
    assert not Mark.objects.exists()


def test_when_an_agency_leaves_its_scorer_marks_no_more(seats, first):
    end_agency(
        agency=seats.agencies["police"],
        on=timezone.now().date(),
        successor=None,
        by=seats.actor("administrator"),
    )
    with pytest.raises(MoveRefused, match="hold no role there any more"):
        mark(seats, first, 2)


def test_after_the_reveal_no_mark_is_changed(seats, first, revealed):
    with pytest.raises(MoveRefused, match="can no longer be changed"):
        mark(seats, first, 1)


def test_a_factor_that_the_panel_does_not_mark_is_refused(seats, first):
    place, threat, _ = first
    severity = threat.round.criteria.all.get(name="severity")
    with pytest.raises(MoveRefused, match="not marked by this panel"):
        mark(seats, (place, threat, severity), 1)


def test_the_audit_tells_that_there_was_a_mark_and_not_which(seats, first):
    (kept,) = mark(seats, first, 4, "the word kestrel")
    row = AuditEvent.objects.get(event="score.marked")
    details = json.loads(row.details)
    assert "kestrel" not in row.details + row.reason
    assert "value" not in details
    assert details["sealed"] == seal(kept)


def test_a_mark_that_was_altered_in_the_database_no_longer_fits_its_seal(seats, first):
    (kept,) = mark(seats, first, 4, "as given")
    Mark.objects.filter(pk=kept.pk).update(value=1)
    row = AuditEvent.objects.get(event="score.marked")
    assert json.loads(row.details)["sealed"] != seal(Mark.objects.get(pk=kept.pk))


def test_nothing_lies_open_while_the_round_is_blind(seats, blind):
    score_all(seats, blind, "police", by_position)
    assert open_marks(blind) == []
    order = order_of(blind)
    assert order.marks == {}
    assert order.panel_means.keys() <= {
        (threat.pk, one.pk)
        for threat in blind.threats.all()
        for one in blind.criteria.all.exclude(source="the panel's marks")
    }


def test_finished_is_everything_answered_and_reasons_where_they_are_wanted(seats, blind):
    place, actor = scorer(blind, seats, "fire"), seats.actor("fire")
    criteria = list(panel_criteria(blind))
    for reason, done in (("", set()), ("our log says less", {place.pk})):
        for threat in blind.threats.all():
            # the evidence makes 3 of what it scores: 2 without a reason is not finished
            given = {one: MarkGiven(2, reason) for one in criteria}
            give_marks(scorer=place, threat=threat, given=given, by=actor)
        assert finished_scorers(blind) == done
    assert agencies_finished(blind) == ["Midshire Fire and Rescue Service"]


def test_an_interest_keeps_the_marks_and_leaves_them_out(seats, blind):
    for who, _ in PANEL:
        score_all(seats, blind, who, by_position)
    place, threat = scorer(blind, seats, "fire"), blind.threats.get(name="Fire")
    actor = seats.actor("fire")
    declare_interest(scorer=place, threat=threat, declared=True, note="We are paid.", by=actor)
    to(seats, blind, RoundState.REVEALED)
    assert place.marks.filter(threat=threat).exists()
    used = {(who, about) for who, about, _ in order_of(blind).marks}
    assert (place.pk, threat.pk) not in used
    assert (place.pk, blind.threats.get(name="Robbery").pk) in used


def test_an_interest_says_what_it_is_and_can_be_taken_back(seats, first):
    place, threat, _ = first
    given = {"scorer": place, "threat": threat, "by": seats.actor("police")}
    with pytest.raises(MoveRefused, match="Say what"):
        declare_interest(declared=True, note=" ", **given)
    declare_interest(declared=True, note="Our budget", **given)
    declare_interest(declared=False, note="", **given)
    assert [one.declared for one in place.interests.all()] == [True, False]


def test_a_second_ballot_is_as_blind_as_the_first_and_then_counts(seats, revealed):
    threat, criterion = revealed.threats.first(), panel_criteria(revealed).first()
    ballot = open_revote(threat=threat, because="New admissions.", by=seats.actor("manager"))
    police = (scorer(revealed, seats, "police"), threat, criterion)
    mark(seats, police, 1, "after the talk")

    def lying_open():
        return sorted(
            one.value
            for one in open_marks(revealed)
            if (one.threat_id, one.criterion_id) == (threat.pk, criterion.pk)
        )

    assert lying_open() == [4, 4, 4]
    close_revote(revote=ballot, by=seats.actor("manager"))
    assert lying_open() == [1, 4, 4]  # the two who did not vote again keep their mark
    with pytest.raises(MoveRefused, match="no longer be changed"):
        mark(seats, police, 2)


def test_a_ballot_is_opened_with_a_reason_and_once(seats, revealed):
    threat, manager = revealed.threats.first(), seats.actor("manager")
    with pytest.raises(MoveRefused, match="Say why"):
        open_revote(threat=threat, because="", by=manager)
    with pytest.raises(PermissionDenied):
        open_revote(threat=threat, because="mine", by=seats.actor("police"))
    open_revote(threat=threat, because="new", by=manager)
    with pytest.raises(MoveRefused, match="is open"):
        open_revote(threat=threat, because="again", by=manager)


FORECAST = {
    "figure_id": "F-FORECAST", "chapter": "forecasts", "measure": "forecast",
    "offence": "Violence and sexual offences", "area_code": "E06999001",
    "area_name": "Exampleshire", "period_start": "2026-01", "period_end": "2026-12", "detail": "",
    "value": 7319, "unit": "offences", "lower": 5345, "upper": 10023, "method": "damped trend",
    "comparison": None, "sources": ["police_uk"], "marking": "OFFICIAL", "status": "known",
    "reason": None,
}  # fmt: skip


def test_a_forecast_of_a_wider_group_is_not_told_as_the_threats_own_count():
    evidence = {"value": 0.0, "lower": -27.2, "upper": 36.6, "unit": "percent", "reason": None}
    told = read_beside(Threat(name="Sexual offences"), evidence, [Printed(**FORECAST)])
    assert told == "Violence and sexual offences in the year ahead: 0 percent (−27.2 to 36.6)"
