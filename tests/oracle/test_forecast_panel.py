"""The partnerships and forces on which forecasts were tried, read from open data."""

from __future__ import annotations

from pathlib import Path

import pytest

from wardwise.domain.offences import ALL_RECORDED_CRIME, ANTI_SOCIAL_BEHAVIOUR
from wardwise.measures.time.past_forecasts import past_forecasts
from wardwise.pipeline.forecast_study.panel import forces, partnerships


pytestmark = [pytest.mark.shared, pytest.mark.slow]


def test_every_partnership_whose_months_are_held(shared: Path) -> None:
    panel = partnerships(shared / "data")
    assert (str(panel.months[0]), str(panel.months[-1])) == ("2023-05", "2025-12")
    areas = len(set(panel.area))
    assert areas == past_forecasts()["whole", "year"].partnerships
    assert (panel.offence == ALL_RECORDED_CRIME).sum() == areas
    # a public page of Dudley, August 2024: 2,501, anti-social behaviour among them
    dudley = panel.counts[panel.area == "E22000337", 15]
    named = dict(zip(panel.offence[panel.area == "E22000337"], dudley, strict=True))
    assert named[ALL_RECORDED_CRIME] + named[ANTI_SOCIAL_BEHAVIOUR] == 2501
    assert named["Violence and sexual offences"] == 907


def test_forces_by_quarter(shared: Path) -> None:
    panel = forces(shared / "data")
    assert len(set(panel.force)) == 43
    assert len(panel.months) == 3 * 55
    assert (panel.offence == ALL_RECORDED_CRIME).sum() == 43
