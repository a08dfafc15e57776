"""Broken chains are refused, one link at a time, by rule and by the database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from wardwise_web.plan.models import Action, Recommendation
from wardwise_web.plan.presenters import standing_of
from wardwise_web.plan.rules import faults_of_action, is_stale


@pytest.mark.parametrize(
    ("changes", "faulty"),
    [
        ({}, set()),
        ({"recommendation_id": None}, {"no_recommendation_because"}),
        ({"recommendation_id": None, "no_recommendation_because": "From last year"}, set()),
        ({"indicator_ids": ()}, {"no_indicator_because"}),
        ({"indicator_ids": (), "no_indicator_because": "A duty"}, set()),
        ({"milestones": ()}, {"no_milestone_because"}),
        ({"milestones": (), "no_milestone_because": "One step"}, set()),
        ({"due_on": date(2020, 1, 1)}, {"due_on"}),
        ({"funding_ends_on": date(2027, 3, 31)}, {"funding"}),
    ],
)
def test_a_chain_is_whole_or_says_why_not(terms, changes, faulty):
    assert set(faults_of_action(terms(**changes))) == faulty


def test_the_database_keeps_no_broken_chain_either(seats, action, recommendation):
    refused = [
        lambda: Action.objects.filter(pk=action.pk).update(recommendation=None),
        lambda: Action.objects.filter(pk=action.pk).update(percent_complete=101),
        lambda: Action.objects.filter(pk=action.pk).update(due_on=date(2020, 1, 1)),
        lambda: Action.objects.filter(pk=action.pk).update(funding_ends_on=date(2027, 1, 1)),
        lambda: Recommendation.objects.filter(pk=recommendation.pk).update(findings=[]),
    ]
    for write in refused:
        with pytest.raises(IntegrityError), transaction.atomic():
            write()


@pytest.mark.parametrize(("days", "stale"), [(38, False), (39, True)])
def test_an_action_is_stale_after_one_and_a_quarter_intervals(action, days, stale):
    # 31 days x 1.25 = 38.75 days
    action.told_at = timezone.now() - timedelta(days=days)
    today = timezone.localtime(timezone.now()).date()
    assert is_stale(action, on=today) is stale


def test_a_stale_action_is_grey_and_never_amber(action):
    # 50 of 100 days gone, 40% done: 80% of what time asks, to watch; but nobody has told
    action.percent_complete = 40
    assert standing_of(action, on=timezone.localdate()).light == "grey"
    action.told_at = timezone.now()
    found = standing_of(action, on=timezone.localdate())
    assert (found.word, found.light, found.shape) == ("Watch", "amber", "◆")
    assert found.why == "40% done; time asks 50%."
