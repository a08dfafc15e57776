"""What this room's tests may ask for; Django's models are loaded when they do, not before."""

from __future__ import annotations

import pytest


@pytest.fixture
def cycle(seats):
    """This year's assessment, without a build."""
    from wardwise_web.plan.tests.year import cycle_of

    return cycle_of(seats)


@pytest.fixture
def indicator(seats, cycle):
    """Shoplifting by month, lower is better, defined and not signed."""
    from wardwise_web.performance.tests.readings import indicator_of

    return indicator_of(seats)


@pytest.fixture
def type_months(seats):
    """Types monthly counts into an indicator from a first month on."""
    from wardwise_web.performance.tests.readings import typed

    def months(indicator, first, counts):
        typed(seats, indicator, first, counts)

    return months


@pytest.fixture
def last_year(seats):
    """The year before with one action past its date, and then this year."""
    from wardwise_web.performance.tests.last_year import last_year_of

    return last_year_of(seats)
