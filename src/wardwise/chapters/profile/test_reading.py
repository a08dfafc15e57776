"""How much of an offence is reported is said on a survey's word, or on judgement."""

from __future__ import annotations

import pytest

from wardwise.chapters.profile.people_claims import how_recorded
from wardwise.chapters.profile.reading import reading_of
from wardwise.domain.finding import Sureness


def test_a_survey_makes_it_sure_and_is_named() -> None:
    reading = reading_of("Sexual offences")
    sureness, why = how_recorded(reading)
    assert reading.by == "by a national survey"
    assert sureness is Sureness.HIGH
    assert "ONS, nature of sexual assault by rape or penetration" in why


@pytest.mark.parametrize(("name", "is_theme"), [("Drug offences", False), ("Domestic abuse", True)])
def test_judgement_is_called_so_and_is_less_sure(name: str, is_theme: bool) -> None:
    reading = reading_of(name, is_theme=is_theme)
    sureness, why = how_recorded(reading)
    assert reading.by == "by judgement"
    assert sureness is Sureness.MODERATE
    assert "judged, not measured" in why
