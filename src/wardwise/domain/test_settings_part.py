"""What parts of the settings share: a day is a day."""

from __future__ import annotations

import datetime

import pytest
from pydantic import ValidationError

from wardwise.domain.settings_of_initiatives import InitiativeSettings
from wardwise.domain.settings_part import Day, Part


class _Dated(Part):
    on: Day


@pytest.mark.parametrize("value", [0, 20240331, 1.5, True])
def test_a_number_is_no_day(value: object) -> None:
    """Nought would be taken for 1 January 1970."""
    with pytest.raises(ValidationError, match="a day as YYYY-MM-DD"):
        _Dated.model_validate({"on": value})


@pytest.mark.parametrize("value", ["2024-03-31", datetime.date(2024, 3, 31)])
def test_a_day_is_taken_as_written(value: object) -> None:
    assert _Dated.model_validate({"on": value}).on == datetime.date(2024, 3, 31)


def test_a_cost_without_end_is_none() -> None:
    told = {
        "name": "Patrols",
        "offences": ["Burglary"],
        "area": {"wards": ["Castle"]},
        "control": {"rest": True},
        "start": "2026-04-01",
        "expected_change_percent": -20,
        "chosen": "high",
        "why": "It was high",
    }
    assert InitiativeSettings.model_validate(told | {"cost": 62_000}).cost == 62_000
    with pytest.raises(ValidationError, match="cost"):
        InitiativeSettings.model_validate(told | {"cost": float("inf")})
