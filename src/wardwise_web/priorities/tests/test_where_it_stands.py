"""What the first page says of the scoring."""

from __future__ import annotations

import pytest

from wardwise_web.priorities.today import standing


@pytest.mark.django_db
def test_home_says_how_far_the_round_is(seats, blind):
    (told,) = standing(seats.actor("fire"), seats.partnership)
    assert told.stands == f"{blind.cycle.name} is open for blind scoring"


@pytest.mark.django_db
def test_scrutiny_hears_of_the_round_from_the_reveal_on(seats, blind):
    assert standing(seats.actor("scrutiny"), seats.partnership) == []
