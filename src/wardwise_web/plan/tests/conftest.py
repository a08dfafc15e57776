"""What this room's tests may ask for; Django's models are loaded when they do, not before."""

from __future__ import annotations

import pytest


@pytest.fixture
def cycle(seats):
    """This year's assessment, without a build."""
    from wardwise_web.plan.tests.year import cycle_of

    return cycle_of(seats)


@pytest.fixture
def recommendation(seats, cycle):
    """One that the board accepted."""
    from wardwise_web.plan.tests.year import recommendation_of

    return recommendation_of(seats, cycle)


@pytest.fixture
def indicator(seats):
    """What the action should move."""
    from wardwise_web.plan.tests.year import indicator_of

    return indicator_of(seats)


@pytest.fixture
def terms(seats, recommendation, indicator):
    """Makes the terms of an action, 50 days in and 50 to go."""
    from wardwise_web.plan.tests.year import terms_of

    return terms_of(seats, recommendation, indicator)


@pytest.fixture
def action(seats, cycle, terms):
    """The action itself, in hand."""
    from wardwise_web.plan.tests.year import action_of

    return action_of(seats, cycle, terms)
