"""What tests of evidence may ask for: declared datasets."""

from __future__ import annotations

import pytest


@pytest.fixture
def fires(seats):
    """A dataset of the fire service, no row of which is about a person."""
    from wardwise_web.evidence.services import declare_dataset
    from wardwise_web.evidence.tests.files import declaration

    return declare_dataset(
        partnership=seats.partnership,
        agency=seats.agencies["fire"],
        declaration=declaration(),
        by=seats.actor("fire"),
    )


@pytest.fixture
def crimes(seats):
    """A dataset of the police, a row of which is about a person."""
    from wardwise_web.evidence.services import declare_dataset
    from wardwise_web.evidence.tests.files import declaration

    return declare_dataset(
        partnership=seats.partnership,
        agency=seats.agencies["police"],
        declaration=declaration(
            kind="recorded_crime",
            supplier="Midshire Police",
            gateway="s.115",
            regime="part 3",
            marking="OFFICIAL-SENSITIVE",
            mapping="midshire_police",
        ),
        by=seats.actor("analyst"),
    )
