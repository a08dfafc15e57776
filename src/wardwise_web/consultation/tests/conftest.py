"""The demo's consultation, without a build, and on one with a round of scoring."""

from __future__ import annotations

import pytest


THREATS = ("Shoplifting", "Robbery", "Anti-social behaviour", "Modern slavery")


@pytest.fixture
def asked(seats):
    """The demo's events, surveys and answers."""
    from wardwise_web.assessments.demo import load as load_year
    from wardwise_web.consultation.demo import load

    load_year(seats)
    load(seats)
    return seats


@pytest.fixture
def scored(seats):
    """The same, in a year with a build and a round; three of its threats are counted."""
    from wardwise_web.consultation.demo import load
    from wardwise_web.priorities.tests.conftest import set_up

    set_up(seats, names=THREATS)
    load(seats)
    return seats


@pytest.fixture
def survey(asked):
    return asked.partnership.surveys.get(title__startswith="Your safety")


@pytest.fixture
def planned(asked):
    return asked.partnership.surveys.get(title__startswith="Young")


@pytest.fixture
def meeting(asked):
    return asked.partnership.consultation_events.get(title__startswith="Face")


@pytest.fixture
def evening(asked):
    return asked.partnership.consultation_events.get(title__startswith="Kilnfield")
